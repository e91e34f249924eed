"""A case: proposed, changed, moved; who may, what is lacking, and what two people see."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from renkei.apps.accounts.choices import Marking
from renkei.apps.audit.models import Event
from renkei.apps.coordination import consulting, holding, selectors, services, starting
from renkei.apps.coordination.listing import CaseFilter, page
from renkei.apps.coordination.models import Case
from renkei.apps.coordination.surroundings import warned
from renkei.apps.coordination.thread import thread
from renkei.apps.register.models import Activity
from renkei.core.errors import ConflictError, DeniedError, UsageError
from tests.cases import TODAY, Make, case, cleared, consulted, go
from tests.register import People

__all__ = ["case"]


@pytest.mark.parametrize(
    ("name", "may_see", "may_lead"),
    [
        ("owner", True, True),
        ("teammate", True, True),
        ("colleague", True, False),
        ("planner", True, False),
        ("attache", True, False),
        ("outsider", False, False),
        ("nobody", False, False),
        ("administrator", True, True),
    ],
)
def test_who_sees_and_who_leads(
    people: People, case: Make, name: str, may_see: bool, may_lead: bool
) -> None:
    made, viewer = case(), getattr(people, name)
    assert selectors.visible_cases(viewer).filter(pk=made.pk).exists() == may_see
    if name == "nobody":
        return
    change = {"by": viewer, "case": made, "version": 1, "values": {"place": "呉"}, "reason": "港"}
    if may_lead:
        assert services.change(**change).place == "呉"
    else:
        with pytest.raises(DeniedError):
            services.change(**change)


def test_an_attache_sees_cases_of_accredited_partners_only(people: People, case: Make) -> None:
    theirs, other = case(), case(partners=["AUS"])
    secret = case(marking=Marking.RESTRICTED)
    seen = set(selectors.visible_cases(people.attache).values_list("pk", flat=True))
    assert theirs.pk in seen
    assert other.pk not in seen
    assert secret.pk not in seen


def test_the_second_of_two_learns_who_was_first(people: People, case: Make) -> None:
    made = case()
    services.change(by=people.owner, case=made, version=1, values={"place": "呉"}, reason="港")
    with pytest.raises(ConflictError) as second:
        services.move(by=people.teammate, case=made, version=1, to="cancelled", reason="不要")
    assert second.value.code == "RK832"
    assert str(people.owner) in second.value.message("ja")
    made.refresh_from_db()
    assert (made.state, made.place) == ("proposed", "呉")


def test_from_idea_to_the_register(people: People, case: Make) -> None:
    made = case()
    with pytest.raises(UsageError, match="RK838"):
        go(people.planner, go(people.owner, made, "in_coordination"), "approved")
    consulted(people, made)
    with pytest.raises(DeniedError):
        go(people.owner, made, "approved")
    with pytest.raises(UsageError, match="RK843"):
        go(people.planner, made, "approved")
    cleared(people, made)
    go(people.planner, made, "approved")
    held = go(people.owner, made, "held")
    activity = held.activity
    assert activity is not None
    assert (activity.title, activity.status, activity.marking) == (made.title, "held", made.marking)
    kinds = [entry.kind for entry in thread(people.owner, held)]
    assert kinds == ["move", "move", "asked", "answer", *["security"] * 4, "told", "move", "move"]


def test_an_objection_stops_the_approval(people: People, case: Make) -> None:
    made = case()
    consulted(people, made, "object")
    with pytest.raises(UsageError, match="RK840"):
        go(people.planner, made, "approved")


def test_a_closed_case_does_not_change(people: People, case: Make) -> None:
    made = go(people.owner, case(), "cancelled", "相手の都合")
    for attempt in (
        lambda: go(people.owner, made, "proposed", "やはり"),
        lambda: services.remark(by=people.owner, case=made, text="一言"),
        lambda: services.change(
            by=people.owner, case=made, version=made.version, values={}, reason="x"
        ),
    ):
        with pytest.raises(UsageError, match="RK831"):
            attempt()


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"start": "2026-05-02", "end": "2026-05-01"}, "RK849"),
        ({"partners": ["XXX"]}, "RK505"),
        ({"title": ""}, "RK503"),
        ({"kind": "tea"}, "RK510"),
        ({"secret": "x"}, "RK503"),
    ],
)
def test_bad_values_are_told(case: Make, values: dict[str, Any], code: str) -> None:
    with pytest.raises(UsageError) as wrong:
        case(**values)
    assert wrong.value.code == code
    assert not Case.objects.exists()


def test_a_stop_needs_its_reason(people: People, case: Make) -> None:
    made = case()
    with pytest.raises(UsageError, match="RK848"):
        go(people.owner, made, "postponed", "  ")
    assert go(people.owner, made, "postponed", "台風").state == "postponed"
    assert go(people.owner, made, "proposed", "再開").state == "proposed"


def test_a_deadline_in_the_past_and_asking_oneself(people: People, case: Make) -> None:
    made = case()
    yesterday = TODAY - timedelta(days=1)
    with pytest.raises(UsageError, match="RK850"):
        consulting.ask(by=people.owner, case=made, organisations=[people.theirs], due=yesterday)
    for wrong in ([people.ours], [people.theirs, people.theirs]):
        with pytest.raises(UsageError, match="RK853"):
            consulting.ask(by=people.owner, case=made, organisations=wrong, due=TODAY)
    made.refresh_from_db()
    assert made.state == "proposed"


def test_an_answer_for_another_bureau_is_refused_and_kept_in_the_trail(
    people: People, case: Make
) -> None:
    made = case()
    round_ = consulting.ask(by=people.owner, case=made, organisations=[people.theirs], due=TODAY)
    row = round_.requests.get()
    with pytest.raises(DeniedError, match="RK851"):
        consulting.answer(by=people.owner, request=row, outcome="agree")
    assert Event.objects.filter(action="answer_refused", actor="owner").count() == 1
    row.refresh_from_db()
    assert row.outcome == ""


def test_a_delegate_answers_in_place(people: People, case: Make) -> None:
    made = case()
    round_ = consulting.ask(by=people.owner, case=made, organisations=[people.theirs], due=TODAY)
    row = consulting.delegate(
        by=people.colleague, request=round_.requests.get(), to=people.evaluator
    )
    assert consulting.answer(by=people.evaluator, request=row, outcome="agree").actor
    with pytest.raises(UsageError):
        consulting.delegate(by=people.colleague, request=row, to=people.outsider)


def test_no_answer_by_the_deadline_is_recorded_as_such(people: People, case: Make) -> None:
    made = case()
    consulting.ask(by=people.owner, case=made, organisations=[people.theirs], due=TODAY)
    assert consulting.record_overdue(today=TODAY) == []
    late = consulting.record_overdue(today=TODAY + timedelta(days=1))
    assert [row.outcome for row in late] == ["no_answer"]
    assert consulting.record_overdue(today=TODAY + timedelta(days=1)) == []
    with pytest.raises(UsageError, match="RK852"):
        consulting.answer(by=people.colleague, request=late[0], outcome="agree")


def test_one_after_the_other(people: People, case: Make) -> None:
    from renkei.apps.accounts.services import add_organisation  # noqa: PLC0415

    third = add_organisation(by=people.administrator, code="THIRD", name_ja="丙局")
    round_ = consulting.ask(
        by=people.owner,
        case=case(),
        organisations=[third, people.theirs],
        due=TODAY,
        order="sequential",
    )
    second = round_.requests.get(organisation=people.theirs)
    with pytest.raises(UsageError, match="RK852"):
        consulting.answer(by=people.colleague, request=second, outcome="agree")


def test_a_series_is_one_case_a_year(people: People) -> None:
    made = starting.propose_series(
        by=people.owner,
        values={"title": "第９回見本会合", "start": "2028-02-29", "partners": ["NZL"]},
        organisation=people.ours,
        years=3,
    )
    assert [(one.title, one.start) for one in made] == [
        ("第９回見本会合", "2028-02-29"),
        ("第１０回見本会合", "2029-02"),
        ("第１１回見本会合", "2030-02"),
    ]
    assert made[2].previous == made[1]


def test_warnings_tell_nothing_above_the_clearance(people: People, case: Make) -> None:
    secret = case(marking=Marking.RESTRICTED, title="秘の件")
    made = case()
    assert all(not one.compare for one in warned(people.owner, made))
    found = [other.title for one in warned(people.administrator, made) for other in one.compare]
    assert secret.title in found


def test_warnings_compare_with_the_register(
    people: People, case: Make, activity: Callable[..., Activity]
) -> None:
    held = activity(title="同じ月の会談", start=str(TODAY))
    [first, *_] = warned(people.owner, case())
    assert first.code == "partner_again"
    assert [other.title for other in first.compare] == [held.title]


def test_a_held_case_may_be_one_of_the_register(
    people: People, case: Make, activity: Callable[..., Activity]
) -> None:
    made, there = case(), activity()
    linked = holding.link(by=people.owner, case=made, version=1, activity=there)
    with pytest.raises(UsageError, match="RK505"):
        holding.link(by=people.owner, case=case(), version=1, activity=there)
    consulted(people, linked)
    cleared(people, linked)
    go(people.planner, linked, "approved")
    assert go(people.owner, linked, "held").activity == there
    assert Activity.objects.count() == 1


def test_the_list_finds_by_words_state_and_partner(people: People, case: Make) -> None:
    first, second = case(title="港湾の視察"), case(partners=["AUS"], title="会談")
    go(people.owner, second, "cancelled", "不要")

    def found(**asked: str) -> list[int]:
        return [one.pk for one in page(people.owner, CaseFilter(**asked)).items]

    assert found() == [second.pk, first.pk]
    assert found(text="港湾") == [first.pk]
    assert found(state="open") == [first.pk]
    assert found(partner="AUS") == [second.pk]
    assert found(until=str(TODAY - timedelta(days=3))) == []
    assert page(people.outsider, CaseFilter()).total == 0


def test_a_page_of_the_list_takes_a_constant_number_of_queries(
    people: People, case: Make, django_assert_num_queries: Any
) -> None:
    case()
    with django_assert_num_queries(4):
        page(people.owner, CaseFilter())
    for _ in range(5):
        case()
    with django_assert_num_queries(4):
        page(people.owner, CaseFilter())
