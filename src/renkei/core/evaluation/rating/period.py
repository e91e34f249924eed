"""Which figures of an indicator are compared: those of each year, and those of the period."""

from __future__ import annotations

from dataclasses import dataclass

from renkei.core.errors import UsageError
from renkei.core.errors.evaluation_messages import ABSENCES
from renkei.core.errors.message import Message
from renkei.core.evaluation.indicators import Cell, Indicator, Observation, Precision, aggregate
from renkei.core.evaluation.rating.reason import Reason
from renkei.core.evaluation.rating.scheme import Period
from renkei.core.evaluation.rating.wording import PRECISIONS, ROLES, WHY
from renkei.core.source import Evidence
from renkei.core.values import decimal_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A target and the actual it is judged by; ``year`` is None for a total over years."""

    year: int | None
    target: Cell
    actual: Cell


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The pairs of the years, the pair of the period, and what stood in the way.

    ``period`` is None where nothing can be compared; ``remarks`` then say why.
    """

    years: tuple[Pair, ...]
    period: Pair | None
    remarks: tuple[Reason, ...]


def judged_figures(indicator: Indicator, component: str, period: Period) -> Judged:
    """The figures of one component."""
    if (twice := _twice(indicator, component)) is not None:
        return Judged(years=(), period=None, remarks=(twice,))
    targets = _by_year(indicator, "target", component)
    actuals = _by_year(indicator, "actual", component)
    pairs = tuple(
        Pair(year=year, target=targets[year].cell, actual=actuals[year].cell)
        for year in sorted(targets)
        if year in actuals and _there(targets[year]) and _there(actuals[year])
    )
    remarks = _remarks(targets, actuals, pairs)
    if not pairs:
        return Judged(years=(), period=None, remarks=(_nothing(targets, actuals), *remarks))
    chosen: Pair | None = pairs[-1]
    if period == "total" and len(pairs) > 1:
        chosen, why = _total(indicator, targets, actuals, pairs)
        remarks += why
    assert chosen is not None
    if (weakest := _precision(chosen)) is not Precision.EXACT:
        remarks += (Reason(code="provisional", params={"precision": PRECISIONS[weakest.value]}),)
    if not _same_unit(chosen):
        units = {"target": shown(chosen.target), "actual": shown(chosen.actual)}
        return Judged(years=(), period=None, remarks=(Reason(code="unit_differs", params=units),))
    return Judged(years=pairs, period=chosen, remarks=remarks)


def shown(cell: Cell) -> str:
    """The figure as printed, or its number with its unit."""
    if cell.text:
        return cell.text
    return "－" if cell.value is None else f"{decimal_text(cell.value)}{cell.unit}"


def _by_year(indicator: Indicator, role: str, component: str) -> dict[int, Observation]:
    return {
        each.fiscal_year: each
        for each in indicator.observations
        if each.role == role and each.component == component and each.fiscal_year is not None
    }


def _twice(indicator: Indicator, component: str) -> Reason | None:
    """Two figures of one year: nobody can tell which is meant."""
    seen: dict[tuple[str, int], Observation] = {}
    for each in indicator.observations:
        if each.component != component or each.fiscal_year is None:
            continue
        first = seen.setdefault((each.role, each.fiscal_year), each)
        if first.cell.value != each.cell.value and each.role in ROLES:
            params: dict[str, str | Message] = {
                "year": str(each.fiscal_year),
                "role": ROLES[each.role],
                "first": shown(first.cell),
                "second": shown(each.cell),
            }
            return Reason(code="two_figures", params=params, evidence=_of(first) + _of(each))
    return None


def _there(observation: Observation) -> bool:
    return observation.cell.value is not None


def _same_unit(pair: Pair) -> bool:
    return len({pair.target.unit, pair.actual.unit} - {""}) <= 1


def _precision(pair: Pair) -> Precision:
    return Precision.weakest([pair.target.precision, pair.actual.precision])


def _nothing(targets: dict[int, Observation], actuals: dict[int, Observation]) -> Reason:
    if not targets and not actuals:
        return Reason(code="no_figures")
    return Reason(code="no_actual" if any(map(_there, targets.values())) else "no_target")


def _remarks(
    targets: dict[int, Observation], actuals: dict[int, Observation], pairs: tuple[Pair, ...]
) -> tuple[Reason, ...]:
    """Absent figures: they are told and never taken for zero."""
    found = []
    for year, target in sorted(targets.items()):
        actual = actuals.get(year)
        if actual is None and _there(target):
            params = {"year": str(year), "target": shown(target.cell)}
            found.append(Reason(code="not_measured_yet", params=params, evidence=_of(target)))
        for role, each in (("target", target), ("actual", actual)):
            if each is not None and each.cell.absence is not None:
                found.append(_absent(year, role, each, each.cell.absence.value))
    return tuple(found)


def _absent(year: int, role: str, observation: Observation, absence: str) -> Reason:
    return Reason(
        code="absent",
        params={"year": str(year), "role": ROLES[role], "absence": ABSENCES[absence]},
        evidence=_of(observation),
    )


def _of(observation: Observation) -> tuple[Evidence, ...]:
    return (observation.cell.evidence,) if observation.cell.evidence else ()


def _total(
    indicator: Indicator,
    targets: dict[int, Observation],
    actuals: dict[int, Observation],
    pairs: tuple[Pair, ...],
) -> tuple[Pair, tuple[Reason, ...]]:
    """The totals of all years up to the last pair; that pair alone where there are none."""
    last = pairs[-1].year or 0
    years = [year for year in sorted(targets) if year <= last]
    try:
        target, actual = (
            aggregate(indicator.definition, [side[year] for year in years if year in side], "years")
            for side in (targets, actuals)
        )
    except UsageError as refusal:
        why = Message(refusal.message("ja"), refusal.message("en"))
        return pairs[-1], (_stands(last, why),)
    if len(target.used) != len(actual.used):
        return pairs[-1], (_stands(last, WHY["holes"]),)
    if target.method == "latest":
        return pairs[-1], ()
    return Pair(year=None, target=target.cell, actual=actual.cell), ()


def _stands(year: int, why: Message) -> Reason:
    return Reason(code="last_year_stands", params={"year": str(year), "why": why})
