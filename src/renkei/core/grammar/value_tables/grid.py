"""Value tables whose cells are set off by tabs (or by | ), one row to a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Literal

from renkei.core.grammar.atoms import CIRCLED, FISCAL_YEAR, carried_years
from renkei.core.grammar.grid import GridCell, Row, grid_rows, split_row
from renkei.core.grammar.value_tables.components import component_labels
from renkei.core.grammar.value_tables.model import Cell, Column, ValueTable
from renkei.core.grammar.value_tables.notes import is_note
from renkei.core.records.codes import ValueKind
from renkei.core.text.blocks import TextLine, text_lines
from renkei.core.values import FiscalYear

_YEAR = re.compile(rf"{FISCAL_YEAR}|\d{{1,2}}年度")
_NO_YEAR = re.compile(r"[-一ー]{1,3}年度")
_MID_TERM: Literal["mid_term_target"] = "mid_term_target"
_KIND: dict[str, ValueKind] = {
    "中期目標値": _MID_TERM,
    "中期目標": _MID_TERM,
    "年度目標値": "target",
    "年度目標": "target",
    "目標値": "target",
    "目標": "target",
    "実績値": "actual",
    "実績": "actual",
}
_STATUS = re.compile(r"(?:.*の)?達成(?:状況|度)")
_PART = re.compile(rf"[{CIRCLED}][^{CIRCLED}]*")


@dataclass(slots=True)
class _Heads:
    """What is known of the columns while header rows are read from the top."""

    kinds: dict[int, ValueKind]
    years: dict[int, FiscalYear | None]
    status: int | None = None
    others: set[int] = field(default_factory=set)
    printed: dict[int, str] = field(default_factory=dict)

    @property
    def mid_term_year(self) -> str | None:
        """The year over the mid-term target, as printed."""
        found = (self.printed.get(c) for c, kind in self.kinds.items() if kind == _MID_TERM)
        return next((year for year in found if year), None)


def read_grid(text: str, start: int, end: int) -> ValueTable | None:
    """Read the table between ``start`` and ``end``; None if it is no grid with kinds and years."""
    rows = [row for row in grid_rows(text, start, end) if not is_note(row)]
    by_row = _read_by_row(rows)
    if by_row is not None:
        return by_row
    heads, body = _read_heads(rows)
    if not heads.kinds or not heads.years:
        return None
    columns = _columns(heads)
    if not columns:
        return ValueTable(reason="table_header_unresolved")
    lines = [line for line in text_lines(text, start, end) if not _notes(line)]
    labels = component_labels(lines, marked=False)
    table = _read_body(rows[body:], columns, labels, heads.status)
    return replace(table, mid_term_year=heads.mid_term_year)


def _notes(line: TextLine) -> bool:
    return "\t" in line.text and is_note(split_row(line.text, 0, len(line.text)))


def _read_heads(rows: list[Row]) -> tuple[_Heads, int]:
    """Header rows: everything down to the last row that has a kind or a year in a column."""
    heads = _Heads({}, {})
    body = 0
    for index, row in enumerate(rows):
        kinds = {c: _KIND[cell.bare] for c, cell in enumerate(row) if cell.bare in _KIND}
        years = _years(row)
        status = [c for c, cell in enumerate(row) if _STATUS.fullmatch(cell.bare)]
        if not kinds and not years:
            if heads.kinds and heads.years:
                break
            continue
        heads.printed.update({column: row[column].bare for column in years})
        heads.status = status[0] if status else heads.status
        named = {*kinds, *years, *status}
        heads.others |= {c for c, cell in enumerate(row) if cell.text and c not in named}
        _merge(heads, kinds, years, len(row))
        body = index + 1
    return heads, body


def _read_by_row(rows: list[Row]) -> ValueTable | None:
    """Kinds at the head of rows, years above the columns. None for any other table."""
    years: dict[int, FiscalYear] = {}
    cells: list[Cell] = []
    for row in rows:
        found = _years(row)
        if found and cells:
            break
        if found:
            years = {column: year for column, year in found.items() if year is not None}
            continue
        heads = [c for c, cell in enumerate(row) if cell.bare in _KIND and years]
        if len(heads) != 1 or heads[0] >= min(years):
            continue
        kind = _KIND[row[heads[0]].bare]
        values = {c: row[c] for c in years if c < len(row)}
        if not any(cell.text for cell in values.values()) or kind == _MID_TERM:
            continue
        for column, cell in values.items():
            cells.extend(_parts(cell, Column(kind, years[column]), None, {}))
    return ValueTable(tuple(cells)) if cells else None


def _years(row: Row) -> dict[int, FiscalYear | None]:
    """Column → year of the cells that are a year; None for 「--年度」."""
    named = [c for c, cell in enumerate(row) if _YEAR.fullmatch(cell.bare)]
    parsed = carried_years([row[column].bare for column in named])
    years = {column: year for column, year in zip(named, parsed, strict=True) if year}
    none = (c for c, cell in enumerate(row) if _NO_YEAR.fullmatch(cell.bare))
    return {**dict.fromkeys(none), **years}


def _merge(
    heads: _Heads, kinds: dict[int, ValueKind], years: dict[int, FiscalYear | None], width: int
) -> None:
    """A row below refines the columns under a wider head above it."""
    if any(year is not None for year in years.values()) and len(years) >= len(heads.years):
        first = min(column for column, year in years.items() if year is not None)
        for column in range(first, width):
            if column not in years and column - 1 in years and column not in kinds:
                years[column] = years[column - 1]
    for column, year in years.items():
        if heads.kinds.get(column) == _MID_TERM or column not in heads.years:
            heads.years[column] = year
    if heads.kinds and kinds and not heads.years:
        heads.kinds.clear()
    heads.kinds.update(kinds)


def _columns(heads: _Heads) -> dict[int, Column]:
    """Columns with a kind and a year; a single kind printed once spans all the years."""
    columns: dict[int, Column] = {}
    kind: ValueKind | None = None
    last = max(heads.years)  # a head over the last columns may be printed without its empty cells
    for index in range(max([*heads.years, *heads.kinds]) + 1):
        if index in heads.kinds:
            kind = heads.kinds[index]
        elif index in heads.others:
            kind = None  # 基準値, 備考 and the like: a kind does not reach over it
        has_head = index in heads.kinds or index in heads.printed
        if index == heads.status or kind is None or not has_head:
            continue
        if kind == _MID_TERM:
            if index in heads.kinds:
                columns[index] = Column(kind, heads.years.get(index))
            continue
        year = heads.years.get(min(index, last))
        if year is not None:
            columns[index] = Column(kind, year)
    return columns


def _read_body(
    rows: list[Row], columns: dict[int, Column], labels: dict[str, str], status: int | None
) -> ValueTable:
    cells: list[Cell] = []
    mark: GridCell | None = None
    filled = [row for row in rows if any(c < len(row) and row[c].text for c in columns)]
    for row in filled:
        label = row[0].text if 0 not in columns else ""
        named = labels.get(label[:1]) if label else None
        if named is None and label and len(filled) > 1 and label[-1] not in "。、)":
            named = label
        for index, column in columns.items():
            cell = row[index] if index < len(row) else GridCell("", row[-1].start)
            cells.extend(_parts(cell, column, named, labels))
        if status is not None and status < len(row) and row[status].text:
            mark = row[status]
    reason = None if cells else "table_without_values"
    if mark is None:
        return ValueTable(tuple(cells), reason=reason)
    return ValueTable(tuple(cells), mark.text, mark.start, reason)


def _parts(
    cell: GridCell, column: Column, component: str | None, labels: dict[str, str]
) -> list[Cell]:
    """A cell may hold a value for each component: 「①73% ②93%」."""
    found = list(_PART.finditer(cell.text))
    if not found:
        return [Cell(column, cell.start, cell.end, cell.text, component)]
    parts = []
    for part in found:
        circle, words = part[0][0], part[0][1:].strip()
        start = cell.start + part.start() + part[0].index(words[0], 1) if words else cell.start
        parts.append(Cell(column, start, start + len(words), words, labels.get(circle, circle)))
    return parts
