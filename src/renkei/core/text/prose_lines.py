"""The lines of hard-wrapped prose: what parts them, how wide the column is, which belong together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

HEADING = re.compile(
    r"(?P<mark>第\d{1,2}[章節項]|\d{1,2}(?=\.?[ \t](?!\s*(?:[回年月日機件名人隻%℃]|か[国月年所])"
    r"(?:以[上下]|未満|(?![一-龥A-Z]))))|\(\d{1,2}\)|[ア-ケ](?=[ \t]))[ \t.]*(?![ \t)])(?P<name>[^。]+)"
)
NOTE = re.compile(r"(?:\*|注|※)?[ ]?(\d{1,3})[ ]?[\t ][\t ]*")
REFERENCE = re.compile(
    r"参照$|(?:資料|図表|図|表|別表|本[章節]|[ⅠⅡⅢⅣⅤIV]+部)[ⅠⅡⅢⅣⅤIV\d-]|p\.\d|https?://|URL|動画[:：]|[〇○●◎※➡…]"
)
_LATIN = re.compile(r"[A-Za-z][A-Za-z’'().,/&-]{0,60}(?:[ \t]+[A-Za-z’'().,/&-]{1,60})+")
_READING = re.compile(r"[ぁ-ゖァ-ヺー・ ]{1,14}")
_KANA = re.compile("[ぁ-ん]")
_PAGE = re.compile(r"(?:p\.[ ]?)?\d{1,4}|-[ ]?\d{1,4}[ ]?-")
_PROSE = 15  # full-width characters; what is shorter may be a cell of a table
_BREAKS_OFF = re.compile("(?:[・、のにを]|及び|並びに)$")


class Row(NamedTuple):
    """A printed line (or several that a gloss parted) without outer blanks.

    ``gap``: an empty line or the edge of a page stands before it; ``tab``: a tab ends it.
    """

    spans: tuple[tuple[int, int], ...]
    text: str
    width: float
    gap: bool
    tab: bool = False

    @property
    def start(self) -> int:
        return self.spans[0][0]


def _width(text: str) -> float:
    return len(text) - 0.5 * len(text.encode("ascii", "ignore"))


def read_rows(text: str) -> Iterator[Row]:
    """The lines that are not empty; a page number right below prose is none of them."""
    at, gap, last = 0, True, ""
    for raw in text.split("\n"):
        words = raw.strip()
        if words and not gap and _PAGE.fullmatch(words) and _is_prose(last):
            gap = last.endswith("。")
            at += len(raw) + 1
            continue
        if words:
            last = words
            left = at + len(raw) - len(raw.lstrip())
            indented = raw[0] in " \t\f"  # a page or a paragraph begins
            span = (left, left + len(words))
            yield Row((span,), words, _width(words), gap or indented, raw.endswith("\t"))
        gap = not words
        at += len(raw) + 1


def _is_prose(line: str) -> bool:
    return _KANA.search(line) is not None and (line.endswith("。") or _width(line) >= _PROSE)


def column_width(rows: list[Row]) -> float:
    """The width of the column in full-width characters; infinite if lines are paragraphs."""
    prose = [row for row in rows if _KANA.search(row.text) and not _is_beside(row)]
    widths = Counter(round(row.width) for row in prose)
    if not widths:
        return float("inf")
    counted = {width: widths[width - 1] + widths[width] + widths[width + 1] for width in widths}
    best = max(counted, key=lambda width: (width >= 12, counted[width], width))
    ended = sum(row.text.endswith("。") for row in rows)
    wrapped = counted[best] >= 0.3 * sum(widths.values()) and counted[best] > ended / 2
    return float(best) if wrapped and best >= 12 else float("inf")


def _is_beside(row: Row) -> bool:
    """Headings and references have a width of their own."""
    return HEADING.fullmatch(row.text) is not None or REFERENCE.match(row.text) is not None


def without_glosses(rows: list[Row]) -> list[Row]:
    """Take out foreign glosses and readings inside a word, and join the lines they part."""
    kept: list[Row] = []
    glue = False
    for row in rows:
        last = kept[-1].text if kept else ""
        if last and _is_gloss(row.text, last):
            glue = True
            continue
        if glue and not row.text.endswith("参照"):
            whole = last + row.text
            kept[-1] = Row(kept[-1].spans + row.spans, whole, _width(whole), kept[-1].gap)
        else:
            kept.append(row)
        glue = False
    return kept


def _is_gloss(words: str, last: str) -> bool:
    """A foreign name set over its abbreviation, or the reading of a name set beside it."""
    if last[-1] in "。)」】":
        return False
    if _LATIN.fullmatch(words):
        return last[-1].isascii() and last[-1].isalnum()
    return (
        _READING.fullmatch(words) is not None
        and "一" <= last[-1] <= "龥"
        and ("・" in words or len(words) <= 4)
        and _width(last) < 30
    )


def chunk_rows(rows: list[Row], wide: float) -> Iterator[list[Row]]:
    """Lines between empty lines; a heading is a chunk of its own, a note begins a new one."""
    chunk: list[Row] = []
    heading: Row | None = None
    for row in rows:
        if chunk and (
            row.gap
            or _begins_note(row, chunk[0], wide)
            or any(_stands_apart(each, wide) for each in (row, chunk[-1]))
        ):
            yield chunk
            chunk = []
        chunk.append(row)
        if len(chunk) == 1 and is_rest_of_heading(row, heading, wide):
            yield chunk
            chunk = []
        heading = row if _stands_apart(row, wide) else None
    if chunk:
        yield chunk


def _begins_note(row: Row, first: Row, wide: float) -> bool:
    if NOTE.match(row.text) is None:
        return False
    return row.width > wide or NOTE.match(first.text) is not None


def is_rest_of_heading(row: Row, heading: Row | None, wide: float) -> bool:
    """The second line of a heading that filled its column or breaks off: short, no sentence."""
    if (
        heading is None
        or row.gap
        or not (
            heading.width >= 0.6 * wide
            or _BREAKS_OFF.search(heading.text)
            or row.text[0] in "のにを"
        )
    ):
        return False
    return row.width < 0.6 * wide and "。" not in row.text


def _stands_apart(row: Row, wide: float) -> bool:
    if REFERENCE.match(row.text):
        return True
    heading = HEADING.fullmatch(row.text)
    return heading is not None and is_title(row, heading["name"], wide)


def is_title(row: Row, name: str, wide: float) -> bool:
    """Headings are short and name something; a heading printed twice may be long."""
    if printed_twice(name):
        return True
    return row.width <= wide and ":" not in name and "http" not in name


def printed_twice(name: str) -> str | None:
    """The name alone where a heading of a chapter is printed once for the eye and once to find."""
    first, tab, second = name.strip().partition("\t")
    return first.strip() if tab and first.strip() == second.strip() else None
