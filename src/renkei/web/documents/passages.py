"""Cuts a document into pages and its text into pieces that know which records were read there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from renkei.core.source import Span
from renkei.core.text.document import Document

PAGE_LINES = 400
PAGE_CHARACTERS = 60_000


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters of the document, and the key of what was read (or left over) there."""

    span: Span
    key: int
    kind: str = "record"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words between two edges of passages; ``passages`` hold them, the closest one last."""

    text: str
    passages: tuple[Passage, ...]

    @property
    def kind(self) -> str:
        """The kind of the closest passage."""
        return self.passages[-1].kind

    @property
    def target(self) -> str:
        """The entry of the index that tells of the closest passage."""
        return f"{'o' if self.kind == 'leftover' else 'e'}{self.passages[-1].key}"


@dataclass(frozen=True, slots=True)
class TextLine:
    """Line ``number``, or the part of it that is on this page."""

    number: int
    pieces: tuple[Piece, ...]


def pages(document: Document) -> tuple[Span, ...]:
    """Consecutive spans of whole lines; a line longer than a page is cut."""
    found: list[Span] = []
    start = 0
    lines = 0
    for line in document.lines:
        if lines and (lines == PAGE_LINES or line.span.end - start > PAGE_CHARACTERS):
            found.append(Span(start, line.span.start))
            start, lines = line.span.start, 0
        while line.span.end - start > PAGE_CHARACTERS:
            found.append(Span(start, start + PAGE_CHARACTERS))
            start += PAGE_CHARACTERS
        lines += 1
    found.append(Span(start, len(document.text)))
    return tuple(found)


def page_at(spans: Sequence[Span], offset: int) -> int:
    """Index of the page that holds ``offset``; the last one for what lies behind the end."""
    return max(bisect_right(spans, offset, key=lambda span: span.start) - 1, 0)


def text_lines(document: Document, page: Span, passages: Iterable[Passage]) -> list[TextLine]:
    """The lines of ``page`` with ``passages``, which may overlap and reach beyond it."""
    marked = sorted(passages, key=lambda passage: (passage.span.start, -passage.span.end))
    first = document.line_at(page.start)
    last = document.line_at(max(page.end - 1, page.start))
    return [_line(document, number, page, marked) for number in range(first, last + 1)]


def around(document: Document, span: Span, lines: int, characters: int) -> Span:
    """``span`` with up to ``lines`` whole lines before and after, at most ``characters`` each."""
    first = max(document.line_at(span.start) - lines, 1)
    last = min(document.line_at(max(span.end - 1, span.start)) + lines, document.line_count)
    start = max(document.line(first).span.start, span.start - characters)
    end = min(document.line(last).span.end, span.end + characters)
    return Span(start, max(end, span.end))


def _line(document: Document, number: int, page: Span, marked: list[Passage]) -> TextLine:
    whole = document.line(number).span
    start, end = max(whole.start, page.start), min(whole.end, page.end)
    here = [p for p in marked if p.span.start < end and p.span.end > start]
    return TextLine(number, tuple(_pieces(document.text, start, end, here)))


def _pieces(text: str, start: int, end: int, here: list[Passage]) -> Iterator[Piece]:
    edges = {start, end}
    for passage in here:
        edges.update(edge for edge in (passage.span.start, passage.span.end) if start < edge < end)
    ordered = sorted(edges)
    for left, right in pairwise(ordered):
        holding = tuple(p for p in here if p.span.start <= left and p.span.end >= right)
        yield Piece(text[left:right], holding)
