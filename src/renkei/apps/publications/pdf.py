"""A sheet as PDF, set by typst in the layout of the official form.

The same sheet gives the same bytes: the fonts are the ones set-up brought, never those of the
machine, and the document carries no time.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

import typst

from renkei.apps.publications import fonts
from renkei.apps.publications.figures import LEGEND, circled, shown
from renkei.apps.publications.scheme import scheme_line, scheme_text
from renkei.apps.publications.sheet import BudgetCell, Figure, Means, Sheet
from renkei.core.errors import InputError

TEMPLATES = Path(__file__).parent / "templates" / "publications"


def build(sheet: Sheet) -> bytes:
    """The sheet as a PDF that screen readers can follow (PDF/UA-1).

    Raises InputError when a font or a character is missing, or typst warns of anything.
    """
    data = json.dumps({"sheet": _plain(sheet), **_frame(sheet)}, ensure_ascii=False)
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


def _frame(sheet: Sheet) -> dict[str, str]:
    """What the form says around the sheet's own words."""
    rating = sheet.rating
    return {
        "legend": LEGEND,
        "scheme": scheme_text() if rating else "",
        "rating_line": scheme_line(rating) if rating else "",
    }


def _plain(value: object) -> object:
    """The structure as the template reads it, every figure as its words."""
    match value:
        case Figure():
            return shown(value)
        case Means(number=number):
            parts = {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
            return {**parts, "number": circled(number)}
        case BudgetCell(amount=amount, outside=outside):
            return {"amount": shown(amount), "outside": shown(outside, outside=True)}
        case Enum():
            return value.value
        case tuple():
            return [_plain(part) for part in value]
        case _ if is_dataclass(value):
            return {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
        case _:
            return value
