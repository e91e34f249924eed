"""What the marks of a chart mean: a little drawing beside each word, the same on pages and in files."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.safestring import SafeString

from renkei.web.charts.svg import element

WIDTH, HEIGHT = 22, 14


@dataclass(frozen=True, slots=True)
class Sample:
    """``look`` is a class of the charts: actual, target, mid-term, budget, bar, mark mark-1, ring …"""

    look: str
    words: str

    @property
    def shape(self) -> SafeString:
        """The drawing alone, as wide as WIDTH."""
        middle = HEIGHT / 2
        match self.look:
            case "actual":
                line = element(
                    "path", d=f"M0 {middle:.0f}L{WIDTH} {middle:.0f}", class_="actual-line"
                )
                dot = element("circle", cx=WIDTH / 2, cy=middle, r=4, class_="actual")
                return element("g", line, dot)
            case "target" | "mid-term":
                return element("line", x1=0, x2=WIDTH, y1=middle, y2=middle, class_=self.look)
            case _:
                return element(
                    "rect", x=1, y=1, width=WIDTH - 2, height=HEIGHT - 2, class_=self.look
                )

    @property
    def picture(self) -> SafeString:
        """The drawing as an image that says nothing: the words stand beside it."""
        return element(
            "svg",
            self.shape,
            viewBox=f"0 0 {WIDTH} {HEIGHT}",
            width=WIDTH,
            height=HEIGHT,
            class_="chart chart--sample",
            aria_hidden="true",
            focusable="false",
        )
