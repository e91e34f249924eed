"""Header fields, passages and footnotes of a standard form, and the title of the sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from renkei.core.grammar.layout import BULLET
from renkei.core.grammar.standard_form import Item, read_footnotes
from renkei.core.grammar.year_lists import Section
from renkei.core.grammar.years import ERA_YEAR, FISCAL_YEAR
from renkei.core.records import SheetField
from renkei.core.text.prepared import Prepared

_TITLE = re.compile(
    rf"^[ \t]*(?P<title>{FISCAL_YEAR}(?:[ ]*(?:から|～|-)[ ]*(?:{FISCAL_YEAR}|{ERA_YEAR}年度))?"
    r"[^\n\t。]{0,40}?(?:政策評価書|実績評価書|事後評価書|評価書|事前分析表))[ \t]*$",
    re.MULTILINE,
)
_FORM_NUMBER = re.compile(
    r"^[ \t]*\((?P<number>[^\s()\d]{2,8}[省庁府会][ ]?[\dRH元][^()\s]{0,14})\)[ \t]*$", re.MULTILINE
)
_LINE = re.compile(rf"[ \t]*(?:{BULLET}[ ]*)*(?P<words>[^\n]*)")
_HEADED = re.compile(
    r"^[ \t]*\((?P<name>[^()\n]{4,80}(?:\([^()\n]*\)[^()\n]*)?)\)[ \t]*$", re.MULTILINE
)
_ALIKE = 0.8


def read_fields(
    source: Prepared, items: list[Item], sections: list[Section]
) -> Iterator[SheetField]:
    """One record per key; lists give one per line, the analysis one more per indicator."""
    text = source.text
    first = items[0].key_start
    for key, pattern, group in (
        ("様式名", _TITLE, "title"),
        ("様式番号", _FORM_NUMBER, "number"),
    ):
        found = pattern.search(text, 0, first)
        if found is not None:
            yield _field(source, key, *found.span(group), "title")
    indicators_seen = False
    for item in items:
        if item.role == "indicators" and not indicators_seen:
            indicators_seen = True
            yield _field(source, item.key, item.start, item.end, "cell")
        elif item.role == "plain":
            yield _field(source, item.key, item.start, item.end, "cell")
        elif item.role == "list":
            yield from _lines(source, item)
        elif item.role == "analysis":
            yield _field(source, item.key, item.start, item.end, "passage")
            yield from _parts(source, item, sections)
    for start, end in read_footnotes(text):
        yield _field(source, "注", start, end, "footnote")


def _field(source: Prepared, key: str, start: int, end: int, rule: str) -> SheetField:
    lines = (" ".join(line.split()) for line in source.text[start:end].split("\n"))
    return SheetField(
        evidence=source.evidence(start, end),
        rule=f"standard_sheet.{rule}",
        key=key,
        value="\n".join(line for line in lines if line),
    )


def _lines(source: Prepared, item: Item) -> Iterator[SheetField]:
    for found in re.finditer(r"[^\n]+", source.text[item.start : item.end]):
        line = _LINE.match(source.text, item.start + found.start(), item.start + found.end())
        words = line["words"].strip() if line else ""
        if line is not None and words:
            start = line.start("words")
            yield _field(source, item.key, start, start + len(words), "line")


def _parts(source: Prepared, item: Item, sections: list[Section]) -> Iterator[SheetField]:
    """The passages under bracketed names of indicators, keyed by the indicator's number."""
    heads = list(_HEADED.finditer(source.text, item.start, item.end))
    for index, head in enumerate(heads):
        limit = heads[index + 1].start() if index + 1 < len(heads) else item.end
        closing = source.text.find("\n●", head.end(), limit)
        limit = closing if closing >= 0 else limit
        body = source.text[head.end() : limit]
        words = body.strip()
        if words:
            start = head.end() + body.index(words[0])
            number = _number(head["name"], sections)
            key = f"{item.key}({number or head['name']})"
            yield _field(source, key, start, start + len(words), "part")


def _number(name: str, sections: list[Section]) -> int | None:
    """The indicator of that name; a sheet may print its name with another word here and there."""
    best = max(
        sections,
        key=lambda section: SequenceMatcher(None, name, section.name or "").ratio(),
        default=None,
    )
    if best is None or SequenceMatcher(None, name, best.name or "").ratio() < _ALIKE:
        return None
    return best.number
