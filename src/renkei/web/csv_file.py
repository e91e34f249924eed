"""Rows as a CSV file. A cell that a spreadsheet would run as a formula is text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import IO

FORMULA_BEGINS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
Row = list[str | int | None]


def as_csv(rows: Iterable[Row], target: IO[bytes]) -> None:
    """UTF-8 with a byte order mark, so that Excel reads the Japanese."""
    text = io.TextIOWrapper(target, encoding="utf-8-sig", newline="", write_through=True)
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([_guarded(cell) for cell in row])
    text.flush()
    text.detach()


def _guarded(cell: str | int | None) -> str | int | None:
    """An apostrophe before what begins like a formula (OWASP, CSV injection)."""
    if isinstance(cell, str) and cell.startswith(FORMULA_BEGINS):
        return f"'{cell}"
    return cell
