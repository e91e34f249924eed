"""What a year's request says: its projects, and sums beside the year before, in whole yen."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _

from renkei.apps.planning.models import MediumPlan, ProjectYear
from renkei.apps.planning.plan_selectors import lines
from renkei.core.planning.budget import GROUPS, Group, Sum, sums, total
from renkei.web.labels import label, partner_labels


@dataclass(frozen=True, slots=True)
class Row:
    """One row of sums in whole yen."""

    name: str
    now: int
    before: int

    @property
    def difference(self) -> int:
        """More than in the year before; negative for less."""
        return self.now - self.before


@dataclass(frozen=True, slots=True)
class SumTable:
    """The sums of one grouping."""

    name: str
    rows: tuple[Row, ...]


def tables(plan: MediumPlan, fiscal: int) -> list[SumTable]:
    """Sums by organisation, means, region and budget item."""
    asked = lines(plan)
    return [
        SumTable(
            name, tuple(_row(_name(group, one.code), one) for one in sums(asked, group, fiscal))
        )
        for group, name in zip(GROUPS, _headings(), strict=True)
    ]


def whole(plan: MediumPlan, fiscal: int) -> Row:
    """The request as a whole."""
    return _row(_("Total"), total(sums(lines(plan), "organisation", fiscal)))


def _headings() -> tuple[str, ...]:
    return (_("By organisation"), _("By means"), _("By region"), _("By budget item"))


def _name(group: Group, code: str) -> str:
    if group == "means":
        return label(code, "category")
    if group == "region" and code:
        return label(code, "region")
    return code or _("Not told")


def _row(name: str, one: Sum) -> Row:
    return Row(name, round(one.now), round(one.before))


def heads() -> tuple[str, ...]:
    """The heads of the columns of :func:`cells`."""
    return (
        _("Project"), _("Partners"), _("Means"), _("Lead organisation"), _("Budget item"),
        _("Number of activities"), _("Cost (yen)"), _("In the request"), _("Reason"),
    )  # fmt: skip


def cells(row: ProjectYear) -> tuple[str | int | None, ...]:
    """One project of the year, as its row is printed."""
    project = row.project
    return (
        project.title,
        partner_labels(project.partners),
        label(project.means, "category"),
        project.organisation.name,
        project.budget_item,
        row.times,
        row.yen,
        _("No") if row.deferred else _("Yes"),
        row.reason,
    )
