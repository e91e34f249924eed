"""The year of a policy: continued, worked through by four roles, decided, locked, opened again."""

from __future__ import annotations

from datetime import date

import pytest

from renkei.apps.audit.models import Event
from renkei.apps.cycle import continuing, entries, selectors, steps, succession
from renkei.apps.cycle.choices import Stage
from renkei.apps.cycle.models import Deadline, PolicyYear, Succession
from renkei.apps.evaluation.models import Policy
from renkei.apps.evaluation.services import correct
from renkei.core.errors import ConflictError, DeniedError, UsageError
from tests.evaluation_year import (
    advance,
    counted,
    measure,
    set_targets,
    sheet,
    to_decision,
    worded,
    year,
)
from tests.register import People

__all__ = ["sheet", "year"]


def test_the_next_year_begins_with_the_whole_tree_and_no_mark(
    people: People, sheet: Policy
) -> None:
    year = continuing.continue_policy(by=people.owner, policy=sheet)
    new = year.policy
    assert (new.fiscal_year, new.name, new.organisation) == (2025, sheet.name, people.ours)
    assert [(one.number, one.mark) for one in new.indicators.all()] == [
        ("1-1", ""), ("1-2", ""), ("参1", ""),
    ]  # fmt: skip
    assert [one.text for one in counted(year).values.order_by("kind")] == ["6回", "8回"]
    assert counted(year).field == new.fields.get()
    assert new.means.get().amounts.get().executed_yen == 700
    assert new.sheet_fields.get().value == "見本課"
    assert selectors.versions(people.owner, sheet) == [sheet, new]
    assert {row.kind for row in selectors.successions(people.owner, new)} == {"continued"}
    assert sheet.indicators.get(number="1-1").mark == "a"
    with pytest.raises(ConflictError, match="RK751"):
        continuing.continue_policy(by=people.owner, policy=sheet)


@pytest.mark.parametrize("name", ["colleague", "outsider", "planner", "decider", "secretary"])
def test_only_the_bureau_in_charge_continues(people: People, sheet: Policy, name: str) -> None:
    with pytest.raises(DeniedError, match="RK501"):
        continuing.continue_policy(by=getattr(people, name), policy=sheet)
    assert Policy.objects.count() == 1


def test_who_may_not_open_the_policy_sees_nothing_of_its_year(
    people: People, year: PolicyYear
) -> None:
    assert selectors.year_of(people.colleague, year.policy) == year
    assert selectors.year_of(people.outsider, year.policy) is None
    assert list(selectors.years(people.outsider)) == []
    assert selectors.versions(people.outsider, year.policy) == []
    assert list(selectors.steps(people.outsider, year)) == []


def test_a_year_from_targets_to_the_end_with_four_roles(people: People, year: PolicyYear) -> None:
    to_decision(people, year)
    with pytest.raises(UsageError, match="RK757"):
        advance(people.decider, year)
    decided = advance(people.decider, year, "審議を経た")
    assert (decided.stage, decided.locked) == (Stage.PUBLICATION, True)
    advance(people.evaluator, year)
    with pytest.raises(UsageError, match="RK767"):
        advance(people.owner, year)
    entries.reflect(by=people.owner, year=year, text="目標を見直す")
    assert advance(people.owner, year).stage == Stage.CLOSED
    told = [(one.before, one.actor) for one in selectors.steps(people.owner, year)][::-1]
    assert told == [
        ("prepare", people.owner),
        ("monitor", people.owner),
        ("self_evaluation", people.owner),
        ("review", people.evaluator),
        ("experts", people.secretary),
        ("decision", people.decider),
        ("publication", people.evaluator),
        ("reflection", people.owner),
    ]
    assert Event.objects.filter(action="move_year").count() == len(told)


@pytest.mark.parametrize("name", ["owner", "evaluator", "secretary", "administrator", "outsider"])
def test_a_decision_by_somebody_else_is_refused(
    people: People, year: PolicyYear, name: str
) -> None:
    to_decision(people, year)
    with pytest.raises(DeniedError, match="RK501"):
        advance(getattr(people, name), year, "決める")
    assert PolicyYear.objects.get(pk=year.pk).stage == Stage.DECISION


def test_what_was_decided_changes_only_after_it_was_opened_again(
    people: People, year: PolicyYear
) -> None:
    to_decision(people, year)
    advance(people.decider, year, "審議を経た")
    with pytest.raises(UsageError, match="RK752"):
        measure(people, year)
    row = counted(year)
    change = {"by": people.evaluator, "row": row, "version": row.version, "reason": "誤記"}
    with pytest.raises(UsageError, match="RK752"):
        correct(values={"name": "別の名"}, **change)
    with pytest.raises(DeniedError):
        steps.reopen(by=people.evaluator, year=year, reason="誤り")
    with pytest.raises(UsageError, match="RK757"):
        steps.reopen(by=people.decider, year=year, reason=" ")
    again = steps.reopen(by=people.decider, year=year, reason="実績の誤り")
    assert (again.stage, again.revision) == (Stage.REVIEW, 2)
    assert correct(values={"name": "別の名"}, **change).name == "別の名"
    kept = selectors.steps(people.owner, year).get(before="decision")
    assert kept.snapshot is not None
    assert ["1-1", "actual", 2025, "", "0回"] in kept.snapshot["values"]


