"""How wide words are in a chart: SVG does not wrap them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

WIDE = {"W", "F", "A"}
NARROW_SHARE = 0.58


def width_of(words: str, size: float) -> float:
    """About how many pixels ``words`` take at a type size."""
    return sum(size * _share(each) for each in words)


def wrapped(words: str, width: float, size: float, lines: int) -> list[str]:
    """``words`` in at most so many lines of ``width``; an ellipsis stands for the rest."""
    found = list(_lines(words, width, size))
    if len(found) <= lines:
        return found
    last = found[lines - 1]
    while last and width_of(f"{last}…", size) > width:
        last = last[:-1]
    return [*found[: lines - 1], f"{last}…"]


def _lines(words: str, width: float, size: float) -> Iterator[str]:
    line = ""
    for each in words:
        if line and width_of(line + each, size) > width:
            head, _gap, rest = line.rpartition(" ")
            broken = bool(head) and each != " " and _share(each) < 1
            yield head if broken else line
            line = rest if broken else ""
        line += each
        line = line.lstrip()
    if line:
        yield line


def _share(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in WIDE else NARROW_SHARE
