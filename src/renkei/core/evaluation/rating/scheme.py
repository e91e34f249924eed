"""A rating scheme: what counts as near a target or far beyond it, and how marks make a grade.

Schemes are data with a version and a source (``schemes/*.yml``); the engine knows none of them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from renkei.core.errors.message import Message

Scope = Literal["all", "primary"]
Method = Literal["rate", "line"]
Period = Literal["total", "last"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """One mark of the scale of indicators; the last of a scale by rate asks for nothing.

    ``at_least`` and ``above`` compare the rate of achievement; ``within_places`` says the same
    of a rank, which has no rate; ``named`` is the finding of the line method.
    """

    mark: str
    at_least: Fraction | None = None
    above: Fraction | None = None
    within_places: int | None = None
    better_than_baseline: bool = False
    named: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndicatorRule:
    """How figures make a mark; ``grades`` run from best to worst."""

    method: Method
    period: Period
    grades: tuple[Grade, ...]
    unchanged: Fraction = Fraction(0)

    @property
    def marks(self) -> tuple[str, ...]:
        """The marks from best to worst."""
        return tuple(grade.mark for grade in self.grades)


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """At least ``share`` of the indicators in scope have the mark ``at_least`` or a better one."""

    of: Scope
    at_least: str
    share: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One grade of a policy, reached where every condition holds and no better step is."""

    value: int
    label: Message
    letter: str = ""
    when: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyRule:
    """How marks make a grade: by steps with conditions, or by the mean of ``points``."""

    method: Literal["steps", "points"]
    steps: tuple[Step, ...]
    points: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """``thresholds_from`` is "source" where the figures are those of the source, else "house"."""

    id: str
    version: str
    title: Message
    source: str
    thresholds_from: Literal["source", "house"]
    indicator: IndicatorRule
    policy: PolicyRule | None = None
