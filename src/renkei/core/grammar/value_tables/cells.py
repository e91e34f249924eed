"""Value cells in running text: numbers with units, dashes and marks, told apart by their words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from renkei.core.grammar.atoms import CIRCLED, MARK
from renkei.core.text.blocks import TextLine

_WORD = re.compile(r"\S+")
_NUMBER = re.compile(
    rf"(?P<circle>[{CIRCLED}]?)(?P<value>(?:約|延べ|のべ|計)?[△▲+-]?\d[\d,]*(?:\.\d+)?)"
    rf"(?P<unit>(?:[^\d\s()、。:;「」『』*※{CIRCLED}-][^\s()、。:;「」『』*※{CIRCLED}]{{0,9}})?)"
    r"(?P<foot>(?:\*|\((?:注|※)\d*\)|※\d?)?)"
)
_UNIT = re.compile(
    rf"(?P<unit>[^\d\s()、。:;「」『』*※{CIRCLED}-][^\d\s()、。:;「」『』*※{CIRCLED}-]{{0,9}})"
    r"(?P<foot>(?:\*|\((?:注|※)\d*\)|※\d?)?)"
)
_DASH = re.compile(rf"(?P<circle>[{CIRCLED}]?)(?P<value>-{{1,3}}|/|…)(?:\((?:注|※)\d*\))?")
_MARK = re.compile(MARK)


class Item(NamedTuple):
    """A value among others on a line. ``end`` leaves out a footnote sign; so does ``text``."""

    circle: str
    text: str
    start: int
    end: int


@dataclass(slots=True)
class ReadLine:
    """A line as a label (words that are no value), the values after it, and a mark."""

    line: TextLine
    label: str
    items: list[Item]
    mark: str | None = None
    mark_at: int = -1


def read_line(line: TextLine) -> ReadLine:
    """Tell the values at the end of a line from the words before them."""
    read = ReadLine(line, "", [])
    label_end = line.start
    for found in _WORD.finditer(line.text):
        word, start = found[0], line.start + found.start()
        item = _item(word, start)
        if item is not None:
            read.items.append(item)
        elif _MARK.fullmatch(word):
            read.mark, read.mark_at = word, start
        elif not _attach_unit(read, word, start):
            read.items.clear()
            read.mark = None
            label_end = start + len(word)
    read.label = line.text[: label_end - line.start].strip()
    return read


def _item(word: str, start: int) -> Item | None:
    dash = _DASH.fullmatch(word)
    if dash:
        at = start + dash.start("value")
        return Item(dash["circle"], dash["value"], at, at + len(dash["value"]))
    number = _NUMBER.fullmatch(word)
    if number is None:
        return None
    at = start + number.start("value")
    text = number["value"] + number["unit"]
    return Item(number["circle"], text, at, at + len(text))


def _attach_unit(read: ReadLine, word: str, start: int) -> bool:
    """「61 件」: the unit may stand apart from its number."""
    unit = _UNIT.fullmatch(word)
    if unit is None or not read.items:
        return False
    last = read.items[-1]
    if not last.text[-1].isdigit() or start != last.end + 1:
        return False
    end = start + len(unit["unit"])
    read.items[-1] = Item(last.circle, f"{last.text} {unit['unit']}", last.start, end)
    return True
