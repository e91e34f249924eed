"""A sheet as one HTML page that needs nothing beside it: read on any screen, and printed."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from html import escape
from itertools import pairwise
from pathlib import Path

from renkei.apps.publications.canvas import COLUMNS, LABELS
from renkei.apps.publications.counted import HEADING
from renkei.apps.publications.grid import Gap, Grid, Line, Placed, Table, grids
from renkei.apps.publications.layout.model import Layout
from renkei.apps.publications.sheet import Sheet

AddressOf = Callable[[int], str]
"""From the key of a source record to the page that shows it; "" for none."""

STYLE = (Path(__file__).parent / "templates/publications/sheet.css").read_text("utf-8")
STYLE_HASH = "'sha256-" + b64encode(sha256(STYLE.encode()).digest()).decode() + "'"
"""Names the style of the page in a Content-Security-Policy."""


def build(
    sheet: Sheet,
    layout: Layout | None = None,
    address_of: AddressOf | None = None,
    beside: Sequence[tuple[str, str]] = (),
) -> bytes:
    """The sheet as UTF-8. With ``address_of`` each figure that was read leads to its record.

    ``beside`` are counts with the addresses that they open at, told below the form.
    """
    parts = [part for grid in grids(sheet, layout) for part in _parts(grid, address_of)]
    body = "\n".join([*parts, *_beside(beside)])
    title = escape(sheet.title)
    return (
        f'<!doctype html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    ).encode()


def _beside(counts: Sequence[tuple[str, str]]) -> Iterator[str]:
    if counts:
        yield f"<aside><h2>{HEADING}</h2><ul>"
        for text, address in counts:
            yield f'<li><a href="{escape(address)}">{escape(text)}</a></li>'
        yield "</ul></aside>"


def _parts(grid: Grid, address_of: AddressOf | None) -> Iterator[str]:
    for part in grid.parts:
        if isinstance(part, Line):
            yield _line(part)
        elif isinstance(part, Gap):
            yield '<div class="gap"></div>'
        else:
            yield "".join(_table(part, address_of))


def _line(line: Line) -> str:
    tag = {"title": "h1", "strong": "h2"}.get(line.style, "p")
    look = f' class="{line.style}"' if tag == "p" and line.style != "plain" else ""
    return f"<{tag}{look}>{escape(line.text)}</{tag}>"


def _table(table: Table, address_of: AddressOf | None) -> Iterator[str]:
    edges = table.edges
    yield '<div class="wide"><table><colgroup>'
    for left, right in pairwise(edges):
        yield f'<col width="{100 * (right - left) / COLUMNS:.2f}%">'
    yield "</colgroup>"
    for group, rows in (("thead", table.rows[: table.heads]), ("tbody", table.rows[table.heads :])):
        if rows:
            yield f"<{group}>"
            for row in rows:
                yield "<tr>" + "".join(_cell(cell, edges, address_of) for cell in row) + "</tr>\n"
            yield f"</{group}>"
    yield "</table></div>"


def _cell(cell: Placed, edges: list[int], address_of: AddressOf | None) -> str:
    box = cell.box
    across = edges.index(cell.right) - edges.index(cell.left)
    spans = (f' colspan="{across}"' if across > 1 else "") + (
        f' rowspan="{cell.down}"' if cell.down > 1 else ""
    )
    if box.style in LABELS:
        scope = "row" if cell.left == 0 or cell.down > 1 else "col"
        return f'<th scope="{scope}"{spans}>{_words(cell, None)}</th>'
    looks = [box.style] if box.style != "text" else []
    looks += ["open-below"] if "b" not in box.edges else []
    looks += ["open-above"] if "t" not in box.edges else []
    look = f' class="{" ".join(looks)}"' if looks else ""
    return f"<td{look}{spans}>{_words(cell, address_of)}</td>"


def _words(cell: Placed, address_of: AddressOf | None) -> str:
    words = "<br>".join(escape(cell.box.words).split("\n"))
    record = cell.box.source
    if address_of is None or record is None:
        return words
    address = address_of(record)
    return f'<a href="{escape(address)}">{words}</a>' if address and words else words
