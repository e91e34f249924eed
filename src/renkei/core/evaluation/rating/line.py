"""The line method: where the latest figure stands to the line from baseline to target."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from renkei.core.evaluation.indicators import Indicator, Observation
from renkei.core.evaluation.rating.period import shown
from renkei.core.evaluation.rating.reason import Reason
from renkei.core.evaluation.rating.scheme import IndicatorRule


@dataclass(frozen=True, slots=True)
class _Points:
    """The three dated figures; the goal lies after the baseline."""

    baseline: Observation
    goal: Observation
    latest: Observation


def line_finding(
    indicator: Indicator, component: str, rule: IndicatorRule
) -> tuple[tuple[str, ...], Reason]:
    """The one mark of the component, with its reason."""
    points = _points(indicator, component)
    if points is None:
        return (_mark(rule, "missing"),), Reason(code="line_missing")
    mark = _mark(rule, _named(points, indicator.definition.improvement == "up", rule.unchanged))
    three = {"baseline": points.baseline, "target": points.goal, "actual": points.latest}
    params = {name: shown(each.cell) for name, each in three.items()}
    for name, each in zip(("base_year", "end_year", "year"), three.values(), strict=True):
        params[name] = str(each.fiscal_year)
    finding = Reason(code="line_finding", params={"mark": mark})
    places = tuple(each.cell.evidence for each in three.values() if each.cell.evidence)
    return (mark,), Reason(code="line", params=params, evidence=places, children=(finding,))


def _points(indicator: Indicator, component: str) -> _Points | None:
    def dated(role: str) -> list[Observation]:
        return [
            each
            for each in indicator.observations
            if (each.role, each.component) == (role, component)
            and each.fiscal_year is not None
            and each.cell.value is not None
        ]

    goals = dated("mid_term_target") or dated("target")
    found = [
        max(observations, key=lambda each: each.fiscal_year or 0, default=None)
        for observations in (dated("baseline"), goals, dated("actual"))
    ]
    baseline, goal, latest = found
    if baseline is None or goal is None or latest is None or baseline.cell.value == 0:
        return None
    return _Points(baseline, goal, latest) if _year(goal) > _year(baseline) else None


def _named(points: _Points, up: bool, unchanged: Fraction) -> str:
    sign = 1 if up else -1
    base, goal, now = (
        sign * _value(each) for each in (points.baseline, points.goal, points.latest)
    )
    if now >= goal:
        return "met"
    change = (now - base) / abs(base)
    if abs(change) < unchanged:
        return "unchanged"
    if change < 0:
        return "worse"
    passed = Fraction(
        _year(points.latest) - _year(points.baseline), _year(points.goal) - _year(points.baseline)
    )
    return "on_line" if now >= base + (goal - base) * passed else "improved"


def _value(observation: Observation) -> Fraction:
    assert observation.cell.value is not None
    return Fraction(observation.cell.value)


def _year(observation: Observation) -> int:
    assert observation.fiscal_year is not None
    return observation.fiscal_year


def _mark(rule: IndicatorRule, named: str) -> str:
    return next(grade.mark for grade in rule.grades if grade.named == named)
