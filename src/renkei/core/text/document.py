"""A document as the core sees it: decoded text, lines, and where passages stand on pages."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO
from itertools import accumulate

from renkei.core.source import NOWHERE, DocumentRef, Evidence, Place, Span

_BREAK = re.compile(r"\r\n?|\n")


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
    for plain text. ``gaps`` are places at which the reader found something it could not read,
    each with a reason of the glossary.
    """

    ref: DocumentRef
    text: str
    places: tuple[tuple[Span, Place], ...] = ()
    published_year: int | None = None
    media_type: str = "text/plain"
    encoding: str | None = None
    gaps: tuple[tuple[Span, str], ...] = ()
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_starts", _line_starts(self.text))

    @property
    def line_count(self) -> int:
        """How many lines there are; at least 1."""
        return len(self._starts)

    def line(self, number: int) -> Line:
        """Line ``number`` (1-based). Raises IndexError when there is none."""
        if not 1 <= number <= len(self._starts):
            raise IndexError(number)
        start = self._starts[number - 1]
        stop = self._starts[number] if number < len(self._starts) else len(self.text)
        text = self.text[start:stop]
        if number < len(self._starts):
            text = text.removesuffix("\n").removesuffix("\r")
        return Line(number, Span(start, start + len(text)), text)

    @property
    def lines(self) -> Iterator[Line]:
        """All lines, made one by one."""
        return (self.line(number) for number in range(1, len(self._starts) + 1))

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


def _line_starts(text: str) -> tuple[int, ...]:
    """Offset of the first character of each line; breaks are LF, CR LF and CR."""
    if "\r" in text:
        return (0, *(found.end() for found in _BREAK.finditer(text)))
    starts = list(accumulate(map(len, StringIO(text, newline="\n")), initial=0))
    return tuple(starts if text.endswith("\n") or not text else starts[:-1])
