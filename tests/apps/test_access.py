"""Nobody sees a record above their clearance anywhere, and only those who may write do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import User
from renkei.apps.audit import selectors as audit
from renkei.apps.documents import selectors as documents
from renkei.apps.documents.models import SourceRecord, StoredDocument
from renkei.apps.evaluation import selectors as evaluation
from renkei.apps.evaluation import services as evaluation_services
from renkei.apps.evaluation.models import Indicator, IndicatorValue, Policy
from renkei.apps.register import export, history, listing, selectors, services
from renkei.apps.register.models import Activity
from renkei.core.errors import DeniedError
from tests.records import Source, sheet, students, talks
from tests.register import People

PUBLIC, INTERNAL, RESTRICTED = Marking.PUBLIC, Marking.INTERNAL, Marking.RESTRICTED
ALL = {"public", "internal NZL", "internal AUS", "restricted"}
SEEN = {
    "owner": {"public", "internal NZL", "internal AUS"},
    "colleague": {"public", "internal NZL", "internal AUS"},
    "planner": {"public", "internal NZL", "internal AUS"},
    "evaluator": {"public", "internal NZL", "internal AUS"},
    "outsider": {"public"},
    "attache": {"public", "internal NZL"},
    "administrator": ALL,
    "nobody": set(),
}


@pytest.fixture
def four(people: People, activity: Callable[..., Activity]) -> dict[str, Activity]:
    """A public activity, two internal ones with different partners, and a restricted one."""
    return {
        "public": activity(title="public", partners=["AUS"]),
        "internal NZL": activity(INTERNAL, title="internal NZL"),
        "internal AUS": activity(INTERNAL, title="internal AUS", partners=["AUS"]),
        "restricted": activity(RESTRICTED, title="restricted", partners=["AUS", "NZL"]),
    }


@pytest.mark.parametrize("name", SEEN)
def test_list_count_search_and_download_show_the_same(
    people: People, four: dict[str, Activity], name: str
) -> None:
    viewer = getattr(people, name)
    seen = SEEN[name]

    page = listing.page(viewer, listing.ActivityFilter())
    assert {item.title for item in page.items} == seen
    assert page.total == len(seen)
    for title in ALL:
        found = listing.page(viewer, listing.ActivityFilter(text=title))
        assert {item.title for item in found.items} <= seen
    counted = selectors.counts_by_year_and_means(viewer)
    assert sum(row.number for row in counted) == len(seen)
    by_partner = selectors.counts_by_partner(viewer)
    assert by_partner.get("NZL", 0) == len(seen & {"internal NZL", "restricted"})
    partners = {row.code: row.activity_count for row in selectors.partners_with_counts(viewer)}
    assert partners == by_partner
    assert {row.title for row in selectors.timeline(viewer, "NZL")} <= seen
    rows = selectors.visible_activities(viewer).order_by("pk")
    lines = "".join(export.json_lines(viewer, rows)) + "".join(export.csv_lines(viewer, rows, "ja"))
    assert all((title in lines) == (title in seen) for title in ALL - {"public"})
    assert {row.activity.title for row in history.recent(viewer)} == seen


@pytest.mark.parametrize("name", SEEN)
def test_one_activity_opens_only_for_those_who_may(
    people: People, four: dict[str, Activity], name: str
) -> None:
    viewer = getattr(people, name)
    for title, row in four.items():
        if title in SEEN[name]:
            assert selectors.activity(viewer, row.pk) == row
        else:
            with pytest.raises(Activity.DoesNotExist):
                selectors.activity(viewer, row.pk)


def test_an_inactive_account_sees_nothing(people: People, four: dict[str, Activity]) -> None:
    people.owner.is_active = False

    assert listing.page(people.owner, listing.ActivityFilter()).total == 0


def test_a_superuser_flag_gives_no_right(people: People, four: dict[str, Activity]) -> None:
    people.outsider.is_superuser = True

    assert not selectors.may_correct(people.outsider, four["public"])
    assert listing.page(people.outsider, listing.ActivityFilter()).total == 1


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("owner", True),
        ("teammate", True),
        ("administrator", True),
        ("colleague", False),
        ("planner", False),
        ("outsider", False),
        ("attache", False),
        ("evaluator", False),
        ("nobody", False),
    ],
)
def test_who_may_correct_an_activity_of_an_organisation(
    people: People, four: dict[str, Activity], name: str, may: bool
) -> None:
    viewer = getattr(people, name)
    assert selectors.may_correct(viewer, four["public"]) is may
    if isinstance(viewer, User) and not may:
        with pytest.raises(DeniedError):
            services.correct_activity(
                by=viewer,
                activity=four["public"],
                version=1,
                values={"title": "別件"},
                reason="誤り",
            )
        assert Activity.objects.get(pk=four["public"].pk).title == "public"


def test_what_belongs_to_nobody_is_for_planners_and_administrators(people: People) -> None:
    source = Source()
    source.ingest([talks(source)], people.administrator)
    activity = Activity.objects.get()

    assert selectors.may_correct(people.planner, activity)
    assert selectors.may_correct(people.administrator, activity)
    assert not selectors.may_correct(people.owner, activity)


def test_clearance_binds_writers_too(people: People, four: dict[str, Activity]) -> None:
    values = {"title": "極秘", "kind": "meeting"}
    with pytest.raises(DeniedError):
        services.enter_activity(
            by=people.owner, values=values, organisation=people.ours, marking=RESTRICTED
        )
    with pytest.raises(DeniedError):
        services.correct_activity(
            by=people.owner,
            activity=four["public"],
            version=1,
            values={},
            marking=RESTRICTED,
            reason="区分の見直し",
        )


def test_nobody_enters_for_another_organisation_or_gives_a_record_away(
    people: People, four: dict[str, Activity]
) -> None:
    with pytest.raises(DeniedError):
        services.enter_activity(
            by=people.owner, values={"title": "会談", "kind": "meeting"}, organisation=people.theirs
        )
    with pytest.raises(DeniedError):
        services.correct_activity(
            by=people.owner,
            activity=four["public"],
            version=1,
            values={},
            organisation=people.theirs,
            reason="移管",
        )


def test_sources_in_documents_above_clearance_are_left_out(people: People) -> None:
    secret = Source(name="secret.txt")
    secret.ingest([talks(secret)], people.administrator, marking=RESTRICTED)
    activity = Activity.objects.get()
    activity.marking = PUBLIC
    activity.save()

    assert not selectors.sources(people.owner, activity).exists()
    assert selectors.sources(people.administrator, activity).count() == 1
    lines = "".join(export.json_lines(people.owner, Activity.objects.all()))
    assert "secret.txt" not in lines


def test_versions_from_when_a_record_was_secret_stay_hidden(
    people: People, activity: Callable[..., Activity]
) -> None:
    row = activity(RESTRICTED, title="秘匿名")
    services.correct_activity(
        by=people.administrator,
        activity=row,
        version=1,
        values={"title": "公開名"},
        marking=PUBLIC,
        reason="公開",
    )

    told = history.versions(people.outsider, Activity.objects.get())
    assert [version.action for version in told] == ["changed"]
    assert all("秘匿名" not in str(version) for version in told)
    assert len(history.versions(people.administrator, row)) == 2


DOCUMENTS_SEEN = {
    "owner": 2, "colleague": 2, "planner": 2, "evaluator": 2, "outsider": 1, "attache": 1,
    "administrator": 3, "nobody": 0,
}  # fmt: skip


@pytest.mark.parametrize("name", DOCUMENTS_SEEN)
def test_documents_policies_and_students_by_clearance(people: People, name: str) -> None:
    viewer = getattr(people, name)
    for marking in (PUBLIC, INTERNAL, RESTRICTED):
        source = Source(Source().document.text + f"\n取扱{marking}", name=f"{marking}.txt")
        source.ingest([*sheet(source), *students(source)], people.administrator, marking=marking)

    expected = DOCUMENTS_SEEN[name]
    assert documents.documents(viewer).count() == expected
    assert documents.documents(viewer, "取扱").count() == expected
    assert evaluation.policies(viewer).count() == expected
    seen = 0
    for stored in StoredDocument.objects.all():
        visible = documents.visible_documents(viewer).filter(pk=stored.pk).exists()
        seen += visible
        assert documents.records(viewer, stored).exists() is visible
        assert bool(documents.counts_by_type(viewer, stored)) is visible
        record = SourceRecord.objects.filter(document=stored)[0]
        policy = Policy.objects.get(document=stored)
        assert evaluation.indicators(viewer, policy).exists() is visible
        assert evaluation.means(viewer, policy).exists() is visible
        if visible:
            assert documents.original(viewer, stored)
            assert documents.record(viewer, record.pk) == record
            assert evaluation.policy(viewer, policy.pk) == policy
            continue
        with pytest.raises(StoredDocument.DoesNotExist):
            documents.document(viewer, stored.pk)
        with pytest.raises(StoredDocument.DoesNotExist):
            documents.original(viewer, stored)
        with pytest.raises(SourceRecord.DoesNotExist):
            documents.record(viewer, record.pk)
        with pytest.raises(Policy.DoesNotExist):
            evaluation.policy(viewer, policy.pk)
        with pytest.raises(Indicator.DoesNotExist):
            evaluation.indicator(viewer, policy.indicators.all()[0].pk)
    assert seen == expected
    rows = selectors.students(viewer)
    with_partner = rows.filter(partner__isnull=False).count()
    # an attaché sees internal counts of accredited partners, but no internal totals
    assert with_partner == (2 if name == "attache" else expected)
    assert rows.filter(partner=None).count() == expected


@pytest.mark.parametrize(
    ("name", "may"),
    [
        ("evaluator", True),
        ("administrator", True),
        ("other_evaluator", False),
        ("owner", False),
        ("planner", False),
        ("outsider", False),
        ("attache", False),
    ],
)
def test_who_may_correct_an_evaluation(people: People, name: str, may: bool) -> None:
    source = Source()
    source.ingest(sheet(source), people.administrator, organisation=people.ours)
    value = IndicatorValue.objects.get(kind="actual")
    person = getattr(people, name)

    assert evaluation.may_correct(person, Policy.objects.get()) is may
    if may:
        evaluation_services.correct(
            by=person, row=value, version=1, values={"value": 4}, reason="集計漏れ"
        )
        return
    with pytest.raises(DeniedError):
        evaluation_services.correct(
            by=person, row=value, version=1, values={"value": 4}, reason="集計漏れ"
        )


def test_the_audit_trail_is_for_administrators(people: People, four: dict[str, Activity]) -> None:
    assert audit.events(people.administrator).exists()
    for name in ("owner", "planner", "outsider", "attache", "nobody"):
        assert not audit.events(getattr(people, name)).exists()
