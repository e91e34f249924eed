"""Indicators that count themselves: who may ask, what is counted, what a decision keeps."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from renkei.apps.accounts.models import User
from renkei.apps.counting import selectors, services
from renkei.apps.counting.models import KeptCount
from renkei.apps.cycle.continuing import continue_policy
from renkei.apps.evaluation.models import Indicator, Policy
from renkei.apps.register import services as register
from renkei.apps.register.models import Activity
from renkei.core.errors import ConflictError, DeniedError, UsageError
from renkei.core.evaluation.counting import Question
from tests.register import People

TALKS = Question.parse("kind=meeting; partners=only:USA; level=minister,state_minister")


@dataclass
class Case:
    policy: Policy
    indicator: Indicator


def meet(people: People, title: str, start: str, **fields: object) -> Activity:
    values = {
        "title": title, "start": start, "kind": "meeting", "level": "minister",
        "partners": ["USA"], "status": "held", "mode": "in_person",
    }  # fmt: skip
    return register.enter_activity(
        by=people.owner, values={**values, **fields}, organisation=people.ours, marking=0
    )


@pytest.fixture
def case(people: People) -> Case:
    policy = Policy.objects.create(
        name="対話", fiscal_year=2025, organisation=people.ours, marking=0
    )
    indicator = policy.indicators.create(number="1-1", name="会談の回数")
    indicator.values.create(kind="actual", fiscal_year=2025, value=3, unit="回", text="3回")
    meet(people, "防衛相会談", "2025-06")
    meet(people, "防衛相電話会談", "2025-10", mode="phone")
    meet(people, "局長級会談", "2025-11", level="working")
    meet(people, "防衛相会談", "2024-06")
    return Case(policy, indicator)


def ask(case: Case, by: User, version: int = 0) -> None:
    services.ask(by=by, indicator=case.indicator, question=TALKS, version=version)


def test_the_number_opens_into_its_activities_and_says_what_it_left_out(
    people: People, case: Case
) -> None:
    ask(case, people.owner)
    (year,) = selectors.by_year(people.owner, case.indicator)
    assert (year.fiscal_year, year.told.number, year.differs) == (2025, 2, True)
    titles = [event.payload["title"] for event in year.told.counted]
    assert titles == ["防衛相会談", "防衛相電話会談"]
    assert [each.failed for each in year.told.near] == [("level",)]


@pytest.mark.parametrize(
    ("name", "may"),
    [("owner", True), ("evaluator", True), ("colleague", False), ("outsider", False),
     ("planner", False), ("attache", False)],
)  # fmt: skip
def test_only_the_bureau_in_charge_and_the_evaluation_section_ask(
    people: People, case: Case, name: str, may: bool
) -> None:
    by = getattr(people, name)
    if may:
        ask(case, by)
    else:
        with pytest.raises(DeniedError):
            ask(case, by)
    assert (selectors.question_of(case.indicator) is not None) is may


def test_what_stands_above_the_policy_is_not_counted(people: People, case: Case) -> None:
    """Else the number on a public sheet would tell of it."""
    Activity.objects.filter(title="防衛相電話会談").update(marking=1)
    ask(case, people.owner)
    (year,) = selectors.by_year(people.administrator, case.indicator)
    assert year.told.number == 1


def test_the_second_of_two_askers_gets_a_sentence(people: People, case: Case) -> None:
    ask(case, people.owner)
    with pytest.raises(ConflictError, match="RK502"):
        ask(case, people.evaluator)
    ask(case, people.evaluator, version=1)


def test_a_decision_keeps_the_answer_and_a_change_is_told(people: People, case: Case) -> None:
    ask(case, people.owner)
    services.freeze(by=people.decider, policy=case.policy, revision=1)
    assert KeptCount.objects.get().number == 2
    (year,) = selectors.by_year(people.owner, case.indicator)
    assert year.changed is not None
    assert not year.changed
    added = meet(people, "防衛相会談", "2026-01")
    Activity.objects.filter(title="防衛相電話会談").update(level="working")
    (year,) = selectors.by_year(people.owner, case.indicator)
    assert year.changed
    assert year.changed.came == ((str(added.pk),),)
    assert len(year.changed.gone) == 1
    assert KeptCount.objects.get().number == 2


def test_a_decided_policy_takes_no_question(people: People, case: Case) -> None:
    Policy.objects.filter(pk=case.policy.pk).update(locked=True)
    with pytest.raises(UsageError, match="RK752"):
        ask(case, people.owner)


def test_citations_stay_linked_and_show_no_more_than_one_may_see(
    people: People, case: Case
) -> None:
    target = case.indicator.targets.create(fiscal_year=2025, items=["一 対話を重ねる。"])
    keys = list(Activity.objects.filter(fiscal_year=2025).values_list("pk", flat=True))
    assert services.cite(by=people.owner, target=target, keys=keys) == 3
    assert services.cite(by=people.owner, target=target, keys=keys) == 0
    services.uncite(by=people.owner, target=target, key=keys[0])
    Activity.objects.filter(pk=keys[1]).update(marking=1)
    assert len(selectors.cited(people.owner, target)) == 2
    assert len(selectors.cited(people.outsider, target)) == 1
    with pytest.raises(DeniedError):
        services.cite(by=people.outsider, target=target, keys=keys)


def test_the_next_year_goes_on_asking(people: People, case: Case) -> None:
    ask(case, people.owner)
    case.policy.sheet_fields.create(key="様式名", value="令和7年度政策評価書")
    case.policy.sheet_fields.create(key="施策の概要", value="対話を重ねる。")
    year = continue_policy(by=people.owner, policy=case.policy)
    later = year.policy.indicators.get()
    held = selectors.question_of(later)
    assert held is not None
    assert selectors.asked(held) == TALKS
    assert [line.key for line in year.policy.sheet_fields.all()] == ["施策の概要"]


def test_a_citation_stands_under_one_item_and_moves(people: People, case: Case) -> None:
    target = case.indicator.targets.create(fiscal_year=2025, items=["一 対話", "二 訓練"])
    keys = list(Activity.objects.filter(fiscal_year=2025).values_list("pk", flat=True))
    services.cite(by=people.owner, target=target, keys=keys, item=0)
    assert services.cite(by=people.owner, target=target, keys=keys[:1], item=1) == 0
    held = selectors.cited_by_item(people.owner, target)
    assert {item: len(rows) for item, rows in held.items()} == {0: 2, 1: 1}
    with pytest.raises(UsageError, match="RK769"):
        services.cite(by=people.owner, target=target, keys=keys, item=2)
