"""The words of a ruled cell: its printed lines, and which of their breaks were only wraps.

A printed line was wrapped when the first word of the next would not have fitted behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from renkei.readers.pdf.frame import Box, around
from renkei.readers.pdf.layer import Layer, Printed, whole_characters

_WORD = re.compile(
    r"[!-~]+|[「『（【〈《〔]*.[、。，．」』）】〉》〕：；？！ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]*"
)
_OPENS = re.compile(r"[・●○■◆◇□▪•※①-⑳<〈＜【-]")  # what begins an entry never continues one
_ITEM = re.compile(r"\d{1,2}[ 　.．)）]")
_ENDS = re.compile(r"[。】>〉＞]$")
_HANGS = re.compile(r"[、。，．」』）】〉》〕]$")  # may stand in the margin of a cell
_HANGS_IN = re.compile(r"[「『（【〈《〔]")
_SLACK = 0.25  # characters; widths are rounded
_WIDEST_PADDING = 1.2  # characters on each side of a cell


@dataclass(frozen=True, slots=True)
class CellLine:
    """A printed line of a cell. ``room`` is what stays free behind it, in characters.

    ``wraps``: the next line goes on with it; on the last line: it looks as if one would.
    """

    words: Printed
    page: int
    room: float
    wraps: bool


Cell = list[CellLine]


def cell_lines(layer: Layer, units: Sequence[int], box: Box, page: int) -> Cell:
    """The lines of the cell ``box`` that holds ``units``."""
    printed = sorted(_printed(layer, units), key=lambda line: (line.box[1], line.box[0]))
    padding = _padding(printed, box)
    lines = [
        CellLine(line, page, room, wraps=room < 1 + _SLACK and not _ENDS.search(line.text))
        for line in printed
        for room in [(box[2] - box[0] - 2 * padding - _width(line)) / _height(line)]
    ]
    return joined(lines, [])


def joined(first: Cell, last: Cell) -> Cell:
    """The lines of two parts of a cell, their wraps found anew."""
    lines = [*first, *last]
    wrapped = [replace(line, wraps=_wraps(line, after)) for line, after in pairwise(lines)]
    return [*wrapped, *lines[-1:]]


def separator(line: CellLine, after: CellLine, between_entries: str) -> str:
    """What stands between two printed lines of a cell."""
    if not line.wraps:
        return between_entries
    left, right = line.words.text[-1], after.words.text[0]
    latin = left.isascii() and right.isascii() and right.isalnum()
    return " " if latin and left not in "-/(" else ""


def _wraps(line: CellLine, after: CellLine) -> bool:
    text = after.words.text
    if _OPENS.match(text) or (_ENDS.search(line.words.text) and _ITEM.match(text)):
        return False
    word = _WORD.match(text)
    share = _weight(word[0]) / _weight(text) if word else 1.0
    return line.room < share * _width(after.words) / _height(after.words) + _SLACK


def _printed(layer: Layer, units: Sequence[int]) -> Iterator[Printed]:
    for line in _by_line(layer, units):
        text = whole_characters("".join(layer.units[index] for index in line))
        words = " ".join(text.split())
        if words:
            yield Printed(words, around(layer.box(i) for i in line if not layer.is_made_up(i)))


def _by_line(layer: Layer, units: Sequence[int]) -> list[list[int]]:
    """Units in groups that stand on one line each."""
    lines: list[list[int]] = []
    top = bottom = 0.0
    for index in units:
        if lines and (layer.is_made_up(index) or layer.units[index].isspace()):
            lines[-1].append(index)
            continue
        _, above, _, below = layer.box(index)
        if lines and top < (above + below) / 2 < bottom:
            lines[-1].append(index)
        else:
            lines.append([index])
            top, bottom = above, below
    return lines


def _padding(lines: Sequence[Printed], box: Box) -> float:
    """How much of the cell stays free at each side, in points."""
    gaps = [line.box[0] - box[0] for line in lines if not _HANGS_IN.match(line.text)]
    gaps += [box[2] - line.box[2] for line in lines if not _HANGS.search(line.text)]
    widest = _WIDEST_PADDING * max(map(_height, lines), default=0)
    return max(0.0, min([*gaps, widest]))


def _width(line: Printed) -> float:
    return line.box[2] - line.box[0]


def _height(line: Printed) -> float:
    return max(line.box[3] - line.box[1], 1.0)


def _weight(text: str) -> float:
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))
