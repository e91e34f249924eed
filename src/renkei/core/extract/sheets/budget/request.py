"""The budget request sheet (政策評価調書): accounts, organisations and items against two years.

Conversions push cells of this table aside, so a row is read by what its cells say and not by
where they stand; an amount whose column cannot be told is settled by the printed subtotal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

from renkei.core.extract.base import Extraction
from renkei.core.extract.sheets.budget.amounts import AMOUNT, amount_yen
from renkei.core.extract.sheets.budget.entry import TOTALS, Entry
from renkei.core.extract.sheets.budget.request_stream import stream_entries
from renkei.core.grammar.atoms import ERA, GAP, broken, fiscal_year
from renkei.core.grammar.form import Outline
from renkei.core.grammar.grid import GridCell, Row, grid_rows
from renkei.core.records import Absence, BudgetLine, Leftover
from renkei.core.text.blocks import close_up
from renkei.core.text.prepared import Prepared
from renkei.core.values import ERAS, FiscalYear

OPENING = re.compile(r"政策評価調書|【政策ごとの予算額】")
_CLOSING = re.compile(r"^[ \t]*(?:施策名|施策[ \t]*[IVXⅠ-Ⅹ\d])", re.MULTILINE)
_UNIT = re.compile(r"\((千円|百万円)\)|単位[:：][ \t]*(千円|百万円)")
_KINDS = "|".join(broken(kind) for kind in ("当初予算額", "概算要求額", "要求額", "予算額"))
_LABEL = re.compile(rf"(?P<year>\d{{1,2}}){GAP}年{GAP}度\s*(?P<kind>{_KINDS})")
_ACCOUNTS = {"一般": "一般", "一般会計": "一般", "特別": "特別", "特別会計": "特別"}
_GROUP = re.compile(r"政策評価の対象となって(?:いるもの|いないが、.*もの)")
_LONGEST = 6000
_COLUMNS = 2
_ERA_FIRST = "".join(era.name[0] for era in ERAS)
_TABLE = "調書"


@dataclass(frozen=True, slots=True)
class _Label:
    """A column: 「3年度当初予算額」."""

    text: str
    year: FiscalYear | None


def read(source: Prepared, form: Outline) -> Extraction:
    """One record per row and column; rows whose amounts cannot be placed are left over."""
    opening = OPENING.search(form.text)
    if opening is None:
        return Extraction()
    start = form.text.rfind("\n\n", 0, opening.start()) + 1
    closing = _CLOSING.search(form.text, opening.end())
    end = min(closing.start() if closing else len(form.text), start + _LONGEST)
    unit = _UNIT.search(form.text, start, end)
    labels = _labels(form.text, start, end)
    if unit is None or not labels:
        heading = source.evidence(opening.start(), opening.end())
        return Extraction(leftovers=[Leftover(heading, "table_header_unresolved")])
    printed_unit = unit[1] or unit[2]
    rows = grid_rows(form.text, start, end)
    entries = (
        _grid_entries(rows, len(labels))
        if any(_LABEL.search(cell.bare) for row in rows for cell in row)
        else stream_entries(form.text, start, end, len(labels), printed_unit)
    )
    if not entries:
        heading = source.evidence(opening.start(), opening.end())
        return Extraction(leftovers=[Leftover(heading, "budget_columns_unmatched")])
    _settle(entries, len(labels), printed_unit)
    records = [
        record
        for entry in entries
        if entry.loose is None
        for record in _records(source, entry, labels, printed_unit)
    ]
    leftovers = [
        Leftover(source.evidence(entry.loose.start, entry.loose.end), "budget_column_unknown")
        for entry in entries
        if entry.loose is not None
    ]
    leftovers += [
        Leftover(source.evidence(entry.at.start, entry.at.end), "budget_item_unassigned")
        for entry in entries
        if not entry.item
    ]
    return Extraction(records, leftovers)


def _labels(text: str, start: int, end: int) -> list[_Label]:
    """The two columns; their era is that of the same year elsewhere in the document."""
    found = list(islice(_LABEL.finditer(text, start, end), _COLUMNS))
    era = ""
    for label in found:
        named = re.search(rf"(?=[{_ERA_FIRST}])({ERA})[ \t]*{label['year']}[ \t]*年度", text)
        if named is not None:
            era = named[1]
            break
    return [
        _Label(
            f"{label['year']}年度{''.join(label['kind'].split())}",
            fiscal_year(f"{era}{label['year']}年度") if era else None,
        )
        for label in found
    ]


def _grid_entries(rows: list[Row], width: int) -> list[Entry]:
    entries: list[Entry] = []
    group = total = ""
    for row in rows:
        filled = [cell for cell in row if cell.text]
        words = [cell for cell in filled if not AMOUNT.fullmatch(cell.bare)]
        amounts = [cell for cell in filled if AMOUNT.fullmatch(cell.bare)]
        named = next((cell for cell in words if _GROUP.fullmatch(cell.bare)), None)
        if named is not None:
            group, total = named.bare, ""
        if any(cell.text.startswith(("<", ">")) for cell in words):
            entries.extend(_shared(row, entries))
            continue
        total = next((cell.bare for cell in words if cell.bare in TOTALS), total)
        account = next((cell for cell in words if cell.bare in _ACCOUNTS), None)
        if account is None or _LABEL.search("".join(cell.bare for cell in words)):
            continue
        rest = [c for c in words if c not in (named, account) and c.bare not in TOTALS]
        if rest:
            item = "／".join(close_up(cell.text) for cell in rest[1:] if len(cell.text) > 1)
            organisation: str | None = close_up(rest[0].text)
        elif total:
            item = f"{total}({group})" if total == "小計" and group else total
            organisation = None
        else:
            continue
        entry = Entry(_ACCOUNTS[account.bare], organisation, item, rest[-1] if rest else account)
        entry.place(amounts, width)
        entries.append(entry)
    return entries


def _shared(row: Row, entries: list[Entry]) -> list[Entry]:
    """Figures in < >の内数, which belong to the row above."""
    figures = [cell for cell in row if AMOUNT.fullmatch(cell.bare.strip("<>の内数"))]
    if not figures or not entries:
        return []
    above = next(entry for entry in reversed(entries) if not entry.shared)
    entry = Entry(above.account, above.organisation, above.item, figures[0], shared=True)
    stripped = [
        GridCell(cell.bare.strip("<>の内数"), cell.start + cell.text.index(digits))
        for cell in figures
        if (digits := cell.bare.strip("<>の内数")[0])
    ]
    entry.place(stripped, _COLUMNS)
    return [entry]


def _settle(entries: list[Entry], width: int, unit: str) -> None:
    """Give a loose amount the column in which the rows then add up to the printed subtotal."""
    rows: list[Entry] = []
    for entry in entries:
        if entry.shared:
            continue
        if not entry.is_total:
            rows.append(entry)
            continue
        loose = [row for row in rows if row.loose and row.account == entry.account]
        if len(loose) == 1 and len(entry.amounts) == width:
            columns = [
                column for column in range(width) if _adds_up(rows, loose[0], column, entry, unit)
            ]
            if len(columns) == 1 and loose[0].loose:
                loose[0].amounts = {columns[0]: loose[0].loose}
                loose[0].loose = None
                loose[0].notes = ("column_from_subtotal",)
        rows = []


def _adds_up(rows: list[Entry], loose: Entry, column: int, total: Entry, unit: str) -> bool:
    parts = [
        amount_yen(row.amounts[column].bare, unit) or 0
        for row in rows
        if row.account == total.account and column in row.amounts
    ]
    own = amount_yen(loose.loose.bare, unit) if loose.loose else None
    return own is not None and sum(parts) + own == amount_yen(total.amounts[column].bare, unit)


def _records(source: Prepared, entry: Entry, labels: list[_Label], unit: str) -> list[BudgetLine]:
    records = []
    for column, label in enumerate(labels):
        cell = entry.amounts.get(column)
        at = cell or entry.at
        records.append(
            BudgetLine(
                evidence=source.evidence(at.start, at.end),
                rule="sheets.budget.request",
                notes=entry.notes + (("year_inferred",) if label.year else ()),
                table=_TABLE,
                account=entry.account,
                organisation=entry.organisation,
                item=entry.item or None,
                label=label.text,
                fiscal_year=label.year,
                amount_yen=amount_yen(cell.bare, unit) if cell else None,
                printed=cell.text if cell else "",
                printed_unit=unit,
                outside_total=entry.shared,
                absence=None if cell else Absence.NOT_PRINTED,
            )
        )
    return records
