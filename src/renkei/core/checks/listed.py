"""What the lists of a sheet hold: each partner with the kinds of talks, consultations and drills."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from renkei.core.checks.subject import Subject
from renkei.core.records import Activity
from renkei.core.vocabulary import Vocabulary

_ORDINAL = re.compile(r"第[0-9一二三四五六七八九十百]{1,4}回")
_KIND = re.compile(r"[^()「」『』 ]{2,16}(?:会談|協議|訓練|対話)")
_MODE = re.compile(r"電話|テレビ|オンライン")
_JOINT = re.compile(r"[、,・]|及び|並びに|や")
_TIE = re.compile(
    r"(?:(?:等|など)(?:の諸?外国|の国々|の各国|諸国|各国)?|の諸外国)?(?:との|と|の)?$"
)


@dataclass(frozen=True, slots=True)
class Cited:
    """A kind of activity that a sentence names with its partners: ``start`` to ``end`` of the text."""

    start: int
    end: int
    kind: str
    partners: tuple[tuple[str, str], ...]
    """Code and printed name of each."""


@dataclass(frozen=True, slots=True)
class Lists:
    """The kinds (防衛相電話会談, 親善訓練) that the lists hold, each with its partners."""

    held: dict[str, dict[str, Activity]]
    pattern: re.Pattern[str] | None

    def has(self, kind: str, partner: str) -> bool:
        """Whether a list holds this kind, or one that it is short for, with the partner."""
        return any(partner in with_ for held, with_ in self.held.items() if held.endswith(kind))

    def otherwise(self, kind: str, partner: str) -> Activity | None:
        """The same kind with the partner held in another mode (電話会談 for テレビ会談)."""
        bare = plain(kind)
        held = (with_ for other, with_ in self.held.items() if plain(other) == bare)
        return next((with_[partner] for with_ in held if partner in with_), None)

    def cited(self, text: str, vocabulary: Vocabulary) -> Iterator[Cited]:
        """The kinds that ``text`` names together with partners (チリ、ペルー等との親善訓練)."""
        for found in self.pattern.finditer(text) if self.pattern else ():
            partners = tuple(_before(text, found.start(), vocabulary))
            if partners:
                yield Cited(partners[-1][0], found.end(), found[0], tuple(p[1:] for p in partners))


def lists_of(subject: Subject) -> Lists:
    """What the dated lists of the sheet hold."""
    held: dict[str, dict[str, Activity]] = {}
    for each in subject.listed:
        kind = _kind(each, subject.vocabulary)
        for partner in each.partners if kind else ():
            held.setdefault(kind or "", {}).setdefault(partner, each)
    kinds = sorted(held, key=len, reverse=True)
    return Lists(held, re.compile("|".join(map(re.escape, kinds))) if kinds else None)


def plain(kind: str) -> str:
    """A kind without its mode."""
    return _MODE.sub("", kind)


def _kind(activity: Activity, vocabulary: Vocabulary) -> str | None:
    """防衛当局間協議 of 第3回日チリ防衛当局間協議; None for a title of another make."""
    title = _ORDINAL.sub("", activity.title)
    at = 1 if title.startswith("日") else 0
    for match in vocabulary.find_partners(title):
        if match.start > at:
            break
        at = match.end
    kind = title[at:]
    return kind if _KIND.fullmatch(kind) else None


def _before(text: str, end: int, vocabulary: Vocabulary) -> Iterator[tuple[int, str, str]]:
    """The partners printed in a row before ``end``, the last first: start, code and name."""
    tie = _TIE.search(text, 0, end)
    at = tie.start() if tie else end
    for match in sorted(vocabulary.find_partners(text[:end]), key=lambda m: -m.start):
        if match.start >= at:
            continue
        between = text[match.end : at]
        if between and not _JOINT.fullmatch(between):
            return
        at = match.start
        if match.entry.code != "JPN":
            yield match.start, match.entry.code, match.text
