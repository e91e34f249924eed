"""The overall rating with its grounds, the marks of the indicators, and the experts' remarks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.grammar.atoms import circled_number
from renkei.core.grammar.layout import BULLET
from renkei.core.grammar.scale import SCALE, SCHEME
from renkei.core.grammar.standard_form import Item
from renkei.core.grammar.year_lists import Section
from renkei.core.records import Indicator, Opinion, Rating, Record
from renkei.core.text.prepared import Prepared

_RATING = re.compile(
    rf"(?:\({SCHEME}\)|{SCHEME}[ :]*)\s*"
    rf"(?P<rating>(?P<circle>[①-⑤])?\s*(?P<label>{'|'.join(SCALE)})?(?:\((?P<letter>[A-Za-z])\))?)"
)
_GROUNDS = re.compile(r"[(【]?判断(?:の)?根拠[)】]?[ :]*\s*")
_LINE = re.compile(rf"[ \t]*(?:{BULLET}[ ]*)*(?P<words>[^\n]*)")


def read_result(source: Prepared, items: list[Item], sections: list[Section]) -> Iterator[Record]:
    """Rating, remarks, and one indicator per list of the sheet."""
    for item in items:
        if item.role == "result":
            yield from _rating(source, item)
        elif item.role == "opinions":
            yield from _opinions(source, item)
    for section in sections:
        yield from _indicator(source, section)


def _rating(source: Prepared, item: Item) -> Iterator[Rating]:
    found = _RATING.search(source.text, item.start, item.end)
    if found is None or not (found["circle"] or found["label"]):
        return
    printed = circled_number(found["circle"]) if found["circle"] else None
    scale = printed or (SCALE.index(found["label"]) + 1 if found["label"] else None)
    grounds = _GROUNDS.search(source.text, found.end(), item.end)
    reason = source.text[grounds.end() : item.end].strip() if grounds else ""
    yield Rating(
        evidence=source.evidence(found.start("rating"), found.end("rating")),
        rule="standard_sheet.rating",
        notes=() if printed else ("scale_from_label",),
        scheme=SCHEME,
        scale_value=scale,
        letter=found["letter"],
        label=found["label"],
        reason="\n".join(line.strip() for line in reason.split("\n") if line.strip()) or None,
    )


def _indicator(source: Prepared, section: Section) -> Iterator[Record]:
    """The indicator by its place in the sheet, and its mark as a rating of its own."""
    if section.name is None or section.name_span is None:
        return
    scale = circled_number(section.mark) if section.mark else None
    mark = str(scale) if scale else section.mark
    yield Indicator(
        evidence=source.evidence(*section.name_span),
        rule="standard_sheet.indicator",
        notes=("number_inferred",),
        number=str(section.number),
        name=section.name,
        mark=mark,
    )
    if scale is not None and section.mark_span is not None:
        yield Rating(
            evidence=source.evidence(*section.mark_span),
            rule="standard_sheet.mark",
            scheme=SCHEME,
            scale_value=scale,
            subject=section.name,
        )


def _opinions(source: Prepared, item: Item) -> Iterator[Opinion]:
    for found in re.finditer(r"[^\n]+", source.text[item.start : item.end]):
        line = _LINE.match(source.text, item.start + found.start(), item.start + found.end())
        words = line["words"].strip() if line else ""
        if line is not None and words:
            start = line.start("words")
            yield Opinion(
                evidence=source.evidence(start, start + len(words)),
                rule="standard_sheet.opinion",
                value=words,
            )
