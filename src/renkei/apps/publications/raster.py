"""A drawing (SVG) as PNG, in the fonts of the sheets and never those of the machine."""

from __future__ import annotations

import typst

from renkei.apps.publications import fonts
from renkei.apps.publications.pdf import TEMPLATES
from renkei.core.errors import InputError

PIXELS_PER_INCH = 192.0
"""A drawing counts 96: every pixel of it becomes two by two, sharp in print too."""


def png(drawing: str) -> bytes:
    """The same drawing gives the same bytes.

    Raises InputError when a font or a character is missing, or RK800 when typst warns of anything.
    """
    fonts.require(drawing)
    made, warnings = typst.compile_with_warnings(
        str(TEMPLATES / "drawing.typ"),
        root=str(TEMPLATES),
        format="png",
        ppi=PIXELS_PER_INCH,
        font_paths=[str(fonts.FOLDER)],
        ignore_system_fonts=True,
        sys_inputs={"drawing": drawing},
    )
    if warnings:
        raise InputError("RK800", found=warnings[0].message)
    return bytes(made)
