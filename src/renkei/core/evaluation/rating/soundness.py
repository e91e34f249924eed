"""What a scheme must hold so that the engine can follow it to the end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from renkei.core.evaluation.rating.scheme import Grade, IndicatorRule, PolicyRule, Scheme

LINE_FINDINGS = frozenset({"met", "on_line", "improved", "unchanged", "worse", "missing"})


def faults(scheme: Scheme) -> Iterator[str]:
    """Each fault in a few words; none for a sound scheme."""
    marks = scheme.indicator.marks
    if len(set(marks)) != len(marks) or len(marks) < 2:
        yield f"indicator.grades: marks {', '.join(marks)}"
    if scheme.indicator.method == "line":
        yield from _line(scheme.indicator)
    else:
        yield from _rate(scheme.indicator)
    if scheme.policy is not None:
        yield from _policy(scheme.policy, frozenset(marks))


def _line(rule: IndicatorRule) -> Iterator[str]:
    missing = LINE_FINDINGS - {grade.named for grade in rule.grades}
    if missing:
        yield f"indicator.grades: is: {', '.join(sorted(missing))}"


def _rate(rule: IndicatorRule) -> Iterator[str]:
    for grade in rule.grades[:-1]:
        if not _asks(grade):
            yield f"indicator.grades: {grade.mark}: at_least / above / better_than_baseline"
    if rule.grades and _asks(rule.grades[-1]):
        yield f"indicator.grades: {rule.grades[-1].mark} asks for something, but is the last"
    bounds = [grade.above if grade.at_least is None else grade.at_least for grade in rule.grades]
    told = [bound for bound in bounds if bound is not None]
    if any(better < worse for better, worse in pairwise(told)):
        yield "indicator.grades: best first"


def _asks(grade: Grade) -> bool:
    asked = (grade.at_least is not None, grade.above is not None, grade.better_than_baseline)
    return sum(asked) == 1


def _policy(policy: PolicyRule, marks: frozenset[str]) -> Iterator[str]:
    if not policy.steps:
        yield "policy.steps"
    for step in policy.steps:
        if not isinstance(step.value, int):
            yield f"policy.steps: value {step.value}"
        for condition in step.when:
            if condition.at_least not in marks:
                yield f"policy.steps: mark {condition.at_least}"
            if not 0 < condition.share <= 1:
                yield f"policy.steps: share {condition.share}"
    if policy.method == "points":
        for mark, points in policy.points.items():
            if mark not in marks or not isinstance(points, int):
                yield f"policy.points: {mark}"
    elif policy.steps and policy.steps[-1].when:
        yield "policy.steps: the last has conditions"
