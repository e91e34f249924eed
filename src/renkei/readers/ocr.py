"""Scanned pages, by a program of others that recognises characters.

Renkei ships none. A package that offers one names a function in the entry-point group
``renkei.ocr``; the first by name is used. See docs/how-to/recognise-scans.md.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from contextlib import closing
from importlib.metadata import entry_points
from typing import NamedTuple

import pypdfium2 as pdfium

from renkei.readers.limits import MAX_PIXELS

GROUP = "renkei.ocr"
_SCALE = 300 / 72  # pixels a point: 300 dots an inch
Pixels = tuple[float, float, float, float]


class Recognised(NamedTuple):
    """Words of one line, and their box in pixels of the picture: left, top, right, bottom."""

    text: str
    box: Pixels


Recogniser = Callable[[bytes], Sequence[Recognised]]
"""From a PNG picture of a page to its lines in reading order."""


def recogniser() -> Recogniser | None:
    """The program that is installed; None when there is none."""
    found = sorted(entry_points(group=GROUP), key=lambda point: point.name)
    return found[0].load() if found else None


def recognise(page: pdfium.PdfPage, by: Recogniser) -> list[Recognised]:
    """The lines of a page with boxes in points from its top left."""
    width, height = page.get_size()
    scale = min(_SCALE, (MAX_PIXELS / max(width * height, 1.0)) ** 0.5)
    with closing(page.render(scale=scale)) as bitmap:
        picture = io.BytesIO()
        bitmap.to_pil().save(picture, format="PNG")
    return [
        Recognised(line.text, _points(line.box, scale))
        for line in by(picture.getvalue())
        if line.text.strip()
    ]


def _points(box: Pixels, scale: float) -> Pixels:
    left, top, right, bottom = (round(edge / scale, 1) for edge in box)
    return left, top, right, bottom
