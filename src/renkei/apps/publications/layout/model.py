"""What a layout may say. The files beside it (``forms/*.yml``) are read into these, strictly.

A *path* names a value: ``sheet.policy``, ``indicator.name``; it begins with ``sheet`` or with a
name that a part around it gave (``as``). A *template* is a text with paths in braces. Widths are
columns of the canvas, of which a page has 48; a part with nothing to show is left out.
"""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

Path = str
Template = str
FormName = Literal["evaluation", "monitoring", "budget"]
Suits = Literal["fields", "indicators"]


class _Strict(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    pass


class Part(_Strict, frozen=True, tag_field="part", kw_only=True):
    """``when``: left out unless this value is there; ``unless``: left out if it is."""

    when: Path = ""
    unless: Path = ""


class Line(Part, frozen=True, tag="line"):
    """An unruled line."""

    text: Template
    style: str = "plain"
    points: float = 0


class Gap(Part, frozen=True, tag="gap"):
    """A little room; the table ends."""


class Text(Part, frozen=True, tag="text"):
    """A label and a text. ``beside`` is a further label at the left of both."""

    label: Template
    text: Template
    beside: Template = ""
    always: bool = False


class Entries(Part, frozen=True, tag="entries"):
    """A labelled text for each entry of ``of``; those of one ``beside`` stand together."""

    of: Path
    beside: Template = ""


class Cell(_Strict, frozen=True):
    """A cell of a row. ``when``: left out, and its room given to the cell before it."""

    text: Template
    span: int
    style: str = "text"
    when: Path = ""


class Row(Part, frozen=True, tag="row"):
    """One row of cells; a ``head`` is repeated where its table runs over the page."""

    cells: tuple[Cell, ...]
    head: bool = False


class Column(_Strict, frozen=True):
    """A column of a table; without ``span`` it shares what the others leave.

    ``each`` makes a column of every head it names, ``over`` is the head above these; then ``of``
    is the list of their cells, and otherwise one value. ``text`` is a template in place of it.
    """

    head: Template = ""
    of: Path = ""
    text: Template = ""
    each: Path = ""
    over: Template = ""
    span: int = 0
    style: str = "text"
    when: Path = ""


class Table(Part, frozen=True, tag="table"):
    """A row for each value of ``of``, which its columns know under the name ``row``."""

    of: Path
    row: str
    columns: tuple[Column, ...]
    beside: Template = ""


class Budget(Part, frozen=True, tag="budget"):
    """施策の予算額・執行額等: amounts by item and year, < > figures below them."""

    of: Path
    group: Template
    group_span: int = 6
    item_span: int = 8
    years: Template = "区分"
    executed: Template = "{row.item}（{budget.unit}）"


class Each(Part, frozen=True, tag="each"):
    """Its parts for each value of ``of``, which they know under the name ``item``."""

    of: Path
    item: str
    parts: tuple[AnyPart, ...]


AnyPart = Line | Gap | Text | Entries | Row | Table | Budget | Each


class Page(_Strict, frozen=True):
    """A page of its own, or with ``each`` one for every value; ``name`` names the worksheet.

    Where paper is not cut by worksheets, a page that ``flows`` goes on below the one before.
    """

    name: Template
    forms: tuple[FormName, ...]
    parts: tuple[AnyPart, ...] = ()
    when: Path = ""
    each: Path = ""
    item: str = ""
    flows: bool = False


class Layout(_Strict, frozen=True):
    """A form. ``source``: whose it is. ``suits``: policies told by fields and figures, or by
    indicators of which the sheet tells only what was done.

    ``include`` names files of pages (``forms/pages``) that come before its own.
    """

    id: str
    title: dict[str, str]
    source: str
    suits: Suits
    label: int = 8
    include: tuple[str, ...] = ()
    pages: tuple[Page, ...] = field(default=())
