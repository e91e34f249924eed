"""The marks of a policy and its other years: fields down, years across, drawn and as a table."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.cycle import selectors as cycle
from renkei.apps.evaluation import selectors
from renkei.apps.evaluation.models import Indicator, Policy
from renkei.web.charts import Marked, MarkRow, Sample, marks_matrix
from renkei.web.charts.marks import shade
from renkei.web.dates import fiscal_year
from renkei.web.pictures import Picture

KEY = "marks"


@dataclass(frozen=True, slots=True)
class Marks:
    """The picture, and what it shows as a table: a row's cells stand in order of the years."""

    picture: Picture
    years: Sequence[str]
    rows: Sequence[MarkRow]


def marks(viewer: Viewer, policy: Policy, *, linked: bool = True) -> Marks | None:
    """None where no indicator bears a mark. Without ``linked`` no box leads anywhere."""
    policies = cycle.other_years(viewer, policy)
    found = {
        one.pk: [row for row in selectors.indicators(viewer, one) if not row.reference]
        for one in policies
    }
    if not any(row.mark for rows in found.values() for row in rows):
        return None
    labels = list(dict.fromkeys(_place(row) for rows in found.values() for row in rows))
    rows = [
        MarkRow(
            label,
            [
                [_marked(one, row, linked=linked) for row in found[one.pk] if _place(row) == label]
                for one in policies
            ],
        )
        for label in labels
    ]
    years = [fiscal_year(one.fiscal_year) for one in policies]
    chart = marks_matrix(_("Marks of the indicators"), years, rows, _spoken(years, rows))
    title = _("Marks of the indicators by field and year")
    return Marks(Picture(KEY, title, chart, tuple(_legend(rows))), years, rows)


def _place(row: Indicator) -> str:
    """The field; an indicator that belongs to none stands in a row of its own."""
    return f"{row.field.number} {row.field.name}" if row.field else f"{row.number} {row.name}"


def _marked(policy: Policy, row: Indicator, *, linked: bool) -> Marked:
    mark = row.mark or _("no mark")
    primary = f" ({_('primary')})" if row.primary else ""
    year = fiscal_year(policy.fiscal_year)
    return Marked(
        number=row.number,
        mark=row.mark,
        name=f"{year} {row.number} {row.name}{primary}: {mark}",
        primary=row.primary,
        href=f"{reverse('policies_one', args=[policy.pk])}#i{row.pk}" if linked else None,
    )


def _spoken(years: Sequence[str], rows: Sequence[MarkRow]) -> str:
    return "; ".join(
        f"{row.label}, {year}: " + ", ".join(f"{one.number} {one.mark or '–'}" for one in cell)
        for row in rows
        for year, cell in zip(years, row.cells, strict=True)
        if cell
    )


def _legend(rows: Iterable[MarkRow]) -> list[Sample]:
    boxes = [one for row in rows for cell in row.cells for one in cell]
    known = sorted({one.mark for one in boxes if one.mark}, key=lambda mark: (shade(mark), mark))
    samples = [Sample(f"mark mark-{shade(mark)}", mark) for mark in known]
    if any(not one.mark for one in boxes):
        samples.append(Sample("mark mark-none", _("no mark")))
    if any(one.primary for one in boxes):
        samples.append(Sample("ring", _("primary indicator")))
    return samples
