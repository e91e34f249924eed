"""Indicators, reference indicators and means of a policy as the fields of a sheet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.evaluation.models import Indicator as IndicatorRow
from renkei.apps.evaluation.models import IndicatorValue, Policy, PolicyField
from renkei.apps.evaluation.models import Means as MeansRow
from renkei.apps.evaluation.models import QualitativeTarget as TargetRow
from renkei.apps.publications import progress, words
from renkei.apps.publications.budgets import money
from renkei.apps.publications.figures import circled
from renkei.apps.publications.sheet import (
    Entry,
    Field,
    Figure,
    Indicator,
    Means,
    MeansAmount,
    ValueRow,
    YearTarget,
)
from renkei.apps.publications.words import Front, YearNames, named
from renkei.core.values import Absence

UNIT = "百万円"
_Column = tuple[str, int | None]  # kind of value, fiscal year
_NOT_PRINTED = Figure(absence=Absence.NOT_PRINTED)


class Rows:
    """Everything of a policy that stands under a field, read with a fixed number of queries."""

    def __init__(self, viewer: Viewer, policy: Policy, years: YearNames, front: Front) -> None:
        self._years, self._front = years, front
        self._indicators = list(policy.indicators.prefetch_related("values", "targets"))
        self._means = list(policy.means.prefetch_related("amounts"))
        self._progress = progress.by_indicator(viewer, policy, years)
        self._students = progress.of_students(viewer, policy, years)

    def field(self, field: PolicyField | None) -> Field:
        """The field, or with None what belongs to no field."""
        key = field.pk if field else None
        own = [row for row in self._indicators if row.field_id == key]
        means = [row for row in self._means if row.field_id == key]
        years = sorted({amount.fiscal_year for row in means for amount in row.amounts.all()})
        number = field.number if field else None
        shown = [self._indicator(row) for row in own if not row.reference]
        results = self._results(number, shown)
        closing = self._front.take_entries(words.SOURCES, number) if field else ()
        return Field(
            number=number,
            name=field.name if field else "",
            indicators=tuple(shown),
            references=tuple(self._indicator(row) for row in own if row.reference),
            means_years=tuple(named(self._years, year) for year in years),
            means=tuple(self._one_means(row, years, number) for row in means),
            results=results,
            closing=closing,
            entries=self._front.rest(number) if field else (),
        )

    def _results(self, number: int | None, shown: list[Indicator]) -> tuple[Entry, ...]:
        """評価結果 of the field: what is said of the whole, then of each indicator."""
        told = (
            Entry(label=keys[0], text=form(*self._told(keys, number, shown)))
            for keys, form in ((words.ANALYSIS, _analysis), (words.DIRECTION, _direction))
        )
        return tuple(entry for entry in told if entry.text)

    def _told(
        self, keys: tuple[str, ...], number: int | None, shown: list[Indicator]
    ) -> tuple[str, list[tuple[str, str]]]:
        """What is said of the field as a whole, and (number, text) for each indicator."""
        whole = self._front.take(keys, number) if number is not None else ""
        each = [(one.number, self._front.take(keys, one.number)) for one in shown]
        return whole, [(number, text) for number, text in each if text]

    def _indicator(self, row: IndicatorRow) -> Indicator:
        values = list(row.values.all())
        years = sorted(
            {v.fiscal_year for v in values if v.fiscal_year is not None and _is_yearly(v)}
        )
        return Indicator(
            number=_number(row),
            name=row.name,
            primary=row.primary,
            mark=circled(int(row.mark)) if row.mark.isdecimal() else row.mark,
            mid_term_year=row.mid_term_target_year,
            mid_term_target=self._front.take(words.MID_TERM, row.number),
            grounds=self._front.take(words.GROUNDS, row.number),
            notes=self._front.take_all(words.INDICATOR_NOTE, row.number),
            targets=self._targets(row),
            years=tuple(named(self._years, year) for year in years),
            rows=tuple(_value_rows(values, years)),
        )

    def _targets(self, row: IndicatorRow) -> tuple[YearTarget, ...]:
        """Targets in words with their progress, then what the register tells was done."""
        told = tuple(self._target(row, target) for target in row.targets.all())
        students = self._students if progress.STUDENTS in row.name else ()
        return told + self._progress.get(row.number, ()) + students

    def _target(self, row: IndicatorRow, target: TargetRow) -> YearTarget:
        year = named(self._years, target.fiscal_year)
        owner = f"{row.number}{year}目標"
        return YearTarget(
            year=year,
            items=tuple(target.items),
            progress=tuple(target.progress),
            before_items=self._front.take(words.BEFORE_ITEMS, owner),
            before_progress=self._front.take(words.BEFORE_PROGRESS, owner),
        )

    def _one_means(self, row: MeansRow, years: Iterable[int], field: int | None) -> Means:
        amounts = {amount.fiscal_year: amount for amount in row.amounts.all()}
        cells = []
        for year in years:
            amount = amounts.get(year)
            cells.append(
                MeansAmount(
                    budget=replace(
                        money(amount.budget_yen if amount else None, UNIT), record=row.record_id
                    ),
                    executed=money(amount.executed_yen if amount else None, UNIT),
                )
            )
        return Means(
            number=row.number,
            name=row.name,
            start=named(self._years, row.start_fiscal_year),
            overview=self._front.take_all(
                words.MEANS_OVERVIEW, f"{'' if field is None else field}-{row.number}"
            ),
            amounts=tuple(cells),
            indicators=tuple(row.indicators),
            review_number=row.review_number,
        )


def _analysis(whole: str, each: list[tuple[str, str]]) -> str:
    parts = [whole, *(f"【測定指標{number}】\n{text}" for number, text in each)]
    return "\n".join(filter(None, parts))


def _direction(whole: str, each: list[tuple[str, str]]) -> str:
    """The texts of indicators begin with their names, as the form has them."""
    parts = [f"【施策】\n{whole}" if whole and each else whole]
    parts += ["【測定指標】"] if each else []
    parts += [f"{number} {text}" for number, text in each]
    return "\n".join(filter(None, parts))


def _number(row: IndicatorRow) -> str:
    """1-3; of a reference indicator R1-3 only 3, as sheets count them within their field."""
    return row.number.rpartition("-")[2] if row.reference else row.number


def _is_yearly(value: IndicatorValue) -> bool:
    return value.kind != "mid_term_target"


def _value_rows(values: list[IndicatorValue], years: list[int]) -> Iterable[ValueRow]:
    """One row for each component, in the order in which they were read."""
    columns = {(value.kind, value.fiscal_year) for value in values}

    def cell(kind: str, year: int, own: Mapping[_Column, IndicatorValue]) -> Figure | None:
        return _figure(own.get((kind, year))) if (kind, year) in columns else None

    for component in dict.fromkeys(v.component for v in sorted(values, key=lambda v: v.pk)):
        own = {(v.kind, v.fiscal_year): v for v in values if v.component == component}
        mid_term = [v for v in own.values() if not _is_yearly(v)]

        yield ValueRow(
            component=component,
            mid_term=_figure(mid_term[0]) if mid_term else None,
            years=tuple((cell("target", year, own), cell("actual", year, own)) for year in years),
        )


def _figure(value: IndicatorValue | None) -> Figure:
    if value is None:
        return _NOT_PRINTED
    return Figure(
        value=value.value,
        unit=value.unit,
        absence=Absence(value.absence) if value.absence else None,
        printed=value.text,
        record=value.record_id,
    )
