"""Two records of an event side by side: what matches, what differs, and how much that tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from renkei.core.linking import words
from renkei.core.linking.facts import Facts
from renkei.core.values import PartialDate

Strength = Literal["strong", "weak"]

_TALKS = {"meeting", "two_plus_two", "consultation", "visit", "forum"}
_NAMED = {"exercise", "capacity_building", "forum", "statement"}
"""Kinds of which a partner has many a month: their names tell them apart."""
_VICE_MINISTERS = {"administrative_vice_minister", "vice_minister_international"}
_REMOTE = {"phone", "video", "phone_or_video"}
_OFFICES = {"", "working", "unit"}
_FOREIGN = ("外務", "外交")
_WEIGHTS = {
    "ordinal": 4.0, "framework": 3.0, "agreement": 3.0, "day": 3.0, "counterpart": 2.0,
    "level": 2.0, "kind": 2.0, "mode": 2.0, "title": 2.0, "start": 2.0, "peer": 1.0,
    "direction": 1.0, "end": 1.0,
}  # fmt: skip
SAME, ALIKE, LIKELY = 0.95, 0.7, 0.4
YEAR = 12


@dataclass(frozen=True, slots=True)
class Link:
    """``matched`` and ``differed`` name fields; a field that one side does not print is in neither.

    ``weight`` orders rival links; only a ``strong`` link may be made without a person.
    """

    matched: tuple[str, ...]
    differed: tuple[str, ...]
    strength: Strength
    weight: float


def compare(one: Facts, other: Facts) -> Link | None:
    """How ``one`` and ``other`` may be the same event; None where that is out of the question.

    Symmetrical. Says nothing about rivals: two talks of one month are both like a third.
    """
    if _excluded(one, other):
        return None
    seen = _Seen(one, other)
    if not seen.possible:
        return None
    strength: Strength = "strong" if seen.tells and not seen.doubtful else "weak"
    if strength == "weak" and not seen.worth_asking:
        return None
    return Link(tuple(seen.matched), tuple(seen.differed), strength, seen.weight())


def _excluded(one: Facts, other: Facts) -> bool:
    """What no two statements about one event differ in."""
    return (
        _clash(one.ordinal, other.ordinal)
        or _clash(one.agreement, other.agreement)
        or _clash(one.direction, other.direction)
        or not _kinds_agree(one, other)
        or not _partners_agree(one, other)
        or not _levels_agree(one, other)
        or _frameworks(one.framework, other.framework) == "other"
        or _months_apart(one, other) > YEAR
    )


class _Seen:
    """What a comparison found, field by field."""

    def __init__(self, one: Facts, other: Facts) -> None:
        self.one, self.other = one, other
        self.matched: list[str] = []
        self.differed: list[str] = []
        self.alike = words.similarity(one.title, other.title)
        self.held_within = words.holds(one.title, other.title)
        self._period()
        self._plain("partners", one.partners, other.partners)
        self._plain("kind", one.kind, other.kind)
        self._plain("level", one.level, other.level)
        self._mode()
        self._plain("direction", one.direction, other.direction)
        self._plain("ordinal", one.ordinal, other.ordinal)
        self._plain("agreement", one.agreement, other.agreement)
        self._plain("status", one.status, other.status)
        if _frameworks(one.framework, other.framework) == "same":
            self.matched.append("framework")
        if words.same_office(one.counterpart, other.counterpart):
            self.matched.append("counterpart")
        if self.alike >= ALIKE or self.held_within:
            self.matched.append("title")

    @property
    def possible(self) -> bool:
        """Another month only goes with an ordinal, or is a near miss; a date on both sides."""
        if "start" in self.matched:
            return True
        if {"ordinal", "kind"} <= set(self.matched):
            return "framework" in self.matched or self.alike >= LIKELY
        return "start" in self.differed and self._near_miss()

    @property
    def tells(self) -> bool:
        """Whether something that matched tells this event from others of the same month."""
        found = set(self.matched)
        if "start" not in found:
            return "ordinal" in found and (self.alike >= ALIKE or "framework" in found)
        if "ordinal" in found and (self.alike >= LIKELY or "framework" in found):
            return True
        if "visit" in (self.one.kind, self.other.kind):
            return self._same_stay(found)
        if "kind" in found and self.one.kind == "signing":
            return "agreement" in found or "title" in found
        if "kind" in found and self.one.kind in _NAMED:
            return self._whole_course(found) or "title" in found or self._named(found)
        if self.one.kind == "two_plus_two" or self._called_together(found):
            return True
        if self._office() and "level" in found | set(self.differed):
            return True
        if {"kind", "framework"} <= found and self._named(found):
            return self.alike >= LIKELY
        return self.alike >= ALIKE

    @property
    def doubtful(self) -> bool:
        """What speaks against it, short of ruling it out."""
        one, other = self.one, self.other
        if "status" in self.differed and {one.status, other.status} != {"held", "planned"}:
            return True
        if one.partners != other.partners and "framework" not in self.matched:
            return True
        if words.occasions(one.title) != words.occasions(other.title) and not (
            {"counterpart", "ordinal"} & set(self.matched) or "visit" in (one.kind, other.kind)
        ):
            return True
        if _clash(words.service(one.counterpart), words.service(other.counterpart)):
            return True
        return self._meets_and_calls() or _coarse(one.start, other.start)

    @property
    def worth_asking(self) -> bool:
        """A person is asked only about what is more than a partner and a month in common."""
        if "kind" not in self.matched and "level" not in self.matched:
            return self.alike >= LIKELY
        if self.one.kind in _TALKS - {"forum", "visit"} and "partners" in self.matched:
            return True
        return self.alike >= LIKELY or bool({"framework", "counterpart"} & set(self.matched))

    def weight(self) -> float:
        """The sum of what matched, less what differed."""
        total = sum(_WEIGHTS.get(field, 0.0) for field in self.matched if field != "title")
        total -= sum(_WEIGHTS.get(field, 0.0) for field in self.differed)
        one, other = self.one, self.other
        if one.start == other.start and one.start is not None and one.start.day:
            total += _WEIGHTS["day"]
        if words.is_peer(one.level, other.counterpart) or words.is_peer(
            other.level, one.counterpart
        ):
            total += _WEIGHTS["peer"]
        return total + _WEIGHTS["title"] * max(self.alike, float(self.held_within))

    def _plain(self, field: str, one: object, other: object) -> None:
        if one and other:
            (self.matched if one == other else self.differed).append(field)
        elif field == "partners" and one == other:
            self.matched.append(field)

    def _mode(self) -> None:
        one, other = self.one.mode, self.other.mode
        if not (one and other):
            return
        same = one == other or ("phone_or_video" in (one, other) and {one, other} <= _REMOTE)
        (self.matched if same else self.differed).append("mode")

    def _period(self) -> None:
        one, other = self.one, self.other
        if one.start is None or other.start is None:
            return
        same = _within(one.start, other.start)
        (self.matched if same else self.differed).append("start")
        if one.end is not None and other.end is not None:
            same = _within(one.end, other.end)
            (self.matched if same else self.differed).append("end")

    def _meets_and_calls(self) -> bool:
        """In person here and by telephone there may be two talks, unless more agrees than those."""
        remote = {self.one.mode, self.other.mode} & _REMOTE
        return (
            "mode" in self.differed
            and len(remote) == 1
            and "in_person" in (self.one.mode, self.other.mode)
            and not (self.one.kind == self.other.kind == "forum" and self.alike >= SAME)
            and self.one.kind != "two_plus_two"
            and not {"counterpart", "ordinal", "framework", "agreement"} & set(self.matched)
        )

    def _same_stay(self, found: set[str]) -> bool:
        """Visit and visit, or a visit and the talks it was made for."""
        if _REMOTE & {self.one.mode, self.other.mode}:
            return False
        if "kind" in found:
            return "level" in found or "counterpart" in found or self.alike >= ALIKE
        if "level" in self.differed:
            return False
        talks = self.other if self.one.kind == "visit" else self.one
        visit = self.one if self.one.kind == "visit" else self.other
        if visit.direction == "inbound":
            return "counterpart" in found
        return "level" in found and not talks.framework

    def _called_together(self, found: set[str]) -> bool:
        """Officials of the same three countries or more, called together in the same way."""
        return (
            {"kind", "level", "partners", "mode"} <= found
            and self.one.kind == "consultation"
            and len(self.one.partners) > 1
            and self.one.mode in _REMOTE
        )

    def _office(self) -> bool:
        """Talks of one named office of ours: ministers, vice-ministers, chiefs of staff."""
        return not {self.one.level, self.other.level} & _OFFICES

    def _whole_course(self, found: set[str]) -> bool:
        """Begun and ended in the same months: a programme in a country, or a name much alike."""
        return {"start", "end"} <= found and (
            self.one.kind == "capacity_building" or self.alike >= LIKELY
        )

    def _named(self, found: set[str]) -> bool:
        """The framework is the name, unless it is only the roof over many bodies."""
        return "framework" in found and self.one.framework == self.other.framework

    def _near_miss(self) -> bool:
        """The same office spoke with the same partner, a month apart."""
        one, other = self.one, self.other
        told = {"kind", "level", "partners"} <= set(self.matched) and self._office()
        near = told and one.kind in _TALKS - {"forum"} and _months_apart(one, other) == 1
        return near and (
            "counterpart" in self.matched or not (one.counterpart and other.counterpart)
        )


def _clash(one: object, other: object) -> bool:
    return bool(one) and bool(other) and one != other


def _kinds_agree(one: Facts, other: Facts) -> bool:
    if one.kind == other.kind:
        alone = any(name in one.title for name in _FOREIGN)
        return one.kind != "consultation" or alone == any(name in other.title for name in _FOREIGN)
    kinds = {one.kind, other.kind}
    if not kinds <= _TALKS or "two_plus_two" in kinds:
        return False
    if "forum" in kinds:
        alike = words.similarity(one.title, other.title) >= ALIKE
        return "visit" not in kinds and (alike or bool(one.framework and other.framework))
    return kinds != {"visit", "consultation"}


def _partners_agree(one: Facts, other: Facts) -> bool:
    """The same partners; at a named gathering one side may tell only who it is about."""
    if one.partners == other.partners:
        return bool(one.partners) or bool(one.framework and other.framework) or _names(one, other)
    if not (one.partners <= other.partners or other.partners <= one.partners):
        return False
    gathering = "forum" in (one.kind, other.kind) and one.kind == other.kind
    return gathering and one.framework == other.framework != ""


def _names(one: Facts, other: Facts) -> bool:
    return words.similarity(one.title, other.title) >= ALIKE


def _levels_agree(one: Facts, other: Facts) -> bool:
    levels = {one.level, other.level} - {""}
    if len(levels) < 2 or one.kind == other.kind == "exercise":
        return True
    return levels == _VICE_MINISTERS and ("次官級" in one.title or "次官級" in other.title)


def _frameworks(one: str, other: str) -> str:
    """ "same" also for a framework and a body of it (EWG, EWG-MS); "" where one names none."""
    if not one or not other:
        return ""
    short, long = sorted((one, other), key=len)
    return "same" if one == other or long.startswith((f"{short}/", f"{short}-")) else "other"


def _within(one: PartialDate, other: PartialDate) -> bool:
    """The same to the coarser precision of both."""
    return str(one).startswith(str(other)) or str(other).startswith(str(one))


def _coarse(one: PartialDate | None, other: PartialDate | None) -> bool:
    """A bare year beside a month or day is not enough without an ordinal."""
    if one is None or other is None:
        return False
    return (one.month is None) != (other.month is None)


def _months_apart(one: Facts, other: Facts) -> int:
    a, b = one.start, other.start
    if a is None or b is None or a.month is None or b.month is None:
        return 0
    return abs((a.year - b.year) * 12 + a.month - b.month)
