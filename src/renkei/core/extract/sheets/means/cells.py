"""Means in a table set in cells: an entry has a row for its name and one for its amounts."""

from __future__ import annotations

import re

from renkei.core.extract.sheets.means.entry import REVIEW, Entry, amount, indicators
from renkei.core.grammar.atoms import FISCAL_YEAR, circled_number, fiscal_year
from renkei.core.grammar.grid import Row
from renkei.core.records import Amount
from renkei.core.values import FiscalYear

_YEAR = re.compile(FISCAL_YEAR)


def year_columns(rows: list[Row]) -> tuple[dict[int, FiscalYear], int]:
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


def cell_entries(rows: list[Row], years: dict[int, FiscalYear], unit: str) -> list[Entry]:
    """The entries of the rows below the heads, in order."""
    entries: list[Entry] = []
    for row in rows:
        head = row[0]
        number = circled_number(head.text[0]) if head.text else None
        if number is not None:
            entries.append(Entry(number, head.start, head.end, [head.text[1:].strip()]))
        elif not entries:
            continue
        elif head.text and not entries[-1].amounts:
            entries[-1].names.append(head.text)
        entry = entries[-1]
        amounts = _amounts(row, years, unit)
        if amounts and not entry.amounts:
            entry.amounts = amounts
            entry.review_number = _review(row, years)
        if number is not None or not amounts:
            for cell in {row[-1], *row[max(years) + 1 :]} if len(row) > 1 else ():
                entry.indicators |= indicators(cell.text)
            entry.overview += [
                cell for cell in row[1:2] if cell.text and not (amounts and 1 in years)
            ]
    return entries


def _amounts(row: Row, years: dict[int, FiscalYear], unit: str) -> tuple[Amount, ...] | None:
    """The amounts of a row, None if one of its year columns holds something else."""
    amounts: list[Amount] = []
    for column, year in years.items():
        words = row[column].bare if column < len(row) else ""
        if not words:
            continue
        read = amount(words, year, unit)
        if read is None:
            return None
        amounts.append(read)
    return tuple(amounts) or None


def _review(row: Row, years: dict[int, FiscalYear]) -> str | None:
    after = (cell.bare for cell in row[max(years) + 1 :])
    return next((words for words in after if REVIEW.fullmatch(words)), None)
