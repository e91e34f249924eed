"""From a document to its listed activities: walk the lists, read the entries, keep the rest."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from renkei.core.extract.activity_lists.lines import Heading, LineReader, ListLine
from renkei.core.extract.activity_lists.records import EntryContext, RecordBuilder
from renkei.core.extract.base import Extraction
from renkei.core.grammar.entries import Entry, split_entries
from renkei.core.grammar.titles import best_framework, event_ending
from renkei.core.grammar.year_lists import Block, has_year_headings, list_lines, read_layout
from renkei.core.records import Activity, Leftover
from renkei.core.text.prepared import Prepared
from renkei.core.vocabulary import Framework, Vocabulary

_SENTENCE = re.compile(r"[ぁ-ん](?:した|する|して|され|である|ました|ます)|(?:した|する|である)。")
_PARTICLE = re.compile(r"[をがにはでもへや]")
_NUMBERED = re.compile(r"[ ]*[①-⑳]")
_LONGEST_TITLE = 120


@dataclass(slots=True)
class _Group:
    """A heading inside a list (…関連会合:, 民間機関主催) and the bullet it stands behind."""

    name: str
    framework: Framework | None
    bullet: str
    fresh: bool = True


@dataclass(slots=True)
class _Walk:
    """What has been read so far. Undated entries wait until their section proves to be a list."""

    records: list[Activity] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)
    waiting: dict[int, list[Activity]] = field(default_factory=dict)
    dated_sections: set[int] = field(default_factory=set)


def read_activity_lists(source: Prepared, vocabulary: Vocabulary) -> Extraction:
    """Read every list under a fiscal-year heading; a document without one costs a look."""
    if not source.once(has_year_headings):
        return Extraction()
    return _Reader(source, vocabulary).run()


class _Reader:
    def __init__(self, source: Prepared, vocabulary: Vocabulary) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.ends_event = event_ending(vocabulary)
        self.lines = LineReader(source, vocabulary, self.ends_event)
        self.builder = RecordBuilder(vocabulary, self.ends_event)
        self.walk = _Walk()

    def run(self) -> Extraction:
        layout = self.source.once(read_layout)
        for block in layout.blocks:
            self.block(block)
        for number, waiting in self.walk.waiting.items():
            if number in self.walk.dated_sections:
                self.walk.records.extend(waiting)
        records = sorted(self.walk.records, key=lambda record: record.evidence.start)
        return Extraction(tuple(records), tuple(self.walk.leftovers))

    def block(self, block: Block) -> None:
        heading: Heading | None = None
        group: _Group | None = None
        bullet = ""
        lines = list(self.lines.read(list(list_lines(self.source.text, block))))
        for index, line in enumerate(lines):
            if line.heading is not None:
                heading, group, bullet = line.heading, None, line.bullet
                self._check_heading(heading, line, line.heading_span)
                if not line.words:
                    continue
            elif bullet and line.bullet == bullet:
                heading, group, bullet = None, None, ""  # the next of the bullets that head
            if group is not None and not self._inside(group, line):
                group = None
            following = lines[index + 1] if index + 1 < len(lines) else None
            opened = self._opens_group(line, following)
            if opened is not None:
                group = opened
                self._check_heading(Heading(group.name, ()), line, (line.start, line.end))
                continue
            self.line(
                line,
                EntryContext(
                    block,
                    heading,
                    group.name if group else None,
                    group.framework if group else None,
                ),
            )

    def _check_heading(self, heading: Heading, line: ListLine, span: tuple[int, int]) -> None:
        """Leave over a heading that looks like a country and is none that is known."""
        framework = best_framework(heading.name, self.vocabulary)
        if framework is None and not line.words.endswith(":") and not self.lines.is_known(heading):
            self.walk.leftovers.append(Leftover(line.evidence(*span), "partner_unknown"))

    def _inside(self, group: _Group, line: ListLine) -> bool:
        same = line.bullet == group.bullet
        inside = not same or (group.fresh and not line.bullet)
        group.fresh = False
        return inside

    def _opens_group(self, line: ListLine, following: ListLine | None) -> _Group | None:
        """A line without months that ends in a colon or is followed by lines one level down."""
        words = line.words
        if line.dated or not words or len(words) > _LONGEST_TITLE or _NUMBERED.match(words):
            return None
        below = (
            following is not None
            and following.heading is None
            and following.dated
            and bool(line.bullet)
            and following.bullet != line.bullet
        )
        if not (words.endswith(":") or below):
            return None
        name = words.rstrip(" :")
        return _Group(name, best_framework(name, self.vocabulary), line.bullet)

    def line(self, line: ListLine, context: EntryContext) -> None:
        """Read the entries of one line, or leave it over, or pass over it as running text."""
        if not line.dated and _NUMBERED.match(line.words):
            return
        start = line.start
        numbered = _NUMBERED.match(line.text, start, line.end)
        if numbered is not None:
            start = numbered.end()
        split = split_entries(line.text, start, line.end, self.ends_event)
        if split.heading is not None:
            context = self._under(line.text[slice(*split.heading)], context)
        if self._is_prose(line, split.entries):
            return
        dated = any(entry.dated for entry in split.entries)
        for records, leftover in self.builder.line(line, split.entries, context):
            if leftover is not None and (dated or context.heading is not None):
                self.walk.leftovers.append(leftover)
            if dated:
                self.walk.records.extend(records)
            else:
                self.walk.waiting.setdefault(context.section, []).extend(records)
        if dated:
            self.walk.dated_sections.add(context.section)

    def _under(self, name: str, context: EntryContext) -> EntryContext:
        heading = self.lines.heading(name)
        if heading is not None:
            return EntryContext(context.block, heading, None, None)
        framework = best_framework(name, self.vocabulary)
        return EntryContext(context.block, context.heading, name, framework)

    def _is_prose(self, line: ListLine, entries: list[Entry]) -> bool:
        """Whether the line is running text: a sentence, or words that go on behind the months."""
        outside = "".join(
            line.text[part.start : part.end]
            for entry in entries
            for part in entry.parts
            if part.kind == "text"
        )
        if _SENTENCE.search(outside):
            return True
        return any(
            entry.unseparated and _PARTICLE.match(line.text, entry.start) for entry in entries
        )
