"""The headings of a form must stand where they stood: by them the cells are told apart."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from renkei.apps.publications.canvas import LABELS
from renkei.apps.publications.grid import Table, grids
from renkei.apps.publications.sheet import Sheet
from renkei.apps.returned.facts import place_of
from renkei.core.errors import InputError
from renkei.core.text import Document

Headings = list[tuple[str, str]]


def require(sheet: Sheet, printed: Document, edited: Document, name: str) -> None:
    """Raise InputError RK813 for a heading that is gone, RK814 for one that stands elsewhere."""
    labels = _labels(sheet)
    old, new = _headings(printed, labels), _headings(edited, labels)
    matcher = SequenceMatcher(None, [h for h, _ in old], [h for h, _ in new], autojunk=False)
    lost: Headings = []
    gained: Headings = []
    for code, a, b, c, d in matcher.get_opcodes():
        if code != "equal":
            lost += old[a:b]
            gained += new[c:d]
    if not lost:
        return
    head, place = lost[0]
    elsewhere = dict(gained).get(head)
    if elsewhere:
        raise InputError("RK814", name=name, head=head, place=place, found=elsewhere)
    raise InputError("RK813", name=name, head=head, place=place)


def _labels(sheet: Sheet) -> frozenset[str]:
    """The words of all headings on the sheet."""
    return frozenset(
        _plain(cell.box.words)
        for grid in grids(sheet)
        for part in grid.parts
        if isinstance(part, Table)
        for row in part.rows
        for cell in row
        if cell.box.style in LABELS
    )


def _headings(document: Document, labels: frozenset[str]) -> Headings:
    """The headings among the cells with their places, in order of the file."""
    return [(words, place) for words, place in _cells(document) if words in labels]


def _cells(document: Document) -> Iterator[tuple[str, str]]:
    for span, place in document.places:
        words = _plain(document.text[span.start : span.end])
        if place.cell and words:
            yield words, place_of(document.evidence(span))


def _plain(words: str) -> str:
    return "".join(words.split())
