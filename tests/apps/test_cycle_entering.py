"""What is entered in a year: targets, figures, marks and progress, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from renkei.apps.cycle import entries, selectors
from renkei.apps.cycle.entries import Entered
from renkei.apps.cycle.models import PolicyYear
from renkei.core.errors import UsageError
from tests.evaluation_year import (
    advance,
    counted,
    set_targets,
    sheet,
    worded,
    year,
)
from tests.register import People

__all__ = ["sheet", "year"]


def test_targets_need_a_reason_and_a_year_to_come(people: People, year: PolicyYear) -> None:
    with pytest.raises(UsageError, match=r"1-1、1-2.*RK761"):
        advance(people.owner, year)
    give: Callable[..., object] = lambda **more: entries.set_target(  # noqa: E731
        by=people.owner,
        year=year,
        indicator=counted(year),
        entered=Entered(value=Decimal(9), unit="回"),
        **more,
    )
    with pytest.raises(UsageError, match="RK753"):
        give(fiscal_year=2023, reason="理由")
    with pytest.raises(UsageError, match="RK757"):
        give(fiscal_year=2025, reason="")
    assert not counted(year).values.filter(value=9).exists()


@pytest.mark.parametrize(
    ("entered", "code"),
    [
        (Entered(value=Decimal(40), unit="％"), "RK754"),
        (
            Entered(value=Decimal(120), unit="%", numerator=Decimal(6), denominator=Decimal(5)),
            "RK755",
        ),
        (Entered(), "RK760"),
        (Entered(value=Decimal(1), absence="dash"), "RK760"),
        (Entered(absence="perhaps"), "RK760"),
    ],
)
def test_figures_that_cannot_be_are_refused(
    people: People, year: PolicyYear, entered: Entered, code: str
) -> None:
    share = year.policy.indicators.create(number="1-3", name="参加者の割合")
    with pytest.raises(UsageError, match=code):
        entries.set_actual(by=people.owner, year=year, indicator=share, entered=entered)
    assert not share.values.exists()


@pytest.mark.parametrize("absence", ["dash", "not_printed", "not_applicable"])
def test_zero_and_the_kinds_of_absence_stay_apart(
    people: People, year: PolicyYear, absence: str
) -> None:
    give = {"by": people.owner, "year": year, "indicator": counted(year)}
    row = entries.set_actual(entered=Entered(absence=absence), **give)
    assert (row.value, row.absence) == (None, absence)
    row = entries.set_actual(entered=Entered(value=Decimal(0), source="統計"), **give)
    assert (row.value, row.absence, row.figure.source) == (0, "", "統計")


def test_a_mark_needs_a_scheme_that_has_it(people: People, year: PolicyYear) -> None:
    give = {"by": people.owner, "year": year, "indicator": counted(year)}
    with pytest.raises(UsageError, match="RK756"):
        entries.set_mark(mark="a", **give)
    with pytest.raises(UsageError, match="RK731"):
        entries.choose_scheme(by=people.owner, year=year, name="nothing")
    name = next(iter(entries.schemes()))
    entries.choose_scheme(by=people.owner, year=year, name=name)
    with pytest.raises(UsageError, match="RK733"):
        entries.set_mark(mark="☆", **give)
    mark = entries.schemes()[name].indicator.marks[0]
    assert entries.set_mark(mark=mark, reason="質を見た。", **give).mark == mark


def test_a_mark_that_departs_from_the_figures_needs_a_reason(
    people: People, year: PolicyYear
) -> None:
    row = counted(year)
    give = {"by": people.owner, "year": year, "indicator": row}
    now = year.policy.fiscal_year
    row.values.filter(kind__in=("target", "actual")).delete()
    row.values.create(kind="target", fiscal_year=now, value=10, unit="回", text="10回")
    row.values.create(kind="actual", fiscal_year=now, value=1, unit="回", text="1回")
    entries.choose_scheme(by=people.owner, year=year, name="mofa")
    with pytest.raises(UsageError, match="RK790"):
        entries.set_mark(mark="s", **give)
    row.refresh_from_db()
    assert row.mark != "s"
    entries.set_mark(mark="s", reason="会談の質が高かった。", **give)
    assert selectors.mark_reasons(people.outsider, year.policy) == {}
    (told,) = selectors.mark_reasons(people.colleague, year.policy).values()
    assert told.startswith("会談の質が高かった。")
    entries.set_mark(mark="d", **give)
    assert selectors.mark_reasons(people.owner, year.policy) == {}


def test_progress_belongs_to_an_item_of_the_target(people: People, year: PolicyYear) -> None:
    set_targets(people, year)
    give = {"by": people.owner, "year": year, "indicator": worded(year)}
    with pytest.raises(UsageError, match="RK769"):
        entries.set_progress(item=2, text="進んだ", **give)
    entries.set_progress(item=1, text="二つ目", **give)
    entries.set_progress(item=0, text="一つ目", **give)
    assert worded(year).targets.get(fiscal_year=2025).progress == ["一つ目", "二つ目"]
