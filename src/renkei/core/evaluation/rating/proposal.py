"""The grade of a policy from the marks of its indicators, as far as they tell it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from renkei.core.errors import UsageError
from renkei.core.errors.message import Message
from renkei.core.evaluation.indicators import Indicator
from renkei.core.evaluation.rating.comparison import percent
from renkei.core.evaluation.rating.reason import Reason
from renkei.core.evaluation.rating.scheme import Condition, PolicyRule, Scheme, Step
from renkei.core.evaluation.rating.verdict import Verdict, verdict_of
from renkei.core.evaluation.rating.wording import SCOPES

Rated = tuple[Indicator, Verdict]


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the engine proposes: ``steps`` are the grades left possible, one where it is sure."""

    scheme: Scheme
    rated: tuple[Rated, ...]
    steps: tuple[Step, ...]
    reason: Reason

    @property
    def step(self) -> Step | None:
        """The one grade that follows; None where a person has to judge first."""
        return self.steps[0] if len(self.steps) == 1 else None


def propose(
    indicators: Sequence[Indicator],
    scheme: Scheme,
    decided: Mapping[str, str] | None = None,
) -> Proposal:
    """The proposal for one policy; reference indicators play no part in it.

    ``decided`` are marks that people gave, by number. Raises UsageError RK733 for a mark that
    is none of the scheme.
    """
    given = decided or {}
    for number, mark in given.items():
        if mark not in scheme.indicator.marks:
            raise UsageError(
                "RK733",
                mark=mark,
                number=number,
                scheme=scheme.id,
                allowed=", ".join(scheme.indicator.marks),
            )
    rated = tuple(
        (each, verdict_of(each, scheme, given.get(each.number)))
        for each in indicators
        if not each.reference
    )
    steps, reason = grade(scheme, rated)
    return Proposal(scheme=scheme, rated=rated, steps=steps, reason=reason)


def grade(scheme: Scheme, rated: Sequence[Rated]) -> tuple[tuple[Step, ...], Reason]:
    """The grades that the marks leave possible, and why."""
    if scheme.policy is None:
        title = scheme.title
        return (), Reason(code="no_policy_rule", params={"scheme": title})
    if not rated:
        return (), Reason(code="no_indicators")
    if scheme.policy.method == "points":
        return _by_points(scheme.policy, rated)
    return _by_steps(scheme, scheme.policy, rated)


def _by_steps(
    scheme: Scheme, policy: PolicyRule, rated: Sequence[Rated]
) -> tuple[tuple[Step, ...], Reason]:
    """From best to worst until one surely holds; those that cannot be told stay possible."""
    possible: list[Step] = []
    reasons: list[Reason] = []
    if not any(indicator.primary for indicator, _ in rated):
        reasons.append(Reason(code="no_primary"))
    for step in policy.steps:
        results = [_condition(scheme, step, condition, rated) for condition in step.when]
        reasons += [reason for _, reason in results]
        if not results:
            reasons.append(Reason(code="no_condition", params={"label": step.label}))
        if all(holds is not False for holds, _ in results):
            possible.append(step)
        if all(holds is True for holds, _ in results):
            break
    if scheme.thresholds_from == "house":
        house: dict[str, str | Message] = {"scheme": scheme.title, "version": scheme.version}
        reasons.append(Reason(code="house_thresholds", params=house))
    return tuple(possible), Reason(code="grades", children=tuple(reasons))


def _condition(
    scheme: Scheme, step: Step, condition: Condition, rated: Sequence[Rated]
) -> tuple[bool | None, Reason]:
    primary = [each for each in rated if each[0].primary]
    scope = primary if condition.of == "primary" and primary else rated
    order = scheme.indicator.marks
    least = order.index(condition.at_least)
    best = [order.index(verdict.marks[0]) for _, verdict in scope]
    lowest = [order.index(verdict.marks[-1]) for _, verdict in scope]
    sure = sum(place <= least for place in lowest)
    most = sum(place <= least for place in best)
    needed = condition.share * len(scope)
    holds = True if sure >= needed else False if most < needed else None
    code = {True: "condition_met", False: "condition_missed", None: "condition_open"}[holds]
    params: dict[str, str | Message] = {
        "label": step.label,
        "scope": SCOPES[condition.of],
        "share": percent(condition.share),
        "mark": condition.at_least,
        "sure": str(sure),
        "count": str(sure if holds else most),
        "total": str(len(scope)),
    }
    return holds, Reason(code=code, params=params)


def _by_points(policy: PolicyRule, rated: Sequence[Rated]) -> tuple[tuple[Step, ...], Reason]:
    """The rounded mean of the points (halves up); marks without points are left out."""
    counted = [
        [policy.points[mark] for mark in verdict.marks if mark in policy.points]
        for _, verdict in rated
    ]
    points = [each for each in counted if each]
    if not points:
        return (), Reason(code="no_indicators")
    low = Fraction(sum(map(min, points)), len(points))
    high = Fraction(sum(map(max, points)), len(points))
    steps = tuple(step for step in policy.steps if _rounded(low) <= step.value <= _rounded(high))
    params = {
        "low": _shown(low),
        "high": _shown(high),
        "count": str(len(points)),
        "left_out": str(len(counted) - len(points)),
    }
    return steps, Reason(code="points", params=params)


def _rounded(mean: Fraction) -> int:
    return int((mean * 2 + 1) // 2)


def _shown(mean: Fraction) -> str:
    return percent(mean / 100).removesuffix("%")
