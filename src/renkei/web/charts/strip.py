"""A cell of the coverage: one small box a year, darker the more was held, dashed where it is planned."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.safestring import SafeString

from renkei.web.charts.svg import element

BOX, GAP = 12, 2
_SHADES = (0, 1, 2, 4)


def strip(numbers: Sequence[tuple[int, int]]) -> SafeString:
    """(held, planned) of each year, the first first. The words stand beside it: it says nothing."""
    boxes = [_box(place, held, planned) for place, (held, planned) in enumerate(numbers)]
    width = len(numbers) * (BOX + GAP)
    return element(
        "svg",
        *boxes,
        viewBox=f"0 0 {width} {BOX + 2}",
        width=width,
        height=BOX + 2,
        class_="strip",
        aria_hidden="true",
        focusable="false",
    )


def shade(held: int) -> int:
    """0 to 4: none, one, two, three and four, more."""
    return sum(held > limit for limit in _SHADES)


def _box(place: int, held: int, planned: int) -> SafeString:
    open_ = " strip--open" if planned > held else ""
    return element(
        "rect",
        x=place * (BOX + GAP) + 1,
        y=1,
        width=BOX,
        height=BOX,
        class_=f"strip-{shade(held)}{open_}",
    )
