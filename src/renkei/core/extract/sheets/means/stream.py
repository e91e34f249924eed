"""Means in running text: what a conversion leaves of their table, in the order it was printed.

An entry begins with its circled number. Its amounts are a run of as many as the table has years;
an entry without such a run has none, for a figure under the wrong year is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from renkei.core.extract.sheets.means.entry import (
    AMOUNT,
    ENTRY,
    REVIEW,
    Entry,
    amount,
    indicators,
)
from renkei.core.grammar.atoms import (
    BARE_YEAR,
    ERA,
    ERA_YEAR,
    FISCAL_YEAR,
    GAP,
    carried_years,
    circled_number,
)
from renkei.core.grammar.grid import GridCell
from renkei.core.text.blocks import join_words, text_lines
from renkei.core.values import FiscalYear

_YEAR = re.compile(rf"{FISCAL_YEAR}|{BARE_YEAR}")
_HEAD = re.compile(rf"^[ \t]*(?P<circle>{ENTRY.pattern})", re.MULTILINE)
_WORD = re.compile(r"(?P<word>\S+?(?:[ \t\n]*\([\d,△▲/-]+\))?)(?=\s|$)")
_LISTED = re.compile(r"\d{1,3}-\d{1,3}(?:[、,・]\d{1,3}-\d{1,3})*[、,・]?")
_CODED = re.compile(r"(?:新\d{2}-|[A-Z])\d{3,5}(?:-\d{1,3})?|0\d{2,4}")
_STARTED = re.compile(rf"\({GAP}{ERA}{GAP}{ERA_YEAR}{GAP}年{GAP}度?{GAP}\)")
_NAME_LINES = 6


@dataclass(slots=True)
class _Run:
    """Figures that follow one another: amounts, numbers of indicators, a number of a review."""

    start: int
    end: int
    amounts: list[str] = field(default_factory=list)
    indicators: set[tuple[int, int]] = field(default_factory=set)
    review: str | None = None


def stream_entries(text: str, start: int, end: int, unit: str) -> list[Entry]:
    """The entries between ``start`` and ``end``; none if the table does not show its years."""
    heads = list(_in_order(text, start, end))
    if not heads:
        return []
    printed = [found[0] for found in _YEAR.finditer(text, start, heads[0].start())]
    years = [year for year in carried_years(printed) if year is not None]
    if len(years) < 2 or len(years) != len(printed) or len(set(years)) != len(years):
        return []
    stops = [head.start() for head in heads[1:]] + [end]
    return [_entry(text, head, stop, years, unit) for head, stop in zip(heads, stops, strict=True)]


def _in_order(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The circled numbers that open lines and count up from ①."""
    expected = 1
    for found in _HEAD.finditer(text, start, end):
        if circled_number(found["circle"]) == expected:
            expected += 1
            yield found


def _entry(text: str, head: re.Match[str], stop: int, years: list[FiscalYear], unit: str) -> Entry:
    begin = head.end()
    figures = list(_runs(text, begin, stop, len(years)))
    first = min((run.start for run in figures if len(run.amounts) != 1), default=stop)
    runs = [run for run in figures if len(run.amounts) in (0, len(years))]
    run = next((run for run in runs if run.amounts), None)
    name_end = _name_end(text, begin, first)
    name = join_words([line.text for line in text_lines(text, begin, name_end)])
    entry = Entry(circled_number(head["circle"]) or 0, head.start("circle"), name_end, [name])
    for each in runs:
        entry.indicators |= each.indicators
        entry.review_number = entry.review_number or each.review
    if run is not None:
        read = [amount(words, year, unit) for words, year in zip(run.amounts, years, strict=True)]
        entry.amounts = tuple(each for each in read if each is not None)
        entry.overview = _words(text, name_end, run.start) or _words(text, run.end, stop)
    return entry


def _words(text: str, start: int, end: int) -> list[GridCell]:
    words = text[start:end].strip()
    return [GridCell(words, text.index(words, start))] if words else []


def _name_end(text: str, start: int, limit: int) -> int:
    """After the year of its beginning in brackets; without one, at the end of the first line."""
    end = start
    for count, line in enumerate(text_lines(text, start, limit), 1):
        started = _STARTED.search(text, start, line.end)
        if started is not None:
            return started.end()
        if count == 1:
            end = line.end
        if count == _NAME_LINES:
            break
    return end


def _runs(text: str, start: int, end: int, width: int) -> Iterator[_Run]:
    """The runs of figures; after as many amounts as there are years a number is a review's."""
    run: _Run | None = None
    for found in _WORD.finditer(text, start, end):
        word = "".join(found["word"].split())
        if not (AMOUNT.fullmatch(word) or _LISTED.fullmatch(word) or REVIEW.fullmatch(word)):
            if run is not None:
                yield run
            run = None
            continue
        run = run or _Run(found.start("word"), found.end("word"))
        run.end = found.end("word")
        if _LISTED.fullmatch(word):
            run.indicators |= indicators(word)
        elif _CODED.fullmatch(word) or len(run.amounts) == width:
            run.review = word
        else:
            run.amounts.append(word)
    if run is not None:
        yield run
