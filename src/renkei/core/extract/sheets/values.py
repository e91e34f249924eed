"""Cells of value tables as records: a number with its unit, a kind of absence, or words."""

from __future__ import annotations

import re

from renkei.core.errors import ValueFormError
from renkei.core.extract.sheets.belonging import of_indicator
from renkei.core.grammar.value_tables import Cell, Note, ValueTable
from renkei.core.records import Absence, IndicatorValue, Item, SheetField, Target
from renkei.core.text.prepared import Prepared
from renkei.core.values import Quantity

_DASH = re.compile(r"-{1,3}|…|ー")
_NUMBER = re.compile(r"[△▲-]?\d[\d,]*(?:\.\d+)?(?:[ ]?[千万億兆])?")
_NOT_APPLICABLE = frozenset({"/", "該当なし", "対象外", "\\"})
_FOOT = re.compile(r"(?:\*|※\d?|\((?:注|※)\d*\))$")
_UNIT = re.compile(r"[(\[]単位[ \t]*[:：][ \t]*([^\s()\[\]0-9]{1,8})[)\]]")
_LONGEST_VALUE = 40


def table_unit(words: str) -> str:
    """The unit that the words beside a table give its values; "" if none or more than one."""
    units = set(_UNIT.findall(words))
    return units.pop() if len(units) == 1 else ""


def value_record(source: Prepared, number: str, cell: Cell, unit: str = "") -> IndicatorValue:
    """The record of one cell. A value among words is read if it is the only number in the cell.

    ``unit`` is that of the table; a value that prints its own keeps it.
    """
    words = _FOOT.sub("", cell.text).rstrip()
    absence = _absence(words)
    quantity, notes = (None, ()) if absence else _quantity(words)
    if unit and quantity is not None and not quantity.unit and words[-1:].isdigit():
        quantity, notes = _in_unit(words, unit) or quantity, (*notes, "unit_from_heading")
    wrapped = "\n" in source.text[cell.start : cell.end]
    end = cell.end if wrapped else cell.start + len(words)
    evidence = source.evidence(cell.start, end)
    return IndicatorValue(
        evidence=evidence,
        rule="sheets.value.cell",
        notes=notes,
        number=number,
        component=cell.component,
        fiscal_year=cell.column.year,
        kind=cell.column.kind,
        value=quantity.value if quantity else None,
        unit=(quantity.unit or None) if quantity else None,
        text="".join(evidence.text.split("\n")) if wrapped else evidence.text,
        absence=absence,
    )


def _absence(words: str) -> Absence | None:
    if not words:
        return Absence.NOT_PRINTED
    if _DASH.fullmatch(words):
        return Absence.DASH
    return Absence.NOT_APPLICABLE if words in _NOT_APPLICABLE else None


def _quantity(words: str) -> tuple[Quantity | None, tuple[str, ...]]:
    if len(words) > _LONGEST_VALUE:
        return None, ("no_single_value",)
    try:
        return Quantity.parse("".join(words.split())), ()
    except ValueFormError:
        pass
    numbers = _NUMBER.findall(words)
    if len(numbers) != 1:
        return None, ("no_single_value",)
    try:
        return Quantity.parse(numbers[0].replace(" ", "")), ("value_among_words",)
    except ValueFormError:
        return None, ("no_single_value",)


def _in_unit(words: str, unit: str) -> Quantity | None:
    """「120」 in 「千人」 is 120,000 people."""
    try:
        return Quantity.parse("".join(words.split()) + unit)
    except ValueFormError:
        return None


def all_in_words(table: ValueTable) -> bool:
    """True if the cells that hold anything hold words: the targets are qualitative."""
    printed = [cell for cell in table.cells if cell.text and not _absence(cell.text)]
    return bool(printed) and all(_quantity(cell.text)[0] is None for cell in printed)


def word_records(source: Prepared, number: str, table: ValueTable) -> list[Target | SheetField]:
    """The mid-term target in words, then targets and progress, one record per year."""
    records: list[Target | SheetField] = [
        SheetField(
            evidence=source.evidence(cell.start, cell.end),
            rule="sheets.field.passage",
            key=f"中期目標({number})",
            value=cell.text,
            field_no=of_indicator(number).field_no,
            indicator=number,
        )
        for cell in table.cells
        if cell.column.kind == "mid_term_target" and not _absence(cell.text)
    ]
    years = dict.fromkeys(cell.column.year for cell in table.cells if cell.column.year)
    for year in years:
        if year is None:
            continue
        cells = [cell for cell in table.cells if cell.column.year == year and cell.text]
        yearly = [cell for cell in cells if cell.column.kind == "target"]
        actual = [cell for cell in cells if cell.column.kind == "actual"]
        if not yearly and not actual:
            continue
        first = (yearly or actual)[0]
        records.append(
            Target(
                evidence=source.evidence(first.start, first.end),
                rule="sheets.target.table",
                number=number,
                fiscal_year=year,
                items=tuple(cell.text for cell in yearly),
                progress=tuple(cell.text for cell in actual),
                item_parts=tuple(Item(number="", text=cell.text) for cell in yearly),
                progress_parts=tuple(Item(number="", text=cell.text) for cell in actual),
            )
        )
    return records


def note_field(source: Prepared, number: str, note: Note) -> SheetField:
    """A note or source of an indicator's table."""
    start, end, words = note
    return SheetField(
        evidence=source.evidence(start, end),
        rule="sheets.field.note",
        key=f"注({number})",
        value=words,
        field_no=of_indicator(number).field_no,
        indicator=number,
    )
