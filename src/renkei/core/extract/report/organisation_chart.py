"""The chart of a framework in a figure: its members, and its bodies with the level that meets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.grammar.bodies import level_of_line
from renkei.core.records import Framework, Member, Record
from renkei.core.text.blocks import TextLine, text_lines
from renkei.core.text.prepared import Prepared
from renkei.core.vocabulary import Framework as Entry
from renkei.core.vocabulary import Match, Vocabulary

_CHART = re.compile(r"(?:組織図|体制図|構成図|組織及び|概要)[^\n。]{0,12}$", re.MULTILINE)
_REACH = 80
_NAME_ABOVE = 4
_MEMBERS = re.compile(r"[※○・\s]*(?:参加|加盟|メンバー|構成)国(?:・機関)?[:：](?P<list>.+)")
_JAPAN = re.compile(r"日本|わが国")


def read_charts(source: Prepared, vocabulary: Vocabulary) -> Iterator[Record]:
    """The lines behind the caption of a chart, up to the next sentence of running text."""
    for caption in _CHART.finditer(source.text):
        line_start = source.text.rfind("\n", 0, caption.start()) + 1
        of_whole = _framework(source.text[line_start : caption.end()], vocabulary)
        if of_whole is None or "(" in source.text[line_start : line_start + 12]:
            continue
        lines = list(text_lines(source.text, caption.end(), caption.end() + 4000))[:_REACH]
        for at, line in enumerate(lines):
            yield from _line(source, lines, at, line, of_whole.entry, vocabulary)


def _line(
    source: Prepared,
    lines: list[TextLine],
    at: int,
    line: TextLine,
    whole: Entry,
    vocabulary: Vocabulary,
) -> Iterator[Framework]:
    level = level_of_line(line.text)
    if level is not None:
        above = lines[max(0, at - _NAME_ABOVE) : at]
        for before in reversed(above):
            named = _framework(before.text, vocabulary)
            if named is not None:
                yield _record(source, before, line, named, level=level)
                return
    listed = _MEMBERS.match(line.text)
    if listed is not None:
        yield Framework(
            evidence=source.evidence(line.start, line.end),
            rule="report.framework.chart",
            notes=("subject_inferred",),
            name=whole.ja,
            code=whole.code,
            members=tuple(_members(listed["list"], vocabulary)),
        )


def _record(
    source: Prepared, first: TextLine, last: TextLine, named: Match[Entry], *, level: str
) -> Framework:
    return Framework(
        evidence=source.evidence(first.start, last.end),
        rule="report.framework.chart",
        name=named.text,
        code=named.entry.code,
        parent=named.entry.parent or None,
        level=level,
    )


def _members(words: str, vocabulary: Vocabulary) -> Iterator[Member]:
    """In printed order; a group that is counted (ASEAN10か国) is one member."""
    found = [(m.start, m.entry.code) for m in vocabulary.find_partners(words)]
    found += [(m.start(), "JPN") for m in _JAPAN.finditer(words)]
    seen: set[str] = set()
    for _, code in sorted(found):
        if code not in seen:
            seen.add(code)
            yield Member(code=code)


def _framework(words: str, vocabulary: Vocabulary) -> Match[Entry] | None:
    """The longest strong name in ``words``."""
    found = [m for m in vocabulary.find_frameworks(words) if m.text not in m.entry.loose]
    return max(found, key=lambda m: (m.end - m.start, m.start)) if found else None
