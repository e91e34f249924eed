"""Putting a text together from passages, remembering where each stands."""

from __future__ import annotations

import re

from renkei.core.source import Place, Span
from renkei.core.text.markup import BULLETS

# The look-behind lets a run of spaces be tried only from its first: long runs stay linear.
_BREAKS = re.compile(r"(?<![ \t])[ \t]*+(?:[\r\n\v\f\x85\u2028\u2029][ \t]*+)+")
_TABS = re.compile(r"\t+")
_PROSE = 80  # characters; a longer cell keeps its line breaks, a shorter one was only wrapped


class TextBuilder:
    """Collects the text of a document that is not plain text, with a place per passage."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self.places: list[tuple[Span, Place]] = []
        self.gaps: list[tuple[Span, str]] = []

    def add(self, text: str, place: Place | None = None) -> None:
        """Append ``text``, which stands at ``place``."""
        if place is not None and text:
            self.places.append((Span(self._length, self._length + len(text)), place))
        self._parts.append(text)
        self._length += len(text)

    def gap(self, reason: str) -> None:
        """Something stands here that could not be read."""
        self.gaps.append((Span(self._length, self._length), reason))

    @property
    def text(self) -> str:
        """All that was added."""
        return "".join(self._parts)


def cell_text(text: str) -> str:
    """The words of a table cell, fit to stand in a row whose cells are parted by tabs.

    Breaks in a short cell are wraps of a narrow column and become a space; a cell of prose or of
    a list keeps them, because there they part entries.
    """
    whole = _TABS.sub(" ", text).strip()
    wrap = cell_break(len(whole))
    listed = whole.startswith(BULLETS)

    def broken(found: re.Match[str]) -> str:
        before, after = (
            whole[found.start() - 1 : found.start()],
            whole[found.end() : found.end() + 1],
        )
        return "\n" if ends_entry(before, after, listed=listed) else wrap

    return _BREAKS.sub(broken, whole)


def ends_entry(before: str, after: str, *, listed: bool) -> bool:
    """Whether a sentence or an entry of a list ends between two lines, even of a short cell."""
    return before.endswith("。") or (listed and after.startswith(BULLETS))


def cell_break(length: int) -> str:
    """What a line break in a cell of ``length`` characters is read as."""
    return "\n" if length > _PROSE else " "


def column_letters(column: int) -> str:
    """Spreadsheet letters of a column counted from 0: 0 is A, 26 is AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
