"""What a file says otherwise than the sheet that went out, and where the register went on meanwhile.

All three are files of the same layout, read by the same readers: what these do not see, they do not
see in any of the three, and it is no difference.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import Any

from renkei.apps.returned.facts import Fact, Key
from renkei.core.pipeline import Reading
from renkei.core.source import Span
from renkei.core.text import Document

GONE = "gone"
Group = dict[tuple[str, Key], list[Fact]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A field of one record; ``fact`` is that of the file, or of the sheet where it is gone.

    ``known`` is the record as the register has it now, else as it went out; None for a new one.
    """

    fact: Fact
    field: str
    printed: Any
    held: Any
    value: Any
    known: Fact | None

    @property
    def conflict(self) -> bool:
        """The register was changed too, and otherwise."""
        return not same(self.printed, self.held) and not self.settled

    @property
    def settled(self) -> bool:
        """The register says so already."""
        return self.field != GONE and same(self.held, self.value)


@dataclass(frozen=True, slots=True)
class Unread:
    """Words that were changed and that no record holds."""

    place: Span
    printed: str
    value: str


def same(one: Any, other: Any) -> bool:
    """Whether two values of a field say the same, however they are printed."""
    if isinstance(one, dict) and isinstance(other, dict):
        left, right = ({k: v for k, v in each.items() if k != "text"} for each in (one, other))
        return left == right
    return bool(one == other)


def differences(
    printed: Sequence[Fact], held: Sequence[Fact], value: Sequence[Fact]
) -> list[Difference]:
    """What ``value`` says otherwise than ``printed``, also where the register says so already."""
    before, after, current = _groups(printed), _groups(value), _groups(held)
    now = {id(fact): other for fact, other in _pairs(before, current) if fact is not None}
    added = {key: facts[0] for key, facts in current.items() if key not in before}
    found = []
    for old, new in _pairs(before, after):
        fact = new or old
        assert fact is not None
        known = now.get(id(old)) if old else added.get((fact.kind, fact.key))
        found += _fields(fact, old, new, known)
    return sorted(found, key=lambda each: each.fact.evidence.start)


def unread(printed: Document, edited: Reading, seen: Iterable[Difference]) -> list[Unread]:
    """Cells and lines of the file with other words than before that no difference is about."""
    known = [(d.fact.evidence.start, d.fact.evidence.end) for d in seen]
    old, new = list(_passages(printed)), list(_passages(edited.document))
    matcher = SequenceMatcher(
        None, [words for words, _ in old], [words for words, _ in new], autojunk=False
    )
    found = []
    for code, a, b, c, d in matcher.get_opcodes():
        if code == "equal":
            continue
        for before, after in zip_longest(old[a:b], new[c:d]):
            span = after[1] if after else new[min(c, len(new) - 1)][1]
            if not any(start < span.end and span.start < end for start, end in known):
                found.append(Unread(span, before[0] if before else "", after[0] if after else ""))
    return found


def _passages(document: Document) -> Iterator[tuple[str, Span]]:
    """The words of each cell, and of each line outside of tables."""
    spans = [span for span, place in document.places if place.cell and span.start < span.end]
    inside = {
        number
        for span in spans
        for number in range(document.line_at(span.start), document.line_at(span.end) + 1)
    }
    spans += [line.span for line in document.lines if line.number not in inside]
    for span in sorted(spans):
        words = " ".join(document.text[span.start : span.end].split())
        if words:
            yield words, span


def _fields(fact: Fact, old: Fact | None, new: Fact | None, now: Fact | None) -> list[Difference]:
    if new is None:
        assert old is not None
        return [Difference(fact, GONE, old.fields, (now or old).fields, None, now or old)]
    before = old.fields if old else {}
    held = now.fields if now else {}
    return [
        Difference(fact, name, before.get(name), held.get(name), value, now or old)
        for name, value in new.fields.items()
        if not same(before.get(name), value)
    ]


def _groups(found: Iterable[Fact]) -> Group:
    groups: Group = {}
    for fact in found:
        groups.setdefault((fact.kind, fact.key), []).append(fact)
    return groups


def _pairs(before: Group, after: Group) -> Iterator[tuple[Fact | None, Fact | None]]:
    for key in dict.fromkeys((*before, *after)):
        yield from _aligned(before.get(key, []), after.get(key, []))


def _aligned(old: Sequence[Fact], new: Sequence[Fact]) -> Iterator[tuple[Fact | None, Fact | None]]:
    """Facts of one key side by side; where their number differs, by what they say."""
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
        return
    matcher = SequenceMatcher(
        None, [repr(f.fields) for f in old], [repr(f.fields) for f in new], autojunk=False
    )
    for _, a, b, c, d in matcher.get_opcodes():
        yield from zip_longest(old[a:b], new[c:d])
