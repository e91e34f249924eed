"""The passages of a document, whatever its form: what a reader takes in as one piece.

A passage is a paragraph, a heading, a list item or a table cell. Its wrapped lines are joined and
its widths folded; it maps back to the printed characters. Checks of wording look at passages,
checks of widths and layout at the printed lines.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from renkei.core.source import Span
from renkei.core.text.blocks import TextLine, has_paragraph_marks, is_page_number, text_lines
from renkei.core.text.mapped import MappedText, Replacement
from renkei.core.text.prepared import Prepared
from renkei.core.text.prose import blocks
from renkei.core.text.prose_lines import column_width, read_rows

_COLUMN_LEAST = 20  # lines; fewer tell nothing of a column


@dataclass(frozen=True, slots=True)
class Passage:
    """Folded words in one line. ``source`` leads from their offsets to the document."""

    text: str
    source: MappedText

    def span(self, start: int, end: int) -> Span:
        """The characters of the document behind ``start`` to ``end`` (exclusive) of ``text``."""
        return self.source.span(start, end)


def passages(prepared: Prepared) -> tuple[Passage, ...]:
    """All passages in order; page numbers set apart from the text are not among them."""
    plain = prepared.plain
    if has_paragraph_marks(plain.text):
        pieces = list(_marked(plain))
    elif in_columns(prepared):
        pieces = list(_columns(plain))
    else:
        pieces = [cell for line in _lines(plain) for cell in _cells(plain, line)]
    return tuple(Passage(piece.text, piece) for piece in pieces if piece.text.strip())


def in_columns(prepared: Prepared) -> bool:
    """Whether the text is set in columns: cut to one width, without marks of where a paragraph ends.

    Captions and figures then stand between the parts of a sentence, in no certain order.
    """
    text = prepared.plain.text
    rows = list(read_rows(text))
    wrapped = len(rows) >= _COLUMN_LEAST and column_width(rows) != float("inf")
    return wrapped and not has_paragraph_marks(text)


def _lines(plain: MappedText) -> Iterator[TextLine]:
    lines = text_lines(plain.text, 0, len(plain.text))
    return (line for line in lines if not is_page_number(line))


def _cells(plain: MappedText, line: TextLine) -> Iterator[MappedText]:
    at = line.start
    for cell in plain.text[line.start : line.end].split("\t"):
        yield plain.slice(at, at + len(cell))
        at += len(cell) + 1


def _marked(plain: MappedText) -> Iterator[MappedText]:
    """Lines up to one with a paragraph mark are one passage."""
    run: list[TextLine] = []
    for line in _lines(plain):
        run.append(line)
        if line.marked:
            yield _joined(plain, run)
            run = []
    if run:
        yield _joined(plain, run)


def _columns(plain: MappedText) -> Iterator[MappedText]:
    """The blocks of prose, and the lines that belong to none (captions, labels)."""
    body = [block.text for block in blocks(plain)]
    covered = sorted(run for piece in body for run in piece.runs())
    loose = (
        plain.slice(line.start, line.end)
        for line in _lines(plain)
        if not _inside(covered, plain.origin(line.start))
    )
    yield from sorted([*body, *loose], key=lambda piece: piece.origin(0))


def _inside(spans: list[Span], offset: int) -> bool:
    index = bisect_right(spans, offset, key=lambda span: span.start) - 1
    return index >= 0 and offset < spans[index].end


def _joined(plain: MappedText, lines: Iterable[TextLine]) -> MappedText:
    """The words of ``lines`` in one line; a blank goes only between two Latin words."""
    run = list(lines)
    first, text = run[0].start, plain.text
    edits = []
    for before, after in pairwise(run):
        latin = _latin(text[before.end - 1]) and _latin(text[after.start])
        edits.append(Replacement(before.end - first, after.start - first, " " if latin else ""))
    return plain.slice(first, run[-1].end).replace(edits)


def _latin(character: str) -> bool:
    return character.isascii() and character.isalnum()
