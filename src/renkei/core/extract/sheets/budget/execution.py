"""Budgets and execution by year (施策の予算額・執行額等): items down, fiscal years across."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from renkei.core.extract.base import Extraction
from renkei.core.extract.sheets.budget.amounts import absence_of, amount_yen
from renkei.core.grammar.atoms import FISCAL_YEAR, fiscal_year
from renkei.core.grammar.form import Outline
from renkei.core.grammar.grid import GridCell, split_row
from renkei.core.records import BudgetLine, Leftover
from renkei.core.text.blocks import TextLine, text_lines
from renkei.core.text.prepared import Prepared
from renkei.core.values import FiscalYear

_YEAR = re.compile(FISCAL_YEAR)
_ITEM = re.compile(
    r"(?P<item>(?:当初予算|補正予算|予備費|繰越し?等?|流用等?|合計|執行額)"
    r"(?:[ \t]*\((?!百万円|千円)[^()\n]{1,12}\))?)(?:[ \t]*\((?:百万円|千円)\))?"
)
_UNIT = re.compile(r"\((百万円|千円|億円)\)")
_HEAD = re.compile(r"区[ \t]*分(?=[ \t])")
_CONTRIBUTIONS = re.compile(r"同\(?分担金・拠出金\)?")
_WORD = re.compile(r"\S+")
_WIDEST = 2000
_TOTAL, _EXECUTED = "合計", "執行額"
_MAIN, _SHARES = "施策の予算額・執行額等", "分担金・拠出金"


@dataclass(slots=True)
class _Line:
    """An item with one cell per year; None for a cell that was not found."""

    item: str
    cells: list[GridCell | None]


@dataclass(slots=True)
class _Table:
    """The years of a table with their printed form, and its lines."""

    name: str
    years: list[tuple[FiscalYear, str]]
    unit: str
    start: int
    end: int
    lines: list[_Line] = field(default_factory=list)


def read(source: Prepared, form: Outline) -> Extraction:
    """Every cell of every such table; lines that cannot be set under their years are left over."""
    records: list[BudgetLine] = []
    leftovers: list[Leftover] = []
    for table in _tables(form.text):
        if _aligned(table):
            records.extend(_records(source, table))
        else:
            evidence = source.evidence(table.start, table.end)
            leftovers.append(Leftover(evidence, "budget_columns_unmatched"))
    return Extraction(records, leftovers)


def _tables(text: str) -> Iterator[_Table]:
    heads = list(_HEAD.finditer(text))
    for index, head in enumerate(heads):
        limit = heads[index + 1].start() if index + 1 < len(heads) else len(text)
        limit = min(limit, head.end() + _WIDEST)
        line_end = text.find("\n", head.end())
        years = [
            (year, "".join(found[0].split()), found.start())
            for found in _YEAR.finditer(text, head.end(), line_end if line_end > 0 else limit)
            if (year := fiscal_year(found[0])) is not None
        ]
        unit = _UNIT.search(text, head.end(), limit)
        if len(years) < 2 or unit is None:
            continue
        before = text[max(0, head.start() - 80) : head.start()]
        name = _SHARES if _CONTRIBUTIONS.search("".join(before.split())) else _MAIN
        first = text.count("\t", text.rfind("\n", 0, head.start()) + 1, years[0][2])
        pairs = [(year, printed) for year, printed, _ in years]
        table = _Table(name, pairs, unit[1], head.start(), head.end())
        for line in text_lines(text, line_end, limit):
            read = (
                _grid_line(text, line, len(years), first)
                if "\t" in line.text
                else _stream_line(text, line, len(years))
            )
            if read is not None:
                table.lines.append(read)
                table.end = line.end
            if read is not None and read.item.startswith(_EXECUTED):
                break
        if table.lines:
            yield table


def _grid_line(text: str, line: TextLine, width: int, first: int) -> _Line | None:
    """The cells after the item, in order: a conversion may have moved them under other heads.

    ``first`` is the column of the first year, 0 if that is not told.
    """
    start = text.rfind("\n", 0, line.start) + 1
    end = text.find("\n", line.start)
    row = split_row(text, start, end if end >= 0 else len(text))
    heads = [index for index, cell in enumerate(row) if _ITEM.fullmatch(cell.text)]
    item = _ITEM.fullmatch(row[heads[-1]].text) if heads else None
    if item is None:
        return None
    begin = heads[-1] + 1
    if not any(cell.text for cell in row[begin:first]):
        begin = max(begin, first)  # the item covers several columns
    cells: list[GridCell | None] = list(row[begin:])
    while len(cells) > width and cells[-1] is not None and not cells[-1].text:
        cells.pop()
    if len(cells) > width:
        return None
    return _Line("".join(item["item"].split()), cells + [None] * (width - len(cells)))


def _stream_line(text: str, line: TextLine, width: int) -> _Line | None:
    item = _ITEM.match(line.text)
    if item is None:
        return None
    cells: list[GridCell | None] = [
        GridCell(found[0], line.start + found.start())
        for found in _WORD.finditer(line.text, item.end())
    ]
    if len(cells) > width or not cells:
        return None
    return _Line("".join(item["item"].split()), cells + [None] * (width - len(cells)))


def _aligned(table: _Table) -> bool:
    """True if all cells hold amounts or absences, and where some are not printed, sums prove it.

    Running text shows no empty cell, so a line with fewer cells than years is taken from the
    left only if every column with a total adds up, and there is one.
    """
    for line in table.lines:
        for cell in line.cells:
            if cell and amount_yen(cell.bare, table.unit) is None and not absence_of(cell.bare):
                return False
    short = any(None in line.cells for line in table.lines)
    return not short or _adds_up(table)


def _adds_up(table: _Table) -> bool:
    proven = False
    total = next((line for line in table.lines if line.item.startswith(_TOTAL)), None)
    if total is None:
        return False
    parts = [line for line in table.lines if not line.item.startswith((_TOTAL, _EXECUTED))]
    for column, cell in enumerate(total.cells):
        if cell is None or amount_yen(cell.bare, table.unit) is None:
            continue
        amounts = [
            amount_yen(part.bare, table.unit) or 0
            for line in parts
            if (part := line.cells[column]) is not None
        ]
        if sum(amounts) != amount_yen(cell.bare, table.unit):
            return False
        proven = True
    return proven


def _records(source: Prepared, table: _Table) -> Iterator[BudgetLine]:
    for line in table.lines:
        last = next(cell for cell in reversed(line.cells) if cell is not None)
        for (year, printed_year), cell in zip(table.years, line.cells, strict=True):
            at = cell or GridCell("", last.end)
            yield BudgetLine(
                evidence=source.evidence(at.start, at.end),
                rule="sheets.budget.execution",
                notes=("cell_empty",) if not at.text else (),
                table=table.name,
                item=line.item,
                label=f"{printed_year}{line.item}",
                fiscal_year=year,
                amount_yen=amount_yen(at.bare, table.unit),
                printed=at.text,
                printed_unit=table.unit,
                absence=absence_of(at.bare),
            )
