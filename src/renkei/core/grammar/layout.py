"""Atoms of layout: bullets, marks, continuation. All are read in normalised text.

Normalised text has half-width brackets, digits and ``<``/``>``, and one kind of dash.
"""

from __future__ import annotations

import re

SIGNS = "●○◯◎■□◆◇▲▽▼△•▪➢➣✓※★☆・>"
BULLET = rf"(?:[{SIGNS}]|[*](?=[ ])|-(?=[ ]*+[^\d\s-]))"
"""One bullet in front of a line. ``<`` opens a heading and is none."""

MARK = r"(?:[①②③④⑤]|[SABCDEsabcde]|[◎○△×])"
"""A mark alone in its cell: 1-5 of the common categories, a letter or a sign."""

CONTINUED = r"(?:\((?:続き|つづき|前頁の?続き|承前|続)\))"
"""What a page that goes on with a table prints before the repeated name."""

_SHEET = re.compile(
    r"^[^\n。]{0,30}(?:測定指標|事前分析表|政策評価書|評価対象施策|施策名)", re.MULTILINE
)


def is_sheet(text: str) -> bool:
    """Whether ``text`` is an evaluation sheet, which tells of its year in a form of its own."""
    return _SHEET.search(text) is not None
