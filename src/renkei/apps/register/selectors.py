"""Reading the register. The viewer comes first; nothing above their clearance comes out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.rights import may
from renkei.apps.accounts.selectors import (
    Viewer,
    accredited_codes,
    highest_marking,
    is_attache,
)
from renkei.apps.documents.models import SourceRecord
from renkei.apps.register.models import Activity, ActivitySource, Partner, StudentExchange


def visible_activities(viewer: Viewer) -> QuerySet[Activity]:
    """Activities up to the viewer's clearance that no rejection took out of the register.

    Beyond public ones, an attaché sees those of accredited partners only.
    """
    activities = Activity.objects.filter(marking__lte=highest_marking(viewer), withdrawn=False)
    if is_attache(viewer):
        accredited = Activity.partners.through.objects.filter(
            partner_id__in=accredited_codes(viewer)
        )
        activities = activities.filter(
            Q(marking=Marking.PUBLIC) | Q(pk__in=accredited.values("activity_id"))
        )
    return activities


def activity(viewer: Viewer, pk: int) -> Activity:
    """One activity with organisation and partners.

    Raises Activity.DoesNotExist, the same for what is not there and what may not be seen.
    """
    return (
        visible_activities(viewer)
        .select_related("organisation")
        .prefetch_related("partners")
        .get(pk=pk)
    )


def told_under(
    viewer: Viewer, documents: Collection[int], year: int
) -> dict[tuple[int, str], set[int]]:
    """Activities of a fiscal year by document and by the indicator under which it tells them."""
    rows = ActivitySource.objects.filter(
        record__document__in=documents,
        activity__in=visible_activities(viewer).filter(fiscal_year=year),
    ).values_list("activity_id", "record__document_id", "record__payload")
    found: dict[tuple[int, str], set[int]] = {}
    for activity, document, payload in rows:
        if payload.get("section"):
            found.setdefault((document, payload["section"]), set()).add(activity)
    return found


def sources(viewer: Viewer, activity: Activity) -> QuerySet[ActivitySource]:
    """The records an activity rests on, with their documents, in order of document and place.

    A source in a document above the viewer's clearance is left out.
    """
    return (
        ActivitySource.objects.filter(
            activity=activity, record__document__marking__lte=highest_marking(viewer)
        )
        .select_related("record", "record__document")
        .defer("record__document__text", "record__document__search_text")
        .order_by("record__document__name", "record__start", "id")
    )


def activities_of_records(viewer: Viewer, records: Sequence[SourceRecord]) -> dict[int, Activity]:
    """The visible activity of each record that has one, by key of the record."""
    seen = visible_activities(viewer).defer("search_text")
    rows = (
        ActivitySource.objects.filter(record__in=records, activity__in=seen.values("pk"))
        .select_related("activity")
        .defer("activity__search_text")
    )
    return {row.record_id: row.activity for row in rows}


def partners() -> QuerySet[Partner]:
    """All partners by code. That a country exists is no secret."""
    return Partner.objects.all()


def partners_seen(viewer: Viewer) -> QuerySet[Partner]:
    """Partners that have visible activities, by code. Counts nothing, so that it stays quick."""
    of_one = visible_activities(viewer).filter(partners=OuterRef("pk"))
    return Partner.objects.filter(Exists(of_one))


def partners_with_counts(viewer: Viewer, fiscal_year: int | None = None) -> QuerySet[Partner]:
    """Partners that have visible activities, each with ``activity_count``, most first."""
    seen = visible_activities(viewer)
    if fiscal_year is not None:
        seen = seen.filter(sort_year=fiscal_year)
    return (
        Partner.objects.annotate(
            activity_count=Count("activities", filter=Q(activities__in=seen.values("pk")))
        )
        .filter(activity_count__gt=0)
        .order_by("-activity_count", "code")
    )


def counts_by_partner(viewer: Viewer, fiscal_year: int | None = None) -> dict[str, int]:
    """Number of visible activities by partner code; partners without any are not in it."""
    seen = visible_activities(viewer)
    if fiscal_year is not None:
        seen = seen.filter(sort_year=fiscal_year)
    rows = (
        Activity.partners.through.objects.filter(activity__in=seen.values("pk"))
        .values_list("partner_id")
        .annotate(number=Count("activity_id"))
    )
    return dict(rows.order_by("partner_id"))


@dataclass(frozen=True, slots=True)
class YearCount:
    """Number of activities of one means in one fiscal year; None where the year is not known."""

    fiscal_year: int | None
    category: str
    number: int


def counts_by_year_and_means(viewer: Viewer, partner_code: str = "") -> list[YearCount]:
    """Visible activities per fiscal year and means, in order; of one partner if a code is given."""
    seen = visible_activities(viewer)
    if partner_code:
        seen = seen.filter(partners=partner_code)
    rows = (
        seen.order_by("sort_year", "category")
        .values_list("sort_year", "category")
        .annotate(number=Count("pk"))
    )
    return [YearCount(year or None, category, number) for year, category, number in rows]


def fiscal_years(viewer: Viewer) -> list[int]:
    """Fiscal years with visible activities, newest first."""
    rows = visible_activities(viewer).filter(sort_year__gt=0)
    return list(rows.order_by("-sort_year").values_list("sort_year", flat=True).distinct())


def timeline(viewer: Viewer, partner_code: str) -> QuerySet[Activity]:
    """Visible activities with one partner, oldest first; undated ones last."""
    return (
        visible_activities(viewer)
        .filter(partners=partner_code)
        .defer("search_text")
        .order_by("start_day", "pk")
    )


def students(viewer: Viewer) -> QuerySet[StudentExchange]:
    """Visible counts of students, printed totals (no partner) included."""
    rows = StudentExchange.objects.filter(marking__lte=highest_marking(viewer), withdrawn=False)
    if is_attache(viewer):
        rows = rows.filter(Q(marking=Marking.PUBLIC) | Q(partner_id__in=accredited_codes(viewer)))
    return rows.select_related("partner", "record", "record__document").defer(
        "record__document__text", "record__document__search_text"
    )


def with_sources(viewer: Viewer, activities: QuerySet[Activity]) -> QuerySet[Activity]:
    """``activities`` with ``seen_sources``, the visible ones, and decisions, two queries more.

    Sources come in an order that does not depend on which document was taken in first.
    """
    seen = (
        ActivitySource.objects.filter(record__document__marking__lte=highest_marking(viewer))
        .select_related("record")
        .order_by("record__document__sha256", "record__start", "record__record_id")
    )
    return activities.prefetch_related(
        Prefetch("sources", queryset=seen, to_attr="seen_sources"), "decisions"
    )


def may_enter(viewer: Viewer) -> bool:
    """Whether the viewer may enter activities at all."""
    return may(viewer, "register.enter_activity")


def may_correct(viewer: Viewer, activity: Activity) -> bool:
    """Whether the viewer may correct this activity."""
    return may(viewer, "register.correct_activity", activity)
