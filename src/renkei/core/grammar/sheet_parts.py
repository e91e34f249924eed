"""The numbered parts of an item: 「２（１）…（２）ア …」 is 2(1), 2(2) and 2(2)ア."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from renkei.core.grammar.atoms import CIRCLED, circled_number
from renkei.core.grammar.sheet_items import Passage, opens_paragraph, top_mark, whole_passage

_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
_MARK = re.compile(
    rf"(?P<digits>\(\d{{1,2}}\))|(?P<kana>\([{_KANA}]\)|[{_KANA}](?=[ \t]))"
    rf"|(?P<circle>[{CIRCLED}])|(?P<bullet>[・●○◆■▪•])"
)
_MARKED_LINE = re.compile(rf"\n[ \t\f]*(?:-[ \t]+)?(?={_MARK.pattern})")


class Part(NamedTuple):
    """The words of one mark, without those of the marks below it."""

    number: str
    passage: Passage


class _Mark(NamedTuple):
    """A mark as printed, its kind and its place in the series (0 for a bullet)."""

    kind: str
    printed: str
    order: int
    start: int
    end: int


def numbered_parts(text: str, item: Passage, marked: bool) -> list[Part]:
    """The parts of ``item`` in order; the item itself where nothing in it is numbered.

    A mark counts if it opens a paragraph (or follows another mark) and its series goes on.
    """
    top = top_mark(text, item.start, item.end)
    path = [top[0]] if top else []
    begin = top[1] if top else item.start
    if not (_MARK.match(text, begin, item.end) or _MARKED_LINE.search(text, begin, item.end)):
        return [Part("".join(path), item)]  # most items
    numbers, starts = ["".join(path)], [item.start]
    stack: list[_Mark] = []
    for mark in _marks(text, begin, item.end, marked):
        below = next((i for i, above in enumerate(stack) if above.kind == mark.kind), len(stack))
        expected = stack[below].order + 1 if below < len(stack) else 1
        if mark.order not in (0, expected):
            continue
        stack[below:] = [mark]
        numbers.append("".join(path + [above.printed for above in stack]))
        starts.append(mark.start)
    if not stack:
        return [Part(numbers[0], item)]
    parts: list[Part] = []
    for number, start, end in zip(numbers, starts, [*starts[1:], item.end], strict=True):
        if number != "".join(path) or text[begin:end].strip():
            parts += [Part(number, one) for one in whole_passage(text, start, end, marked)]
    return parts


def _marks(text: str, begin: int, end: int, marked: bool) -> Iterator[_Mark]:
    at: int | None = begin
    while at is not None:
        found = _MARK.match(text, at, end)
        if found is None:
            at = _next_line(text, begin, at, end, marked)
            continue
        yield _mark(found)
        at = _skip_blanks(text, found.end(), end)


def _next_line(text: str, begin: int, at: int, end: int, marked: bool) -> int | None:
    """Where the next mark that opens a paragraph stands."""
    for line in _MARKED_LINE.finditer(text, at, end):
        if opens_paragraph(text, begin, line.end(), marked):
            return line.end()
    return None


def _skip_blanks(text: str, at: int, end: int) -> int:
    while at < end and text[at] in " \t":
        at += 1
    return at


def _mark(found: re.Match[str]) -> _Mark:
    kind, printed = found.lastgroup or "", found[0]
    return _Mark(kind, printed, _order(kind, printed.strip("()")), found.start(), found.end())


def _order(kind: str, bare: str) -> int:
    if kind == "digits":
        return int(bare)
    if kind == "kana":
        return _KANA.index(bare) + 1
    return circled_number(bare) or 0
