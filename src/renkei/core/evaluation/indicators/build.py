"""Indicators from the records that were read from a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from renkei.core.evaluation.indicators.cell import Cell
from renkei.core.evaluation.indicators.indicator import (
    Definition,
    Indicator,
    Observation,
    YearlyItems,
)
from renkei.core.evaluation.indicators.infer import infer_definition, precision_of
from renkei.core.records import (
    Indicator as IndicatorRecord,
)
from renkei.core.records import (
    IndicatorValue,
    Record,
    ReferenceIndicator,
    SheetField,
    Target,
)
from renkei.core.values import Absence

_SOURCE = re.compile(r"^\s{0,9}[(（]?出典\s?[:：](?P<source>[^()（）\n]{1,200})")


def indicators_of(
    records: Iterable[Record], stated: Mapping[str, Definition] | None = None
) -> tuple[Indicator, ...]:
    """One indicator for each record of one, in order, with the figures and items of its number.

    ``stated`` are definitions that a person gave, by number; the others are inferred.
    """
    held = list(records)
    sources = _sources(held)
    values: dict[str, list[IndicatorValue]] = {}
    targets: dict[str, list[Target]] = {}
    for record in held:
        if isinstance(record, IndicatorValue):
            values.setdefault(record.number, []).append(record)
        elif isinstance(record, Target):
            targets.setdefault(record.number, []).append(record)
    return tuple(
        _indicator(
            record,
            values.get(record.number, []),
            targets.get(record.number, []),
            (stated or {}).get(record.number),
            sources.get(record.number, ""),
        )
        for record in held
        if isinstance(record, IndicatorRecord)
    )


def _indicator(
    record: IndicatorRecord,
    values: list[IndicatorValue],
    targets: list[Target],
    stated: Definition | None,
    source: str,
) -> Indicator:
    definition, grounds = (stated, ("stated",)) if stated else _inferred(record, values, targets)
    return Indicator(
        number=record.number,
        name=record.name,
        definition=definition,
        grounds=grounds,
        primary=record.primary,
        reference=isinstance(record, ReferenceIndicator),
        field_no=record.field_no,
        mark=record.mark,
        source=source,
        observations=tuple(_observation(value) for value in values),
        items=tuple(_items(target) for target in targets),
        evidence=record.evidence,
    )


def _sources(records: Iterable[Record]) -> dict[str, str]:
    """The first source printed in a note of each indicator."""
    found: dict[str, str] = {}
    for record in records:
        if isinstance(record, SheetField) and record.indicator:
            named = _SOURCE.search(record.value)
            if named is not None:
                found.setdefault(record.indicator, named["source"].strip())
    return found


def _inferred(
    record: IndicatorRecord, values: list[IndicatorValue], targets: list[Target]
) -> tuple[Definition, tuple[str, ...]]:
    return infer_definition(
        record.name,
        (value.unit or "" for value in values),
        (value.text for value in values if value.kind != "actual"),
        qualitative=record.measure == "qualitative" or (not values and bool(targets)),
    )


def _observation(value: IndicatorValue) -> Observation:
    absence = Absence.NOT_PRINTED if value.value is None else None
    cell = Cell(
        value=value.value,
        absence=absence and (value.absence or absence),
        unit=value.unit or "",
        precision=precision_of(value.text),
        text=value.text,
        evidence=value.evidence,
    )
    year = value.fiscal_year.start if value.fiscal_year else None
    return Observation(
        cell=cell, role=value.kind, fiscal_year=year, component=value.component or ""
    )


def _items(target: Target) -> YearlyItems:
    return YearlyItems(
        fiscal_year=target.fiscal_year.start,
        items=target.items,
        progress=target.progress,
        evidence=target.evidence,
    )
