"""Means of achievement as the analysis cites them.

「（平成30・令和元年度：A（達成手段①）、B（達成手段②））」: years, then means with their numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from renkei.core.grammar.atoms import CIRCLED, broken, circled_number, fiscal_years
from renkei.core.text.blocks import join_span
from renkei.core.values import ERAS, FiscalYear

_YEARS = rf"(?:{'|'.join(broken(era.name) for era in ERAS)}|[MTSHR](?=\d))[\d\s元・･、,/年度平成令和昭]{{1,60}}"
_OPEN = re.compile(rf"\(\s*(?P<years>{_YEARS})[:：]")
_YEAR_GROUP = re.compile(rf"(?P<years>{_YEARS})[:：]")
# 達成指標 is a misprint that documents make.
_NUMBER = rf"(?:[{CIRCLED}]|\d{{1,2}}(?!\d))"
_MEANS_WORD = rf"{broken('達成')}\s*(?:{broken('手段')}|{broken('指標')})"
_SPEC = re.compile(rf"\((?P<spec>[^()]{{0,60}}?{_MEANS_WORD}\s*{_NUMBER}[^()]{{0,80}})\)")
_NUMBERED = re.compile(
    rf"(?P<years>{_YEARS})?\s{{0,20}}{_MEANS_WORD}\s{{0,20}}(?P<number>{_NUMBER})"
)
_MISPRINT = re.compile(broken("達成指標"))
_SEPARATORS = " \t\r\n\f、､,，・及び並びに"
_JOINS = frozenset({"、", "､", ",", "，", "・", "及", "並"})
_LONGEST = 2000
_BRACKET = re.compile("[()]")
_MENTION = re.compile(rf"{_MEANS_WORD}\s*{_NUMBER}")


@dataclass(frozen=True, slots=True)
class Citation:
    """A means cited with its number, in offsets of the normalised text."""

    start: int
    end: int
    name: str
    number: int
    years: tuple[FiscalYear, ...]
    misprint: bool


def citations(text: str, start: int, end: int) -> tuple[list[Citation], list[tuple[int, int]]]:
    """Every means cited in brackets between ``start`` and ``end``, and mentions not understood."""
    found: list[Citation] = []
    mentions = [match.span() for match in _MENTION.finditer(text, start, end)]
    position = start
    while mentions:
        opening = _OPEN.search(text, position, end)
        if opening is None:
            break
        close = _closing(text, opening.start(), min(end, opening.start() + _LONGEST))
        read, position = _within(text, opening.start("years"), close)
        found.extend(read)
        position = max(position, opening.end())
    return found, _outside(mentions, found)


def _outside(mentions: list[tuple[int, int]], found: list[Citation]) -> list[tuple[int, int]]:
    """The mentions that no citation covers; both lists ascend."""
    outside: list[tuple[int, int]] = []
    index = 0
    for start, end in mentions:
        while index < len(found) and found[index].end < end:
            index += 1
        if index == len(found) or start < found[index].start:
            outside.append((start, end))
    return outside


def _closing(text: str, start: int, limit: int) -> int:
    """Where the bracket at ``start`` closes; ``limit`` if the document forgot to close it."""
    depth = 0
    for bracket in _BRACKET.finditer(text, start, limit):
        depth += 1 if bracket[0] == "(" else -1
        if depth == 0:
            return bracket.start()
    return limit


def _within(text: str, start: int, end: int) -> tuple[list[Citation], int]:
    """The citations of one bracket, and where reading can go on.

    A bracket that the document forgot to close ends with the last means that a comma joins.
    """
    found: list[Citation] = []
    years: tuple[FiscalYear, ...] = ()
    position = start
    for spec in _SPEC.finditer(text, start, end):
        between = text[position : spec.start()]
        if found and between.lstrip()[:1] not in _JOINS:
            return found, position
        for group in _YEAR_GROUP.finditer(text, position, spec.start()):
            years, position = fiscal_years(group["years"]), group.end()
        while position < spec.start() and text[position] in _SEPARATORS:
            position += 1
        name = join_span(text, position, spec.start())
        if not name or "。" in name or not years:
            return found, spec.end()
        for numbered in _NUMBERED.finditer(spec["spec"]):
            printed = numbered["number"]
            number = int(printed) if printed.isdecimal() else circled_number(printed)
            own = fiscal_years(numbered["years"]) if numbered["years"] else years
            if number is not None:
                misprint = _MISPRINT.search(numbered[0]) is not None
                found.append(Citation(position, spec.end(), name, number, own, misprint))
        position = spec.end()
    return found, max(position, start)
