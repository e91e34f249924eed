"""The chapters of a report: under which headings a passage stands and whom it is about.

A chapter is about the partners its nearest heading names. In a chapter on several countries the
sentence says whose turn it is (「Xとの間では、…」), and that holds until the next one does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from renkei.core.text.mapped import MappedText, Replacement
from renkei.core.text.prose import Block, sentences
from renkei.core.vocabulary import Partner, Vocabulary

_WIDE = frozenset({"INDO_PACIFIC", "ASIA_PACIFIC"})
_MANY = re.compile("諸国|その他|各国")
_TOPIC = re.compile(
    r"(?:(?:また|なお|さらに|このほか|そのほか|加えて)、)?(?P<name>[^、。]{2,16}?)(?:\([^()]{1,40}\))?"
    r"(?:と(?:の(?:間|関係)[^、。]{0,8}?(?:では|については|において|として))|は、?)"
)


_MARK = re.compile(r"(?<=[^\d\s.、。(年月回第約計・+～-])\d{1,3}(?=[がはのをにとでさ、。/(「」])")
_ANCHOR = 40


class _Mark(NamedTuple):
    """A number in body block ``block`` at ``start``; ``origin`` counts in the original."""

    block: int
    start: int
    origin: int


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading: its name, its level (0 is the widest) and the partners it names.

    ``at`` counts in the original. ``many``: the chapter is on several countries.
    """

    name: str
    level: int
    at: int
    partners: tuple[str, ...]
    many: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of body or note: ``text[start:end]``, its chapters and its partners.

    ``first`` is the number of the sentence in its block. A note stands where its ``mark`` does:
    ``anchor`` and ``behind`` are the words around it there, and the chapters those of that place.
    """

    text: MappedText
    start: int
    end: int
    first: int
    mark: str
    chapters: tuple[Chapter, ...]
    partners: tuple[str, ...]
    anchor: str = ""
    behind: str = ""

    @property
    def words(self) -> str:
        """The words of the sentence."""
        return self.text.text[self.start : self.end]

    @property
    def under(self) -> str | None:
        """The name of the nearest heading."""
        return self.chapters[-1].name if self.chapters else None


def chapter(block: Block, vocabulary: Vocabulary) -> Chapter:
    """What the heading ``block`` says."""
    name = block.text.text.strip()
    codes = named_partners(name, vocabulary)
    regions = any(vocabulary.partners[code].kind == "region" for code in codes)
    many = regions or _MANY.search(name) is not None
    return Chapter(name, block.level, block.text.origin(0), codes, many)


def named_partners(name: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Partners and regions that a heading or title names, but not the whole Indo-Pacific."""
    found = (match.entry.code for match in vocabulary.find_partners(name))
    return tuple(dict.fromkeys(code for code in found if code not in _WIDE))


def chapters(blocks: Sequence[Block], vocabulary: Vocabulary) -> list[tuple[Chapter, ...]]:
    """For each block the headings it stands under, widest first; a heading counts for itself."""
    path: list[Chapter] = []
    paths: list[tuple[Chapter, ...]] = []
    for block in blocks:
        if block.kind == "heading":
            path = [each for each in path if each.level < block.level]
            path.append(chapter(block, vocabulary))
        paths.append(tuple(path))
    return paths


def partners_of(path: Sequence[Chapter]) -> tuple[str, ...]:
    """The partners of the nearest heading that names any."""
    return next((each.partners for each in reversed(path) if each.partners), ())


def read_sentences(
    blocks: Sequence[Block], paths: Sequence[tuple[Chapter, ...]], vocabulary: Vocabulary
) -> Iterator[Sentence]:
    """The sentences of body and notes in order, each with the partners it is about."""
    topic: tuple[str, ...] = ()
    marks = _marks(blocks)
    notes = {block.mark for block in blocks if block.kind == "note" and block.mark}
    for block, path in zip(blocks, paths, strict=True):
        if block.kind == "heading":
            topic = ()
        elif block.kind == "note":
            yield from _of_note(block, marks, blocks, paths)
        elif block.kind == "body":
            about = partners_of(path)
            many = not about or any(each.many for each in path)
            text = _without_marks(block.text, notes)
            for number, (start, end) in enumerate(sentences(Block("body", text))):
                named = topic_of(text.text[start:end], vocabulary) if many else None
                topic = (named.code,) if named else topic
                yield Sentence(text, start, end, number, "", path, topic or about)


def _of_note(
    note: Block,
    marks: Mapping[str, list[_Mark]],
    blocks: Sequence[Block],
    paths: Sequence[tuple[Chapter, ...]],
) -> Iterator[Sentence]:
    """The sentences of a note, told of by no partner but what it stands at names."""
    path: tuple[Chapter, ...] = ()
    anchor = behind = ""
    at = note.text.origin(0)
    places = marks.get(note.mark, [])
    if places:
        place = min(places, key=lambda each: abs(each.origin - at))
        path = paths[place.block]
        words = blocks[place.block].text.text
        anchor = words[max(0, place.start - _ANCHOR) : place.start]
        behind = words[place.start + len(note.mark) :][:_ANCHOR]
    for number, (start, end) in enumerate(sentences(note)):
        yield Sentence(note.text, start, end, number, note.mark or "*", path, (), anchor, behind)


def _without_marks(text: MappedText, notes: set[str]) -> MappedText:
    """The body without the numbers of notes."""
    edits = [
        Replacement(found.start(), found.end(), "")
        for found in _MARK.finditer(text.text)
        if found[0] in notes
    ]
    return text.replace(edits) if edits else text


def _marks(blocks: Sequence[Block]) -> dict[str, list[_Mark]]:
    """Every number in the body that may be the mark of a note."""
    marks: dict[str, list[_Mark]] = {}
    for index, block in enumerate(blocks):
        if block.kind == "body":
            for found in _MARK.finditer(block.text.text):
                origin = block.text.origin(found.start())
                marks.setdefault(found[0], []).append(_Mark(index, found.start(), origin))
    return marks


def topic_of(words: str, vocabulary: Vocabulary) -> Partner | None:
    """The one partner that the sentence begins with, as what it is about."""
    found = _TOPIC.match(words)
    if found is None:
        return None
    partner = vocabulary.partner(re.sub("^(?:この|同)", "", found["name"]))
    if partner is None or partner.kind == "region" or partner.code == "JPN":
        return None
    return partner
