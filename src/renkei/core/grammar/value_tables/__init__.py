"""Tables of targets and actuals (中期目標値, 年度目標値, 実績値), in tabs or in running text."""

from __future__ import annotations

from renkei.core.grammar.grid import has_empty_cells
from renkei.core.grammar.value_tables.grid import read_grid
from renkei.core.grammar.value_tables.model import Cell, Column, ValueTable
from renkei.core.grammar.value_tables.notes import Note, table_notes
from renkei.core.grammar.value_tables.stream import read_stream

__all__ = ["Cell", "Column", "Note", "ValueTable", "read_value_table", "table_notes"]


def read_value_table(text: str, start: int, end: int, marked: bool) -> ValueTable | None:
    """Read the table of one indicator from the words after its name.

    ``text`` is normalised; ``marked`` tells whether its paragraphs end with a mark. None if the
    words hold no such table.
    """
    if "\t" in text[start:end] or "|" in text[start:end]:
        grid = read_grid(text, start, end)
        if grid is not None and has_empty_cells(text, start, end):
            return grid
        # A conversion that drops empty cells moves values under other heads: only their number
        # can tell then, as in running text.
        stream = read_stream(text, start, end, marked)
        return grid if stream is None else stream
    return read_stream(text, start, end, marked)
