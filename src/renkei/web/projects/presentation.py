"""Review data as their pages show them: amounts in thousands of yen, series by year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from renkei.apps.projects import selectors
from renkei.apps.projects.intake import AMOUNTS
from renkei.apps.projects.models import DataFile, Project, ProjectAmount
from renkei.apps.projects.selectors import Beside
from renkei.core.errors.messages import MESSAGES
from renkei.web.charts import Point, target_chart
from renkei.web.charts.scale import short_number
from renkei.web.dates import fiscal_year, fiscal_year_short
from renkei.web.labels import language

THOUSAND = 1000
MILLION = 1_000_000
SHOWN_FAULTS = 20


@dataclass(frozen=True, slots=True)
class FileView:
    """A file with its drifts and faults in words; ``more`` faults are not listed."""

    file: DataFile
    drifts: list[str]
    faults: list[str]
    more: int


@dataclass(frozen=True, slots=True)
class AmountsView:
    """Rows of (name, one cell a year) in thousands of yen; chart of appropriation and execution."""

    years: list[str]
    rows: list[tuple[str, list[str]]]
    chart: SafeString | None
    sources: list[str]


@dataclass(frozen=True, slots=True)
class GoalView:
    """An indicator with its years: (year, target, actual, rate) as the file prints them."""

    number: str
    level: str
    goal: str
    indicator: str
    unit: str
    direction: str
    rows: list[tuple[str, str, str, str]]
    source: str


@dataclass(frozen=True, slots=True)
class BesideRow:
    """One year of a means: budget and execution of the sheet, then of the data."""

    year: str
    cells: tuple[str, str, str, str, str]
    differs: bool


def file(row: DataFile) -> FileView:
    """A file that holds."""
    faults = [
        MESSAGES[fault["code"]].text(language()).format(**fault["params"])
        for fault in row.faults[:SHOWN_FAULTS]
    ]
    drifts = [_drift(drift) for drift in row.drifts]
    return FileView(row, drifts, faults, max(0, len(row.faults) - SHOWN_FAULTS))


def amounts(project: Project) -> AmountsView | None:
    """The amounts by budget year; None when no file tells any."""
    told = selectors.amounts(project)
    if not told:
        return None
    names = {field.name: str(field.verbose_name) for field in ProjectAmount._meta.fields}
    rows = [(names[name], [thousands(getattr(one, name)) for one in told]) for name in AMOUNTS]
    points = [
        Point(
            fiscal_year_short(one.budget_year),
            None if one.executed is None else one.executed / MILLION,
            None if one.total is None else one.total / MILLION,
            short_number(one.executed / MILLION) if one.executed is not None else "",
        )
        for one in told
    ]
    title = _("Appropriation and execution, million yen")
    chart = target_chart(title, points, description=title)
    return AmountsView(
        [fiscal_year(one.budget_year) for one in told],
        [(name, cells) for name, cells in rows if any(cells)],
        chart,
        [f"{one.file} {_('Line')} {one.line}" for one in told],
    )


def goals(project: Project) -> list[GoalView]:
    """The goals of the latest review year."""
    return [
        GoalView(
            goal.number,
            goal.level,
            goal.goal,
            goal.indicator,
            goal.unit,
            goal.direction,
            _series(goal.series),
            f"{goal.file} {_('Line')} {goal.line}",
        )
        for goal in selectors.goals(project)
    ]


def beside(rows: Sequence[Beside]) -> list[BesideRow]:
    """Sheet and data side by side."""
    return [
        BesideRow(
            fiscal_year(row.fiscal_year),
            (
                thousands(row.sheet.budget_yen if row.sheet else None),
                thousands(row.sheet.executed_yen if row.sheet else None),
                thousands(row.data.initial if row.data else None),
                thousands(row.data.total if row.data else None),
                thousands(row.data.executed if row.data else None),
            ),
            row.differs,
        )
        for row in rows
    ]


def thousands(yen: int | None) -> str:
    """Yen in thousands, △ for minus; a rest is shown as decimals, nothing where none is told."""
    if yen is None:
        return ""
    whole, rest = divmod(abs(yen), THOUSAND)
    text = f"{whole:,}" + (f".{rest:03d}".rstrip("0") if rest else "")
    return f"△{text}" if yen < 0 else text


def _series(series: dict[str, dict[str, str]]) -> list[tuple[str, str, str, str]]:
    told = [series.get(name, {}) for name in ("targets", "actuals", "rates")]
    years = sorted({year for one in told for year in one})
    return [
        (fiscal_year(int(year)), *(one.get(year, "") for one in told))  # type: ignore[misc]
        for year in years
    ]


def _drift(drift: dict[str, str]) -> str:
    words = {
        "bom_missing": _("No byte order mark"),
        "line_ends": _("Lines end in LF"),
        "encoding": _("Encoded as %(found)s"),
        "head_changed": _("Head %(column)s is “%(found)s” for “%(expected)s”"),
        "head_moved": _("“%(expected)s” moved to column %(column)s"),
        "head_added": _("“%(found)s” was added as column %(column)s"),
        "head_missing": _("“%(expected)s” is not there"),
    }
    return words[drift["kind"]] % drift
