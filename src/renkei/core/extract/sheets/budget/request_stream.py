"""The request sheet in running text: a conversion took its labels and its rows apart.

Rows keep account, organisation and amounts; totals show by their sums. The rest follows from the
form, which prints every total for either account.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.extract.sheets.budget.amounts import AMOUNT, amount_yen
from renkei.core.extract.sheets.budget.entry import Entry
from renkei.core.extract.sheets.budget.request_items import assign_items, read_items
from renkei.core.grammar.atoms import broken
from renkei.core.grammar.grid import GridCell
from renkei.core.text.blocks import TextLine, text_lines

_LINE = re.compile(
    r"(?P<account>一般|特別)(?:会計)?[ \t]+(?P<organisation>[^\s\d]+)[ \t]+"
    r"(?:(?P<item>[^\s\d]\S*(?:[ \t]+[^\s\d]\S*){0,2})[ \t]+)?(?P<amounts>[\d,△▲ \t-]+)"
)
_PAIR = re.compile(rf"(?:{AMOUNT.pattern})(?:[ \t]+(?:{AMOUNT.pattern}))*")
_ACCOUNT = re.compile(r"^[ \t]*(?P<account>一般|特別)会計[ \t]*$", re.MULTILINE)
_EVALUATED = "小計(政策評価の対象となっているもの)"
_OTHER = "小計(政策評価の対象となっていないが、ある政策に属すると整理できるもの)"
_TOTAL = "合計"
# The rows of totals, with the words that the form prints before them.
_ROWS = {
    _EVALUATED: re.compile(broken("政策評価の対象となっているもの")),
    _OTHER: re.compile(
        broken("政策評価の対象となっていないが、")
        + r"\s*"
        + broken("ある政策に属すると整理できるもの")
    ),
    _TOTAL: re.compile(broken("合計")),
}
_BOTH = ("一般", "特別")


def stream_entries(text: str, start: int, end: int, width: int, unit: str) -> list[Entry]:
    """The rows of the sheet between ``start`` and ``end``, then its totals."""
    entries: list[Entry] = []
    sums: list[list[GridCell]] = []
    for line in text_lines(text, start, end):
        row = _LINE.fullmatch(line.text)
        printed = row["amounts"].strip() if row else line.text
        if _PAIR.fullmatch(printed) is None:
            continue
        amounts = _cells(line, printed)
        if row is not None:
            entries.append(_entry(line, row, amounts, width))
        elif len(amounts) == width and "," in line.text:
            sums.append(amounts)
    assign_items([entry for entry in entries if not entry.item], read_items(text, start, end))
    totals = _totals_that_add_up(entries, sums, unit)
    if len(totals) == len(sums):
        totals += _empty_totals(text, start, end, {(t.account, t.item) for t in totals})
    return entries + totals


def _entry(line: TextLine, row: re.Match[str], amounts: list[GridCell], width: int) -> Entry:
    at = GridCell(row["organisation"], line.start + row.start("organisation"))
    item = "／".join((row["item"] or "").split())
    entry = Entry(row["account"], row["organisation"], item, at)
    entry.place(amounts, width)
    return entry


def _cells(line: TextLine, printed: str) -> list[GridCell]:
    offset = line.start + line.text.rindex(printed)
    return [GridCell(m[0], offset + m.start()) for m in AMOUNT.finditer(printed)]


def _totals_that_add_up(entries: list[Entry], sums: list[list[GridCell]], unit: str) -> list[Entry]:
    found: list[Entry] = []
    names = iter((_EVALUATED, _TOTAL))
    for amounts in sums:
        parts = [
            sum(amount_yen(e.amounts[i].bare, unit) or 0 for e in entries if i in e.amounts)
            for i in range(len(amounts))
        ]
        if parts == [amount_yen(cell.bare, unit) for cell in amounts]:
            name = next(names, None)
            if name is not None:
                entry = Entry("一般", None, name, amounts[0], dict(enumerate(amounts)))
                entry.notes = ("total_from_sum",)
                found.append(entry)
    return found


def _empty_totals(text: str, start: int, end: int, filled: set[tuple[str, str]]) -> Iterator[Entry]:
    """The totals without amounts, if the form is whole: its words once, each account under each.

    Call it only when every printed amount has its row. The words of the row are the evidence.
    """
    accounts = [found["account"] for found in _ACCOUNT.finditer(text, start, end)]
    found = {name: list(words.finditer(text, start, end)) for name, words in _ROWS.items()}
    whole = all(len(places) == 1 for places in found.values())
    if not whole or any(accounts.count(account) != len(_ROWS) for account in _BOTH):
        return
    for name, (words,) in found.items():
        for account in _BOTH:
            if (account, name) not in filled:
                yield Entry(account, None, name, GridCell(words[0], words.start()))
