"""Budget items (項 and 事項) that a conversion printed apart from the rows they belong to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from renkei.core.extract.sheets.budget.entry import Entry
from renkei.core.text.blocks import join_words, text_lines

# The 項 on a line of its own or before its 事項, which every budget words as 「…に必要な経費」.
_SECTION = re.compile(r"(?P<section>[^\s\d、。()]{1,20}費)(?<!経費)(?:[ \t]+(?P<matter>\S.*))?")
_MATTER = re.compile(r"(?:必要な|要する)経費$")
_LONGEST = 4  # lines of one item


def read_items(text: str, start: int, end: int) -> list[str]:
    """「甲費／乙に必要な経費」 of every item between ``start`` and ``end``, as printed in order."""
    items: list[str] = []
    section: str | None = None
    parts: list[str] = []
    for line in text_lines(text, start, end):
        opening = _SECTION.fullmatch(line.text)
        if opening is not None:
            section = opening["section"]
            parts = [opening["matter"]] if opening["matter"] else []
        elif section is not None:
            parts.append(line.text)
        matter = join_words(parts)
        if section is not None and _MATTER.search(matter):
            items.append(f"{section}／{matter}")
            section = None
        elif len(parts) == _LONGEST:
            section = None
    return items


def assign_items(rows: Sequence[Entry], items: Sequence[str]) -> None:
    """Give rows their items where only one order is possible.

    Items stand in the order of the rows or, in some conversions, from the last to the first. No
    organisation has an item twice in one account; where that leaves both orders, none is taken.
    """
    if len(items) != len(rows):
        return
    orders = {tuple(items), tuple(reversed(items))}
    possible = [order for order in orders if _each_once(rows, order)]
    if len(possible) != 1:
        return
    for row, item in zip(rows, possible[0], strict=True):
        row.item = item
        row.notes += ("item_from_order",)


def _each_once(rows: Sequence[Entry], items: Sequence[str]) -> bool:
    keys = {(row.account, row.organisation, item) for row, item in zip(rows, items, strict=True)}
    return len(keys) == len(rows)
