"""Which page numbers are offered below a list."""

from __future__ import annotations

from dataclasses import dataclass

NEAR = 2


@dataclass(frozen=True, slots=True)
class Pager:
    """Page ``number`` (1-based) of ``pages``; ``total`` rows, ``per_page`` on each."""

    number: int
    pages: int
    total: int
    per_page: int

    @property
    def first_row(self) -> int:
        """Number of the first row of the page, 1-based; 0 when there is none."""
        return min((self.number - 1) * self.per_page + 1, self.total)

    @property
    def last_row(self) -> int:
        """Number of the last row of the page."""
        return min(self.number * self.per_page, self.total)

    @property
    def previous(self) -> int | None:
        """The page before, if there is one."""
        return self.number - 1 if self.number > 1 else None

    @property
    def next(self) -> int | None:
        """The page after, if there is one."""
        return self.number + 1 if self.number < self.pages else None

    @property
    def offered(self) -> list[int | None]:
        """The first, the last and those near this one; None stands for a gap."""
        near = range(self.number - NEAR, self.number + NEAR + 1)
        wanted = sorted({1, self.pages, *(n for n in near if 1 <= n <= self.pages)})
        offered: list[int | None] = []
        for number in wanted:
            if offered and offered[-1] is not None and number > offered[-1] + 1:
                offered.append(None)
            offered.append(number)
        return offered


def page_number(text: str) -> int:
    """The page asked for in an address; 1 for anything that is no number."""
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) < 9 else 1
