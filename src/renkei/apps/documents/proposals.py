"""What a better reading would change in rows that a person touched: made here, and answered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.accounts.selectors import Viewer
from renkei.apps.audit import services as audit
from renkei.apps.documents import loading
from renkei.apps.documents.models import ReadingProposal, SourceRecord, StoredDocument
from renkei.apps.documents.proposal_models import KEPT, OPEN, TAKEN
from renkei.apps.documents.review_services import RIGHT
from renkei.apps.documents.selectors import visible_documents
from renkei.core.errors import ConflictError, UsageError

_EMPTY: tuple[object, ...] = (None, "", [])


@dataclass(frozen=True, slots=True)
class Held:
    """A row that a person touched: its record, and the values that hold, by field of a record."""

    record: SourceRecord
    values: Mapping[str, Any]


def propose(rows: Iterable[Held]) -> None:
    """Keep as proposals what is read otherwise now and is not what holds.

    Called within the transaction of the reading. A newer proposal on a field replaces an open one.
    """
    fresh: list[ReadingProposal] = []
    settled: list[int] = []
    for row in rows:
        before, now = row.record.before or {}, row.record.payload
        for field, held in row.values.items():
            if _same(before.get(field), now.get(field)):
                continue
            settled += _open(row.record, field)
            if not _same(held, now.get(field)):
                fresh.append(_proposal(row.record, field, held, now.get(field)))
        settled += _open(row.record, "")
    ReadingProposal.objects.filter(pk__in=settled).delete()
    ReadingProposal.objects.bulk_create(fresh)


def propose_withdrawal(records: Iterable[SourceRecord]) -> None:
    """The readings of ``records`` are gone, but a person touched what rests on them."""
    ReadingProposal.objects.bulk_create(
        ReadingProposal(record=record, words_before=record.text)
        for record in records
        if not _open(record, "")
    )


def end_withdrawals(records: Iterable[SourceRecord]) -> None:
    """``records`` are read again."""
    ReadingProposal.objects.filter(record__in=list(records), field="", state=OPEN).delete()


def open_proposals(viewer: Viewer) -> QuerySet[ReadingProposal]:
    """Proposals that nobody has answered, of documents the viewer may open."""
    return _seen(viewer).filter(state=OPEN)


def answered_proposals(viewer: Viewer) -> QuerySet[ReadingProposal]:
    """Proposals that somebody answered, of documents the viewer may open; the latest first."""
    return _seen(viewer).exclude(state=OPEN).order_by("-answered_at", "-pk")


def proposals_of(viewer: Viewer, records: Iterable[SourceRecord]) -> list[ReadingProposal]:
    """All proposals on ``records``, answered ones too, in order."""
    return list(_seen(viewer).filter(record__in=list(records)))


@transaction.atomic
def answer(*, by: User, proposal: ReadingProposal, take: bool, reason: str) -> ReadingProposal:
    """Let what is read now hold (``take``), or keep what a person said.

    Raises DeniedError unless ``by`` may check the document, and for ``take`` may correct the row;
    UsageError without a reason (RK504); ConflictError (RK502) when somebody answered already.
    """
    document = _locked_document(proposal)
    require(by, RIGHT, document)
    if not reason.strip():
        raise UsageError("RK504")
    current = ReadingProposal.objects.select_related("record", "by").get(pk=proposal.pk)
    if current.state != OPEN:
        raise ConflictError("RK502", name=current.record.text[:40], user=current.by or "?")
    if take:
        for loader in loading.loaders():
            loader.adopt(current, by, reason.strip())
    current.state = TAKEN if take else KEPT
    current.by, current.reason, current.answered_at = by, reason.strip(), timezone.now()
    current.save()
    audit.record(
        actor=by.username, action="answer_proposal", object_type="record",
        object_id=current.record_id, field=current.field, held=current.held, read=current.read,
        state=current.state, reason=current.reason,
    )  # fmt: skip
    return current


@transaction.atomic
def answer_all(
    *, by: User, proposals: Iterable[ReadingProposal], take: bool, reason: str, expected: int
) -> int:
    """Answer several at once, all or none; ``expected`` is the number that the person confirmed.

    ConflictError (RK512) when it is another by now.
    """
    rows = list(proposals)
    if not rows or len(rows) != expected:
        raise ConflictError("RK512", found=len(rows), expected=expected)
    for row in rows:
        answer(by=by, proposal=row, take=take, reason=reason)
    return len(rows)


def _seen(viewer: Viewer) -> QuerySet[ReadingProposal]:
    return (
        ReadingProposal.objects.filter(record__document__in=visible_documents(viewer).values("pk"))
        .select_related("record__document", "by")
        .defer("record__document__text", "record__document__search_text")
    )


def _locked_document(proposal: ReadingProposal) -> StoredDocument:
    rows = StoredDocument.objects.select_for_update().defer("text", "search_text", "places")
    return rows.get(pk=proposal.record.document_id)


def _open(record: SourceRecord, field: str) -> list[int]:
    rows = record.proposals.filter(field=field, state=OPEN)
    return list(rows.values_list("pk", flat=True))


def _proposal(record: SourceRecord, field: str, held: Any, read: Any) -> ReadingProposal:
    before = record.before or record.payload
    return ReadingProposal(
        record=record, field=field, held=held, read=read,
        words_before=before["evidence"]["text"], words=record.text,
    )  # fmt: skip


def _same(one: Any, other: Any) -> bool:
    return bool(one == other) or (one in _EMPTY and other in _EMPTY)
