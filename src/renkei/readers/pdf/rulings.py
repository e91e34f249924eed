"""The ruling lines of a page: what is drawn straight along or across, as PDFium parsed it.

Programs draw a ruling as a stroke, as a rectangle with an outline, or as a filled rectangle that
is thin. A filled area is shading and rules nothing.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_raw

from renkei.readers.limits import MAX_DRAWN
from renkei.readers.pdf.frame import Frame, Matrix

_THIN = 3.0  # points; the thickest ruling
_STRAIGHT = 0.5  # points a line may lean
_SHORT = 4.0  # points; dashes and letters drawn as outlines are shorter
_DEPTH = 4  # forms within forms
Point = tuple[float, float]


@dataclass(slots=True)
class Rulings:
    """Lines along (top, left, right) and down (left, top, bottom), in points from the top left.

    ``crowded``: there is more drawn than is looked at; the lines are not all there.
    """

    along: list[tuple[float, float, float]] = field(default_factory=list)
    down: list[tuple[float, float, float]] = field(default_factory=list)
    crowded: bool = False

    def add(self, first: Point, last: Point) -> None:
        """Take in a straight stroke; one that leans or is short is none."""
        (x0, y0), (x1, y1) = first, last
        if abs(y0 - y1) <= _STRAIGHT and abs(x0 - x1) >= _SHORT:
            self.along.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x0 - x1) <= _STRAIGHT and abs(y0 - y1) >= _SHORT:
            self.down.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def rulings(page: pdfium.PdfPage, frame: Frame) -> Rulings:
    """What rules ``page``."""
    found = Rulings()
    drawn = 0
    for item in page.get_objects(max_depth=_DEPTH):
        drawn += 1
        if item.type == pdfium_raw.FPDF_PAGEOBJ_PATH:
            drawn += pdfium_raw.FPDFPath_CountSegments(item)
            if drawn <= MAX_DRAWN:
                _add_path(found, item, frame)
        if drawn > MAX_DRAWN:
            found.crowded = True
            break
    return found


def _add_path(found: Rulings, path: pdfium.PdfObject, frame: Frame) -> None:
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium_raw.FPDFPath_GetDrawMode(path, filled, stroked)
    if not filled.value and not stroked.value:
        return  # only clips
    for outline in _outlines(path, frame):
        if stroked.value:
            for first, last in pairwise(outline):
                found.add(first, last)
        elif (middle := _thin_area(outline)) is not None:
            found.add(*middle)


def _thin_area(outline: list[Point]) -> tuple[Point, Point] | None:
    """The line that a filled outline is seen as."""
    xs, ys = [x for x, _ in outline], [y for _, y in outline]
    left, right, top, bottom = min(xs), max(xs), min(ys), max(ys)
    if bottom - top <= _THIN and bottom - top < right - left:
        return (left, (top + bottom) / 2), (right, (top + bottom) / 2)
    if right - left <= _THIN:
        return ((left + right) / 2, top), ((left + right) / 2, bottom)
    return None


def _outlines(path: pdfium.PdfObject, frame: Frame) -> Iterator[list[Point]]:
    """The points of each part of a path, closed parts with their first point again."""
    matrix = _matrix(path)
    outline: list[Point] = []
    x, y = ctypes.c_float(), ctypes.c_float()
    for index in range(pdfium_raw.FPDFPath_CountSegments(path)):
        segment = pdfium_raw.FPDFPath_GetPathSegment(path, index)
        pdfium_raw.FPDFPathSegment_GetPoint(segment, x, y)
        kind = pdfium_raw.FPDFPathSegment_GetType(segment)
        if kind == pdfium_raw.FPDF_SEGMENT_MOVETO and outline:
            yield outline
            outline = []
        outline.append(frame.point(*_moved(matrix, x.value, y.value)))
        if pdfium_raw.FPDFPathSegment_GetClose(segment):
            outline.append(outline[0])
    if outline:
        yield outline


def _matrix(path: pdfium.PdfObject) -> Matrix:
    """From the path's own coordinates, through the forms it stands in, to the page's."""
    matrix = path.get_matrix()
    form = path.container
    while form is not None:
        matrix = matrix.multiply(form.get_matrix())
        form = form.container
    a, b, c, d, e, f = matrix.get()
    return a, b, c, d, e, f


def _moved(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
