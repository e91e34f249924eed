"""The lines of a list with what heads them: country headings, groups, bullets, wrapped lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from renkei.core.grammar.entries import ANY_MONTH_GROUP, DATE_ALONE, DATE_FIRST, DATE_LAST
from renkei.core.grammar.layout import BULLET
from renkei.core.source import Evidence
from renkei.core.text import MappedText, join_wrapped
from renkei.core.text.prepared import Prepared
from renkei.core.vocabulary import Vocabulary

_NUMBERING = r"(?:\(?(?:\d{1,2}|[ア-ンa-zA-Z])\)?[.． ][ ]*|\((?:\d{1,2}|[ア-ンa-zA-Z])\)[ ]*)?"
# 「ア 」 and 「(ア)」 number entries as well as headings; what they stand before tells which.
_LETTERED = r"(?:(?:\([ア-ンa-z]\)|[ア-ンa-z][.)])[ ]*+|[ア-ン][ ]++)"
_LINE = re.compile(
    rf"[ ]*+(?P<bullet>(?:{BULLET}[ ]*+)*{_LETTERED}?)"
    rf"(?P<head>(?:<[^<>\n\d]{{1,40}}>|《[^《》\n\d]{{1,40}}》|【[^【】\n\d]{{1,40}}】"
    rf"|\[[^\[\]\n\d]{{1,40}}\]|〔[^〔〕\n\d]{{1,40}}〕)[ ]*+:?)?[ ]*+"
)
_SHORT_BEHIND = re.compile(r"(?P<name>[^()]{2,30})\([^()]{1,20}\)")
_ANY_LETTER = re.compile(r"[ア-ンa-z]")
_ALONE = re.compile(rf"{_NUMBERING}\(?(?P<name>[^()。\d]{{1,40}}?)\)?[ ]*:?[ ]*$")
_MOST_CELLS = 6
_ENDING = 40  # characters that can hold the word for an event
_GENERIC = re.compile(
    r"その他|多国間|多国籍|共通|全般|国際機関|枠組み|地域|諸国|主催|各国|関連"
    r"|受け?入れ|派遣|留学|交流|往来|会談|協議|訪問|訓練|署名|協定"
)
_CLOSES = re.compile(r"[^()]{0,80}\)")
_LEADING = re.compile(rf"{_NUMBERING}(?P<name>[^\s()。、:\d]{{2,20}})(?:[ ]++|[ ]*+:[ ]*+)(?=\S)")
_COMPLETE = re.compile(r"[)\]〕。、,;:>】》」\d①-⑳]\s*$")


@dataclass(frozen=True, slots=True)
class Heading:
    """A country heading as printed, with the codes of the partners it names."""

    name: str
    partners: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListLine:
    """One line, wrapped lines joined: ``text[start:end]`` are its words without the bullet.

    ``heading`` is the heading it prints itself. ``joined`` maps ``text`` when lines were joined.
    """

    source: Prepared
    text: str
    start: int
    end: int
    bullet: str
    heading: Heading | None = None
    heading_span: tuple[int, int] = (0, 0)
    joined: MappedText | None = None

    def evidence(self, start: int, end: int) -> Evidence:
        """The printed words behind ``text[start:end]``."""
        if self.joined is None:
            return self.source.evidence(start, end)
        return self.source.quote(self.joined, start, end)

    @property
    def words(self) -> str:
        """What the line says, without bullet and heading."""
        return self.text[self.start : self.end].strip()

    @property
    def dated(self) -> bool:
        """Whether it prints a month, in brackets or in front."""
        if ANY_MONTH_GROUP.search(self.text, self.start, self.end) is not None:
            return True
        if DATE_FIRST.match(self.text, self.start, self.end) is not None:
            return True
        return DATE_LAST.search(self.text, self.start, self.end) is not None


@dataclass(frozen=True, slots=True)
class _End:
    """How the lines read so far end: the last line, brackets left open, any months."""

    words: str
    depth: int
    dated: bool

    @classmethod
    def of(cls, line: ListLine) -> _End:
        words = line.words
        return cls(words, words.count("(") - words.count(")"), line.dated)

    def with_line(self, words: str) -> _End:
        depth = self.depth + words.count("(") - words.count(")")
        return _End(words, depth, self.dated or ANY_MONTH_GROUP.search(words) is not None)


class LineReader:
    """Turns spans of lines into list lines by one vocabulary."""

    def __init__(
        self, source: Prepared, vocabulary: Vocabulary, ends_event: re.Pattern[str]
    ) -> None:
        self._source = source
        self._vocabulary = vocabulary
        self._ends_event = ends_event
        self._headings: dict[str, Heading | None] = {}

    def read(self, spans: list[tuple[int, int]]) -> Iterator[ListLine]:
        """The lines in order. Lines that one entry was wrapped over are joined."""
        spans = self._with_date_cells(spans)
        index = 0
        while index < len(spans):
            line = self._line(self._source.text, *spans[index], None)
            last, end = index, _End.of(line)
            while last + 1 < len(spans) and self._goes_on(end, spans[last], spans[last + 1]):
                last += 1
                end = end.with_line(self._source.text[slice(*spans[last])].strip())
            yield line if last == index else self._join(spans[index][0], spans[last][1])
            index = last + 1

    def _with_date_cells(self, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """A row of a table of which one cell holds nothing but dates is one entry."""
        text = self._source.text
        rows: list[list[tuple[int, int]]] = []
        for span in spans:
            if rows and not text[rows[-1][-1][1] : span[0]].strip("\t "):
                rows[-1].append(span)
            else:
                rows.append([span])
        joined: list[tuple[int, int]] = []
        for row in rows:
            dates = [DATE_ALONE.fullmatch(text, *cell) is not None for cell in row[:_MOST_CELLS]]
            if len(row) > 1 and sum(dates) == 1:
                joined.append((row[0][0], row[-1][1]))
            else:
                joined.extend(row)
        return joined

    def heading(self, name: str) -> Heading | None:
        """The partners that a heading names; None if it names none and no region."""
        if name not in self._headings:
            self._headings[name] = self._resolve(name) or self._named_twice(name)
        return self._headings[name]

    def is_known(self, heading: Heading) -> bool:
        """Whether a heading names partners, a region, or that what follows has none in common."""
        if heading.partners or _GENERIC.search(heading.name):
            return True
        return self._vocabulary.partner(heading.name) is not None

    def _resolve(self, name: str) -> Heading | None:
        entry = self._vocabulary.partner(name)
        if entry is not None and entry.kind != "region":
            return Heading(name, (entry.code,))
        members = self._vocabulary.split_compound(name)
        if members:
            codes = tuple(dict.fromkeys(m.code for m in members if m.kind != "region"))
            return Heading(name, codes)
        return Heading(name, ()) if entry is not None else None

    def _named_twice(self, name: str) -> Heading | None:
        """「アラブ首長国連邦(UAE)」: the bracket repeats the name in short, or says it is all."""
        found = _SHORT_BEHIND.fullmatch(name)
        named = self._resolve(found["name"].strip()) if found else None
        return Heading(name, named.partners) if named is not None else None

    def _line(self, text: str, start: int, end: int, joined: MappedText | None) -> ListLine:
        found = _LINE.match(text, start, end)
        assert found is not None  # every part of the pattern is optional
        bullet = _ANY_LETTER.sub("ア", found["bullet"].strip())
        at = found.end()
        if found["head"]:
            name = found["head"].rstrip(" :")[1:-1].strip()
            heading = self.heading(name)
            if heading is None and (found["head"][0] == "<" or not text[at:end].strip()):
                heading = Heading(name, ())
            if heading is not None:
                span = (found.start("head"), found.end("head"))
                return ListLine(self._source, text, at, end, bullet, heading, span, joined)
            at = found.start("head")
        alone = _ALONE.match(text, at, end)
        if alone is not None:
            named = self.heading(alone["name"].strip())
            if named is not None:
                span = alone.span("name")
                return ListLine(self._source, text, end, end, bullet, named, span, joined)
        leading = _LEADING.match(text, at, end)
        if leading is not None:
            named = self.heading(leading["name"])
            if named is not None:
                span = leading.span("name")
                return ListLine(self._source, text, leading.end(), end, bullet, named, span, joined)
        return ListLine(self._source, text, at, end, bullet, None, (0, 0), joined)

    def _goes_on(self, end: _End, span: tuple[int, int], following: tuple[int, int]) -> bool:
        """Whether the next line is the rest of the entry that the lines so far end in."""
        text = self._source.text
        gap = text[span[1] : following[0]]
        if gap != "\n" or not end.words or "\t" in text[span[0] : following[1]]:
            return False
        found = _LINE.match(text, *following)
        if found is None or found["bullet"].strip() or found["head"]:
            return False
        if ANY_MONTH_GROUP.match(text, found.end(), following[1]):
            return not end.words.endswith((")", "。", "、"))
        if end.depth > 0:
            return _CLOSES.match(text, found.end(), following[1]) is not None
        if not end.dated or _COMPLETE.search(end.words):
            return False
        return not self._ends_event.search(end.words[-_ENDING:])

    def _join(self, start: int, end: int) -> ListLine:
        joined = join_wrapped(self._source.plain.slice(start, end))
        return self._line(joined.text, 0, len(joined.text), joined)
