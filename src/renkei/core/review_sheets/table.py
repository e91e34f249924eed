"""A file of the review data as a table, and back into the same bytes.

What the published files are: UTF-8 with a byte order mark, CRLF, cells quoted only where needed.
What departs from that is read where it can be, and always told.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from renkei.core.errors import InputError, RenkeiError
from renkei.core.review_sheets.heads import Drift, Heads, read_heads
from renkei.core.review_sheets.layouts import Layout

BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the file; ``line`` counts from 1, the heads included.

    ``places`` gives the place of each head in ``cells`` and is shared by all rows of a file.
    """

    line: int
    cells: Sequence[str]
    places: Mapping[str, int]

    def __getitem__(self, head: str) -> str:
        """The cell under ``head`` without blanks around it; "" where the file has no such column."""
        place = self.places.get(head)
        return "" if place is None else self.cells[place].strip()

    def named(self) -> dict[str, str]:
        """Every cell as it stands in the file, by head."""
        return {head: self.cells[place] for head, place in self.places.items()}


@dataclass(frozen=True, slots=True)
class Table:
    """``rows`` in the order of the file; ``faults`` tells the lines left out and why."""

    name: str
    layout: Layout
    rows: tuple[Row, ...]
    drifts: tuple[Drift, ...] = ()
    faults: tuple[RenkeiError, ...] = ()


def read_table(data: bytes, name: str) -> Table:
    """Read one CSV file. ``name`` is for messages.

    Raises InputError: RK103 when empty, RK601 to RK603 and RK607 when it cannot be read at all.
    """
    if not data:
        raise InputError("RK103", name=name)
    text, drifts = _decoded(data, name)
    lines = _lines(text, name)
    first = next(lines, (1, []))[1]
    heads, width = read_heads(first, name), len(first)
    places = _by_head(heads)
    rows: list[Row] = []
    faults: list[RenkeiError] = []
    for line, cells in lines:
        if len(cells) == width:
            rows.append(Row(line, cells, places))
        elif cells:
            faults.append(
                InputError("RK604", name=name, line=line, found=len(cells), expected=width)
            )
    return Table(name, heads.layout, tuple(rows), (*drifts, *heads.drifts), tuple(faults))


def write_table(layout: Layout, rows: Iterable[Mapping[str, str]]) -> bytes:
    """The bytes of a file of ``layout``; a head that a row lacks is an empty cell."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(layout.heads)
    for row in rows:
        writer.writerow(row.get(head, "") for head in layout.heads)
    return BOM + out.getvalue().encode()


def _decoded(data: bytes, name: str) -> tuple[str, list[Drift]]:
    drifts: list[Drift] = []
    if not data.startswith(BOM):
        drifts.append(Drift("bom_missing", "", "UTF-8 BOM"))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("cp932")
        except UnicodeDecodeError as error:
            raise InputError("RK603", name=name) from error
        drifts = [Drift("encoding", "Shift_JIS", "UTF-8 BOM")]
    if "\n" in text.replace("\r\n", "").partition('"')[0]:
        drifts.append(Drift("line_ends", "LF", "CRLF"))
    return text, drifts


def _lines(text: str, name: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    line = 1
    try:
        for cells in reader:
            yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError("RK607", name=name, line=line) from error


def _by_head(heads: Heads) -> dict[str, int]:
    known = {
        head: place
        for head, place in zip(heads.layout.heads, heads.columns, strict=True)
        if place is not None
    }
    return known | {head: place for place, head in heads.added}
