"""Notes and sources printed in or under a value table: 「（注）…」「（出典：…）」「※…」."""

from __future__ import annotations

import re

from renkei.core.grammar.grid import Row, grid_rows
from renkei.core.grammar.value_tables.cells import read_line
from renkei.core.grammar.value_tables.header import Header, find_header
from renkei.core.text.blocks import TextLine, close_up, join_words, open_brackets, text_lines

_NOTE = re.compile(r"\((?:注|出典)|(?:注|出典)[:：]|※\S|\*[ \t]*\S")
_BARE = re.compile(r"\(注\d*\)")  # the sign in a name; its note stands elsewhere
_LONGEST = 40  # lines of a narrow cell
_SHORT = 6

Note = tuple[int, int, str]


def is_note(row: Row) -> bool:
    """Whether a row holds a note and nothing else, but for a label."""
    words = [cell.text for cell in row if cell.text and cell.bare != "注"]
    return bool(words) and all(_NOTE.match(each) for each in words)


def table_notes(text: str, start: int, end: int, marked: bool) -> list[Note]:
    """Start, end (exclusive) and words of each note between ``start`` and ``end``.

    In running text a note goes on to the end of its paragraph, or while a bracket is open, and
    without paragraph marks to the end of a sentence that ends soon above the table. One that the
    header of the table breaks off goes on before the first values, or is not given.
    """
    if not any(sign in text[start:end] for sign in ("注", "出典", "※", "*")):
        return []
    in_cells = [
        (cell.start, cell.end, cell.text)
        for row in grid_rows(text, start, end)
        for cell in row
        if _NOTE.match(cell.text)
    ]
    if in_cells:
        return in_cells
    header = find_header(text, start, end)
    lines = [
        _before(header, line) for line in text_lines(text, start, end) if "\t" not in line.text
    ]
    notes: list[Note] = []
    index = 0
    while index < len(lines):
        opens = index == 0 or not marked or lines[index - 1].marked
        if not opens or not _NOTE.match(lines[index].text):
            index += 1
            continue
        parts = _paragraph(lines, index, header, marked)
        index += len(parts)
        if _goes_on(parts, marked):
            rest = _beyond(header, lines, index) if header and marked else []
            if not rest:
                continue
            parts += rest
        words = close_up(join_words([part.text for part in parts]))
        if not _BARE.fullmatch(words):
            notes.append((parts[0].start, parts[-1].end, words))
    return notes


def _before(header: Header | None, line: TextLine) -> TextLine:
    """The words of a line before the header that begins in it."""
    if header is None or not line.start < header.start < line.end:
        return line
    words = line.text[: header.start - line.start].rstrip()
    return line._replace(end=line.start + len(words), text=words, marked=True)


def _paragraph(
    lines: list[TextLine], index: int, header: Header | None, marked: bool
) -> list[TextLine]:
    """The lines of the note that begins at ``index``, up to the header of the table."""
    parts = [lines[index]]
    above = header.start if header and parts[0].start < header.start else lines[-1].end
    rest = lines[index + 1 : index + _LONGEST]
    while rest and _goes_on(parts, marked) and rest[0].start < above:
        parts.append(rest.pop(0))
    return parts if marked else parts + _sentence(parts, rest, header.start if header else above)


def _beyond(header: Header, lines: list[TextLine], index: int) -> list[TextLine]:
    """The end of a sentence that the header broke off: the words before the first values."""
    if index >= len(lines) or lines[index].start < header.start:
        return []
    below = next((line for line in lines[index:] if line.start >= header.end), None)
    read = read_line(below) if below else None
    if below is None or read is None or not read.items or not read.label.endswith("。"):
        return []
    return [below._replace(end=below.start + len(read.label), text=read.label)]


def _sentence(parts: list[TextLine], rest: list[TextLine], above: int) -> list[TextLine]:
    """The lines in which the sentence of a note ends, if it is broken and ends soon."""
    if parts[-1].text.endswith(("。", ")")):
        return []
    for count, line in enumerate(rest[:_SHORT], 1):
        if line.end > above or _NOTE.match(line.text):
            return []
        if line.text.endswith("。"):
            return rest[:count]
    return []


def _goes_on(parts: list[TextLine], marked: bool) -> bool:
    if marked and not parts[-1].marked:
        return True
    return open_brackets("".join(part.text for part in parts)) > 0
