"""One page of a document: its lines with the passages that were read, and where one is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

from django.db.models import QuerySet
from django.http import QueryDict
from django.urls import reverse
from django.utils.http import content_disposition_header

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.documents import selectors
from renkei.apps.documents.models import Leftover, SourceRecord, StoredDocument
from renkei.core.source import DocumentRef, Span
from renkei.core.text.document import Document
from renkei.web.documents.index import Entry, Found, entries, leftovers
from renkei.web.documents.passages import Passage, TextLine, page_at, pages, text_lines
from renkei.web.paging import Pager, page_number

Row = TypeVar("Row", SourceRecord, Leftover)


@dataclass(frozen=True, slots=True)
class Part:
    """A page of the text. ``asked`` is the line that was asked for, None for none."""

    lines: list[TextLine]
    address: str
    pager: Pager
    first_line: int
    last_line: int
    line_count: int
    asked: int | None
    entries: list[Entry]
    leftovers: list[Found]


def part(viewer: Viewer, stored: StoredDocument, query: QueryDict) -> Part:
    """The page asked for by ``page``, by ``line`` or by ``at`` (an offset); else the first."""
    document = Document(DocumentRef(stored.name, stored.sha256), stored.text)
    spans = pages(document)
    line = page_number(query.get("line", "0")) if query.get("line") else None
    if line is not None:
        line = min(line, document.line_count)
    number = _asked_page(document, spans, line, query)
    span = spans[number]
    records = list(_within(selectors.records(viewer, stored), span))
    left = list(_within(selectors.leftovers(viewer, stored), span))
    passages = [Passage(Span(one.start, one.end), one.pk) for one in records]
    passages += [Passage(Span(one.start, one.end), one.pk, "leftover") for one in left]
    lines = text_lines(document, span, passages)
    return Part(
        lines=lines,
        address=reverse("documents_one", args=[stored.pk]),
        pager=Pager(number + 1, len(spans), document.line_count, 1),
        first_line=lines[0].number,
        last_line=lines[-1].number,
        line_count=document.line_count,
        asked=line,
        entries=entries(viewer, records),
        leftovers=leftovers(left),
    )


def attachment(name: str) -> str:
    """The header that makes the browser save a file under ``name``."""
    return content_disposition_header(True, name) or "attachment"


def _asked_page(
    document: Document, spans: tuple[Span, ...], line: int | None, query: QueryDict
) -> int:
    if line is not None:
        return page_at(spans, document.line(line).span.start)
    if query.get("at"):
        return page_at(spans, page_number(query.get("at", "")))
    return min(page_number(query.get("page", "")), len(spans)) - 1


def _within(rows: QuerySet[Row], span: Span) -> QuerySet[Row]:
    return rows.filter(start__lt=span.end, end__gt=span.start)
