"""Two versions of a text side by side, article by article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

Fate = Literal["same", "changed", "added", "removed"]
_SENTENCE = re.compile(r"[^。\n]*(?:[。\n]|$)")
_WORD = re.compile(r"[ァ-ヶー]+|[一-龠々]+|[ぁ-ん]|[A-Za-z0-9]+|\s+|.", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Passage:
    """An article, or a heading of a policy with what stands below it."""

    number: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of one side; ``changed`` where the other side has none such."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """One article in both versions; of an added or removed one a side is empty."""

    number: str
    fate: Fate
    old_title: str
    new_title: str
    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


def compare(old: Sequence[Passage], new: Sequence[Passage]) -> list[Compared]:
    """Every article of both versions, in the order of the new one.

    Articles belong together by their number; several of one number (items of a list) by order.
    """
    before, after = _keyed(old), _keyed(new)
    keys = [key for _, key in before]
    later = [key for _, key in after]
    olds = {key: one for one, key in before}
    news = {key: one for one, key in after}
    found = []
    for tag, i, j, k, m in SequenceMatcher(None, keys, later, autojunk=False).get_opcodes():
        if tag != "equal":
            found += [_removed(olds[key]) for key in keys[i:j] if key not in news]
        found += [
            _both(olds[key], news[key]) if key in olds else _added(news[key]) for key in later[k:m]
        ]
    return found


def pieces(old: str, new: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Both texts in pieces, first by sentences, within changed ones by words."""
    left, right = _sentences(old), _sentences(new)
    olds: list[Piece] = []
    news: list[Piece] = []
    for tag, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        before, after = "".join(left[i:j]), "".join(right[k:m])
        if tag == "equal":
            olds.append(Piece(before, False))
            news.append(Piece(after, False))
            continue
        for one, other in _words(before, after):
            olds.append(one)
            news.append(other)
    return _joined(olds), _joined(news)


def _keyed(passages: Sequence[Passage]) -> list[tuple[Passage, tuple[str, int]]]:
    seen: Counter[str] = Counter()
    keyed = []
    for one in passages:
        keyed.append((one, (one.number, seen[one.number])))
        seen[one.number] += 1
    return keyed


def _both(old: Passage, new: Passage) -> Compared:
    if (old.title, old.text) == (new.title, new.text):
        whole = (Piece(new.text, False),) if new.text else ()
        return Compared(new.number, "same", old.title, new.title, whole, whole)
    left, right = pieces(old.text, new.text)
    return Compared(new.number, "changed", old.title, new.title, left, right)


def _added(one: Passage) -> Compared:
    whole = (Piece(one.text, True),) if one.text else ()
    return Compared(one.number, "added", "", one.title, (), whole)


def _removed(one: Passage) -> Compared:
    whole = (Piece(one.text, True),) if one.text else ()
    return Compared(one.number, "removed", one.title, "", whole, ())


def _sentences(text: str) -> list[str]:
    return [part for part in _SENTENCE.findall(text) if part]


def _words(old: str, new: str) -> Iterator[tuple[Piece, Piece]]:
    left, right = _WORD.findall(old), _WORD.findall(new)
    for tag, i, j, k, m in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        changed = tag != "equal"
        yield Piece("".join(left[i:j]), changed), Piece("".join(right[k:m]), changed)


def _joined(found: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one kind as one piece, empty ones left out."""
    joined: list[Piece] = []
    for piece in found:
        if not piece.text:
            continue
        if joined and joined[-1].changed == piece.changed:
            joined[-1] = Piece(joined[-1].text + piece.text, piece.changed)
        else:
            joined.append(piece)
    return tuple(joined)
