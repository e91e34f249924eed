"""Which policy holds for a partner on a day: its own, else that of its region.

What co-ordination and coverage ask. The viewer comes first: a policy above their clearance does
not hold for their eyes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.planning.choices import IN_FORCE, SubjectKind
from renkei.apps.planning.models import ExchangePolicy
from renkei.apps.planning.selectors import visible_papers
from renkei.apps.register.models import Partner
from renkei.core import vocabulary


@dataclass(frozen=True, slots=True)
class Holding:
    """The policy that holds; ``inherited`` where it is that of the region or parent framework."""

    policy: ExchangePolicy
    inherited: bool


def policies_on(viewer: Viewer, day: date) -> QuerySet[ExchangePolicy]:
    """Visible policies in force on a day; of one subject the strictest marked comes last."""
    return (
        ExchangePolicy.objects.filter(
            Q(paper__replaced_on__isnull=True) | Q(paper__replaced_on__gt=day),
            paper__in=visible_papers(viewer).values("pk"),
            paper__state__in=IN_FORCE,
            paper__effective_on__lte=day,
        )
        .select_related("paper__organisation")
        .order_by("paper__marking", "pk")
    )


def policy_for(viewer: Viewer, partner: str, day: date) -> Holding | None:
    """The policy for a partner (a code of the register, or of a framework) on a day."""
    return policies_for(viewer, [partner], day)[partner]


def policies_for(viewer: Viewer, partners: Iterable[str], day: date) -> dict[str, Holding | None]:
    """The policy of each partner on a day, two queries for all."""
    codes = list(partners)
    rows = {(row.subject_kind, row.subject): row for row in policies_on(viewer, day)}
    regions = dict(Partner.objects.filter(pk__in=codes).values_list("pk", "region"))
    return {code: _holding(rows, code, regions.get(code, "")) for code in codes}


def means_foreseen(viewer: Viewer, partner: str, day: date) -> frozenset[str] | None:
    """The means that the policy for a partner prefers; None where no policy holds."""
    holding = policy_for(viewer, partner, day)
    return None if holding is None else frozenset(holding.policy.means)


def _holding(rows: dict[tuple[str, str], ExchangePolicy], code: str, region: str) -> Holding | None:
    own = rows.get((SubjectKind.PARTNER, code)) or rows.get((SubjectKind.FRAMEWORK, code))
    if own is not None:
        return Holding(own, inherited=False)
    framework = vocabulary.load().frameworks.get(code)
    parent = framework.parent if framework else ""
    above = rows.get((SubjectKind.REGION, region)) or rows.get((SubjectKind.FRAMEWORK, parent))
    return None if above is None else Holding(above, inherited=True)
