"""The order of partners by article 4(1)(イ): interest or concern, times influence on security.

Nothing is guessed: a partner of whom one degree is not told has no place in the order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from renkei.core.planning.weights import FACTORS, INFLUENCES, NEEDS, Weights

HIGHEST = 4
"""Degrees run from 0 (none) to this."""
Degrees = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Part:
    """One factor in the sum: its degree times its weight."""

    factor: str
    degree: int
    weight: Fraction


@dataclass(frozen=True, slots=True)
class Weighed:
    """How a priority comes about. ``need`` and ``influence`` run from 0 to HIGHEST.

    ``prevails`` is the factor that decided the need; both count where the method is the mean.
    """

    need: Fraction
    influence: Fraction
    prevails: Literal["interest", "concern"]
    need_parts: tuple[Part, ...]
    influence_parts: tuple[Part, ...]

    @property
    def score(self) -> Fraction:
        """The priority, 0 to 100."""
        return 100 * self.need * self.influence / HIGHEST**2


@dataclass(frozen=True, slots=True)
class Ranked:
    """A partner and its place; those with the same score share one."""

    partner: str
    place: int
    weighed: Weighed


def missing(degrees: Degrees) -> tuple[str, ...]:
    """The factors that are not told."""
    return tuple(factor for factor in FACTORS if factor not in degrees)


def weigh(degrees: Degrees, weights: Weights) -> Weighed | None:
    """The priority of one partner; None where a degree is not told."""
    if missing(degrees):
        return None
    needs = tuple(Part(name, degrees[name], weights.of[name]) for name in NEEDS)
    influences = tuple(Part(name, degrees[name], weights.of[name]) for name in INFLUENCES)
    interest, concern = (part.degree * part.weight for part in needs)
    larger = max(interest, concern) / max(part.weight for part in needs)
    need = larger if weights.method == "larger" else _mean(needs)
    prevails: Literal["interest", "concern"] = "interest" if interest >= concern else "concern"
    return Weighed(need, _mean(influences), prevails, needs, influences)


def rank(partners: Mapping[str, Degrees], weights: Weights) -> list[Ranked]:
    """All partners whose degrees are told, highest priority first, equal ones by code."""
    weighed = {code: weigh(degrees, weights) for code, degrees in partners.items()}
    told = [(code, one) for code, one in weighed.items() if one is not None]
    told.sort(key=lambda pair: (-pair[1].score, pair[0]))
    ranked: list[Ranked] = []
    for number, (code, one) in enumerate(told, 1):
        last = ranked[-1] if ranked else None
        equal = last is not None and last.weighed.score == one.score
        ranked.append(Ranked(code, last.place if equal and last else number, one))
    return ranked


def misfits(
    ranked: Sequence[Ranked], activities: Mapping[str, int], share: Fraction
) -> dict[str, Literal["little", "much"]]:
    """Partners high in priority with little activity, or low in priority with much of it.

    High and low are the ``share`` at either end; a partner is at an end only where its value is
    not also found in the middle, so that equal values are never told apart.
    """
    size = int(len(ranked) * share)
    if size == 0:
        return {}
    score = {one.partner: one.weighed.score for one in ranked}
    spent = {one.partner: Fraction(activities.get(one.partner, 0)) for one in ranked}
    high, low = _ends(score, size)
    much, little = _ends(spent, size)
    few: dict[str, Literal["little", "much"]] = dict.fromkeys(high & little, "little")
    many: dict[str, Literal["little", "much"]] = dict.fromkeys(low & much, "much")
    return few | many


def _ends(values: Mapping[str, Fraction], size: int) -> tuple[set[str], set[str]]:
    order = sorted(values.values())
    lowest, highest = order[size - 1], order[-size]
    top = {code for code, value in values.items() if value >= highest}
    bottom = {code for code, value in values.items() if value <= lowest}
    limit = 2 * size
    return (top if len(top) <= limit else set()), (bottom if len(bottom) <= limit else set())


def _mean(parts: Sequence[Part]) -> Fraction:
    total = sum((part.weight for part in parts), Fraction(0))
    return sum((part.degree * part.weight for part in parts), Fraction(0)) / total
