"""What a document calls itself in its first lines, for lists and headings of pages."""

from __future__ import annotations

import re
from collections.abc import Iterable

# A directive opens with numbers, dates and addressees; the line that names it ends in its kind.
# Source of the kinds: 公用文作成の考え方 (Agency for Cultural Affairs, 2022), on 通達 and 通知.
_NAMED = re.compile(r"[（(](?:通達|通知|依命通達|事務連絡|訓令|告示|指示|要綱)[）)]$")
_LETTERS_APART = re.compile(r"\S(?:[ 　]\S)+")
_OPENING = 60


def document_title(lines: Iterable[str]) -> str:
    """The line that names the document, else its first line with words; "" if it has none.

    Only the first 60 lines are looked at. Letters printed apart (通 達) are put together.
    """
    told = [_together(line.strip()) for line, _ in zip(lines, range(_OPENING), strict=False)]
    named = (line for line in told if _NAMED.search(line))
    return next(named, next(filter(None, told), ""))


def _together(line: str) -> str:
    return line.replace(" ", "").replace("　", "") if _LETTERS_APART.fullmatch(line) else line
