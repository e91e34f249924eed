"""A document as the core sees it: decoded text, lines, and where passages stand on pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from renkei.core.source import NOWHERE, DocumentRef, Evidence, Place, Span

_BREAK = re.compile(r"\r\n|\n|\r")


@dataclass(frozen=True, slots=True)
class Line:
    """Line ``number`` (1-based) and its characters without the line break."""

    number: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Document:
    """``text`` is the decoded source, unchanged; all offsets of the house count its characters.

    ``places`` says where passages stand on pages or in cells, in ascending order of span; empty
    for plain text.
    """

    ref: DocumentRef
    text: str
    places: tuple[tuple[Span, Place], ...] = ()
    published_year: int | None = None
    lines: tuple[Line, ...] = field(init=False, repr=False, compare=False)
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        lines: list[Line] = []
        start = 0
        for found in _BREAK.finditer(self.text):
            lines.append(
                Line(len(lines) + 1, Span(start, found.start()), self.text[start : found.start()])
            )
            start = found.end()
        lines.append(Line(len(lines) + 1, Span(start, len(self.text)), self.text[start:]))
        object.__setattr__(self, "lines", tuple(lines))
        object.__setattr__(self, "_starts", tuple(line.span.start for line in lines))

    def line_at(self, offset: int) -> int:
        """1-based number of the line that holds character ``offset``."""
        return bisect_right(self._starts, offset)

    def evidence(self, span: Span) -> Evidence:
        """Quote ``span``: the words, their line and, where known, page, box or cell."""
        return Evidence(
            document=self.ref,
            start=span.start,
            end=span.end,
            line=self.line_at(span.start),
            text=self.text[span.start : span.end],
            place=self._place(span.start),
        )

    def _place(self, offset: int) -> Place:
        if not self.places:
            return NOWHERE
        index = bisect_right(self.places, offset, key=lambda item: item[0].start) - 1
        if index < 0:
            return NOWHERE
        span, place = self.places[index]
        return place if offset < span.end else NOWHERE
