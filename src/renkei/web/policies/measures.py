"""Targets against actuals of one indicator, drawn and in a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from renkei.apps.evaluation.models import Indicator, IndicatorValue, QualitativeTarget
from renkei.web.charts import Point, Sample, target_chart
from renkei.web.charts.scale import short_number
from renkei.web.dates import fiscal_year, fiscal_year_short
from renkei.web.documents.addresses import address_of
from renkei.web.labels import label
from renkei.web.pictures import Picture

KEY = "indicator"


@dataclass(frozen=True, slots=True)
class Cell:
    """A value as it is shown; ``absence`` says in words why there is none. ``address`` is its
    place in the document.
    """

    text: str = ""
    absence: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class YearRow:
    """One fiscal year."""

    year: str
    target: Cell
    actual: Cell


@dataclass(frozen=True, slots=True)
class Measure:
    """One component: its picture (None where there is nothing to draw) and its figures."""

    component: str
    picture: Picture | None
    mid_term: Cell
    rows: list[YearRow]
    has_targets: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A qualitative target of one year."""

    year: str
    items: list[str]
    progress: list[str]
    address: str


def measures(indicator: Indicator) -> list[Measure]:
    """The components of an indicator in order of the sheet."""
    values = sorted(indicator.values.all(), key=lambda value: value.component)
    parts = groupby(values, key=lambda value: value.component)
    return [
        _measure(indicator, number, component, list(found))
        for number, (component, found) in enumerate(parts, 1)
    ]


def in_words(targets: Iterable[QualitativeTarget]) -> list[Words]:
    """Qualitative targets, oldest first."""
    return [
        Words(fiscal_year(one.fiscal_year), one.items, one.progress, address_of_row(one))
        for one in targets
    ]


def _measure(
    indicator: Indicator, number: int, component: str, values: list[IndicatorValue]
) -> Measure:
    by_kind = {
        kind: {v.fiscal_year: v for v in values if v.kind == kind and v.fiscal_year is not None}
        for kind in ("target", "actual")
    }
    years = sorted({*by_kind["target"], *by_kind["actual"]})
    mid_term = next((v for v in values if v.kind == "mid_term_target"), None)
    points = [
        Point(
            fiscal_year_short(year),
            _number(by_kind["actual"].get(year)),
            _number(by_kind["target"].get(year)),
            _short(by_kind["actual"].get(year)),
        )
        for year in years
    ]
    rows = [
        YearRow(
            fiscal_year_short(year),
            _cell(by_kind["target"].get(year)),
            _cell(by_kind["actual"].get(year)),
        )
        for year in years
    ]
    name = f"{indicator.number} {indicator.name} {component}".strip()
    chart = target_chart(name, points, description=_spoken(rows), mid_term=_number(mid_term))
    key = f"{KEY}-{indicator.pk}-{number}"
    picture = Picture(key, name, chart, _samples(by_kind, mid_term)) if chart else None
    return Measure(component, picture, _cell(mid_term), rows, bool(by_kind["target"]))


def legend() -> tuple[Sample, ...]:
    """What dot, stroke and dashes are."""
    return (
        Sample("actual", _("Actual")),
        Sample("target", _("Target")),
        Sample("mid-term", _("Mid-term target")),
    )


def _samples(by_kind: Mapping[str, object], mid_term: IndicatorValue | None) -> tuple[Sample, ...]:
    drawn = {"actual", *(kind for kind in ("target",) if by_kind[kind])}
    if _number(mid_term) is not None:
        drawn.add("mid-term")
    return tuple(sample for sample in legend() if sample.look in drawn)


def _spoken(rows: Sequence[YearRow]) -> str:
    said = _("%(year)s: target %(target)s, actual %(actual)s")
    return "; ".join(
        said
        % {
            "year": row.year,
            "target": row.target.text or row.target.absence,
            "actual": row.actual.text or row.actual.absence,
        }
        for row in rows
    )


def _number(value: IndicatorValue | None) -> float | None:
    return None if value is None or value.value is None else float(value.value)


def _short(value: IndicatorValue | None) -> str:
    """The printed figure if it fits above a mark ("266万件")."""
    words = "".join(value.text.split()) if value else ""
    return words if len(words) <= 7 else ""


def _cell(value: IndicatorValue | None) -> Cell:
    if value is None:
        return Cell(absence=label("not_printed", "absence"))
    if value.value is None:
        return Cell(absence=label(value.absence, "absence"), address=address_of_row(value))
    text = value.text.strip() or f"{short_number(float(value.value))}{value.unit}"
    return Cell(text if len(text) <= 40 else f"{text[:40]}…", address=address_of_row(value))


def address_of_row(row: IndicatorValue | QualitativeTarget | Indicator) -> str:
    record = row.record
    return address_of(record.document_id, record.line, record.start) if record else ""
