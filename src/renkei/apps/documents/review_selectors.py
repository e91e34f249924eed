"""What was checked and what was not. The viewer comes first, as in ``selectors``.

Only a standing review counts: one that was taken back, or whose record has been read differently
since, leaves the record unchecked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.documents.models import SourceRecord, StoredDocument
from renkei.apps.documents.review_models import Review, Verdict
from renkei.apps.documents.sampling import Share
from renkei.apps.documents.selectors import records, visible_documents

UNCHECKED = "unchecked"
STANDING = Q(reviews__ended_at__isnull=True)
GROUPS = ("rule", "type")


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which records to work through; "" asks for nothing. ``verdict`` may be :data:`UNCHECKED`.

    ``noted`` keeps those in which something was inferred.
    """

    type: str = ""
    rule: str = ""
    verdict: str = ""
    noted: bool = False


@dataclass(frozen=True, slots=True)
class Progress:
    """Numbers of records. ``in_bulk`` of the accepted ones were accepted without looking at each."""

    document: str
    document_id: int
    rule: str
    type: str
    total: int
    accepted: int
    corrected: int
    rejected: int
    in_bulk: int

    @property
    def checked(self) -> int:
        """Records on which a review stands."""
        return self.accepted + self.corrected + self.rejected

    @property
    def unchecked(self) -> int:
        """Records that nobody checked."""
        return self.total - self.checked


@dataclass(frozen=True, slots=True)
class Sample:
    """The sample of one rule or type (``group``) of a document.

    ``records`` are keys in the order of the draw; ``share`` is what is known from those of them
    that somebody looked at one by one.
    """

    group: str
    total: int
    records: tuple[int, ...]
    share: Share


def standing(record: SourceRecord) -> Review | None:
    """The review that counts, if there is one."""
    return record.reviews.filter(ended_at__isnull=True).select_related("actor").first()


def history(viewer: Viewer, record: SourceRecord) -> QuerySet[Review]:
    """All reviews of a record, newest first."""
    seen = visible_documents(viewer).values("pk")
    return Review.objects.filter(record=record, record__document__in=seen).select_related("actor")


def queue(viewer: Viewer, document: StoredDocument, asked: QueueFilter) -> QuerySet[SourceRecord]:
    """The records asked for, in order of the text."""
    rows = records(viewer, document, asked.type)
    if asked.rule:
        rows = rows.filter(rule=asked.rule)
    if asked.noted:
        rows = rows.exclude(notes=[])
    reviews = Review.objects.filter(record=OuterRef("pk"), ended_at__isnull=True)
    if asked.verdict == UNCHECKED:
        rows = rows.filter(~Exists(reviews))
    elif asked.verdict:
        rows = rows.filter(Exists(reviews.filter(verdict=asked.verdict)))
    return rows


def latest_by(viewer: Viewer, document: StoredDocument) -> Review | None:
    """The newest standing review of the viewer on a document: what an undo takes back."""
    seen = records(viewer, document).values("pk")
    return (
        Review.objects.filter(record__in=seen, ended_at__isnull=True, actor_id=viewer.pk)
        .select_related("record")
        .first()
    )


def left_of_batch(viewer: Viewer, review: Review) -> int:
    """How many records an undo of ``review`` makes unchecked: its whole batch, or one."""
    if review.batch is None:
        return 1
    seen = visible_documents(viewer).values("pk")
    return Review.objects.filter(
        batch=review.batch, ended_at__isnull=True, record__document__in=seen
    ).count()


def progress(viewer: Viewer, document: StoredDocument | None = None) -> list[Progress]:
    """Per document, rule and type; one query."""
    rows = SourceRecord.objects.filter(document__in=visible_documents(viewer).values("pk"))
    if document is not None:
        rows = rows.filter(document=document)
    numbers = {
        verdict.value: Count("reviews", filter=STANDING & Q(reviews__verdict=verdict))
        for verdict in Verdict
    }
    told = cast(
        Iterable[dict[str, Any]],
        rows.order_by("document__name", "document", "rule", "type")
        .values("document__name", "document", "rule", "type")
        .annotate(
            total=Count("pk", distinct=True),
            in_bulk=Count("reviews", filter=STANDING & Q(reviews__batch__isnull=False)),
            **numbers,
        ),
    )
    return [
        Progress(row.pop("document__name"), row.pop("document"), **row)  # the rest are its fields
        for row in told
    ]


def samples(viewer: Viewer, document: StoredDocument, group: str, size: int) -> list[Sample]:
    """Up to ``size`` records per rule or type (``group`` is one of :data:`GROUPS`).

    The draw is the same for everyone and every time: records are ordered by the hash of the
    document's hash and their id. A bulk acceptance tells nothing about errors and is not counted.
    """
    looked_at = Review.objects.filter(
        record=OuterRef("pk"), ended_at__isnull=True, batch__isnull=True
    ).values("verdict")
    rows = records(viewer, document).annotate(verdict=Subquery(looked_at[:1]))
    groups: dict[str, list[tuple[str, int, str | None]]] = {}
    for pk, record_id, name, verdict in rows.values_list("pk", "record_id", group, "verdict"):
        draw = hashlib.sha256(f"{document.sha256}:{record_id}".encode()).hexdigest()
        groups.setdefault(name, []).append((draw, pk, verdict))
    return [_sample(name, sorted(members), size) for name, members in sorted(groups.items())]


def _sample(name: str, members: list[tuple[str, int, str | None]], size: int) -> Sample:
    drawn = members[:size]
    verdicts = [verdict for _, _, verdict in drawn if verdict]
    wrong = sum(1 for verdict in verdicts if verdict != Verdict.ACCEPTED)
    return Sample(name, len(members), tuple(pk for _, pk, _ in drawn), Share(wrong, len(verdicts)))
