"""Partners that a figure of a period lists, one label after the other.

A map or table that was drawn loses its lines and colours; what stays are the names. They are read
where the title of the figure prints the period it shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from renkei.core.records import Leftover, ListedPartner, Record
from renkei.core.text.blocks import TextLine, text_lines
from renkei.core.text.prepared import Prepared
from renkei.core.values import PartialDate
from renkei.core.vocabulary import Match, Partner, Vocabulary

_CAPTION = re.compile(
    r"^[ \t]*(?P<figure>(?:図表|図|表)[ ]?[ⅠⅡⅢⅣⅤIV\d][ⅠⅡⅢⅣⅤIV\d-]{0,11})[ \t]+(?P<title>[^\n]{4,80})$",
    re.MULTILINE,
)
_MONTHS = re.compile(
    r"(?P<y1>\d{4})[.年](?P<m1>\d{1,2})月?[ ]?[～-][ ]?(?:(?P<y2>\d{4})[.年])?(?P<m2>\d{1,2})月?"
)
_YEAR = re.compile(r"(?P<year>\d{4})年(?P<fiscal>度)?")
_LEGEND = re.compile(
    r"\d{1,3}[ ]?[回件名](?:以[上下]|未満)?|\d{1,3}[ ]?[～-][ ]?\d{1,3}[ ]?[回件名]"
)
_BETWEEN = re.compile(r"(?:日本|[ \t・、]|及び|など|等)*")
_HIRAGANA = re.compile("[ぁ-ん]")
_PARTICLES = 4
_LABELS = 3
_SENTENCE = 30
_REACH = 6000


_Labelled = tuple[TextLine, list[Match[Partner]]]


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its period; ``start``-``end`` is the text behind its caption."""

    label: str
    title: str
    first: PartialDate
    last: PartialDate
    start: int
    end: int


def figures(text: str) -> Iterator[Figure]:
    """Figures whose title prints a period, each up to the next caption."""
    captions = list(_CAPTION.finditer(text))
    for index, found in enumerate(captions):
        period = _period(found["title"])
        if period is None:
            continue
        following = captions[index + 1].start() if index + 1 < len(captions) else len(text)
        end = min(following, found.end() + _REACH)
        label, title = found["figure"].replace(" ", ""), found["title"].strip()
        yield Figure(label, title, *period, found.end(), end)


def read_figures(source: Prepared, vocabulary: Vocabulary) -> tuple[list[Record], list[Leftover]]:
    """The partners of every figure of a period, and the legends that colours went with."""
    records: list[Record] = []
    leftovers: list[Leftover] = []
    for figure in figures(source.text):
        lines = [
            (line, line_partners(line.text, vocabulary))
            for line in text_lines(source.text, figure.start, figure.end)
        ]
        shown = _shown(lines)
        labels = [(line, match) for line, found in shown for match in found]
        if len({match.entry.code for _, match in labels}) < _LABELS:
            continue
        seen: set[str] = set()
        for line, match in labels:
            if match.entry.code not in seen:
                seen.add(match.entry.code)
                records.append(_record(source, figure, line.start + match.start, match))
        leftovers.extend(_legend(source, [line for line, _ in lines]))
        leftovers.extend(_parted(source, shown))
    return records, leftovers


def line_partners(words: str, vocabulary: Vocabulary) -> list[Match[Partner]]:
    """The partners that ``words`` wholly consist of; none if there is anything else."""
    if len(words) > _SENTENCE:
        return []
    found = vocabulary.find_partners(words)
    at = 0
    for match in found:
        if _BETWEEN.fullmatch(words, at, match.start) is None:
            return []
        at = match.end
    return found if _BETWEEN.fullmatch(words, at) else []


def _shown(lines: list[_Labelled]) -> list[_Labelled]:
    """The lines of the figure itself: from its first label to the running text behind."""
    number = 0
    first = len(lines)
    for index, (line, found) in enumerate(lines):
        if number >= _LABELS and _is_prose(line.text):
            return lines[first:index]
        if found:
            first = min(first, index)
        number += len(found)
    return lines[first:]


def _is_prose(words: str) -> bool:
    """Running text has hiragana between its words; labels are nouns."""
    return len(words) > _SENTENCE or len(_HIRAGANA.findall(words)) >= _PARTICLES


def _parted(source: Prepared, shown: list[_Labelled]) -> Iterator[Leftover]:
    """Cells that stand apart from the partners they belong to (a map with boxes)."""
    cells = [line for line, found in shown if not found and not _LEGEND.fullmatch(line.text)]
    if len(cells) >= _LABELS:
        yield Leftover(source.evidence(cells[0].start, cells[-1].end), "partner_not_told")


def _record(source: Prepared, figure: Figure, start: int, match: Match[Partner]) -> ListedPartner:
    return ListedPartner(
        evidence=source.evidence(start, start + len(match.text)),
        rule="report.figure.partner",
        figure=figure.label,
        title=figure.title,
        partner=match.entry.code,
        start=figure.first,
        end=figure.last,
    )


def _legend(source: Prepared, lines: list[TextLine]) -> Iterator[Leftover]:
    """Classes told by colour (5回以上, 2回): which partner is in which is not in the text."""
    classes = [line for line in lines if _LEGEND.fullmatch(line.text)]
    if classes:
        evidence = source.evidence(classes[0].start, classes[-1].end)
        yield Leftover(evidence, "legend_not_tied")


def _period(title: str) -> tuple[PartialDate, PartialDate] | None:
    months = _MONTHS.search(title)
    if months is not None:
        first, last = int(months["y1"]), int(months["y2"] or months["y1"])
        begin, end = int(months["m1"]), int(months["m2"])
        if 1 <= begin <= 12 and 1 <= end <= 12:
            return PartialDate(first, begin), PartialDate(last, end)
    year = _YEAR.search(title)
    if year is None or not 1868 <= int(year["year"]) <= 2200:
        return None
    start = int(year["year"])
    if year["fiscal"]:
        return PartialDate(start, 4), PartialDate(start + 1, 3)
    return PartialDate(start), PartialDate(start)
