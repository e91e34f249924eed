"""Means of achievement (達成手段): name, start, indicators, amounts by year, review number."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from renkei.core.errors import ValueFormError
from renkei.core.extract.base import Extraction
from renkei.core.grammar.atoms import (
    CIRCLED,
    ERA,
    FISCAL_YEAR,
    circled_number,
    fiscal_year,
)
from renkei.core.grammar.form import Outline, Section
from renkei.core.grammar.grid import GridCell, Row, grid_rows, has_empty_cells
from renkei.core.records import Amount, Leftover, Means, SheetField
from renkei.core.source import Evidence
from renkei.core.text.blocks import close_up, join_words
from renkei.core.text.prepared import Prepared
from renkei.core.values import FiscalYear, Yen

_UNIT = re.compile(r"単位[ \t]*[:：][ \t]*(百万円|千円|億円|円)")
_YEAR = re.compile(FISCAL_YEAR)
_AMOUNT = re.compile(
    r"(?P<budget>[△▲-]?\d[\d,]*|-{1,3}|/)[ \t]*(?:\((?P<executed>[△▲-]?\d[\d,]*|-{1,3}|/)\))?"
)
_START = re.compile(rf"\([ \t]*({ERA}[ \t]*(?:[\d \t]{{1,4}}|元)[ \t]*年[ \t]*度?)[ \t]*\)")
_TRAILING = re.compile(r"\([ \t]*(?:\*|-|関連[^()]{0,60}|[^()]{0,60}?施策[^()]{0,60})[ \t]*\)$")
_INDICATOR = re.compile(r"(?<![\d-])\d{1,3}[ \t]?-[ \t]?\d{1,3}(?![\d-])")
_REVIEW = re.compile(r"(?:新\d{2}-|[A-Z])?\d{3,5}(?:-\d{1,3})?")
_ENTRY = re.compile(rf"[{CIRCLED}]")


@dataclass(slots=True)
class _Entry:
    """A means while its rows are read."""

    number: int
    start: int
    end: int
    names: list[str]
    indicators: set[tuple[int, int]] = field(default_factory=set)
    amounts: tuple[Amount, ...] = ()
    review_number: str | None = None
    overview: list[GridCell] = field(default_factory=list)


def read(source: Prepared, form: Outline) -> Extraction:
    """One record per means of each table; a table that is not set in cells is left over."""
    records: list[Means | SheetField] = []
    leftovers: list[Leftover] = []
    for section in form.of("means"):
        rows = grid_rows(form.text, section.body, section.end)
        years, body = _year_columns(rows)
        unit = _UNIT.search(form.text, section.body, section.end)
        if not years or not has_empty_cells(form.text, section.body, section.end):
            if _ENTRY.search(form.text, section.body, section.end):
                leftovers.append(
                    Leftover(_section_evidence(source, form, section), "means_table_unread")
                )
            continue
        named = form.field_at(section.start)
        for entry in _entries(rows[body:], years, unit[1] if unit else ""):
            records.append(_record(source, entry, int(named.number) if named else None))
            records.extend(_overview(source, entry, int(named.number) if named else None))
            if not entry.amounts:
                evidence = source.evidence(entry.start, entry.end)
                leftovers.append(Leftover(evidence, "means_without_amounts"))
    return Extraction(records, leftovers)


def _section_evidence(source: Prepared, form: Outline, section: Section) -> Evidence:
    body = form.text[section.body : section.end]
    return source.evidence(section.start, section.body + len(body.rstrip()))


def _year_columns(rows: list[Row]) -> tuple[dict[int, FiscalYear], int]:
    """Column → year, from the first row with two years or more, and where the body begins."""
    for index, row in enumerate(rows):
        found = {
            column: fiscal_year(cell.bare)
            for column, cell in enumerate(row)
            if _YEAR.fullmatch(cell.bare)
        }
        years = {column: year for column, year in found.items() if year is not None}
        if len(years) > 1:
            return years, index + 1
    return {}, 0


def _entries(rows: list[Row], years: dict[int, FiscalYear], unit: str) -> list[_Entry]:
    entries: list[_Entry] = []
    for row in rows:
        head = row[0]
        number = circled_number(head.text[0]) if head.text else None
        if number is not None:
            entries.append(_Entry(number, head.start, head.end, [head.text[1:].strip()]))
        elif not entries:
            continue
        elif head.text and not entries[-1].amounts:
            entries[-1].names.append(head.text)
        entry = entries[-1]
        amounts = None if number is not None else _amounts(row, years, unit)
        if amounts and not entry.amounts:
            entry.amounts = amounts
            entry.review_number = _review(row, years)
        else:
            entry.indicators |= _indicators(row[-1]) if len(row) > 1 else set()
            entry.overview += [cell for cell in row[1:2] if cell.text]
    return entries


def _amounts(row: Row, years: dict[int, FiscalYear], unit: str) -> tuple[Amount, ...] | None:
    """The amounts of a row, None if one of its year columns holds something else."""
    amounts: list[Amount] = []
    for column, year in years.items():
        words = row[column].bare if column < len(row) else ""
        if not words:
            continue
        found = _AMOUNT.fullmatch(words)
        if found is None or not unit:
            return None
        budget, executed = _yen(found["budget"], unit), _yen(found["executed"], unit)
        amounts.append(
            Amount(fiscal_year=year, budget_yen=budget, executed_yen=executed, printed_unit=unit)
        )
    return tuple(amounts) or None


def _yen(printed: str | None, unit: str) -> int | None:
    if printed is None:
        return None
    try:
        return Yen.parse(printed, unit).amount_yen
    except ValueFormError:
        return None  # a dash or a slash: nothing was budgeted or spent


def _review(row: Row, years: dict[int, FiscalYear]) -> str | None:
    after = [cell.bare for cell in row[max(years) + 1 :] if cell.text]
    return after[0] if after and _REVIEW.fullmatch(after[0]) else None


def _indicators(cell: GridCell) -> set[tuple[int, int]]:
    numbers = (found[0].split("-") for found in _INDICATOR.finditer(cell.text))
    return {(int(left), int(right)) for left, right in numbers}


def _record(source: Prepared, entry: _Entry, field_no: int | None) -> Means:
    printed = close_up(join_words(entry.names))
    started = _START.search(printed)
    name = _START.sub("", printed)
    name = name.strip()
    while _TRAILING.search(name):
        name = _TRAILING.sub("", name).rstrip()
    return Means(
        evidence=source.evidence(entry.start, entry.end),
        rule="sheets.means.table",
        field_no=field_no,
        number=entry.number,
        name=close_up(name.strip()),
        start_fiscal_year=_start_year(started[1]) if started else None,
        indicators=tuple(f"{left}-{right}" for left, right in sorted(entry.indicators)),
        amounts=entry.amounts,
        review_number=entry.review_number,
    )


def _overview(source: Prepared, entry: _Entry, field_no: int | None) -> list[SheetField]:
    """What the means does, one record per cell."""
    return [
        SheetField(
            evidence=source.evidence(cell.start, cell.end),
            rule="sheets.field.passage",
            key=f"達成手段の概要({'' if field_no is None else field_no}-{entry.number})",
            value=cell.text,
            field_no=field_no,
        )
        for cell in entry.overview
    ]


def _start_year(printed: str) -> FiscalYear | None:
    bare = "".join(printed.split())
    return fiscal_year(bare if bare.endswith("度") else bare + "度")
