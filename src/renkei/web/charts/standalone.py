"""A chart as a file of its own: heading, legend, source and style travel with it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path

from django.contrib.staticfiles import finders
from django.utils.safestring import SafeString

from renkei.web.charts import legend
from renkei.web.charts.legend import Sample
from renkei.web.charts.svg import element, picture, text
from renkei.web.charts.words import width_of, wrapped

EDGE = 20
LEAST_WIDTH = 380
HEADING, HEADING_LINE, SMALL_LINE, SMALL = 16, 23, 18, 12
_SIZE = re.compile(r'width="(?P<width>[\d.]+)" height="(?P<height>[\d.]+)"')
_VARIABLE = re.compile(r"(--[\w-]+):\s*([^;{}]+);")
_USE = re.compile(r"var\((--[\w-]+)\)")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def standalone(
    chart: str, *, title: str, samples: Sequence[Sample] = (), foot: Sequence[str] = ()
) -> str:
    """The chart as an SVG document. ``foot`` are the lines below it: whence, of when."""
    size = _SIZE.search(chart)
    assert size, "a chart names its size"
    wide = max(float(size["width"]), LEAST_WIDTH)
    parts: list[str] = []
    top = float(EDGE)
    for line in wrapped(title, wide, HEADING, 3):
        parts.append(text(EDGE, top + HEADING, line, "heading"))
        top += HEADING_LINE
    for row in _rows(samples, wide):
        parts.append(element("g", *row, transform=f"translate({EDGE} {top + 6:.0f})"))
        top += SMALL_LINE + 4
    top += 8
    parts.append(element("g", SafeString(chart), transform=f"translate({EDGE} {top:.0f})"))
    top += float(size["height"]) + 8
    for line in (each for words in foot for each in wrapped(words, wide, SMALL, 3)):
        parts.append(text(EDGE, top + SMALL, line))
        top += SMALL_LINE
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + _sheet(parts, wide, top, title)


def _sheet(parts: Sequence[str], wide: float, top: float, title: str) -> str:
    width, height = wide + 2 * EDGE, top + EDGE
    ground = element("rect", x=0, y=0, width=width, height=height, class_="sheet")
    return picture(width, height, element("style", stylesheet()), ground, *parts, title=title)


def _rows(samples: Sequence[Sample], wide: float) -> Iterator[list[SafeString]]:
    """The legend, in as many rows as it needs."""
    row: list[SafeString] = []
    left = 0.0
    for sample in samples:
        needed = legend.WIDTH + 8 + width_of(sample.words, SMALL) + 20
        if row and left + needed - 20 > wide:
            yield row
            row, left = [], 0.0
        row.append(element("g", sample.shape, transform=f"translate({left:.0f} 0)"))
        row.append(text(left + legend.WIDTH + 6, 11, sample.words))
        left += needed
    if row:
        yield row


@cache
def stylesheet() -> str:
    """pictures.css with every variable filled in, since files have no page around them."""
    values = dict(
        _VARIABLE.findall(_file("vendor/design-tokens/tokens.css") + _file("web/base.css"))
    )
    style = _COMMENT.sub("", _file("web/pictures.css")).strip()
    while "var(" in style:
        style = _USE.sub(lambda use: values[use[1]].strip(), style)
    return re.sub(r"\s+", " ", style)


def _file(name: str) -> str:
    found = finders.find(name)
    assert isinstance(found, str), name
    return Path(found).read_text("utf-8")
