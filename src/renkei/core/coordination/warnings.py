"""Warnings about a proposal: each says why and what to compare. None of them blocks."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from difflib import SequenceMatcher
from functools import lru_cache
from importlib.resources import files

import yaml

from renkei.core.coordination.calendars import Holiday, holidays_between
from renkei.core.errors import UsageError

LONGEST_DAYS = 120
"""Of longer events only so many days are compared with holidays; the rest would be a list of them."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What the warnings look at: a proposal, another case or an activity of the register.

    ``ref`` is anything by which the caller finds it again. Days are the first and last that the
    dates can mean; ``exact`` says that they are known to the day.
    """

    ref: object
    title: str = ""
    partners: frozenset[str] = frozenset()
    first: date | None = None
    last: date | None = None
    exact: bool = False
    kind: str = ""
    means: str = ""
    purpose: str = ""
    principal: str = ""
    unit: str = ""
    place: str = ""
    organisation: str = ""
    participants: int | None = None

    @property
    def dated(self) -> tuple[date, date] | None:
        """First and last day; None where nothing is known."""
        return (self.first, self.last or self.first) if self.first else None


@dataclass(frozen=True, slots=True)
class Bounds:
    """The limits, from ``bounds.yml``."""

    span_days: int
    similar: float
    ahead_days: int
    participants: Mapping[str, int]


@lru_cache(maxsize=1)
def bounds() -> Bounds:
    """The limits that come with the house."""
    text = files("renkei.core.coordination").joinpath("bounds.yml").read_text("utf-8")
    return Bounds(**yaml.safe_load(text))


@dataclass(frozen=True, slots=True)
class Warned:
    """One warning: the kind (a term of the glossary), the sentence, and what to compare with."""

    code: str
    why: UsageError
    compare: tuple[Planned, ...] = ()
    holidays: tuple[Holiday, ...] = ()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the proposal is compared with; ``foreseen`` are means of the country policy, if any."""

    others: Sequence[Planned] = ()
    foreseen: frozenset[str] | None = None
    limits: Bounds = field(default_factory=bounds)


Check = Callable[[Planned, Surroundings], Iterator[Warned]]


def warnings(proposal: Planned, around: Surroundings) -> tuple[Warned, ...]:
    """Everything worth a look, in the order of the checks."""
    return tuple(found for check in CHECKS for found in check(proposal, around))


def window(proposal: Planned, limits: Bounds) -> tuple[date, date] | None:
    """The days within which others matter; None for a proposal without a date."""
    if proposal.dated is None:
        return None
    first, last = proposal.dated
    around = timedelta(days=limits.span_days)
    return first - around, last + around


def _near(one: Planned, other: Planned, days: int) -> bool:
    if one.dated is None or other.dated is None:
        return False
    around = timedelta(days=days)
    return one.dated[0] - around <= other.dated[1] and other.dated[0] <= one.dated[1] + around


def _partner_again(proposal: Planned, around: Surroundings) -> Iterator[Warned]:
    days = around.limits.span_days
    found = tuple(
        other
        for other in around.others
        if proposal.partners & other.partners and _near(proposal, other, days)
    )
    if found:
        yield Warned("partner_again", UsageError("RK864", number=len(found), days=days), found)


def _same(name: str) -> Callable[[Planned, Surroundings], tuple[Planned, ...]]:
    def find(proposal: Planned, around: Surroundings) -> tuple[Planned, ...]:
        wanted = _folded(getattr(proposal, name))
        if not wanted:
            return ()
        return tuple(
            other
            for other in around.others
            if _folded(getattr(other, name)) == wanted and _near(proposal, other, 0)
        )

    return find


def _principal_twice(proposal: Planned, around: Surroundings) -> Iterator[Warned]:
    for code, name in (("principal_twice", "principal"), ("unit_twice", "unit")):
        found = _same(name)(proposal, around)
        if found:
            who = getattr(proposal, name)
            yield Warned(code, UsageError("RK865", who=who, number=len(found)), found)


def _port_calls(proposal: Planned, around: Surroundings) -> Iterator[Warned]:
    if proposal.kind != "port_call":
        return
    found = tuple(
        other
        for other in around.others
        if other.kind == "port_call"
        and (
            _folded(other.place) == _folded(proposal.place)
            if proposal.place and other.place
            else proposal.partners & other.partners
        )
        and _near(proposal, other, 0)
    )
    if found:
        where = proposal.place or "—"
        yield Warned("port_calls", UsageError("RK866", place=where, number=len(found)), found)


def _holidays(proposal: Planned, _around: Surroundings) -> Iterator[Warned]:
    if proposal.dated is None or not proposal.exact:
        return
    first, last = proposal.dated
    last = min(last, first + timedelta(days=LONGEST_DAYS))
    found = tuple(holidays_between(sorted(proposal.partners), first, last))
    if found:
        named = "、".join(f"{one.country} {one.day} {one.name}" for one in found[:4])
        why = UsageError("RK867", number=len(found), named=named)
        yield Warned("holidays", why, holidays=found)


def _similar(proposal: Planned, around: Surroundings) -> Iterator[Warned]:
    """Another organisation, a common partner, and the same kind or a title that is alike."""
    found = tuple(
        other
        for other in around.others
        if other.organisation != proposal.organisation
        and proposal.partners & other.partners
        and (_alike(proposal, other) >= around.limits.similar or _same_kind(proposal, other))
    )
    if found:
        yield Warned("similar_plan", UsageError("RK868", number=len(found)), found)


def _same_kind(one: Planned, other: Planned) -> bool:
    return bool(one.kind) and one.kind == other.kind and one.means == other.means


def _alike(one: Planned, other: Planned) -> float:
    if not one.title or not other.title:
        return 0.0
    return SequenceMatcher(None, _folded(one.title), _folded(other.title)).ratio()


def _many(proposal: Planned, around: Surroundings) -> Iterator[Warned]:
    bearable = around.limits.participants.get(proposal.purpose)
    if bearable is not None and (proposal.participants or 0) > bearable:
        why = UsageError("RK869", number=proposal.participants, limit=bearable)
        yield Warned("many_participants", why)


def _unforeseen(proposal: Planned, around: Surroundings) -> Iterator[Warned]:
    foreseen = around.foreseen
    if foreseen is not None and proposal.means and proposal.means not in foreseen:
        yield Warned("means_unforeseen", UsageError("RK862", means=proposal.means))


CHECKS: tuple[Check, ...] = (
    _partner_again,
    _principal_twice,
    _port_calls,
    _holidays,
    _similar,
    _many,
    _unforeseen,
)


def _folded(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())
