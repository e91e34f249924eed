"""Paragraphs of hard-wrapped text: where they end, how their lines join, what are page numbers.

Converted documents break paragraphs over lines in one of two ways. Some leave a blank at the end
of the last line of each paragraph (the paragraph mark of the original), so that a line without
one goes on; others print a paragraph per line and break it only at page ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_MARKED_SHARE = 0.8
_MARKED_LEAST = 5
_PAGE_NUMBER = re.compile(
    r"(?:p\.?\s?|-\s?)?[0-9]{1,4}(?:\s?-)?|[0-9]{1,4}/[0-9]{1,4}", re.IGNORECASE
)
_PAGE_GAP = 3
_CLOSING = {")": "(", "」": "「", "』": "『", "】": "【"}


class TextLine(NamedTuple):
    """A line with something on it: ``start`` to ``end`` (exclusive) without outer blanks.

    ``gap`` is the number of line breaks since the line before, ``marked`` whether a blank
    follows the last word.
    """

    start: int
    end: int
    text: str
    gap: int
    marked: bool


def has_paragraph_marks(text: str) -> bool:
    """True if nearly all sentences that end a line of normalised ``text`` are followed by a blank."""
    bare = text.count("。\n")
    marked = text.count("。 \n") + text.count("。  \n")
    return marked >= _MARKED_LEAST and marked >= _MARKED_SHARE * (marked + bare)


def text_lines(text: str, start: int, end: int) -> Iterator[TextLine]:
    """The lines between ``start`` and ``end`` (exclusive) that are not empty."""
    gap = 0
    at = start
    for raw in text[start:end].split("\n"):
        words = raw.strip()
        if words:
            left = at + raw.index(words[0])
            marked = raw.rstrip("\r\f")[-1] in " \t"
            yield TextLine(left, left + len(words), words, gap, marked)
            gap = 0
        gap += 1
        at += len(raw) + 1


def is_page_number(line: TextLine) -> bool:
    """A number alone on its line, set off from the text before it by at least two empty lines."""
    return line.gap >= _PAGE_GAP and _looks_like_page(line.text)


def _looks_like_page(words: str) -> bool:
    return len(words) <= len("1234/1234") and _PAGE_NUMBER.fullmatch(words) is not None


_LATIN_BREAK = re.compile(r"\n(?<=[0-9A-Za-z]\n)(?=[0-9A-Za-z])")


def join_words(parts: list[str]) -> str:
    """Join the lines of one paragraph; a blank goes only between two Latin words or numbers."""
    if len(parts) == 1:
        return parts[0]
    return _LATIN_BREAK.sub(" ", "\n".join(parts)).replace("\n", "")


def join_span(text: str, start: int, end: int) -> str:
    """The words between ``start`` and ``end`` as one line, page numbers left out."""
    if "\n" not in text[start:end]:
        return text[start:end].strip()
    parts: list[str] = []
    gap = 0
    for raw in text[start:end].split("\n"):
        words = raw.strip()
        if words and not (gap >= _PAGE_GAP and _looks_like_page(words)):
            parts.append(words)
        gap = 1 if words else gap + 1
    return join_words(parts) if parts else ""


_SENTENCE_END = frozenset("。)」』】:.")
_SHORT_LINE = 36
# A line that ends so is in the middle of a sentence; a heading ends with a noun.
_BREAKS_OFF = re.compile("[ぁ-ん、,・]")


def join_paragraphs(text: str, start: int, end: int, marked: bool) -> str:
    """The words between ``start`` and ``end``, one paragraph to a line."""
    return "\n".join(
        join_words([text[first:last] for first, last in lines])
        for lines in paragraphs(text, start, end, marked)
    )


def paragraphs(text: str, start: int, end: int, marked: bool) -> Iterator[list[tuple[int, int]]]:
    """Where the lines of each paragraph between ``start`` and ``end`` begin and end (exclusive).

    Without paragraph marks a line ends its paragraph if it ends a sentence or is short like a
    heading; a long line that breaks off goes on after a page break. List dashes and page numbers
    are left out.
    """
    lines: list[tuple[int, int]] = []
    gap, at = 0, start
    for raw in text[start:end].split("\n"):
        words = raw.strip()
        first = at + len(raw) - len(raw.lstrip())
        at += len(raw) + 1
        if not words:
            gap += 1
            continue
        if gap >= _PAGE_GAP and _looks_like_page(words):
            gap = 1
            continue
        gap = 1
        last = first + len(words)
        lines.append((first + 2 if words.startswith("- ") else first, last))
        if raw[-1] in " \t\r" if marked else _ends_paragraph(words):
            yield lines
            lines = []
    if lines:
        yield lines


def _ends_paragraph(words: str) -> bool:
    if words[-1] in _SENTENCE_END:
        return True
    return len(words) < _SHORT_LINE and not _BREAKS_OFF.match(words[-1])


def open_brackets(text: str) -> int:
    """How many brackets of ``text`` are still open at its end; never negative."""
    depth = 0
    for character in text:
        if character in "(「『【":
            depth += 1
        elif character in _CLOSING and depth:
            depth -= 1
    return depth


_BLANK_BETWEEN = re.compile(r"(?<=[^\x00-\x7f])[ \t]+(?=[^\x00-\x7f])")


def close_up(text: str) -> str:
    """Take out the blanks that a narrow cell left between Japanese characters.

    「知日派予備 軍育成」 is one word; "ARF トラック 1.5" keeps its blanks.
    """
    return _BLANK_BETWEEN.sub("", text)
