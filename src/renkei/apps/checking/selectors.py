"""Reading findings and what was done about them. The viewer comes first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from django.db.models import Q, QuerySet

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import may
from renkei.apps.accounts.selectors import Viewer
from renkei.apps.checking.findings import Checked, checked
from renkei.apps.checking.models import Act, Clearance, Decision, DecisionKind, Edit
from renkei.apps.documents.models import StoredDocument
from renkei.apps.documents.selectors import visible_documents
from renkei.core.checks import Finding

State = Literal["open", "dismissed", "task"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A finding and the decision that stands on it."""

    finding: Finding
    decision: Decision | None

    @property
    def state(self) -> str:
        """Open, or what was decided; a task is open until the text is corrected."""
        return str(self.decision.kind) if self.decision else "open"


def edits(viewer: Viewer, document: StoredDocument) -> QuerySet[Edit]:
    """The standing edits of a document, in order of the text."""
    return (
        Edit.objects.filter(ended_at__isnull=True, **_of(viewer, document))
        .select_related("actor")
        .order_by("start", "pk")
    )


def past_edits(viewer: Viewer, document: StoredDocument) -> QuerySet[Edit]:
    """Edits that were taken back, the latest first."""
    return Edit.objects.filter(ended_at__isnull=False, **_of(viewer, document)).select_related(
        "actor"
    )


def look(viewer: Viewer, document: StoredDocument) -> Checked:
    """Check a document as it stands corrected."""
    return checked(document, tuple(edits(viewer, document)))


def judged(viewer: Viewer, document: StoredDocument, found: Checked) -> list[Judged]:
    """Every failure with the decision that stands on it, gravest first.

    A dismissal in another document that the viewer may open holds for the same words here too.
    """
    standing = decisions(viewer, document)
    return [Judged(each, standing.get(each.fingerprint)) for each in found.failures]


def decisions(viewer: Viewer, document: StoredDocument) -> dict[str, Decision]:
    """Standing decisions by fingerprint; one on this document goes before one on another."""
    here = Q(document=document)
    elsewhere = Q(kind=DecisionKind.DISMISSED, document__in=visible_documents(viewer).values("pk"))
    rows = (
        Decision.objects.filter(here | elsewhere, ended_at__isnull=True)
        .filter(document__in=visible_documents(viewer).values("pk"))
        .select_related("actor", "assignee", "document")
        .defer("document__text", "document__search_text", "document__places")
    )
    ordered = sorted(rows, key=lambda row: row.document_id == document.pk)
    return {row.fingerprint: row for row in ordered}


def open_errors(viewer: Viewer, document: StoredDocument) -> list[Finding]:
    """Errors that were neither corrected nor dismissed: the document cannot be cleared with them."""
    found = look(viewer, document)
    return [
        each.finding
        for each in judged(viewer, document, found)
        if each.finding.severity == "error" and each.state != DecisionKind.DISMISSED
    ]


def clearance(viewer: Viewer, document: StoredDocument) -> Clearance | None:
    """The standing clearance, if the text is still the one that was cleared."""
    row = (
        Clearance.objects.filter(ended_at__isnull=True, **_of(viewer, document))
        .select_related("actor")
        .first()
    )
    return row if row and row.digest == look(viewer, document).digest else None


def tasks(user: User) -> QuerySet[Decision]:
    """Findings given to ``user``, the oldest first."""
    return (
        Decision.objects.filter(
            kind=DecisionKind.TASK,
            assignee=user,
            ended_at__isnull=True,
            document__in=visible_documents(user).values("pk"),
        )
        .select_related("document", "actor")
        .defer("document__text", "document__search_text", "document__places")
        .order_by("at", "pk")
    )


def act(viewer: Viewer, document: StoredDocument, kind: str, pk: int) -> Act | None:
    """An edit, decision or clearance of a document by its key; None when there is none."""
    model = {"edit": Edit, "decision": Decision, "clearance": Clearance}.get(kind)
    if model is None:
        return None
    rows: QuerySet[Act] = model._default_manager.filter(**_of(viewer, document))
    return rows.filter(pk=pk).first()


def helpers(document: StoredDocument) -> list[User]:
    """Those to whom a finding of ``document`` may be given, by name."""
    people = User.objects.filter(is_active=True).select_related("organisation")
    return [one for one in people.order_by("username") if may(one, "checking.decide", document)]


def _of(viewer: Viewer, document: StoredDocument) -> dict[str, object]:
    return {"document": document, "document__in": visible_documents(viewer).values("pk")}
