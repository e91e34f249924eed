"""Doing something about a finding: correct, dismiss, give as a task, clear, and take it back.

Every write is asked with ``seen``, the digest of the corrected text that was on the screen. When
somebody else corrected it since, ConflictError (RK502) is raised and nothing is written.
"""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import may, require
from renkei.apps.audit import services as audit
from renkei.apps.checking import selectors
from renkei.apps.checking.findings import Checked
from renkei.apps.checking.models import Act, Clearance, Decision, DecisionKind, Edit
from renkei.apps.documents.models import StoredDocument
from renkei.apps.documents.selectors import visible_documents
from renkei.core.checks import Correction, Finding
from renkei.core.errors import ConflictError, UsageError
from renkei.core.source import Span

RIGHT = "checking.decide"
_NAME = 40  # characters of a text that a message quotes


@transaction.atomic
def accept(*, by: User, document: StoredDocument, fingerprint: str, seen: str) -> list[Edit]:
    """Put the certain corrections of a finding into the text.

    Raises UsageError RK521 when the finding has none, RK522 when one meets a standing edit.
    """
    current, found = _locked(document, by, seen)
    finding = _finding(found, fingerprint)
    corrections = found.corrections(finding)
    if not corrections:
        raise UsageError("RK521", rule=finding.rule.id)
    return _put_in(by, current, finding, corrections, "")


@transaction.atomic
def correct(
    *,
    by: User,
    document: StoredDocument,
    fingerprint: str,
    seen: str,
    place: int,
    text: str,
    reason: str,
) -> Edit:
    """Let the words of place number ``place`` (from 0) of a finding read ``text``.

    Raises UsageError: RK504 without a reason, RK523 when nothing changes or there is no such place.
    """
    current, found = _locked(document, by, seen)
    finding = _finding(found, fingerprint)
    spans = found.spans(finding)
    if not reason.strip():
        raise UsageError("RK504")
    if not 0 <= place < len(spans) or current.text[spans[place].start : spans[place].end] == text:
        raise UsageError("RK523")
    [edit] = _put_in(by, current, finding, (Correction(spans[place], text),), reason.strip())
    return edit


@transaction.atomic
def dismiss(
    *, by: User, document: StoredDocument, fingerprint: str, seen: str, reason: str
) -> Decision:
    """Say that a finding is none, and why; remembered for the same finding in the same words.

    Raises UsageError RK524 without a reason.
    """
    if not reason.strip():
        raise UsageError("RK524")
    return _decide(by, document, fingerprint, seen, DecisionKind.DISMISSED, reason)


@transaction.atomic
def assign(
    *,
    by: User,
    document: StoredDocument,
    fingerprint: str,
    seen: str,
    assignee: User,
    reason: str = "",
) -> Decision:
    """Give a finding to somebody as a task.

    Raises UsageError RK525 for somebody who may not open the document or decide on it.
    """
    may_open = visible_documents(assignee).filter(pk=document.pk).exists()
    if not may_open or not may(assignee, RIGHT, document):
        raise UsageError("RK525", user=assignee)
    return _decide(by, document, fingerprint, seen, DecisionKind.TASK, reason, assignee)


@transaction.atomic
def take_back(*, by: User, act: Act) -> None:
    """End an edit, a decision or a clearance. Raises ConflictError RK526 when it has ended."""
    require(by, RIGHT, _lock(act.document_id))
    number = (
        type(act)
        ._default_manager.filter(pk=act.pk, ended_at__isnull=True)
        .update(ended_at=timezone.now(), ended_by=by.username)
    )
    if not number:
        raise ConflictError("RK526")
    kind = act._meta.model_name or ""
    _audit(by, f"take_back_{kind}", act.document_id, act=act.pk, what=str(act))


@transaction.atomic
def clear(*, by: User, document: StoredDocument, seen: str, reason: str = "") -> Clearance:
    """Say that the text as corrected may be decided and published.

    With open errors somebody signs for them: raises UsageError RK527 without a reason.
    """
    current, found = _locked(document, by, seen)
    left = selectors.open_errors(by, current)
    if left and not reason.strip():
        raise UsageError("RK527", number=len(left))
    Clearance.objects.filter(document=current, ended_at__isnull=True).update(
        ended_at=timezone.now(), ended_by=by.username
    )
    signed = [{"rule": each.rule.id, "found": each.found} for each in left]
    row = Clearance.objects.create(
        document=current, actor=by, digest=found.digest, signed=signed, reason=reason.strip()
    )
    _audit(by, "clear_document", current.pk, digest=found.digest, signed=signed, reason=row.reason)
    return row


def _decide(
    by: User,
    document: StoredDocument,
    fingerprint: str,
    seen: str,
    kind: str,
    reason: str,
    assignee: User | None = None,
) -> Decision:
    current, found = _locked(document, by, seen)
    finding = _finding(found, fingerprint)
    Decision.objects.filter(
        document=current, fingerprint=fingerprint, ended_at__isnull=True
    ).update(ended_at=timezone.now(), ended_by=by.username)
    row = Decision.objects.create(
        document=current,
        kind=kind,
        rule=finding.rule.id,
        fingerprint=fingerprint,
        found=finding.found or "",
        reason=reason.strip(),
        actor=by,
        assignee=assignee,
    )
    _audit(
        by,
        f"finding_{kind}",
        current.pk,
        rule=row.rule,
        found=row.found,
        reason=row.reason,
        assignee=assignee.username if assignee else "",
    )
    return row


def _put_in(
    by: User,
    document: StoredDocument,
    finding: Finding,
    corrections: Sequence[Correction],
    reason: str,
) -> list[Edit]:
    standing = list(selectors.edits(by, document))
    made = []
    for each in corrections:
        met = next((edit for edit in standing if _meets(edit, each.span)), None)
        if met is not None:
            raise UsageError("RK522", printed=met.printed[:_NAME], text=met.text[:_NAME])
        edit = Edit.objects.create(
            document=document,
            start=each.span.start,
            end=each.span.end,
            printed=document.text[each.span.start : each.span.end],
            text=each.text,
            rule=finding.rule.id,
            fingerprint=finding.fingerprint,
            reason=reason,
            actor=by,
        )
        made.append(edit)
    _audit(
        by,
        "correct_text",
        document.pk,
        rule=finding.rule.id,
        reason=reason,
        edits=[[edit.start, edit.end, edit.printed, edit.text] for edit in made],
    )
    return made


def _meets(edit: Edit, span: Span) -> bool:
    """Whether both change a character, or put something in at the same place."""
    if edit.start == edit.end or span.start == span.end:
        return edit.start <= span.end and edit.end >= span.start
    return edit.start < span.end and edit.end > span.start


def _lock(pk: int) -> StoredDocument:
    """The document, locked: what is done about its findings goes one after the other."""
    return StoredDocument.objects.select_for_update().get(pk=pk)


def _locked(document: StoredDocument, by: User, seen: str) -> tuple[StoredDocument, Checked]:
    current = _lock(document.pk)
    require(by, RIGHT, current)
    found = selectors.look(by, current)
    if seen != found.digest:
        latest = Edit.objects.filter(document=current).select_related("actor").first()
        raise ConflictError("RK502", name=current, user=latest.actor if latest else "?")
    return current, found


def _finding(found: Checked, fingerprint: str) -> Finding:
    finding = found.find(fingerprint)
    if finding is None:
        raise ConflictError("RK528")
    return finding


def _audit(by: User, action: str, document: int, **data: object) -> None:
    audit.record(
        actor=by.username, action=action, object_type="document", object_id=document, **data
    )
