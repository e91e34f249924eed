"""Records of a made-up sheet, without any extraction and without a database."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from renkei.core.records import Indicator, IndicatorValue, Rating, Record, Target
from renkei.core.source import DocumentRef, Evidence
from renkei.core.values import Absence, FiscalYear

_REF = DocumentRef("made-up.txt", "0" * 64)


def quoted(text: str) -> Evidence:
    """Evidence of words that stand alone in a document."""
    return Evidence(document=_REF, start=0, end=len(text), line=1, text=text)


def head(number: str, name: str, **other: Any) -> Indicator:
    """An indicator; quantitative unless told otherwise."""
    fields = {"measure": "quantitative", **other}
    return Indicator(number=number, name=name, evidence=quoted(name), rule="test", **fields)


def value(
    number: str, year: int, kind: Any, text: str | None, unit: str | None = None, **other: Any
) -> IndicatorValue:
    """A figure of one year; None is a dash."""
    return IndicatorValue(
        number=number,
        fiscal_year=FiscalYear(year),
        kind=kind,
        value=None if text is None else Decimal(text),
        absence=Absence.DASH if text is None else None,
        unit=unit,
        text=(text or "－") + (unit or ""),
        evidence=quoted(text or "－"),
        rule="test",
        **other,
    )


def words(number: str, year: int, items: tuple[str, ...], progress: tuple[str, ...] = ()) -> Target:
    """A target in words with the progress told."""
    return Target(
        number=number,
        fiscal_year=FiscalYear(year),
        items=items,
        progress=progress,
        evidence=quoted("".join(items)),
        rule="test",
    )


def rating(scale_value: int | None, letter: str | None = None, **other: Any) -> Rating:
    """The printed rating of the policy."""
    return Rating(
        scheme="各行政機関共通区分",
        scale_value=scale_value,
        letter=letter,
        evidence=quoted("評価結果"),
        rule="test",
        **other,
    )


def sheet(*records: Record) -> list[Record]:
    """The records of one sheet."""
    return list(records)