def test_a_stage_seen_before_somebody_moved_on_is_no_lost_change(
    people: People, year: PolicyYear
) -> None:
    set_targets(people, year)
    advance(people.owner, year)
    with pytest.raises(ConflictError, match="RK758"):
        steps.advance(by=people.owner, year=year, seen="prepare")


def test_a_year_that_is_only_monitored_has_no_self_evaluation(
    people: People, sheet: Policy
) -> None:
    year = continuing.continue_policy(by=people.owner, policy=sheet)
    set_targets(people, year)
    advance(people.owner, year)
    measure(people, year)
    assert advance(people.owner, year).stage == Stage.REVIEW
    assert len(selectors.checklist(people.owner, year)) == 5


def test_a_plan_takes_three_to_five_years_and_evaluates_once(people: People, sheet: Policy) -> None:
    year = continuing.start(by=people.owner, policy=sheet)
    give = {"by": people.evaluator, "year": year, "basic_goal": ""}
    with pytest.raises(UsageError, match="RK759"):
        continuing.plan(start=2024, end=2025, full=[], **give)
    assert selectors.lacks_evaluation(continuing.plan(start=2024, end=2026, full=[2023], **give))
    assert not selectors.lacks_evaluation(
        continuing.plan(start=2024, end=2028, full=[2026], **give)
    )


def test_the_checklist_finds_what_a_machine_can(people: People, sheet: Policy) -> None:
    year = continuing.start(by=people.owner, policy=sheet)
    continuing.plan(
        by=people.evaluator, year=year, basic_goal="", start=2024, end=2026, full=[2024]
    )
    year.refresh_from_db()
    found = {one.point.code: one.found for one in selectors.checklist(people.owner, year)}
    assert found["cause_of_misses"] == ["1-1"]
    assert found["money_on_misses"] == ["研修事業 → 1-1"]
    assert found["low_execution"] == ["研修事業 2024: 70%"]
    assert found["status_of_each"] == ["1-2"]
    assert found["primary_with_reason"] == []
    assert (found["cause_of_exceeding"], found["missed_again"]) == ([], [])


def test_indicators_of_sheets_read_are_proposed_and_confirmed_by_a_person(
    people: People, sheet: Policy
) -> None:
    later = Policy.objects.create(
        name=sheet.name, fiscal_year=2027, organisation=people.ours, marking=1
    )
    later.indicators.create(number="1-1", name="来訪する要人の受入れ")
    later.indicators.create(number="1-2", name="連携の進展度")
    rows = succession.propose(later)
    assert [(row.earlier.number, row.kind) for row in rows] == [
        ("1-1", "replaced"), ("1-2", "renamed"), ("参1", "ended"),
    ]  # fmt: skip
    assert succession.propose(later) == []
    give = {"succession": rows[0], "kind": "replaced", "later": None}
    with pytest.raises(DeniedError):
        succession.decide(by=people.colleague, reason="別の指標", **give)
    with pytest.raises(UsageError, match="RK757"):
        succession.decide(by=people.owner, reason="", **give)
    succession.decide(by=people.owner, reason="対象を改めた", **give)
    row = Succession.objects.get(pk=rows[0].pk)
    assert (row.standing, row.actor, row.reason) == ("confirmed", people.owner, "対象を改めた")


def test_who_owes_what_by_when(people: People, year: PolicyYear) -> None:
    give = {"year": year, "organisation": people.ours}
    with pytest.raises(DeniedError):
        steps.set_deadline(by=people.owner, stage="prepare", due=date(2025, 6, 1), **give)
    steps.set_deadline(by=people.evaluator, stage="monitor", due=date(2026, 5, 1), **give)
    steps.set_deadline(by=people.evaluator, stage="prepare", due=date(2025, 6, 1), **give)
    owed = [row.stage for row in selectors.deadlines(people.owner)]
    assert owed == ["prepare", "monitor"]
    assert selectors.deadlines(people.colleague) == []
    assert selectors.deadlines(people.outsider) == []
    set_targets(people, year)
    advance(people.owner, year)
    assert [row.stage for row in selectors.deadlines(people.owner)] == ["monitor"]
    assert Deadline.objects.count() == 2


def test_the_review_may_give_a_year_back_with_a_reason(people: People, year: PolicyYear) -> None:
    set_targets(people, year)
    advance(people.owner, year)
    give = {"year": year, "seen": "monitor", "to": "prepare"}
    with pytest.raises(DeniedError):
        steps.send_back(by=people.owner, reason="直す", **give)
    assert steps.send_back(by=people.evaluator, reason="水準が低い", **give).stage == "prepare"


def test_progress_on_one_item_leaves_what_was_told_of_the_others(
    people: People, year: PolicyYear
) -> None:
    set_targets(people, year)
    target = worded(year).targets.get(fiscal_year=2025)
    target.progress = ["協議を二度開いた", "案を作った"]
    target.save()
    entries.set_progress(by=people.owner, year=year, indicator=worded(year), item=1, text="定めた")
    target.refresh_from_db()
    assert target.progress == ["協議を二度開いた", "定めた"]
