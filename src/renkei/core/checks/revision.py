"""A text with corrections put in, and the way back to where its words stood."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace

from renkei.core.checks.model import Correction
from renkei.core.source import DocumentRef, Span
from renkei.core.text.document import Document
from renkei.core.text.mapped import MappedText, Replacement


@dataclass(frozen=True, slots=True)
class Revision:
    """``document`` is the corrected text under the name of the original; ``source`` leads back."""

    document: Document
    source: MappedText

    def original(self, span: Span) -> Span:
        """The characters of the original behind ``span`` of the corrected text."""
        return self.source.span(span.start, span.end)


def revise(document: Document, corrections: Iterable[Correction]) -> Revision:
    """``document`` with ``corrections``, given in ascending order.

    Places on pages are not kept: a corrected text is a text. Raises ValueError when corrections
    overlap.
    """
    edits = (Replacement(each.span.start, each.span.end, each.text) for each in corrections)
    source = MappedText.of(document.text).replace(edits)
    digest = hashlib.sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest()
    ref = DocumentRef(document.ref.name, digest)
    return Revision(replace(document, ref=ref, text=source.text, places=(), gaps=()), source)
