"""What the checker says of a document as it stands corrected, in offsets of the original."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from renkei.apps.checking.models import Edit
from renkei.apps.documents.models import StoredDocument
from renkei.core.checks import Correction, Finding, Subject, check
from renkei.core.checks.revision import Revision, revise
from renkei.core.pipeline import read
from renkei.core.source import DocumentRef, Span
from renkei.core.text.document import Document
from renkei.core.vocabulary import load


@dataclass(frozen=True, slots=True)
class Checked:
    """A corrected text and its findings, gravest first; passes and rules not applied among them."""

    revision: Revision
    findings: tuple[Finding, ...]

    @property
    def digest(self) -> str:
        """Marks the state that a person sees: another text, another digest."""
        return self.revision.document.ref.sha256

    @property
    def failures(self) -> tuple[Finding, ...]:
        """What is wrong, or could not be checked because a rule broke off."""
        return tuple(each for each in self.findings if each.outcome in ("fail", "crashed"))

    def find(self, fingerprint: str) -> Finding | None:
        """The failure with ``fingerprint``; None when it is no longer found."""
        return next((each for each in self.failures if each.fingerprint == fingerprint), None)

    def spans(self, finding: Finding) -> tuple[Span, ...]:
        """Where the places of ``finding`` stand in the original."""
        return tuple(self.revision.original(Span(p.start, p.end)) for p in finding.places)

    def corrections(self, finding: Finding) -> tuple[Correction, ...]:
        """The certain corrections of ``finding``, in offsets of the original."""
        return tuple(
            Correction(self.revision.original(each.span), each.text) for each in finding.corrections
        )


def checked(document: StoredDocument, edits: tuple[Edit, ...]) -> Checked:
    """Check ``document`` with its standing ``edits``, given in order of the text."""
    corrections = tuple(Correction(Span(e.start, e.end), e.text) for e in edits)
    original = Document(
        DocumentRef(document.name, document.sha256), document.text, media_type=document.media_type
    )
    return _checked(original, corrections)


@lru_cache(maxsize=8)  # a page, the form sent from it and the next page ask for the same text
def _checked(original: Document, corrections: tuple[Correction, ...]) -> Checked:
    revision = revise(original, corrections)
    vocabulary = load()
    reading = read(revision.document, vocabulary)
    subject = Subject(reading.document, reading.records, vocabulary, reading.form)
    return Checked(revision, check(subject))
