"""Value tables whose cells follow one another in running text, one or several to a line.

Columns come from the header; a row is taken only when its values are exactly as many as the
columns. Anything else is left over with a reason: a value in the wrong column is worse than none.
"""

from __future__ import annotations

import re
from dataclasses import replace

from renkei.core.grammar.atoms import MARK, circled_number
from renkei.core.grammar.value_tables.cells import Item, ReadLine, read_line
from renkei.core.grammar.value_tables.components import component_labels
from renkei.core.grammar.value_tables.header import Header, find_header, tokens
from renkei.core.grammar.value_tables.model import Cell, Column, ValueTable
from renkei.core.records.codes import ValueKind
from renkei.core.text.blocks import (
    TextLine,
    close_up,
    is_page_number,
    join_words,
    text_lines,
)

_LONGEST_LINE = 400
_NOTE = ("(注", "注:", "注)", "※", "(出典", "出典", "*")
_MARK = re.compile(MARK)


def read_stream(text: str, start: int, end: int, marked: bool) -> ValueTable | None:
    """Read the table between ``start`` and ``end``. None if there is none."""
    header = find_header(text, start, end)
    if header is None:
        kinds = {token.kind for token in tokens(text, start, end)}
        unread = "year" in kinds and kinds & {"target", "actual"}
        return ValueTable(reason="table_header_unresolved") if unread else None
    beside = list(text_lines(text, start, header.start))
    if header.by_row is not None:
        return _read_by_row(text, header, end)
    below = list(text_lines(text, header.end, end))
    reads = [_read(line) for line in below]
    unnumbered = [read.line for read in reads if not read.items]
    labels = component_labels(beside + unnumbered, marked)
    table = _read_rows(header, reads, labels)
    if not table.cells and marked:
        table = _read_words(header, below) or table
    return replace(table, mid_term_year=header.mid_term_year)


def _read_rows(header: Header, reads: list[ReadLine], labels: dict[str, str]) -> ValueTable:
    width = len(header.columns)
    whole = [read for read in reads if len(read.items) == width and _is_one_row(read)]
    loose = [
        read
        for read in reads
        if read.items and not read.label and not (len(read.items) == width and _is_one_row(read))
    ]
    mark = next((r for r in reads if r.mark and header.has_status), None)
    kept = [read for read in loose if not is_page_number(read.line)]
    marks = (mark.mark if mark else None, mark.mark_at if mark else None)
    if whole:
        cells = _whole_rows(header, whole, labels)
        reason = "table_values_left_over" if kept else None
        return ValueTable(tuple(cells), *marks, reason)
    for candidates in (kept, loose):
        cells = _scattered(header.columns, candidates, labels)
        if cells:
            return ValueTable(tuple(cells), *marks)
    return ValueTable((), *marks, "table_columns_unmatched")


def _is_one_row(read: ReadLine) -> bool:
    """「①3か国 ②4か国」 are the parts of one cell and no row of two columns."""
    return len({item.circle for item in read.items}) == 1


def _read(line: TextLine) -> ReadLine:
    if line.text.startswith(_NOTE) and "\t" in line.text:  # a note in the first cell of a row
        note, _, rest = line.text.partition("\t")
        line = line._replace(start=line.start + len(note) + 1, text=rest)
    if len(line.text) > _LONGEST_LINE or line.text.startswith(_NOTE):
        return ReadLine(line, line.text, [])
    return read_line(line)


def _whole_rows(header: Header, rows: list[ReadLine], labels: dict[str, str]) -> list[Cell]:
    cells: list[Cell] = []
    for row in rows:
        component = labels.get(row.label) if row.label else None
        is_name = row.label != "" and row.label[-1] not in "。、)"
        if component is None and is_name and (len(rows) > 1 or circled_number(row.label[0])):
            component = close_up(row.label)
        for column, item in zip(header.columns, row.items, strict=True):
            named = labels.get(item.circle, item.circle or None) if item.circle else component
            cells.append(_cell(column, item, named))
    return cells


def _scattered(
    columns: tuple[Column, ...], reads: list[ReadLine], labels: dict[str, str]
) -> list[Cell]:
    """Values over several lines: in the order of the columns, once per circle if circled."""
    by_circle: dict[str, list[Item]] = {}
    for read in reads:
        for item in read.items:
            by_circle.setdefault(item.circle, []).append(item)
    if any(len(items) != len(columns) for items in by_circle.values()):
        return []
    return [
        _cell(column, item, labels.get(circle, circle) if circle else None)
        for circle, items in by_circle.items()
        for column, item in zip(columns, items, strict=True)
    ]


def _cell(column: Column, item: Item, component: str | None) -> Cell:
    return Cell(column, item.start, item.end, item.text, component)


def _read_words(header: Header, lines: list[TextLine]) -> ValueTable | None:
    """A table of words: each paragraph is a cell; it must have one for every column."""
    paragraphs: list[list[TextLine]] = []
    going_on = False
    for line in lines:
        if not going_on and line.text.startswith(_NOTE):
            break
        if going_on:
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        going_on = not line.marked
    mark: TextLine | None = None
    bodies: list[list[TextLine]] = []
    for paragraph in paragraphs:
        if header.has_status and _MARK.fullmatch(paragraph[0].text):
            mark = paragraph[0]
        else:
            bodies.append(paragraph)
    if len(bodies) != len(header.columns):
        return None
    cells = tuple(
        Cell(
            column,
            body[0].start,
            body[-1].end,
            join_words([line.text.replace(" ", "") for line in body]),
        )
        for column, body in zip(header.columns, bodies, strict=True)
    )
    return ValueTable(cells, mark.text if mark else None, mark.start if mark else None)


def _read_by_row(text: str, header: Header, end: int) -> ValueTable:
    """Kinds stand at the head of rows and years above the columns."""
    heads = [token for token in tokens(text, header.end, end) if token.kind in ("target", "actual")]
    cells: list[Cell] = []
    reason: str | None = None
    for head, following in zip(heads, [*heads[1:], None], strict=True):
        stop = following.start if following else end
        items: list[Item] = []
        for line in text_lines(text, head.end, stop):
            read = _read(line)
            if read.label:
                break
            items.extend(read.items)
        if len(items) != len(header.years):
            reason = "table_columns_unmatched"
            continue
        for year, item in zip(header.years, items, strict=True):
            kind: ValueKind = "target" if head.kind == "target" else "actual"
            cells.append(_cell(Column(kind, year), item, None))
    return ValueTable(tuple(cells), reason=reason)
