"""The printed words behind an activity, in the text around them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from django.urls import reverse

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.documents import selectors
from renkei.apps.documents.models import SourceRecord, StoredDocument
from renkei.core.source import DocumentRef, Span
from renkei.core.text.document import Document
from renkei.web.documents.addresses import address_of
from renkei.web.documents.passages import Passage, Piece, TextLine, around, text_lines

LINES_AROUND = 2
CHARACTERS_AROUND = 220


@dataclass(frozen=True, slots=True)
class Source:
    """A record with its printed words marked in the lines around them.

    ``address`` is "" where the viewer may see the record but not open the document; then the
    printed words stand alone.
    """

    record: SourceRecord
    lines: list[TextLine]
    address: str
    document_address: str


def sources(viewer: Viewer, records: Iterable[SourceRecord]) -> list[Source]:
    """Every record with its surroundings; each document is fetched once."""

    @cache
    def opened(pk: int) -> Document | None:
        try:
            return as_document(selectors.document(viewer, pk))
        except StoredDocument.DoesNotExist:
            return None

    return [_source(record, opened(record.document_id)) for record in records]


def as_document(stored: StoredDocument) -> Document:
    """The text with its lines."""
    return Document(DocumentRef(stored.name, stored.sha256), stored.text)


def _source(record: SourceRecord, document: Document | None) -> Source:
    span = Span(record.start, record.end)
    passage = Passage(span, record.pk, "evidence")
    if document is None:
        return Source(record, [TextLine(record.line, (Piece(record.text, (passage,)),))], "", "")
    window = around(document, span, LINES_AROUND, CHARACTERS_AROUND)
    return Source(
        record,
        text_lines(document, window, [passage]),
        address_of(record.document_id, record.line, record.start),
        reverse("documents_one", args=[record.document_id]),
    )
