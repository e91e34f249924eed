"""A sheet as PDF, set by typst from the tables that its layout makes.

The same sheet gives the same bytes: the fonts are the ones set-up brought, never those of the
machine, and the document carries no time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any

import typst

from renkei.apps.publications import fonts
from renkei.apps.publications.grid import Gap, Grid, Line, Placed, Table, grids
from renkei.apps.publications.layout.model import Layout
from renkei.apps.publications.sheet import Sheet
from renkei.core.errors import InputError

TEMPLATES = Path(__file__).parent / "templates" / "publications"


def build(sheet: Sheet, layout: Layout | None = None) -> bytes:
    """The sheet as a PDF that screen readers can follow (PDF/UA-1). Raises as :func:`compose`."""
    return compose(
        grids(sheet, layout),
        title=sheet.title,
        policy=sheet.policy,
        marking=sheet.marking,
        form_number=f"（{sheet.form_number}）" if sheet.form_number else "",
    )


def compose(
    pages: Iterable[Grid], *, title: str, policy: str, marking: str, form_number: str = ""
) -> bytes:
    """Grids as a PDF; ``policy`` and ``marking`` run over every page but the first.

    Raises InputError when a font or a character is missing, or typst warns of anything.
    """
    data = json.dumps(
        {
            "title": title,
            "form_number": form_number,
            "policy": policy,
            "marking": marking,
            "pages": [_page(grid) for grid in pages],
        },
        ensure_ascii=False,
    )
    fonts.require(data)
    pdf, warnings = typst.compile_with_warnings(
        str(TEMPLATES / "sheet.typ"),
        root=str(TEMPLATES),
        format="pdf",
        pdf_standards="ua-1",
        font_paths=[str(fonts.FOLDER)],
        ignore_system_fonts=True,
        sys_inputs={"data": data},
    )
    if warnings:
        raise InputError("RK413", found=warnings[0].message)
    return bytes(pdf)


def _page(grid: Grid) -> dict[str, Any]:
    return {"flows": grid.flows, "parts": [_part(part) for part in grid.parts]}


def _part(part: Line | Gap | Table) -> dict[str, Any]:
    if isinstance(part, Line):
        return {"line": part.text, "style": part.style}
    if isinstance(part, Gap):
        return {"gap": True}
    edges = part.edges
    return {
        "widths": [right - left for left, right in pairwise(edges)],
        "heads": part.heads,
        "rows": [[_cell(cell, edges) for cell in row] for row in part.rows],
    }


def _cell(cell: Placed, edges: list[int]) -> dict[str, Any]:
    left = edges.index(cell.left)
    return {
        "x": left,
        "across": edges.index(cell.right) - left,
        "down": cell.down,
        "narrow": cell.box.span,
        "words": cell.box.words,
        "style": cell.box.style,
        "edges": cell.box.edges,
    }
