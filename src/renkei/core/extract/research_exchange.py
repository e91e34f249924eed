"""Research exchange of a fiscal year: numbered items without dates, under the headings they have.

・防研主催の国際会議に…(オンライン形式) → ①安全保障国際コロキウム:4カ国の…から4名の研究者を…
"""

from __future__ import annotations

import re
from typing import cast

from renkei.core.extract.base import Extraction
from renkei.core.grammar.atoms import circled_number
from renkei.core.grammar.layout import BULLET
from renkei.core.grammar.titles import best_framework, partner_codes, read_mode
from renkei.core.grammar.year_lists import Block, has_year_headings, list_lines, read_layout
from renkei.core.records import Record, ResearchExchange
from renkei.core.records.codes import Direction, Mode
from renkei.core.text.prepared import Prepared
from renkei.core.vocabulary import Vocabulary

_RULE = "research.list.item"
_LINE = re.compile(rf"[ ]*(?P<number>[①-⑳])?(?P<bullet>(?:{BULLET}[ ]*)*)(?P<words>.*)")
_RESEARCH = re.compile(r"研究")
_FIGURES = re.compile(r"合計[ ]*\d|\d月\)")
_PERSONS = re.compile(r"(?P<count>\d{1,4})[ ]*(?:名|人)")
# What was talked about names countries too: 「…を受け入れ、A及びBを含む情勢について意見交換」.
_TOPIC = re.compile(
    r"(?:受け?入れ|訪問し|派遣し|招き|会談し)、[^。、]*?(?:について|に関して|に関する|を含む)"
)
_FORM = re.compile(r"\([^()]{1,20}\)$")
_SENT = re.compile(r"派遣|訪問|参加|出席")
_RECEIVED = re.compile(r"受け?入れ|招へい|招聘|来訪|来日")


def read_research_exchange(source: Prepared, vocabulary: Vocabulary) -> Extraction:
    """Read the lists of those indicators that are about research."""
    text = source.text
    if "研究" not in text or not source.once(has_year_headings):
        return Extraction()
    records: list[Record] = []
    for block in source.once(read_layout).blocks:
        if _is_research(text, block):
            records.extend(_read_block(source, block, vocabulary))
    return Extraction(records)


def _is_research(text: str, block: Block) -> bool:
    """By the indicator's name; where none is printed, by numbered items that speak of research."""
    if block.section.name is not None:
        return _RESEARCH.search(block.section.name) is not None
    for start, end in list_lines(text, block):
        if circled_number(text[start:end].lstrip()[:1]) and _RESEARCH.search(text, start, end):
            return True
    return False


def _read_block(source: Prepared, block: Block, vocabulary: Vocabulary) -> list[Record]:
    records: list[Record] = []
    heading: str | None = None
    for start, end in list_lines(source.text, block):
        found = _LINE.match(source.text, start, end)
        if found is None or not found["words"].strip() or _FIGURES.search(found["words"]):
            continue
        words = found["words"].strip()
        number = circled_number(found["number"]) if found["number"] else None
        if number is None:
            if not found["bullet"].strip():
                continue
            heading = words
        record = _record(source, block, found, number, heading, vocabulary)
        if number is not None or record.partners:
            records.append(record)
    return records


def _record(
    source: Prepared,
    block: Block,
    found: re.Match[str],
    number: int | None,
    heading: str | None,
    vocabulary: Vocabulary,
) -> ResearchExchange:
    words = found["words"].strip()
    persons = _PERSONS.search(words)
    framework = best_framework(words, vocabulary)
    mode = read_mode(words, vocabulary)
    notes: tuple[str, ...] = ()
    if mode is None and number is not None and heading is not None:
        form = _FORM.search(heading)
        mode = read_mode(form[0], vocabulary) if form else None
        notes = ("mode_from_heading",) if mode else ()
    start = found.start("number") if number is not None else found.start("words")
    return ResearchExchange(
        evidence=source.evidence(start, start + len(source.text[start : found.end()].rstrip())),
        rule=_RULE,
        notes=notes,
        fiscal_year=block.year,
        number=number,
        text=words,
        partners=partner_codes(_TOPIC.sub("、", words), vocabulary),
        framework=framework.code if framework else None,
        persons=int(persons["count"]) if persons else None,
        direction=_direction(words),
        mode=cast("Mode | None", mode),
        section=str(block.section.number),
        listed_under=heading if number is not None else None,
    )


def _direction(words: str) -> Direction | None:
    """Who went to whom; absent when both or neither is told."""
    sent, received = _SENT.search(words), _RECEIVED.search(words)
    if (sent is None) == (received is None):
        return None
    return "outbound" if sent else "inbound"
