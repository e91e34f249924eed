"""Which column of a file is which: heads as published, or changed in width, dash or order."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from renkei.core.errors import InputError
from renkei.core.review_sheets.layouts import LAYOUTS, SHARED_BY_ALL, Layout

_DASHES = re.compile("[ー－−‐–—―-]")
_MIDDLE_DOTS = re.compile("[・･]")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Drift:
    """A file departs from its layout. ``kind`` is one of

    ``head_changed`` (read all the same), ``head_moved``, ``head_added``, ``head_missing`` (its cells
    count as empty), ``bom_missing``, ``line_ends`` and ``encoding``. ``column`` counts from 1; 0
    where the file as a whole is meant.
    """

    kind: str
    found: str
    expected: str
    column: int = 0


@dataclass(frozen=True, slots=True)
class Heads:
    """``columns`` gives for each head of ``layout`` its place in the file, from 0; None: not there."""

    layout: Layout
    columns: tuple[int | None, ...]
    added: tuple[tuple[int, str], ...]
    drifts: tuple[Drift, ...]


def read_heads(heads: Sequence[str], name: str) -> Heads:
    """Find the layout of a file by its ``heads``. ``name`` is for messages.

    Raises InputError when no layout fits (RK601) or a needed column is not there (RK602).
    """
    layout = max(LAYOUTS, key=lambda each: _shared(each, heads))
    if _shared(layout, heads) <= SHARED_BY_ALL:
        raise InputError("RK601", name=name)
    places = _places(heads)
    columns = tuple(places.get(_folded(head)) for head in layout.heads)
    for head, column in zip(layout.heads, columns, strict=True):
        if column is None and head in layout.needed:
            raise InputError("RK602", name=name, head=head)
    taken = set(columns)
    added = tuple((at, head) for at, head in enumerate(heads) if at not in taken)
    return Heads(layout, columns, added, tuple(_drifts(layout, heads, columns, added)))


def _folded(head: str) -> str:
    plain = _BLANKS.sub("", unicodedata.normalize("NFKC", head))
    return _MIDDLE_DOTS.sub("・", _DASHES.sub("-", plain)).casefold()


def _shared(layout: Layout, heads: Sequence[str]) -> int:
    there = {_folded(head) for head in heads}
    return sum(_folded(head) in there for head in layout.heads)


def _places(heads: Sequence[str]) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, head in enumerate(heads):
        places.setdefault(_folded(head), at)
    return places


def _drifts(
    layout: Layout,
    heads: Sequence[str],
    columns: Sequence[int | None],
    added: Sequence[tuple[int, str]],
) -> list[Drift]:
    found: list[Drift] = []
    last = -1
    for head, column in zip(layout.heads, columns, strict=True):
        if column is None:
            found.append(Drift("head_missing", "", head))
            continue
        if heads[column] != head:
            found.append(Drift("head_changed", heads[column], head, column + 1))
        if column < last:
            found.append(Drift("head_moved", heads[column], head, column + 1))
        last = max(last, column)
    return found + [Drift("head_added", head, "", at + 1) for at, head in added]
