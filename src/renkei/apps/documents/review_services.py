"""Checking what was read: one record at a time, or all that one rule read from a document."""

from __future__ import annotations

import hashlib
import json
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.documents import loading
from renkei.apps.documents import review_selectors as selectors
from renkei.apps.documents.models import SourceRecord, StoredDocument
from renkei.apps.documents.review_models import Review, Verdict
from renkei.apps.documents.selectors import records
from renkei.core.errors import ConflictError, UsageError

RIGHT = "documents.review"
RESTORED = "restored"
_NAME = 40  # characters of a record that a message quotes


def stamp(record: SourceRecord, standing: Review | None) -> str:
    """Marks the state that a person sees: what was read, and which review stands on it."""
    read = hashlib.sha256(json.dumps(record.payload, sort_keys=True).encode()).hexdigest()
    return f"{read[:16]}-{standing.pk if standing else 0}"


@transaction.atomic
def review_record(
    *, by: User, record: SourceRecord, verdict: str, seen: str, reason: str = ""
) -> Review:
    """Say what ``by`` found when comparing ``record`` with the printed words.

    A rejection takes out of the register what rests on the record alone.

    ``seen`` is the :func:`stamp` of what was on the screen; if the record was read anew or somebody
    else reviewed it since, ConflictError (RK502) is raised and nothing is written. Raises
    DeniedError, and UsageError for a verdict that is none or a rejection without a reason (RK511).
    """
    current = _locked(record, by)
    if verdict not in Verdict.values:
        raise UsageError("RK503", field="verdict", found=verdict, expected="")
    if verdict == Verdict.REJECTED and not reason.strip():
        raise UsageError("RK511")
    standing = selectors.standing(current)
    if seen != stamp(current, standing):
        raise _conflict(current)
    if standing is not None:
        _end(Review.objects.filter(pk=standing.pk), by)
    review = Review.objects.create(record=current, verdict=verdict, reason=reason.strip(), actor=by)
    _follow(current, standing, review, by)
    audit.record(
        actor=by.username,
        action="review_record",
        object_type="record",
        object_id=current.pk,
        document=current.document_id,
        record=current.record_id,
        verdict=str(verdict),
        reason=review.reason,
        instead_of=standing.verdict if standing else "",
    )
    return review


@transaction.atomic
def bulk_accept(*, by: User, document: StoredDocument, rule: str, expected: int) -> UUID:
    """Accept every unchecked record that ``rule`` read from ``document``; all of them or none.

    ``expected`` is the number that the person confirmed; when it is another by now, or none,
    ConflictError (RK512) is raised. The key of the batch takes it back (:func:`withdraw_batch`).
    """
    current = _locked_document(document.pk, by)
    open_ones = selectors.QueueFilter(rule=rule, verdict=selectors.UNCHECKED)
    taken = list(selectors.queue(by, current, open_ones))
    if not rule or not taken or len(taken) != expected:
        raise ConflictError("RK512", found=len(taken), expected=expected)
    batch = uuid4()
    Review.objects.bulk_create(
        [Review(record=record, verdict=Verdict.ACCEPTED, actor=by, batch=batch) for record in taken]
    )
    audit.record(
        actor=by.username,
        action="bulk_accept",
        object_type="document",
        object_id=current.pk,
        rule=rule,
        batch=str(batch),
        records=[record.record_id for record in taken],
    )
    return batch


@transaction.atomic
def withdraw(*, by: User, record: SourceRecord, seen: str) -> None:
    """Take the standing review back: the record is unchecked again, the review stays as history.

    What a rejection took out of the register is there again.

    Raises ConflictError (RK502) when another state than ``seen`` stands by now, or none at all.
    """
    current = _locked(record, by)
    standing = selectors.standing(current)
    if standing is None or seen != stamp(current, standing):
        raise _conflict(current)
    _end(Review.objects.filter(pk=standing.pk), by)
    _follow(current, standing, None, by)
    audit.record(
        actor=by.username,
        action="withdraw_review",
        object_type="record",
        object_id=current.pk,
        document=current.document_id,
        record=current.record_id,
        verdict=standing.verdict,
    )


@transaction.atomic
def withdraw_batch(*, by: User, document: StoredDocument, batch: UUID) -> int:
    """Take back what is left of a bulk acceptance; the number of records unchecked again.

    Records that somebody has since reviewed one by one keep that review.
    """
    current = _locked_document(document.pk, by)
    reviews = Review.objects.filter(
        batch=batch, ended_at__isnull=True, record__in=records(by, current).values("pk")
    )
    number = _end(reviews, by)
    audit.record(
        actor=by.username,
        action="withdraw_batch",
        object_type="document",
        object_id=current.pk,
        batch=str(batch),
        number=number,
    )
    return number


def end_for_new_reading(records: list[SourceRecord]) -> None:
    """What was checked is no longer what is read: nobody has checked ``records`` as they are now.

    Called within the transaction of the reading.
    """
    Review.objects.filter(
        record__in=[record.pk for record in records], ended_at__isnull=True
    ).update(ended_at=timezone.now())


def _follow(record: SourceRecord, before: Review | None, now: Review | None, by: User) -> None:
    """Bring the register in step: what rests on a rejected record alone counts no more."""
    was, is_now = (one is not None and one.verdict == Verdict.REJECTED for one in (before, now))
    for loader in loading.loaders() if was != is_now else ():
        if now is not None and is_now:
            loader.reject(record, by, now.reason)
        else:
            loader.restore(record, by, RESTORED)


def _locked_document(pk: int, by: User) -> StoredDocument:
    """The document, locked: verdicts on it and readings of it go one after the other."""
    rows = StoredDocument.objects.select_for_update().defer("text", "search_text", "places")
    document = rows.get(pk=pk)
    require(by, RIGHT, document)
    return document


def _locked(record: SourceRecord, by: User) -> SourceRecord:
    """The record as it is now, its document locked first. Raises ConflictError when it is gone."""
    document = _locked_document(record.document_id, by)
    current = document.records.filter(pk=record.pk).first()
    if current is None:
        raise _conflict(record)
    return current


def _end(reviews: QuerySet[Review], by: User) -> int:
    return reviews.update(ended_at=timezone.now(), ended_by=by.username)


def _conflict(record: SourceRecord) -> ConflictError:
    latest = record.reviews.select_related("actor").first()
    words = " ".join(record.text.split())
    name = words if len(words) <= _NAME else f"{words[:_NAME]}…"
    return ConflictError("RK502", name=name, user=latest.actor if latest else "?")
