"""The mark of one indicator: the marks its figures leave possible, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from renkei.core.errors.message import Message
from renkei.core.evaluation.indicators import Indicator, Kind
from renkei.core.evaluation.rating.comparison import Comparison, compare, meets, percent, rule_words
from renkei.core.evaluation.rating.line import line_finding
from renkei.core.evaluation.rating.period import Judged, Pair, judged_figures, shown
from renkei.core.evaluation.rating.reason import Reason
from renkei.core.evaluation.rating.scheme import IndicatorRule, Scheme
from renkei.core.evaluation.rating.wording import WHY
from renkei.core.source import Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentVerdict:
    """The marks that one component leaves possible; ``years`` are those of each year alone."""

    component: str
    marks: tuple[str, ...]
    reason: Reason
    years: tuple[tuple[int, tuple[str, ...]], ...] = ()
    pair: Pair | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """``marks`` are possible, from best to worst; a single one is the proposal."""

    marks: tuple[str, ...]
    reason: Reason
    components: tuple[ComponentVerdict, ...] = ()

    @property
    def proposal(self) -> str | None:
        """The one mark that follows; None where the figures leave more than one."""
        return self.marks[0] if len(self.marks) == 1 else None


def verdict_of(indicator: Indicator, scheme: Scheme, decided: str | None = None) -> Verdict:
    """The mark of ``indicator``; ``decided`` is one that a person gave, taken as it is.

    Only figures are looked at: the words of a target or of its progress play no part.
    """
    rule = scheme.indicator
    if decided is not None:
        reason = Reason(
            code="decided", params={"mark": decided}, evidence=_places(indicator.evidence)
        )
        return Verdict(marks=(decided,), reason=reason)
    if indicator.definition.kind is Kind.QUALITATIVE:
        return Verdict(marks=rule.marks, reason=Reason(code="in_words"))
    each = tuple(_component(indicator, name, rule) for name in indicator.components)
    if len(each) == 1:
        return Verdict(marks=each[0].marks, reason=each[0].reason, components=each)
    marks = worst(rule, (part.marks for part in each))
    children = tuple(
        Reason(
            code="component",
            params={"component": part.component, "marks": " / ".join(part.marks)},
            children=(part.reason,),
        )
        for part in each
    )
    reason = Reason(code="worst_component", children=children)
    return Verdict(marks=marks, reason=reason, components=each)


def worst(rule: IndicatorRule, possible: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """The marks of a whole whose lowest part decides."""
    order = rule.marks
    held = {0}
    for marks in possible:
        held = {max(one, order.index(mark)) for one in held for mark in marks}
    return tuple(order[place] for place in sorted(held))


def _component(indicator: Indicator, component: str, rule: IndicatorRule) -> ComponentVerdict:
    if rule.method == "line":
        marks, reason = line_finding(indicator, component, rule)
        return ComponentVerdict(component=component, marks=marks, reason=reason)
    judged = judged_figures(indicator, component, rule.period)
    if judged.period is None:
        reason = Reason(
            code=judged.remarks[0].code,
            params=judged.remarks[0].params,
            children=judged.remarks[1:],
        )
        return ComponentVerdict(component=component, marks=rule.marks, reason=reason)
    baseline = _baseline(indicator, component)
    found = _compared(indicator, judged.period, judged, baseline)
    marks, thresholds = _marks(rule, found)
    years = tuple(
        (pair.year or 0, _marks(rule, _compared(indicator, pair, judged, baseline))[0])
        for pair in judged.years
    )
    return ComponentVerdict(
        component=component,
        marks=marks,
        reason=_explained(indicator, judged, found, thresholds),
        years=years,
        pair=judged.period,
    )


def _compared(
    indicator: Indicator, pair: Pair, judged: Judged, baseline: Decimal | None
) -> Comparison:
    """A total has no baseline of its own: the last year is what stands beside it."""
    target, actual = pair.target.value, pair.actual.value
    assert target is not None
    assert actual is not None
    now = judged.years[-1].actual.value if pair.year is None else actual
    better = None
    if baseline is not None and now is not None:
        better = now > baseline if indicator.definition.improvement == "up" else now < baseline
    return compare(indicator.definition, target, actual, better)


def _baseline(indicator: Indicator, component: str) -> Decimal | None:
    return next((each.cell.value for each in indicator.of("baseline", component)), None)


def _marks(rule: IndicatorRule, found: Comparison) -> tuple[tuple[str, ...], tuple[Reason, ...]]:
    """From best to worst until one is surely reached; those that cannot be told stay possible."""
    possible, reasons = [], []
    for grade in rule.grades:
        if grade is rule.grades[-1]:
            possible.append(grade.mark)
            reasons.append(Reason(code="rest", params={"mark": grade.mark}))
            break
        reached, why = meets(grade, found)
        code = {True: "threshold_met", False: "threshold_missed", None: "threshold_open"}[reached]
        params: dict[str, str | Message] = {"mark": grade.mark, "rule": rule_words(grade)}
        if why:
            params["why"] = WHY[why]
        reasons.append(Reason(code=code, params=params))
        if reached is not False:
            possible.append(grade.mark)
        if reached:
            break
    return tuple(possible), tuple(reasons)


def _explained(
    indicator: Indicator, judged: Judged, found: Comparison, thresholds: tuple[Reason, ...]
) -> Reason:
    assert judged.period is not None
    years = tuple(
        _pair_reason(pair, compare_only(indicator, pair))
        for pair in judged.years
        if pair != judged.period
    )
    assumed = (
        (Reason(code="improvement_assumed"),) if "increase_assumed" in indicator.grounds else ()
    )
    top = _pair_reason(judged.period, found)
    of_years = tuple(place for year in years for place in year.evidence)
    return Reason(
        code=top.code,
        params=top.params,
        evidence=top.evidence or of_years,
        children=(*years, *judged.remarks, *assumed, *thresholds),
    )


def compare_only(indicator: Indicator, pair: Pair) -> Comparison:
    """Target and actual of one pair, without the baseline."""
    assert pair.target.value is not None
    assert pair.actual.value is not None
    return compare(indicator.definition, pair.target.value, pair.actual.value)


def _pair_reason(pair: Pair, found: Comparison) -> Reason:
    params = {"target": shown(pair.target), "actual": shown(pair.actual)}
    if pair.year is not None:
        params["year"] = str(pair.year)
    if found.rate is not None:
        params["rate"] = percent(found.rate)
        code = "total" if pair.year is None else "year"
    else:
        code = "year_met" if found.met else "year_not_met"
        params.setdefault("year", "")
    return Reason(
        code=code,
        params=params,
        evidence=_places(pair.target.evidence, pair.actual.evidence),
    )


def _places(*evidence: Evidence | None) -> tuple[Evidence, ...]:
    return tuple(each for each in evidence if each is not None)
