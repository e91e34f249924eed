"""Tables that go on over pages: put together again across running heads and page numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from renkei.readers.pdf.cells import Cell, joined
from renkei.readers.pdf.layer import Printed
from renkei.readers.pdf.page import Block, PageContent, Table

_PAGE_NUMBER = re.compile(
    r"[-‐－―–—\s]*(?:p\.?\s*)?\d{1,4}(?:\s*[/／]\s*\d{1,4})?[-‐－―–—\s]*", re.I
)
_CONTINUED = re.compile(r"[(（]続き[)）]$")
_DIGITS = re.compile(r"\d+")
_EDGE = 2  # lines at the top and at the bottom of a page that may be running
_NEAR = 3.0  # points
_PROSE = 3  # lines
_TELLING = 10  # characters; two rows of figures may be equal by chance
_OPENED = re.compile(r"[（(「『][^（(「『）)」』]*$|、$")
Key = tuple[str, int]


def join_tables(pages: Sequence[PageContent]) -> None:
    """Move the rows of a table that goes on from the page before to that page."""
    running = _running(pages)
    last: Table | None = None
    for page in pages:
        body = [block for block in page.blocks if block and id(block) not in running]
        if last and body and isinstance(body[0], Table) and _goes_on(last, body[0]):
            _extend(last, body[0])
            page.blocks.remove(body[0])
            del body[0]
            if not body:
                continue
        last = body[-1] if body and isinstance(body[-1], Table) else None


def drop_running(pages: Sequence[PageContent]) -> None:
    """Take out page numbers, and running heads but for the first: they stand inside sentences.

    A number at the edge of a page is that of the page where it counts as the pages do.
    """
    running = _running(pages)
    offsets = Counter(offset for page in pages for offset in _offsets(page, running))
    counting = {offset for offset, times in offsets.items() if times > 1 or offset == 0}
    seen: set[Key] = set()
    for page in pages:
        page.blocks = [
            block for block in page.blocks if not _is_running(block, page, running, counting, seen)
        ]


def _is_running(
    block: Block, page: PageContent, running: set[int], counting: set[int], seen: set[Key]
) -> bool:
    if not isinstance(block, Printed) or id(block) not in running:
        return False
    if _PAGE_NUMBER.fullmatch(block.text):
        return _number(block) - page.number in counting
    if _CONTINUED.search(block.text):
        return True
    first = _key(block) not in seen
    seen.add(_key(block))
    return not first


def _offsets(page: PageContent, running: set[int]) -> Iterator[int]:
    for block in page.blocks:
        if (
            isinstance(block, Printed)
            and id(block) in running
            and _PAGE_NUMBER.fullmatch(block.text)
        ):
            yield _number(block) - page.number


def _number(line: Printed) -> int:
    return int(_DIGITS.findall(line.text)[0])


def _running(pages: Sequence[PageContent]) -> set[int]:
    """The identities of lines that head or foot pages: page numbers, and what several repeat."""
    edges = [_edge_lines(page) for page in pages]
    counted = Counter(key for lines in edges for key in {_key(line) for line in lines})
    return {
        id(line)
        for lines in edges
        for line in lines
        if _PAGE_NUMBER.fullmatch(line.text)
        or _CONTINUED.search(line.text)
        or 1 < counted[_key(line)] >= min(3, len(pages) / 2)
    }


def _edge_lines(page: PageContent) -> list[Printed]:
    """Lines above and below everything else on the page."""
    lines = sorted((b for b in page.blocks if isinstance(b, Printed)), key=lambda b: b.box[1])
    tables = [block for block in page.blocks if isinstance(block, Table)]
    top = min((table.top for table in tables), default=page.height)
    bottom = max((table.bottom for table in tables), default=0.0)
    above = [line for line in lines[:_EDGE] if line.box[3] <= top + _NEAR]
    return above + [line for line in lines[-_EDGE:] if line.box[1] >= bottom - _NEAR]


def _key(line: Printed) -> Key:
    return _DIGITS.sub("#", line.text), round(line.box[1] / _NEAR)


def _goes_on(table: Table, part: Table) -> bool:
    """Whether ``part`` has the columns of ``table``, at the same places."""
    few, many = sorted((table.lefts, part.lefts), key=len)
    same_sides = abs(few[0] - many[0]) <= _NEAR and abs(table.right - part.right) <= _NEAR
    return same_sides and all(any(abs(x - y) <= _NEAR for y in many) for x in few)


def _extend(table: Table, part: Table) -> None:
    lefts = max(table.lefts, part.lefts, key=len)
    _set_columns(table, lefts)
    _set_columns(part, lefts)
    rows = part.rows[_repeated(table.rows, part.rows) :]
    if rows and _is_split(table.rows[-1], rows[0]):
        table.rows[-1] = [joined(a, b) for a, b in zip(table.rows[-1], rows[0], strict=True)]
        del rows[0]
    table.rows += rows


def _set_columns(table: Table, lefts: tuple[float, ...]) -> None:
    if len(table.lefts) == len(lefts):
        return
    columns = [min(range(len(lefts)), key=lambda i: abs(lefts[i] - x)) for x in table.lefts]
    for row in table.rows:
        cells = dict(zip(columns, row, strict=True))
        row[:] = [cells.get(column, []) for column in range(len(lefts))]
    table.lefts = lefts


def _repeated(rows: list[list[Cell]], part: list[list[Cell]]) -> int:
    """How many rows of heading are printed again at the beginning of a part."""
    count = 0
    for row, again in zip(rows[_head(rows, part[0]) :], part, strict=False):
        if list(map(_text, row)) != list(map(_text, again)) or not any(row):
            break
        count += 1
    return count


def _head(rows: list[list[Cell]], again: list[Cell]) -> int:
    """Where the heading begins that ``again`` repeats: the last such row, if it says enough."""
    words = list(map(_text, again))
    if sum(map(len, words)) < _TELLING:
        return 0
    found = (i for i in range(len(rows) - 1, 0, -1) if list(map(_text, rows[i])) == words)
    return next(found, 0)


def _is_split(row: list[Cell], rest: list[Cell]) -> bool:
    """Whether ``rest`` is what did not fit of ``row``: its words go on in the middle.

    A cell breaks off in a full line, while another that has words in ``row`` has none in ``rest``.
    """
    pairs = [(upper, lower) for upper, lower in zip(row, rest, strict=True) if lower]
    if any(_stops_in_prose(upper) for upper, _ in pairs):
        return True
    if not pairs or any(not upper for upper, _ in pairs):
        return False
    if any(_OPENED.search(_text(upper)) for upper, _ in pairs):
        return True
    partly = any(upper and not lower for upper, lower in zip(row, rest, strict=True))
    return partly and any(len(upper) > 1 and upper[-1].wraps for upper, _ in pairs)


def _stops_in_prose(cell: Cell) -> bool:
    """Whether a cell of several lines ends in a full line that ends no sentence."""
    if len(cell) < _PROSE or not cell[-1].wraps:
        return False
    return not cell[-1].words.text.endswith("。")


def _text(cell: Cell) -> str:
    return "".join(line.words.text for line in cell)
