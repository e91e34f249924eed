"""A case again a year later: the next 第N回 and the same days of the next year."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_ORDINAL = re.compile(r"第\s{0,3}([0-9０-９]{1,4})(?=\s{0,3}[回次])")


def next_title(title: str) -> str:
    """第7回 becomes 第8回, in the width of the digits it had; anything else stays as it is."""
    return _ORDINAL.sub(_one_more, title, count=1)


def ordinal_of(title: str) -> int | None:
    """The N of 第N回; None where there is none."""
    found = _ORDINAL.search(title)
    return int(unicodedata.normalize("NFKC", found[1])) if found else None


def next_year(text: str, years: int = 1) -> str:
    """The same date ``years`` later, as precise as it was; 29 February becomes the month."""
    if not text:
        return ""
    parts = text.split("-")
    parts[0] = f"{int(parts[0]) + years:04d}"
    if len(parts) == len(("year", "month", "day")):
        try:
            date(*map(int, parts))
        except ValueError:
            parts.pop()
    return "-".join(parts)


def _one_more(found: re.Match[str]) -> str:
    digits = str(int(unicodedata.normalize("NFKC", found[1])) + 1)
    if found[1][0] > "\x7f":
        digits = digits.translate({ord("0") + n: ord("０") + n for n in range(10)})
    return found[0].replace(found[1], digits)
