"""Names as a document uses them, and how two of them differ."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from renkei.core.checks.subject import Subject
from renkei.core.source import Evidence

_COMPOUND = re.compile(r"[一-龥々ァ-ヶー・A-Za-z]{5,60}")
_KANA = re.compile("[ぁ-ん]")
_FIGURE = re.compile(r"[0-9〇一二三四五六七八九十]")


class Difference(NamedTuple):
    """``one`` and ``other`` are all that two names differ in; ``before`` and ``behind`` are common.

    Either may be empty: the other name has a piece more.
    """

    before: str
    one: str
    other: str
    behind: str


def difference(one: str, other: str) -> Difference:
    """The middle in which two names differ, between what both begin and end with."""
    ends = 0
    while ends < min(len(one), len(other)) and one[-1 - ends] == other[-1 - ends]:
        ends += 1
    begins = 0
    most = min(len(one), len(other)) - ends
    while begins < most and one[begins] == other[begins]:
        begins += 1
    return Difference(
        one[:begins],
        one[begins : len(one) - ends],
        other[begins : len(other) - ends],
        one[len(one) - ends :],
    )


def inner_difference(one: str, other: str) -> Difference | None:
    """The last piece in which two names differ with common words on its left.

    What stands before those words may differ: it is not part of the names. None where one name ends
    in the other, or where no such words are shared.
    """
    ends = 0
    while ends < min(len(one), len(other)) and one[-1 - ends] == other[-1 - ends]:
        ends += 1
    left, right = one[: len(one) - ends], other[: len(other) - ends]
    for total in range(1, 2 * _PIECE):
        for size in range(max(0, total - _PIECE), min(total, _PIECE) + 1):
            here, there = left[: len(left) - size], right[: len(right) - total + size]
            shared = _common_end(here, there)
            if (
                shared >= _WORDS
                and shared + ends >= _COMMON
                and size <= len(left)
                and total - size <= len(right)
            ):
                before = here[len(here) - shared :]
                pieces = left[len(here) :], right[len(there) :]
                return Difference(before, *pieces, one[len(one) - ends :])
    return None


_PIECE = 14
_WORDS = 3
_COMMON = 6


def _common_end(one: str, other: str) -> int:
    count = 0
    while count < min(len(one), len(other)) and one[-1 - count] == other[-1 - count]:
        count += 1
    return count


def compounds(subject: Subject) -> Mapping[str, list[Evidence]]:
    """Every run of kanji, katakana and Latin letters of five or more, with its places."""
    found: dict[str, list[Evidence]] = defaultdict(list)
    for passage in subject.passages:
        for match in _COMPOUND.finditer(passage.text):
            name = match[0].strip("・")
            start = match.start() + match[0].index(name) if name else 0
            if len(name) >= _LEAST:
                found[name].append(subject.quote_passage(passage, start, start + len(name)))
    return found


_LEAST = 5


def swapped(names: Mapping[str, list[Evidence]]) -> Iterator[tuple[str, str]]:
    """Pairs of names that differ in two neighbouring characters that changed places."""
    groups: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for name in names:
        groups[tuple(sorted(name))].append(name)
    for group in groups.values():
        for index, one in enumerate(group):
            for other in group[index + 1 :]:
                middle = difference(one, other)
                if len(middle.one) == len("甲乙") and middle.one == middle.other[::-1]:
                    yield one, other


def is_figure(text: str) -> bool:
    """Whether there is a numeral in ``text``: two names that differ in one are two things."""
    return _FIGURE.search(text) is not None


def ends_in_kana(text: str) -> bool:
    """Whether a particle may stand at the end of ``text``, so that another word begins behind it."""
    return _KANA.match(text[-1:]) is not None
