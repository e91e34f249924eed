"""Students received and sent per fiscal year and partner, with the totals that are printed.

留学生の受け入れ:…合計104名の留学生を…受け入れた。内訳は以下のとおり。(韓国11名、米国10名 …)
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from renkei.core.extract.base import Extraction
from renkei.core.grammar.year_lists import read_layout
from renkei.core.grammar.years import FISCAL_YEAR, fiscal_year_of
from renkei.core.records import Leftover, StudentExchange
from renkei.core.text.prepared import Prepared
from renkei.core.values import FiscalYear
from renkei.core.vocabulary import Vocabulary

_RULE = "students.list"
_COUNT = r"(?P<count>\d{1,3}(?:,\d{3})+|\d{1,6})[ ]*+"
_PERSONS = rf"{_COUNT}(?:名|人)"
# In a list the unit may be printed once, behind the last figure: 「ジブチ2、ケニア1、計3名」.
_LISTED = rf"(?:[ ]*+:|[がはへに]|から)?[ ]*+{_COUNT}(?:(?P<unit>名|人)|(?=[、,)・]|及び|並びに))"
_IN = re.compile(r"受け?入れ?|招へい|招聘")
_OUT = re.compile(r"(?:諸外国|外国|海外)へ|留学した|への留学|派遣")
_TOTAL = re.compile(rf"(?:合計|総計|延べ|総数|計|全体で)(?:は|が)?[ ]*+(?:約)?[ ]*+{_PERSONS}")
_ITEM = re.compile(
    r"(?:(?<=[、,(:・。 ])(?![ ])|(?:及び|並びに|^)[ ]*+)"
    rf"(?P<name>[^\d、,()。:;・\s]{{1,20}}?(?:・[^\d、,()。:;・\s]{{1,15}}?)?){_LISTED}"
)
_YEAR = re.compile(FISCAL_YEAR)
_LEAST = 2

Direction = Literal["inbound", "outbound"]


@dataclass(frozen=True, slots=True)
class _List:
    """One printed list: its direction and year, and where its figures stand."""

    direction: Direction
    year: FiscalYear
    start: int
    end: int


def read_student_exchange(source: Prepared, vocabulary: Vocabulary) -> Extraction:
    """Read every line on students that prints a total or two partners with their numbers."""
    text = source.text
    if "留学" not in text:
        return Extraction()
    records: list[StudentExchange] = []
    leftovers: list[Leftover] = []
    for found in _lists(source):
        items = list(_ITEM.finditer(text, found.start, found.end))
        known = [(item, vocabulary.partner(item["name"])) for item in items]
        total = _TOTAL.search(text, found.start, found.end)
        named = [item for item, partner in known if partner is not None]
        if len(named) < _LEAST and not (total and named):
            continue
        if total is not None:
            records.append(_record(source, found, total, "TOTAL"))
        for item, partner in known:
            if partner is not None:
                records.append(_record(source, found, item, partner.code))
            elif item["unit"] and _TOTAL.search(item[0]) is None:
                evidence = source.evidence(item.start("name"), item.end())
                leftovers.append(Leftover(evidence, "partner_unknown"))
    return Extraction(records, leftovers)


def _record(source: Prepared, found: _List, item: re.Match[str], partner: str) -> StudentExchange:
    start = item.start("name") if "name" in item.groupdict() else item.start()
    return StudentExchange(
        evidence=source.evidence(start, item.end()),
        rule=_RULE,
        fiscal_year=found.year,
        direction=found.direction,
        partner=partner,
        count=int(item["count"].replace(",", "")),
    )


def _lists(source: Prepared) -> Iterator[_List]:
    """Lines on students with a direction and a year, printed in the line or heading it."""
    text = source.text
    figures = []
    for start, end in _lines_on_students(text):
        found = (_TOTAL.search(text, start, end), _ITEM.search(text, start, end))
        at = [figure.start() for figure in found if figure is not None]
        if at:
            figures.append((start, min(at), end))
    if not figures:
        return
    headed = sorted(
        (piece[0], block.year)
        for block in source.once(read_layout).blocks
        for piece in block.pieces
    )
    for start, first, end in figures:
        head = text[start:first]
        direction = _direction(head, text[start:end])
        printed = _YEAR.search(head)
        year = fiscal_year_of(printed[0]) if printed else None
        before = bisect_right(headed, start, key=lambda item: item[0]) - 1
        if year is None and before >= 0:
            year = headed[before][1]
        if direction is not None and year is not None:
            yield _List(direction, year, first, end)


def _lines_on_students(text: str) -> Iterator[tuple[int, int]]:
    at = text.find("留学")
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        end = text.find("\n", at)
        end = end if end >= 0 else len(text)
        yield start, end
        at = text.find("留学", end)


def _direction(head: str, line: str) -> Direction | None:
    """By the words before the figures, else by the line."""
    for words in (head, line):
        received, sent = _IN.search(words), _OUT.search(words)
        if received and sent:
            return "inbound" if received.start() < sent.start() else "outbound"
        if received or sent:
            return "inbound" if received else "outbound"
    return None
