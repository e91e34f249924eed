"""Reading assessments, and what was spent on each partner. The viewer comes first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from django.db.models import Count, Q, QuerySet

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.selectors import (
    Viewer,
    accredited_codes,
    highest_marking,
    is_attache,
)
from renkei.apps.planning.models import ActivityCost, Assessment
from renkei.apps.register.models import Activity
from renkei.apps.register.selectors import visible_activities


def visible_assessments(viewer: Viewer) -> QuerySet[Assessment]:
    """Assessments up to the viewer's clearance; an attaché's are those of accredited partners."""
    rows = Assessment.objects.filter(marking__lte=highest_marking(viewer))
    if is_attache(viewer):
        rows = rows.filter(Q(marking=Marking.PUBLIC) | Q(partner_id__in=accredited_codes(viewer)))
    return rows.select_related("partner", "organisation").prefetch_related("degrees__author")


def visible_costs(viewer: Viewer) -> QuerySet[ActivityCost]:
    """What activities cost, up to the viewer's clearance, of activities that the viewer sees."""
    seen = visible_activities(viewer)
    return ActivityCost.objects.filter(
        marking__lte=highest_marking(viewer), activity__in=seen.values("pk")
    ).select_related("actor")


def latest_held(viewer: Viewer, last: int) -> int:
    """The latest fiscal year, ``last`` or before, with activities held; ``last`` without any."""
    rows = visible_activities(viewer).filter(status="held", sort_year__lte=last, sort_year__gt=0)
    return rows.order_by("-sort_year").values_list("sort_year", flat=True).first() or last


def of_partner(viewer: Viewer, partner: str) -> QuerySet[Assessment]:
    """Every visible assessment of a partner, newest first."""
    return visible_assessments(viewer).filter(partner_id=partner)


def until(viewer: Viewer, day: date) -> dict[str, list[Assessment]]:
    """The assessments of each partner up to a day, newest first; the first is the one that holds.

    Of one day the strictest marked goes first.
    """
    found: dict[str, list[Assessment]] = defaultdict(list)
    rows = visible_assessments(viewer).filter(day__lte=day)
    for row in rows.order_by("partner_id", "-day", "-marking", "-pk"):
        found[row.partner_id].append(row)
    return dict(found)


def degrees_of(assessment: Assessment) -> dict[str, int]:
    """Factor -> degree."""
    return {row.factor: row.value for row in assessment.degrees.all()}


def years(viewer: Viewer) -> list[int]:
    """Calendar years with visible assessments, newest first."""
    rows = visible_assessments(viewer).order_by().values_list("day__year", flat=True)
    return sorted(set(rows), reverse=True)


@dataclass
class Spent:
    """What was done and spent with one partner: activities by means, and yen of those told."""

    by_means: dict[str, int] = field(default_factory=dict)
    yen: Fraction = Fraction(0)
    with_cost: int = 0

    @property
    def activities(self) -> int:
        """All activities."""
        return sum(self.by_means.values())


def spent_by_partner(viewer: Viewer, first: int, last: int) -> dict[str, Spent]:
    """What was held with each partner in the fiscal years from ``first`` to ``last``.

    The cost of an activity with several partners is divided equally among them.
    """
    held = visible_activities(viewer).filter(
        status="held", sort_year__gte=first, sort_year__lte=last
    )
    found: dict[str, Spent] = defaultdict(Spent)
    links = Activity.partners.through.objects.filter(activity__in=held.values("pk"))
    counted = links.values_list("partner_id", "activity__category").annotate(n=Count("pk"))
    for code, means, number in counted.order_by("partner_id", "activity__category"):
        found[code].by_means[means] = number
    costs = visible_costs(viewer).filter(activity__in=held.values("pk"))
    for codes, yen in costs.values_list("activity__partner_codes", "yen"):
        partners = [code for code in codes.split(";") if code]
        for code in partners:
            found[code].yen += Fraction(yen, len(partners))
            found[code].with_cost += 1
    return dict(found)
