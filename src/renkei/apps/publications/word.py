"""A sheet as a Word document, to be edited elsewhere: the tables of the form, merged as printed."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from renkei.apps.publications.canvas import COLUMNS, LABELS
from renkei.apps.publications.grid import Gap, Grid, Line, Placed, Table, grids
from renkei.apps.publications.layout.model import Layout
from renkei.apps.publications.sheet import Sheet

MINCHO, GOTHIC = "ＭＳ 明朝", "ＭＳ ゴシック"
SHADE = "EEEEEE"
_WIDTH = Mm(174)  # A4 without its margins
_NO_TIME = datetime(1980, 1, 1, tzinfo=UTC)  # the sheet has no time of its own
_GOTHIC = frozenset({"label", "label_top", "name", "heading", "strong", "title", "marking"})
_SHADED = frozenset({"label", "label_top", "name", "heading"})
_ALIGN = {
    "middle": WD_ALIGN_PARAGRAPH.CENTER,
    "label": WD_ALIGN_PARAGRAPH.CENTER,
    "label_top": WD_ALIGN_PARAGRAPH.CENTER,
    "title": WD_ALIGN_PARAGRAPH.CENTER,
    "number": WD_ALIGN_PARAGRAPH.RIGHT,
    "marking": WD_ALIGN_PARAGRAPH.RIGHT,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
}


def build(sheet: Sheet, layout: Layout | None = None) -> bytes:
    """The sheet as .docx; the same sheet gives the same text and tables."""
    document: Any = docx.Document()
    _set_page(document, sheet)
    for number, grid in enumerate(grids(sheet, layout)):
        if number and not grid.flows:
            document.add_page_break()
        _write(document, grid)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def _set_page(document: Any, sheet: Sheet) -> None:
    section = document.sections[0]
    section.orientation = WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(18)
    section.top_margin = section.bottom_margin = Mm(18)
    head = f"（{sheet.form_number}）　{sheet.policy}" if sheet.form_number else sheet.policy
    section.header.paragraphs[0].text = "　".join(filter(None, (head, sheet.marking)))
    style = document.styles["Normal"]
    style.font.size = Pt(9)
    _set_font(style, MINCHO)
    style.paragraph_format.space_after = Pt(0)
    properties = document.core_properties
    properties.title, properties.author = sheet.title, ""
    properties.created = properties.modified = _NO_TIME


def _set_font(styled: Any, name: str) -> None:
    styled.font.name = name
    styled.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def _write(document: Any, grid: Grid) -> None:
    for part in grid.parts:
        if isinstance(part, Line):
            _words(document.add_paragraph(), part.text, part.style)
        elif isinstance(part, Gap):
            document.add_paragraph()
        else:
            _table(document, part)
            _end_of_table(document)


def _end_of_table(document: Any) -> None:
    """A paragraph of no height to speak of: without one Word joins two tables."""
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.line_spacing = Pt(1)
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY


def _table(document: Any, part: Table) -> None:
    edges = part.edges
    table = document.add_table(len(part.rows), len(edges) - 1, style="Table Grid")
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    table.autofit = False
    cells, across = table._cells, len(edges) - 1  # asking cell by cell walks the table each time
    for index, (left, right) in enumerate(pairwise(edges)):
        width = int(_WIDTH * (right - left) / COLUMNS)
        table.columns[index].width = width
        for row in range(len(part.rows)):
            cells[row * across + index].width = width
    for row in table.rows[: part.heads]:
        row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row, placed in enumerate(part.rows):
        for each in placed:
            first, last = edges.index(each.left), edges.index(each.right) - 1
            cell = cells[row * across + first]
            if (each.down, last) != (1, first):
                cell = cell.merge(cells[(row + each.down - 1) * across + last])
            _fill(cell, each)


def _fill(cell: Any, placed: Placed) -> None:
    box = placed.box
    cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER
    if box.style in _SHADED:
        shade = OxmlElement("w:shd")
        shade.set(qn("w:val"), "clear")
        shade.set(qn("w:fill"), SHADE)
        cell._tc.get_or_add_tcPr().append(shade)
    first, *others = box.words.split("\n")
    _words(cell.paragraphs[0], first, box.style)
    for line in others:
        _words(cell.add_paragraph(), line, box.style)


def _words(paragraph: Any, text: str, style: str) -> None:
    paragraph.alignment = _ALIGN.get(style)
    run = paragraph.add_run(text)
    if style in _GOTHIC:
        _set_font(run, GOTHIC)
        run.bold = style not in LABELS
    if style == "title":
        run.font.size = Pt(13)
