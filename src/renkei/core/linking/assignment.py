"""Which records of two documents belong together, one to one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from renkei.core.linking.comparison import Link, compare
from renkei.core.linking.facts import Facts

Key = TypeVar("Key", bound=Hashable)
MARGIN = 0.75
"""Rivals whose weights lie closer than this are not told apart."""


@dataclass(frozen=True, slots=True)
class Pair(Generic[Key]):
    """Two records, keyed, and how they compare."""

    one: Key
    other: Key
    link: Link


Side = Sequence[tuple[Key, Facts]]


def assign(
    ones: Side[Key], others: Side[Key], ruled_out: Callable[[Key, Key], bool]
) -> tuple[list[Pair[Key]], list[Pair[Key]]]:
    """Links and proposals between two documents, each in order of its places.

    A pair is a link if each is by far the best for the other. Equally many records that cannot be
    told apart are linked in order; anything else that cannot be told apart is proposed.
    """
    pairs = [pair for pair in _candidates(ones, others) if not ruled_out(pair.one, pair.other)]
    facts = dict([*ones, *others])
    pairs = [_promoted(pair, facts, ones, others) for pair in pairs]
    links: list[Pair[Key]] = []
    proposals: list[Pair[Key]] = []
    for group in _rivals(_tops(pairs)):
        chosen = _choice(group, facts)
        links += chosen
        proposals += [pair for pair in group if pair not in chosen]
    taken = {key for pair in links for key in (pair.one, pair.other)}
    return links, [pair for pair in proposals if not {pair.one, pair.other} & taken]


def _candidates(ones: Side[Key], others: Side[Key]) -> Iterator[Pair[Key]]:
    """Pairs that may be one event: of near months, or of one ordinal."""
    by_month: dict[int | None, list[tuple[Key, Facts]]] = defaultdict(list)
    by_ordinal: dict[int, list[tuple[Key, Facts]]] = defaultdict(list)
    for item in others:
        for month in _months(item[1]):
            by_month[month].append(item)
        if item[1].ordinal is not None:
            by_ordinal[item[1].ordinal].append(item)
    for key, facts in ones:
        near = [item for month in _months(facts, around=1) for item in by_month[month]]
        if facts.ordinal is not None:
            near += by_ordinal[facts.ordinal]
        for other_key, other in dict(near).items():
            link = compare(facts, other)
            if link is not None:
                yield Pair(key, other_key, link)


def _months(facts: Facts, around: int = 0) -> list[int | None]:
    """Months since year 0 that the start can mean, ``around`` more on each side."""
    if facts.start is None:
        return []
    first, last = facts.start.first_day, facts.start.last_day
    begin, end = first.year * 12 + first.month, last.year * 12 + last.month
    return list(range(begin - around, end + around + 1))


def _tops(pairs: list[Pair[Key]]) -> list[Pair[Key]]:
    """Pairs that neither side has a clearly better one than; a strong one is always better."""
    best: dict[Key, tuple[bool, float]] = {}
    for pair in pairs:
        for key in (pair.one, pair.other):
            best[key] = max(best.get(key, (False, 0.0)), _rank(pair))
    return [
        pair
        for pair in pairs
        if all(
            (pair.link.strength == "strong") >= best[key][0]
            and pair.link.weight >= best[key][1] - MARGIN
            for key in (pair.one, pair.other)
        )
    ]


def _rank(pair: Pair[Key]) -> tuple[bool, float]:
    return pair.link.strength == "strong", pair.link.weight


def _rivals(pairs: list[Pair[Key]]) -> list[list[Pair[Key]]]:
    """Pairs that share a record, directly or over others, in groups."""
    group_of: dict[Key, list[Pair[Key]]] = {}
    for pair in pairs:
        joined = [pair]
        for key in (pair.one, pair.other):
            for known in group_of.get(key, []):
                if known not in joined:
                    joined.append(known)
        for known in joined:
            group_of[known.one] = group_of[known.other] = joined
    return list({id(group): group for group in group_of.values()}.values())


def _choice(group: list[Pair[Key]], facts: dict[Key, Facts]) -> list[Pair[Key]]:
    """The links of one group of rivals; none where they cannot be told apart."""
    if any(pair.link.strength == "weak" for pair in group):
        return []
    if len(group) == 1:
        return group
    ones = list(dict.fromkeys(pair.one for pair in sorted(group, key=lambda p: _place(p.one))))
    others = list(
        dict.fromkeys(pair.other for pair in sorted(group, key=lambda p: _place(p.other)))
    )
    known = {(pair.one, pair.other): pair for pair in group}
    if len(known) != len(ones) * len(others):
        return []
    plain = not any(pair.link.differed for pair in group)
    if len(ones) == len(others) and plain:
        return [known[one, other] for one, other in zip(ones, others, strict=True)]
    if _told_twice([facts[key] for key in ones]) and _told_twice([facts[key] for key in others]):
        return [known[ones[0], others[0]]]
    return []


def _promoted(
    pair: Pair[Key], facts: dict[Key, Facts], ones: Side[Key], others: Side[Key]
) -> Pair[Key]:
    """A talk dated a month apart is one event if each document tells of just one that year.

    The same offices, in the same way, once a fiscal year here and once there: then the month is
    what the documents disagree about.
    """
    agreed = {"counterpart", "mode"} <= set(pair.link.matched)
    if "start" not in pair.link.differed or pair.link.strength == "strong" or not agreed:
        return pair
    one, other = facts[pair.one], facts[pair.other]
    if _year(one) != _year(other) or _like(one, ones) + _like(other, others) != 2:
        return pair
    return replace(pair, link=replace(pair.link, strength="strong"))


def _like(facts: Facts, side: Side[Key]) -> int:
    return sum(
        item.partners == facts.partners
        and item.level == facts.level
        and _year(item) == _year(facts)
        for _, item in side
    )


def _year(facts: Facts) -> int | None:
    year = facts.start.fiscal_year if facts.start else None
    return year.start if year else None


def _place(key: object) -> tuple[object, ...]:
    """Keys are ordered as they are; a key that is no tuple stands for itself."""
    return key if isinstance(key, tuple) else (key,)


def _told_twice(told: list[Facts]) -> bool:
    """One document tells of one event again: the same session, or talks beside one gathering."""
    first = told[0]
    return (
        all(
            item.framework
            and (item.framework, item.kind, item.level, item.mode, item.ordinal, item.partners)
            == (first.framework, first.kind, first.level, first.mode, first.ordinal, first.partners)
            for item in told
        )
        or len(told) == 1
    )
