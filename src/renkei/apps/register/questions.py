"""What waits for a person in the register: sources that differ, likely links, other readings.

Nobody is asked about an activity of which they may not see every source: half of the printed words
are no ground for a decision. The same answers are found again here once they are decided.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from renkei.apps.accounts.selectors import Viewer, highest_marking
from renkei.apps.documents import proposals
from renkei.apps.register.link_models import (
    BY_PEOPLE,
    PROPOSED,
    Conflict,
    ConflictDecision,
    RecordLink,
)
from renkei.apps.register.models import ActivitySource, Partner
from renkei.apps.register.selectors import visible_activities

CONFLICT, LINK, READING = "conflict", "link", "reading"
KINDS = (CONFLICT, LINK, READING)
OPEN, DECIDED = "open", "decided"
STATES = (OPEN, DECIDED)
Rows = QuerySet[Any]
Documents = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """Which questions; ``documents`` are the keys of those between which they arise."""

    kind: str = CONFLICT
    state: str = OPEN
    field: str = ""
    partner: str = ""
    documents: Documents = ()


def questions(viewer: Viewer, asked: Asked) -> Rows:
    """Conflicts, links or proposals of readings, as the kind says, in a lasting order."""
    one = _KINDS[asked.kind]
    rows = one.of_state(viewer, asked.state)
    if asked.field and one.has_fields:
        rows = rows.filter(field=asked.field)
    if asked.partner:
        rows = rows.filter(one.with_partner(asked.partner))
    return one.between(rows, asked.documents) if asked.documents else rows


def question(viewer: Viewer, kind: str, pk: int) -> Any:
    """One of them in whatever state, or None where it is not there or not for ``viewer``."""
    found = (_KINDS[kind].of_state(viewer, state).filter(pk=pk).first() for state in STATES)
    return next((row for row in found if row is not None), None)


def open_numbers(viewer: Viewer) -> dict[str, int]:
    """How many of each kind are open."""
    return {kind: questions(viewer, Asked(kind)).count() for kind in KINDS}


def fields(viewer: Viewer, kind: str, state: str) -> list[str]:
    """The fields that the questions are about; none for links, which are about whole records."""
    if not _KINDS[kind].has_fields:
        return []
    rows = _KINDS[kind].of_state(viewer, state).order_by("field")
    return list(rows.values_list("field", flat=True).distinct())


def partners(viewer: Viewer, kind: str, state: str) -> QuerySet[Partner]:
    """Partners of the activities in question."""
    rows = _KINDS[kind].of_state(viewer, state).order_by()
    activities = _KINDS[kind].activities(rows)
    through = Partner.activities.through.objects.filter(activity_id__in=activities)
    return Partner.objects.filter(pk__in=through.values("partner_id"))


def document_pairs(viewer: Viewer, kind: str, state: str) -> list[Documents]:
    """Keys of the documents between which questions arise; of one alone for a reading."""
    rows = _KINDS[kind].of_state(viewer, state).order_by()
    return sorted(_KINDS[kind].pairs(rows))


def _conflicts(viewer: Viewer, state: str) -> Rows:
    """A corrected activity is decided: whoever corrected it saw what the sources say."""
    above = ActivitySource.objects.filter(
        activity=OuterRef("activity"), record__document__marking__gt=highest_marking(viewer)
    )
    decision = ConflictDecision.objects.filter(
        activity=OuterRef("activity"), field=OuterRef("field")
    )
    settled = Q(activity__touched=True) | Q(Exists(decision))
    return (
        Conflict.objects.filter(activity__in=visible_activities(viewer).values("pk"))
        .filter(~Exists(above), settled if state == DECIDED else ~settled)
        .select_related("activity")
        .defer("activity__search_text")
        .order_by("activity__start_day", "activity", "pk")
    )


def _links(viewer: Viewer, state: str) -> Rows:
    seen = visible_activities(viewer).values("pk")
    cleared = highest_marking(viewer)

    def owner(side: str) -> QuerySet[ActivitySource, Any]:
        rows = ActivitySource.objects.filter(record=OuterRef(side), activity__in=seen)
        return rows.filter(record__document__marking__lte=cleared).values("activity")[:1]

    rows = RecordLink.objects.annotate(
        first=Subquery(owner("one")), second=Subquery(owner("other"))
    ).filter(first__isnull=False, second__isnull=False)
    proposed = Q(state=PROPOSED) & ~Q(first=F("second"))
    return (
        rows.filter(proposed if state == OPEN else Q(state__in=BY_PEOPLE))
        .select_related("one__document", "other__document", "by")
        .defer(
            "one__document__text", "one__document__search_text", "one__document__places",
            "other__document__text", "other__document__search_text", "other__document__places",
        )
        .order_by("pk")
    )  # fmt: skip


def _readings(viewer: Viewer, state: str) -> Rows:
    if state == OPEN:
        return proposals.open_proposals(viewer)
    return proposals.answered_proposals(viewer)


def _with_sources(codes: str, *records: str) -> Q:
    """Whether one of the records tells of an activity with this partner."""
    told = ActivitySource.objects.filter(activity__partners=codes)
    found = Q()
    for record in records:
        found |= Q(Exists(told.filter(record=OuterRef(record))))
    return found


def _conflicts_between(rows: Rows, documents: Documents) -> Rows:
    for pk in documents:
        of_one = ActivitySource.objects.filter(activity=OuterRef("activity"), record__document=pk)
        rows = rows.filter(Exists(of_one))
    return rows


def _links_between(rows: Rows, documents: Documents) -> Rows:
    return rows.filter(one__document__in=documents, other__document__in=documents)


def _conflict_pairs(rows: Rows) -> set[Documents]:
    sources = ActivitySource.objects.filter(activity__in=rows.values("activity"))
    told: dict[int, set[int]] = defaultdict(set)
    for activity, document in sources.values_list("activity", "record__document").distinct():
        told[activity].add(document)
    return {pair for found in told.values() for pair in combinations(sorted(found), 2)}


def _link_pairs(rows: Rows) -> set[Documents]:
    found = rows.values_list("one__document", "other__document").distinct()
    return {tuple(sorted(pair)) for pair in found}


def _activities_of(*records: str) -> Callable[[Rows], Iterable[int]]:
    def found(rows: Rows) -> QuerySet[ActivitySource, int]:
        told = Q()
        for record in records:
            told |= Q(record__in=rows.values(record))
        return ActivitySource.objects.filter(told).values_list("activity_id", flat=True)

    return found


@dataclass(frozen=True, slots=True)
class _Kind:
    """How one kind of question is found and narrowed down."""

    of_state: Callable[[Viewer, str], Rows]
    with_partner: Callable[[str], Q]
    between: Callable[[Rows, Documents], Rows]
    pairs: Callable[[Rows], set[Documents]]
    activities: Callable[[Rows], Iterable[int]]
    has_fields: bool = True


_KINDS = {
    CONFLICT: _Kind(
        _conflicts,
        lambda code: Q(activity__partners=code),
        _conflicts_between,
        _conflict_pairs,
        lambda rows: rows.values_list("activity_id", flat=True),
    ),
    LINK: _Kind(
        _links,
        lambda code: _with_sources(code, "one", "other"),
        _links_between,
        _link_pairs,
        _activities_of("one", "other"),
        has_fields=False,
    ),
    READING: _Kind(
        _readings,
        lambda code: _with_sources(code, "record"),
        lambda rows, documents: rows.filter(record__document__in=documents),
        lambda rows: {(pk,) for pk in rows.values_list("record__document", flat=True).distinct()},
        _activities_of("record"),
    ),
}
