"""Degrees with grounds and authors, what was spent, who sees it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from renkei.apps.planning import assessing, priorities
from renkei.apps.planning.assessing import Given
from renkei.apps.planning.models import Assessment
from renkei.apps.register.models import Activity, Partner
from renkei.core.errors import ConflictError, DeniedError, UsageError
from renkei.core.planning.weights import FACTORS
from tests.register import People

Assess = Callable[..., Assessment]
DAY = date(2024, 4, 1)


def given(value: int = 2, **others: int) -> dict[str, Given]:
    values = dict.fromkeys(FACTORS, value) | others
    return {factor: Given(degree, f"{factor}の資料") for factor, degree in values.items()}


@pytest.fixture
def assess(people: People) -> Assess:
    def make(code: str = "NZL", day: date = DAY, marking: int = 1, **values: int) -> Assessment:
        return assessing.assess(
            by=people.administrator, partner=Partner.objects.get(pk=code), day=day,
            degrees=given(**values), organisation=people.ours, marking=marking,
        )  # fmt: skip

    return make


def test_each_degree_keeps_grounds_author_and_time(people: People, assess: Assess) -> None:
    row = assess()
    told = {one.factor: (one.value, one.grounds, one.author) for one in row.degrees.all()}
    assert told["military"] == (2, "militaryの資料", people.administrator)
    assert set(told) == set(FACTORS)


def test_a_correction_changes_the_author_only_where_it_changes_the_degree(
    people: People, assess: Assess
) -> None:
    row = assess()
    assessing.correct(
        by=people.owner, assessment=row, version=1, degrees=given(interest=4), reason="協議の後"
    )
    authors = {one.factor: one.author for one in row.degrees.all()}
    assert authors["interest"] == people.owner
    assert authors["concern"] == people.administrator
    first = row.degrees.get(factor="interest").history.earliest()
    assert (first.value, first.history_user) == (2, people.administrator)
    with pytest.raises(ConflictError, match=r"owner.*RK502"):
        assessing.correct(
            by=people.planner, assessment=row, version=1, degrees=given(), reason="戻す"
        )


def test_the_latest_up_to_a_day_holds_and_the_ones_before_are_its_moves(
    people: People, assess: Assess
) -> None:
    old, new = assess(), assess(day=date(2026, 4, 1), interest=4)
    assert priorities.until(people.owner, date(2025, 1, 1)) == {"NZL": [old]}
    assert priorities.until(people.owner, date(2026, 4, 1)) == {"NZL": [new, old]}
    assert priorities.until(people.owner, date(2023, 1, 1)) == {}
    assert priorities.years(people.owner) == [2026, 2024]


def test_one_assessment_a_day(assess: Assess) -> None:
    assess()
    with pytest.raises(ConflictError, match="RK879"):
        assess()


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        ({"interest": Given(5, "根拠")}, "RK878"),
        ({"interest": Given(-1, "根拠")}, "RK878"),
        ({"interest": Given(1, " ")}, "RK880"),
        ({"beauty": Given(1, "根拠")}, "RK505"),
    ],
)
def test_a_degree_that_cannot_be_is_refused_whole(
    people: People, bad: dict[str, Given], code: str
) -> None:
    with pytest.raises(UsageError, match=code):
        assessing.assess(
            by=people.administrator, partner=Partner.objects.get(pk="NZL"), day=DAY,
            degrees=given() | bad,
        )  # fmt: skip
    assert not Assessment.objects.exists()


def test_who_sees_and_who_gives_degrees(people: People, assess: Assess) -> None:
    own, other = assess(), assess("CHL")
    secret = assess("IND", marking=2)

    def seen(viewer: object) -> set[int]:
        return set(priorities.visible_assessments(viewer).values_list("pk", flat=True))  # type: ignore[arg-type]

    assert seen(people.administrator) == {own.pk, other.pk, secret.pk}
    assert seen(people.owner) == seen(people.colleague) == {own.pk, other.pk}
    assert seen(people.attache) == {own.pk}
    assert seen(people.outsider) == seen(people.nobody) == set()
    for name in ("colleague", "outsider", "attache", "decider"):
        with pytest.raises(DeniedError):
            assessing.correct(
                by=getattr(people, name), assessment=own, version=1, degrees=given(), reason="x"
            )


def test_what_was_spent_is_divided_among_the_partners(
    people: People, activity: Callable[..., Activity]
) -> None:
    both = activity(partners=["NZL", "CHL", "IND"], start="2024-05", category="unit")
    own = activity(partners=["NZL"], start="2024-06", category="high_level")
    activity(partners=["NZL"], start="2021-06")
    activity(partners=["NZL"], start="2024-07", status="planned")
    assessing.record_cost(by=people.owner, activity=both, yen=1_000, basis="旅費の実績")
    assessing.record_cost(by=people.owner, activity=own, yen=50, basis="見積り", marking=0)
    spent = priorities.spent_by_partner(people.owner, 2023, 2024)
    assert spent["NZL"].by_means == {"high_level": 1, "unit": 1}
    assert spent["NZL"].yen == Fraction(1_000, 3) + 50
    assert sum(one.yen for one in spent.values()) == 1_050
    assert priorities.spent_by_partner(people.outsider, 2023, 2024)["NZL"].yen == 50


def test_a_cost_is_told_by_those_who_may_correct_the_activity(
    people: People, activity: Callable[..., Activity]
) -> None:
    own = activity()
    with pytest.raises(DeniedError):
        assessing.record_cost(by=people.colleague, activity=own, yen=1, basis="x")
    for yen, basis in ((-1, "x"), (1, " ")):
        with pytest.raises(UsageError, match="RK882"):
            assessing.record_cost(by=people.owner, activity=own, yen=yen, basis=basis)
