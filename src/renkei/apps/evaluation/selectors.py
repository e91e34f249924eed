"""Reading evaluations. The viewer comes first; nothing above their clearance comes out.

An attaché sees public policies only: a policy concerns no single partner.
"""

from __future__ import annotations

from django.db.models import Count, Prefetch, QuerySet

from renkei.apps.accounts.rights import may
from renkei.apps.accounts.selectors import Viewer, highest_without_partner
from renkei.apps.evaluation.models import Indicator, IndicatorValue, Means, Policy


def visible_policies(viewer: Viewer) -> QuerySet[Policy]:
    """Policies the viewer may open."""
    return Policy.objects.filter(marking__lte=highest_without_partner(viewer))


def policies(viewer: Viewer) -> QuerySet[Policy]:
    """Visible policies by name, with their documents and ``indicator_count``."""
    return (
        visible_policies(viewer)
        .select_related("document", "organisation")
        .defer("document__text", "document__search_text", "document__places")
        .annotate(indicator_count=Count("indicators"))
        .order_by("name", "pk")
    )


def policy(viewer: Viewer, pk: int) -> Policy:
    """One policy with document and organisation. Raises Policy.DoesNotExist, also when hidden."""
    return (
        visible_policies(viewer)
        .select_related("document", "organisation")
        .defer("document__text", "document__search_text", "document__places")
        .get(pk=pk)
    )


def indicators(viewer: Viewer, policy: Policy) -> QuerySet[Indicator]:
    """Indicators of a policy in order of the sheet, with field, record, values and targets."""
    values = IndicatorValue.objects.select_related("record").order_by(
        "component", "fiscal_year", "kind", "pk"
    )
    return (
        Indicator.objects.filter(policy=policy, policy__in=visible_policies(viewer).values("pk"))
        .select_related("field", "record")
        .prefetch_related(
            Prefetch("values", queryset=values), "targets", "targets__record", "means_references"
        )
        .order_by("field__number", "position", "pk")
    )


def indicator(viewer: Viewer, pk: int) -> Indicator:
    """One indicator with its policy. Raises Indicator.DoesNotExist, also when hidden."""
    return (
        Indicator.objects.filter(policy__in=visible_policies(viewer).values("pk"))
        .select_related("policy", "field", "record")
        .get(pk=pk)
    )


def means(viewer: Viewer, policy: Policy) -> QuerySet[Means]:
    """Means of achievement with their yearly amounts, in order of the sheet."""
    return (
        Means.objects.filter(policy=policy, policy__in=visible_policies(viewer).values("pk"))
        .select_related("field", "record")
        .prefetch_related("amounts")
        .order_by("field__number", "number", "pk")
    )


def may_correct(viewer: Viewer, policy: Policy) -> bool:
    """Whether the viewer may correct this policy and its indicators, values and ratings."""
    return may(viewer, "evaluation.correct", policy)
