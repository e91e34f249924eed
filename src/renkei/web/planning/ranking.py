"""The ranking as the page shows it: places, how they come about, what was spent, what would change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.planning import priorities
from renkei.apps.planning.models import Assessment
from renkei.apps.planning.priorities import Spent
from renkei.core.planning.priority import Part, Ranked, Weighed, misfits, missing, rank, weigh
from renkei.core.planning.weights import Weights
from renkei.core.values import FiscalYear
from renkei.web.charts import Axes, PriorityMark, priority_chart
from renkei.web.labels import label, partner_label

SPAN = 3
"""Fiscal years of activity that stand beside a priority."""


@dataclass(frozen=True, slots=True)
class Row:
    """A partner in the ranking; ``usual`` is its place without the what-if."""

    code: str
    name: str
    place: int
    usual: int
    ranked: Ranked
    assessment: Assessment
    spent: Spent
    misfit: str

    @property
    def score(self) -> str:
        """The priority, one decimal."""
        return shown(self.ranked.weighed.score)

    @property
    def moved(self) -> int:
        """Places gained by the what-if; negative for lost ones."""
        return self.usual - self.place

    @property
    def lost(self) -> int:
        """Places lost by the what-if."""
        return -self.moved

    @property
    def need(self) -> str:
        """Interest or concern."""
        return shown(self.ranked.weighed.need)

    @property
    def influence(self) -> str:
        """Influence on security."""
        return shown(self.ranked.weighed.influence)

    @property
    def how(self) -> tuple[str, str, str]:
        """How the priority comes about, in three sums."""
        return explain(self.ranked.weighed)

    @property
    def yen(self) -> int:
        """What was spent, whole yen."""
        return round(self.spent.yen)


@dataclass(frozen=True, slots=True)
class Ranking:
    """Everything that the page of priorities shows."""

    rows: list[Row]
    untold: list[tuple[str, str, str]]
    chart: SafeString | None
    first_year: int
    last_year: int


def ranking(viewer: Viewer, day: date, usual: Weights, weights: Weights) -> Ranking:
    """Partners by ``weights`` on a day, beside their place by the ``usual`` ones."""
    found = priorities.until(viewer, day)
    degrees = {code: priorities.degrees_of(rows[0]) for code, rows in found.items()}
    ranked = rank(degrees, weights)
    places = {one.partner: one.place for one in rank(degrees, usual)}
    last = priorities.latest_held(viewer, FiscalYear.of(day).start)
    spent = priorities.spent_by_partner(viewer, last - SPAN + 1, last)
    odd = misfits(ranked, {code: one.activities for code, one in spent.items()}, weights.misfit)
    rows = [
        Row(
            code=one.partner,
            name=partner_label(one.partner),
            place=one.place,
            usual=places[one.partner],
            ranked=one,
            assessment=found[one.partner][0],
            spent=spent.get(one.partner, Spent()),
            misfit=odd.get(one.partner, ""),
        )
        for one in ranked
    ]
    untold = [
        (code, partner_label(code), _listed(missing(one)))
        for code, one in degrees.items()
        if missing(one)
    ]
    return Ranking(rows, untold, chart(rows, found, weights), last - SPAN + 1, last)


def chart(
    rows: Sequence[Row], found: Mapping[str, list[Assessment]], weights: Weights
) -> SafeString | None:
    """The picture; None where nobody is ranked."""
    if not rows:
        return None
    marks = [
        PriorityMark(
            name=row.name,
            spoken=_(
                "%(place)s. %(name)s: priority %(score)s, %(factor)s %(need)s, influence %(influence)s"
            )
            % {
                "place": row.place,
                "name": row.name,
                "score": row.score,
                "factor": label(row.ranked.weighed.prevails, "priority_factor"),
                "need": row.need,
                "influence": row.influence,
            },
            href=reverse("planning_priorities_one", args=[row.code]),
            concern=row.ranked.weighed.prevails == "concern",
            points=_points(found[row.code], weights),
        )
        for row in rows
    ]
    axes = Axes(_("Influence on Japan's security"), _("Shared interest or concern"))
    return priority_chart(_("Priorities of partners"), marks, axes)


def explain(weighed: Weighed) -> tuple[str, str, str]:
    """Need, influence and priority as sums that anyone can follow."""
    need = " / ".join(_part(part) for part in weighed.need_parts)
    sums = " + ".join(_part(part) for part in weighed.influence_parts)
    total = sum((part.weight for part in weighed.influence_parts), Fraction(0))
    return (
        f"{need} → {shown(weighed.need)}",
        f"({sums}) ÷ {shown(total)} = {shown(weighed.influence)}",
        f"{shown(weighed.need)} × {shown(weighed.influence)} ÷ 16 × 100 = {shown(weighed.score)}",
    )


def shown(value: Fraction) -> str:
    """At most two decimals, without zeros that say nothing."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def _part(part: Part) -> str:
    return f"{label(part.factor, 'priority_factor')} {part.degree}×{shown(part.weight)}"


def _points(rows: Sequence[Assessment], weights: Weights) -> list[tuple[float, float]]:
    """Where a partner stood, oldest first; days without all degrees have no point."""
    weighed = [weigh(priorities.degrees_of(row), weights) for row in reversed(rows)]
    points = [(float(one.influence), float(one.need)) for one in weighed if one is not None]
    return [point for n, point in enumerate(points) if n == 0 or point != points[n - 1]]


def _listed(factors: Sequence[str]) -> str:
    return "、".join(label(factor, "priority_factor") for factor in factors)
