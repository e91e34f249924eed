"""Content as PDF, by two programs that share nothing: typst and reportlab.

Both set ruled tables on narrow pages with running heads and page numbers, so that tables break.
"""

import io
import json
from collections.abc import Callable
from html import escape
from typing import Any

import typst
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer
from reportlab.platypus import Table as PrintedTable

from renkei.assets import FONTS
from tests.golden.content import Content, Table

_SETTING = """
#set page(paper: "a4", margin: 60pt, columns: COLUMNS, header: [HEAD], numbering: "- 1 -")
#set text(font: "Noto Sans JP", size: 9pt, lang: "ja", cjk-latin-spacing: none)
#let data = json(bytes(sys.inputs.data))
#for block in data {
  if type(block) == str { par(block) } else {
    table(columns: block.widths.map(w => w * 1fr), stroke: 0.5pt,
      ..block.cells.map(c => table.cell(x: c.x, y: c.y, colspan: c.across, rowspan: c.down,
        c.text.split("\\n").join(linebreak()))))
  }
}
"""


def by_typst(content: Content, columns: int = 1, head: str = "") -> bytes:
    """Paragraphs and tables on A4, in ``columns``."""
    source = _SETTING.replace("COLUMNS", str(columns)).replace("HEAD", head)
    return bytes(
        typst.compile(
            source.encode(),
            format="pdf",
            font_paths=[str(FONTS)],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps([_plain(block) for block in content])},
        )
    )


def _plain(block: str | Table) -> object:
    if isinstance(block, str):
        return block
    cells = [
        {"x": column, "y": row, "across": cell.across, "down": cell.down, "text": cell.text}
        for (row, column), cell in block.placed.items()
    ]
    return {"widths": block.shares, "cells": cells}


def by_reportlab(
    content: Content, head: str = "", decorate: Callable[..., None] | None = None
) -> bytes:
    """The same, each border a line of its own, rows split at the foot of the page."""
    registerFont(TTFont("sans", str(FONTS / "NotoSansJP-Regular.ttf")))
    style = ParagraphStyle("body", fontName="sans", fontSize=9, leading=13, wordWrap="CJK")
    out = io.BytesIO()

    def around(canvas: Any, document: Any) -> None:
        canvas.setFont("sans", 8)
        canvas.drawString(60, 800, head)
        canvas.drawCentredString(297, 30, str(document.page))

    flow: list[Any] = []
    for block in content:
        if isinstance(block, str):
            flow.append(Paragraph(escape(block), style) if block else Spacer(1, 6))
        else:
            flow.append(_table(block, style))
    SimpleDocTemplate(out, pagesize=A4).build(flow, onFirstPage=around, onLaterPages=around)
    return out.getvalue()


def _table(block: Table, style: ParagraphStyle) -> PrintedTable:
    size = len(block.rows), block.columns
    cells: list[list[Any]] = [[""] * size[1] for _ in range(size[0])]
    lines: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ]
    for (row, column), cell in block.placed.items():
        cells[row][column] = Paragraph(escape(cell.text).replace("\n", "<br/>"), style)
        last = column + cell.across - 1, row + cell.down - 1
        lines.append(("SPAN", (column, row), last))
    total = sum(block.shares)
    return PrintedTable(
        cells, [450 * share / total for share in block.shares], style=lines, splitInRow=1
    )
