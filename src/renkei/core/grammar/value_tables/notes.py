"""Notes and sources printed in or under a value table: 「（注）…」「（出典：…）」「※…」."""

from __future__ import annotations

import re

from renkei.core.grammar.grid import grid_rows
from renkei.core.grammar.value_tables.header import find_header
from renkei.core.text.blocks import TextLine, close_up, join_words, open_brackets, text_lines

_NOTE = re.compile(r"\((?:注|出典)|(?:注|出典)[:：]|※\S|\*[ \t]*\S")
_BARE = re.compile(r"\(注\d*\)")  # the sign in a name; its note stands elsewhere
_LONGEST = 40  # lines of a narrow cell
_SHORT = 6

Note = tuple[int, int, str]


def table_notes(text: str, start: int, end: int, marked: bool) -> list[Note]:
    """Start, end (exclusive) and words of each note between ``start`` and ``end``.

    In running text a note goes on to the end of its paragraph, or while a bracket is open, and
    without paragraph marks to the end of a sentence that ends soon above the table; one that the
    header of the table breaks off is not given.
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
    lines = [line for line in text_lines(text, start, end) if "\t" not in line.text]
    notes: list[Note] = []
    header = find_header(text, start, end)
    above = header.start if header else start
    index = 0
    while index < len(lines):
        first = lines[index]
        index += 1
        opens = index == 1 or not marked or lines[index - 2].marked
        if not opens or not _NOTE.match(first.text):
            continue
        parts = [first]
        while _goes_on(parts, marked) and index < len(lines) and len(parts) < _LONGEST:
            parts.append(lines[index])
            index += 1
        if not marked and (more := _sentence(parts, lines[index:], above)):
            parts += more
            index += len(more)
        words = close_up(join_words([part.text for part in parts]))
        if not _goes_on(parts, marked) and not _BARE.fullmatch(words):
            notes.append((first.start, parts[-1].end, words))
    return [note for note in notes if header is None or not note[0] < header.start < note[1]]


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
