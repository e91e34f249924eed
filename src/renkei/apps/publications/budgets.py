"""Budget lines of the register as the tables of a sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from renkei.apps.evaluation.models import BudgetLine
from renkei.apps.publications.sheet import (
    AccountRow,
    AccountTable,
    BudgetCell,
    BudgetRow,
    BudgetTable,
    Figure,
)
from renkei.apps.publications.words import heading, year_name
from renkei.core.values import Absence
from renkei.core.values.money import UNITS

ACCOUNTS = "調書"
EXECUTED = "執行額"
_NOT_PRINTED = Figure(absence=Absence.NOT_PRINTED)
_UNIT_IN_ITEM = re.compile(r"\s*[（(](?:単位[:：])?(?:百万円|千円|億円|円)[)）]")


def money(amount_yen: int | None, unit: str) -> Figure:
    """An amount in ``unit``; nothing printed where there is none."""
    if amount_yen is None:
        return _NOT_PRINTED
    return Figure(value=Decimal(amount_yen) / UNITS.get(unit, 1))


def budget_tables(lines: Iterable[BudgetLine]) -> tuple[BudgetTable, ...]:
    """施策の予算額・執行額等: a table for each printed one, rows and years in printed order."""
    tables: dict[str, list[BudgetLine]] = {}
    for line in lines:
        if not _is_account(line):
            tables.setdefault(line.table, []).append(line)
    return tuple(_budget_table(name, rows) for name, rows in tables.items())


def account_table(lines: Iterable[BudgetLine]) -> AccountTable | None:
    """政策ごとの予算額 of the 政策評価調書, if the register has it."""
    own = [line for line in lines if _is_account(line)]
    if not own:
        return None
    by_year = sorted(own, key=lambda line: line.fiscal_year or 0)
    columns = tuple(dict.fromkeys(map(_column, by_year)))
    return AccountTable(
        unit=own[0].printed_unit or "円",
        columns=columns,
        rows=tuple(
            AccountRow(
                account=row[0].account,
                organisation=row[0].organisation_name,
                item=row[0].item,
                cells=_cells(row, columns),
            )
            for row in _rows(own)
        ),
    )


def _is_account(line: BudgetLine) -> bool:
    return ACCOUNTS in line.table


def _budget_table(name: str, lines: list[BudgetLine]) -> BudgetTable:
    columns = tuple(dict.fromkeys(_column(line) for line in lines))
    return BudgetTable(
        label=name,
        unit=next((line.printed_unit for line in lines if line.printed_unit), "円"),
        years=columns,
        rows=tuple(
            BudgetRow(
                item=_UNIT_IN_ITEM.sub("", row[0].item),
                executed=row[0].item.startswith(EXECUTED),
                cells=_cells(row, columns),
            )
            for row in _rows(lines)
        ),
    )


def _rows(lines: list[BudgetLine]) -> list[list[BudgetLine]]:
    """Lines of the same account, organisation and item; a second figure of a column is a new row.

    So no figure is lost where the source told rows apart by words that were not read.
    """
    rows: dict[tuple[str, str, str], list[list[BudgetLine]]] = {}
    for line in lines:
        same = rows.setdefault((line.account, line.organisation_name, line.item), [[]])
        if _place(line) in map(_place, same[-1]):
            same.append([])
        same[-1].append(line)
    return [row for same in rows.values() for row in same]


def _place(line: BudgetLine) -> tuple[str, bool]:
    return _column(line), line.outside_total


def _column(line: BudgetLine) -> str:
    name = heading(line.label, line.item)
    if name:
        return name
    return "" if line.fiscal_year is None else year_name(line.fiscal_year)


def _cells(lines: list[BudgetLine], columns: tuple[str, ...]) -> tuple[BudgetCell, ...]:
    return tuple(_cell([line for line in lines if _column(line) == name]) for name in columns)


def _cell(lines: list[BudgetLine]) -> BudgetCell:
    """The amount and the < > figure of one column of a row."""
    own = next((line for line in lines if not line.outside_total), None)
    outside = next((line for line in lines if line.outside_total), None)
    return BudgetCell(
        amount=_figure(own) if own else _NOT_PRINTED,
        outside=_figure(outside) if outside else None,
    )


def _figure(line: BudgetLine) -> Figure:
    if line.amount_yen is None and line.absence:
        return Figure(absence=Absence(line.absence), record=line.record_id)
    return replace(money(line.amount_yen, line.printed_unit), record=line.record_id)
