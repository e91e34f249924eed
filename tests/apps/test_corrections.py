"""Entering and correcting by hand: reasons, history, and two people at once."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from renkei.apps.evaluation.models import IndicatorValue
from renkei.apps.evaluation.services import correct
from renkei.apps.register import history, services
from renkei.apps.register.models import Activity
from renkei.core.errors import ConflictError, UsageError, ValueFormError
from tests.records import Source, sheet
from tests.register import People


def test_an_entered_activity_has_all_that_follows_from_it(people: People) -> None:
    activity = services.enter_activity(
        by=people.owner,
        values={
            "title": "防衛相会談",
            "kind": "meeting",
            "start": "2019-02",
            "partners": ["AUS", "USA", "AUS"],
        },
        organisation=people.ours,
    )

    assert activity.fiscal_year == 2018
    assert str(activity.start_day) == "2019-02-01"
    assert str(activity.end_day) == "2019-02-28"
    assert activity.partner_codes == "AUS;USA"
    assert activity.partners.count() == 2
    assert (activity.origin, activity.touched) == ("entered", True)


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"title": ""}, UsageError),
        ({"kind": "party"}, UsageError),
        ({"start": "2019-02", "end": "2018-12"}, UsageError),
        ({"partners": ["XXX"]}, UsageError),
        ({"version": 9}, UsageError),
        ({"start": "昨日"}, ValueFormError),
        ({"start": "2019-02-30"}, ValueFormError),
    ],
)
def test_what_cannot_be_so_is_refused_with_a_sentence(
    people: People, values: dict[str, object], error: type[Exception]
) -> None:
    fields = {"title": "会談", "kind": "meeting"} | values
    with pytest.raises(error, match=r"\[RK\d+\]"):
        services.enter_activity(by=people.owner, values=fields, organisation=people.ours)

    assert not Activity.objects.exists()


def test_history_tells_who_changed_what_and_why(
    people: People, activity: Callable[..., Activity]
) -> None:
    row = activity()
    services.correct_activity(
        by=people.owner,
        activity=row,
        version=1,
        values={"mode": "video", "partners": ["NZL", "AUS"]},
        reason="議事録で確認",
    )

    latest, first = history.versions(people.outsider, row)
    assert (latest.who, latest.action, latest.reason) == ("owner", "changed", "議事録で確認")
    changed = {change.field: (change.old, change.new) for change in latest.changes}
    assert changed == {"mode": ("", "video"), "partner_codes": ("NZL", "NZL;AUS")}
    assert (first.who, first.action) == ("administrator", "created")


def test_a_correction_needs_a_reason(people: People, activity: Callable[..., Activity]) -> None:
    with pytest.raises(UsageError, match="RK504"):
        services.correct_activity(
            by=people.owner, activity=activity(), version=1, values={"mode": "video"}, reason="  "
        )


def test_the_second_of_two_people_is_told_and_nothing_is_lost(
    people: People, activity: Callable[..., Activity]
) -> None:
    row = activity()
    services.correct_activity(
        by=people.owner, activity=row, version=1, values={"mode": "video"}, reason="議事録"
    )

    with pytest.raises(ConflictError) as caught:
        services.correct_activity(
            by=people.teammate, activity=row, version=1, values={"mode": "phone"}, reason="記憶"
        )

    assert "owner" in caught.value.message("ja")
    assert Activity.objects.get().mode == "video"
    assert Activity.objects.get().history.count() == 2


def test_a_long_reason_is_kept_whole(people: People, activity: Callable[..., Activity]) -> None:
    row = activity()
    reason = "理由" * 200
    services.correct_activity(
        by=people.owner, activity=row, version=1, values={"place": "東京"}, reason=reason
    )

    assert row.history.first().history_change_reason == reason


def test_a_corrected_value_keeps_what_was_read(people: People) -> None:
    source = Source()
    source.ingest(sheet(source), people.administrator)
    value = IndicatorValue.objects.get(kind="actual")

    correct(by=people.evaluator, row=value, version=1, values={"value": 4}, reason="集計漏れ")

    value.refresh_from_db()
    assert (value.value, value.touched, value.version) == (Decimal(4), True, 2)
    assert value.record is not None
    assert value.record.payload["value"] == "0"
    with pytest.raises(ConflictError):
        correct(by=people.evaluator, row=value, version=1, values={"value": 5}, reason="再集計")
    with pytest.raises(UsageError):
        correct(by=people.evaluator, row=value, version=2, values={"value": None}, reason="不明")
    with pytest.raises(UsageError):
        correct(by=people.evaluator, row=value, version=2, values={"number": "2"}, reason="番号")


def test_the_fiscal_year_follows_a_corrected_date(
    people: People, activity: Callable[..., Activity]
) -> None:
    row = activity(start="2020-06", fiscal_year=2020)
    services.correct_activity(
        by=people.owner, activity=row, version=1, values={"place": "東京"}, reason="議事録"
    )
    row.refresh_from_db()
    assert row.fiscal_year == 2020
    services.correct_activity(
        by=people.owner, activity=row, version=2, values={"start": "2019-02"}, reason="議事録"
    )
    row.refresh_from_db()
    assert row.fiscal_year == 2018


def test_a_rule_over_several_fields_is_told_without_the_name_of_a_field(people: People) -> None:
    values = {"title": "会談", "kind": "meeting", "start": "2019-02", "end": "2018-12"}
    with pytest.raises(UsageError) as caught:
        services.enter_activity(by=people.owner, values=values, organisation=people.ours)
    assert caught.value.code == "RK510"
    assert "__all__" not in str(caught.value)
