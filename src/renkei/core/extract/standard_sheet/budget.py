"""The budget of a standard form: rows down, fiscal years across, outside figures in < >.

Figures in < > stand below the row they belong to. Some sheets print all labels first and let the
figures run on below them; the pairs of figures are then set to the labels in order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from renkei.core.errors import ValueFormError
from renkei.core.extract.base import Extraction
from renkei.core.grammar.grid import GridCell, Row, split_row
from renkei.core.grammar.standard_form import Item
from renkei.core.grammar.years import FISCAL_YEAR, fiscal_year_of
from renkei.core.records import Absence, BudgetLine, Leftover
from renkei.core.text.prepared import Prepared
from renkei.core.values import FiscalYear, Yen

_YEAR = re.compile(rf"(?P<full>{FISCAL_YEAR})|(?P<short>\d{{1,2}})年度")
_UNIT = re.compile(r"\((百万円|千円|億円|円)\)")
_AMOUNT = re.compile(r"(?P<outside>[△▲-]?<[^<>]*>)|(?P<plain>[△▲-]?\d[\d,]*)|(?P<dash>-{1,3}|ー)")
_DASH = re.compile(r"-{1,3}|ー")
_LABEL = re.compile(r"[一-龥ぁ-んァ-ヶA-Za-z]")


@dataclass(frozen=True, slots=True)
class _Column:
    """A year across the table; ``index`` is its cell in the heading row."""

    index: int
    printed: str
    year: FiscalYear | None


@dataclass(frozen=True, slots=True)
class _Figure:
    """One printed figure in column number ``column`` (0 for the first year)."""

    column: int
    start: int
    end: int
    printed: str
    outside: bool


@dataclass(slots=True)
class _Band:
    """A row of figures with the outside figures below it."""

    label: str | None
    figures: list[_Figure]
    notes: tuple[str, ...] = ()


@dataclass(slots=True)
class _Group:
    """Rows under one heading (予算の状況, 執行額) with its unit, labels and bands of figures."""

    name: str
    unit: str
    labels: list[str] = field(default_factory=list)
    bands: list[_Band] = field(default_factory=list)
    pushed: bool = False


def read_budget(source: Prepared, item: Item) -> Extraction:
    """Every printed figure as a line; a table without years or unit is left over."""
    rows = list(_rows(source.text, item))
    columns = _columns(rows[0]) if rows else []
    unit = _UNIT.search(source.text, item.start, item.end)
    if not columns or unit is None:
        evidence = source.evidence(item.start, item.end)
        return Extraction((), (Leftover(evidence, "table_header_unresolved"),))
    records: list[BudgetLine] = []
    for group in _groups(rows[1:], columns, unit[1]):
        _settle(group)
        for band in group.bands:
            records.extend(_lines(source, item, group, band, columns))
    return Extraction(records)


def _rows(text: str, item: Item) -> Iterator[Row]:
    start = text.rfind("\n", 0, item.start) + 1
    while start < item.end:
        end = text.find("\n", start)
        end = end if 0 <= end < item.end else item.end
        row = split_row(text, start, end)
        if any(cell.text for cell in row):
            yield row
        start = end + 1


def _columns(row: Row) -> list[_Column]:
    columns: list[_Column] = []
    era = ""
    for index, cell in enumerate(row):
        found = _YEAR.match(cell.bare)
        if found is None:
            continue
        if found["full"]:
            era = re.sub(r"\d.*|元.*", "", found["full"])
            year = fiscal_year_of(found["full"])
        else:
            year = fiscal_year_of(f"{era}{found['short']}年度") if era else None
        columns.append(_Column(index, cell.bare, year))
    return columns


def _groups(rows: list[Row], columns: list[_Column], unit: str) -> list[_Group]:
    groups: list[_Group] = []
    offset = columns[0].index
    for row in rows:
        labels = [(i, cell) for i, cell in enumerate(row) if _LABEL.search(cell.bare)]
        if labels:
            offset = labels[-1][0] + 1
            if not any(cell.text for cell in row[offset : columns[0].index]):
                offset = max(offset, columns[0].index)  # the label covers several columns
        named = [cell.bare for _, cell in labels if _UNIT.search(cell.bare)]
        if named:
            printed = _UNIT.search(named[0])
            name = _UNIT.sub("", named[0])
            groups.append(_Group(name, printed[1] if printed else unit))
        elif not groups:
            groups.append(_Group("", unit))
        own = [cell.bare for _, cell in labels if not _UNIT.search(cell.bare)]
        label = own[-1] if own else (groups[-1].name if named else None)
        _add(groups[-1], label, list(_figures(row[offset:])))
    return groups


def _figures(cells: list[GridCell]) -> Iterator[_Figure]:
    for column, cell in enumerate(cells):
        for found in _AMOUNT.finditer(cell.text):
            at = cell.start + found.start()
            outside = found["outside"] is not None
            yield _Figure(column, at, cell.start + found.end(), found[0], outside)


def _add(group: _Group, label: str | None, figures: list[_Figure]) -> None:
    """Put a row where it belongs: outside figures alone complete the row above them."""
    if label is not None:
        group.labels.append(label)
    if not figures:
        return
    above = group.bands[-1] if group.bands else None
    open_above = above is not None and not any(figure.outside for figure in above.figures)
    if above is not None and open_above and _outside_alone(figures):
        columns = [figure.column for figure in figures]
        printed_above = [figure.column for figure in above.figures]
        if columns != printed_above and len(columns) == len(printed_above):
            columns = printed_above
            above.notes += ("column_inferred",)
        above.figures += [
            replace(figure, column=column, outside=True)
            for column, figure in zip(columns, figures, strict=True)
        ]
        group.pushed = group.pushed or label is not None
    else:
        group.bands.append(_Band(label, figures))


def _outside_alone(figures: list[_Figure]) -> bool:
    """Whether a row holds outside figures and besides them at most dashes."""
    others = [figure for figure in figures if not figure.outside]
    return len(others) < len(figures) and all(_DASH.fullmatch(each.printed) for each in others)


def _settle(group: _Group) -> None:
    """Where figures ran on below the labels, the bands take the labels in order."""
    if not group.pushed or len(group.bands) > len(group.labels):
        return
    for label, band in zip(group.labels, group.bands, strict=False):
        band.notes += ("row_inferred",)
        band.label = label


def _lines(
    source: Prepared, item: Item, group: _Group, band: _Band, columns: list[_Column]
) -> Iterator[BudgetLine]:
    for figure in band.figures:
        if figure.column >= len(columns):
            continue
        column = columns[figure.column]
        amount = _amount(figure.printed, group.unit)
        yield BudgetLine(
            evidence=source.evidence(figure.start, figure.end),
            rule="standard_sheet.budget",
            notes=band.notes,
            table=item.key,
            item=band.label,
            label=f"{column.printed}{band.label or ''}",
            fiscal_year=column.year,
            amount_yen=amount,
            printed=figure.printed,
            printed_unit=group.unit,
            outside_total=figure.outside,
            absence=Absence.DASH if amount is None else None,
        )


def _amount(printed: str, unit: str) -> int | None:
    """Whole yen of 「375」, 「<375>」 and 「△<28>」; None for a dash."""
    try:
        return Yen.parse(re.sub(r"[<>\s]", "", printed), unit).amount_yen
    except ValueFormError:
        return None
