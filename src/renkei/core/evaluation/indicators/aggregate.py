"""Totals over years, components and organisations: what may be put together, and how.

The rule follows from the kind of the indicator (ADR 0011). What has no total is refused with a
sentence; nothing is averaged, and what is absent is never taken for zero.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Literal

from renkei.core.errors import UsageError
from renkei.core.errors.evaluation_messages import ABSENCES
from renkei.core.evaluation.indicators.cell import Cell, exact_sum
from renkei.core.evaluation.indicators.indicator import Definition, Observation
from renkei.core.evaluation.indicators.kinds import Kind, Precision
from renkei.core.values import Absence

Axis = Literal["years", "components", "organisations"]
Method = Literal["sum", "latest", "pool"]
_FIELDS: dict[Axis, str] = {
    "years": "fiscal_year",
    "components": "component",
    "organisations": "organisation",
}
_AMOUNTS = (Kind.COUNT, Kind.FLOW)
_NEVER = {
    Kind.RANK: "RK714",
    Kind.QUALITATIVE: "RK715",
    Kind.UNKNOWN: "RK716",
    Kind.DISTINCT: "RK717",
}
_TOTAL = re.compile(r"(?:合計|総計|小計|総数|全体|計|TOTAL)\s?", re.IGNORECASE)
_CIRCLED = re.compile(r"^[①-⑳]?\s?")


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A figure that is no part of a total, and why: an absence, or ``is_total``."""

    observation: Observation
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Aggregate:
    """A total with the figures it was made of, so that it opens into them.

    ``notes``: ``printed_total_differs`` where the source prints another total beside the parts,
    ``cumulative_falls`` where a cumulative series goes down.
    """

    cell: Cell
    method: Method
    used: tuple[Observation, ...]
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()


def method_of(definition: Definition, axis: Axis) -> Method:
    """How figures go together over ``axis``. Raises UsageError where they do not."""
    kind = definition.kind
    if kind in _NEVER:
        raise UsageError(_NEVER[kind])
    if kind is Kind.SURVEY_SHARE and axis != "organisations":
        raise UsageError("RK713")
    if axis == "years":
        if kind is Kind.LEVEL:
            raise UsageError("RK711")
        if definition.series == "cumulative":
            return "latest"
    return "sum" if kind in _AMOUNTS or kind is Kind.LEVEL else "pool"


def aggregate(
    definition: Definition,
    observations: Sequence[Observation],
    axis: Axis,
    *,
    leaving_out: Collection[Absence] = (),
) -> Aggregate:
    """The one figure of ``observations`` over ``axis``, in whatever order they come.

    What does not apply is left out by itself; other absences only where the caller says so.
    Raises UsageError RK711-RK724.
    """
    method = method_of(definition, axis)
    if not observations:
        raise UsageError("RK724")
    _comparable(observations, axis)
    ordered = sorted(observations, key=lambda each: _key(each, axis))
    parts, totals = _without_totals(ordered, axis)
    used, left_out = _present(parts, axis, {Absence.NOT_APPLICABLE, *leaving_out})
    left_out += [LeftOut(observation=each, reason="is_total") for each in totals]
    if not used:
        cell = Cell(absence=parts[0].cell.absence or Absence.NOT_APPLICABLE)
        return Aggregate(cell=cell, method=method, used=(), left_out=tuple(left_out))
    cell = _together(method, used, axis)
    kept = used[-1:] if method == "latest" else used
    return Aggregate(
        cell=cell,
        method=method,
        used=tuple(kept),
        left_out=tuple(left_out),
        notes=tuple(_notes(method, cell, used, totals)),
    )


def _key(observation: Observation, axis: Axis) -> tuple[int, str]:
    """Sorts by the coordinate on ``axis``; years as numbers."""
    place = getattr(observation, _FIELDS[axis])
    return (place, "") if isinstance(place, int) else (0, place or "")


def _comparable(observations: Sequence[Observation], axis: Axis) -> None:
    """All differ in ``axis`` and in nothing else. Raises UsageError."""
    for name in ("role", "fiscal_year", "component", "organisation"):
        if name != _FIELDS[axis] and len({getattr(each, name) for each in observations}) > 1:
            raise UsageError("RK720", found=name, axis=axis)
    seen = set()
    for each in observations:
        if (place := _key(each, axis)) in seen:
            raise UsageError("RK721", part=_name(each, axis))
        seen.add(place)


def _without_totals(
    observations: Sequence[Observation], axis: Axis
) -> tuple[list[Observation], list[Observation]]:
    """A printed total beside its parts would count them twice."""
    totals = [each for each in observations if axis != "years" and _is_total(each, axis)]
    parts = [each for each in observations if each not in totals]
    return (parts, totals) if parts else (totals, [])


def _is_total(observation: Observation, axis: Axis) -> bool:
    label = _CIRCLED.sub("", getattr(observation, _FIELDS[axis]))
    return _TOTAL.fullmatch(label) is not None


def _present(
    parts: Sequence[Observation], axis: Axis, may_lack: Collection[Absence]
) -> tuple[list[Observation], list[LeftOut]]:
    used, left_out = [], []
    for each in parts:
        absence = each.cell.absence
        if absence is None:
            used.append(each)
        elif absence in may_lack:
            left_out.append(LeftOut(observation=each, reason=absence.value))
        else:
            why = ABSENCES[absence.value]
            raise UsageError("RK723", part=_name(each, axis), why_ja=why.ja, why_en=why.en)
    return used, left_out


def _together(method: Method, used: Sequence[Observation], axis: Axis) -> Cell:
    units = sorted({each.cell.unit for each in used})
    if len(units) > 1:
        raise UsageError("RK722", units=" / ".join(unit or "—" for unit in units))
    if method == "latest":
        return used[-1].cell
    precision = Precision.weakest(each.cell.precision for each in used)
    if method == "sum":
        return Cell(value=_sum(used, "value"), unit=units[0], precision=precision)
    for each in used:
        if each.cell.denominator is None:
            raise UsageError("RK712", part=_name(each, axis))
    return Cell.ratio(_sum(used, "numerator"), _sum(used, "denominator"), units[0], precision)


def _sum(used: Sequence[Observation], name: str) -> Decimal:
    return exact_sum([getattr(each.cell, name) for each in used])


def _notes(
    method: Method, cell: Cell, used: Sequence[Observation], totals: Sequence[Observation]
) -> list[str]:
    notes = []
    if any(total.cell.value not in (None, cell.value) for total in totals):
        notes.append("printed_total_differs")
    values = [each.cell.value for each in used if each.cell.value is not None]
    if method == "latest" and any(a > b for a, b in pairwise(values)):
        notes.append("cumulative_falls")
    return notes


def _name(observation: Observation, axis: Axis) -> str:
    place = getattr(observation, _FIELDS[axis])
    return str(place) if place not in (None, "") else axis
