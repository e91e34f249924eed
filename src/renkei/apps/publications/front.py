"""The tables of the official form, written on a canvas in the order of the PDF."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from renkei.apps.publications.canvas import COLUMNS, Box, Canvas
from renkei.apps.publications.field import field_page, numbered, shares
from renkei.apps.publications.figures import LEGEND
from renkei.apps.publications.scheme import NAME, scheme_line, scheme_text
from renkei.apps.publications.sheet import (
    AccountTable,
    BudgetCell,
    BudgetRow,
    BudgetTable,
    Entry,
    Field,
    Form,
    Sheet,
)

LABEL = 8
_GROUP = 6
_ITEM = 8


def account_page(canvas: Canvas, sheet: Sheet, table: AccountTable) -> None:
    """政策評価調書（個別票）: 政策ごとの予算額."""
    canvas.line("政策評価調書（個別票）", "title", 22)
    canvas.text("政策名", sheet.policy, span=LABEL)
    _texts(canvas, table.head)
    canvas.line("【政策ごとの予算額】", "strong")
    canvas.line(f"（{table.unit}）", "right")
    widths = shares(COLUMNS - 30, len(table.columns))
    heads = zip(("会計", "組織／勘定", "項・事項"), (5, 7, 18), strict=True)
    canvas.row(
        *(Box(span, name, "label") for name, span in heads),
        *(Box(w, name, "label") for w, name in zip(widths, table.columns, strict=True)),
    )
    for row in table.rows:
        left = (Box(5, row.account, "middle"), Box(7, row.organisation, "middle"))
        canvas.row(*left, Box(18, row.item), *_figures(row.cells, widths))
        if any(cell.outside for cell in row.cells):
            canvas.row(Box(30, ""), *_outsides(row.cells, widths))
    canvas.finish()


def front_page(canvas: Canvas, sheet: Sheet) -> None:
    """The front of the sheet, from 施策名 to the notes; fields without a name follow at once."""
    if sheet.marking:
        canvas.line(sheet.marking, "right")
    canvas.line(sheet.title, "title", 22)
    if sheet.form_number:
        canvas.line(f"（{sheet.form_number}）", "right")
    _texts(canvas, (Entry(label="施策名", text=sheet.policy), *sheet.header))
    for table in sheet.budgets:
        _budget(canvas, table)
    _texts(canvas, _before_result(sheet))
    _result(canvas, sheet)
    _texts(canvas, _after_result(sheet))
    half = COLUMNS // 2 - LABEL
    canvas.row(
        Box(LABEL, "担当部局名", "label"),
        Box(half, sheet.bureau),
        Box(LABEL, "政策評価実施時期", "label"),
        Box(half, sheet.period),
    )
    for note in _notes(sheet):
        canvas.line(f"※ {note.removeprefix('※').strip()}")
    for field in (field for field in sheet.fields if not field.name):
        canvas.gap()
        field_page(canvas, field)
    canvas.finish()


def _texts(canvas: Canvas, entries: Iterable[Entry]) -> None:
    for entry in entries:
        if entry.text:
            canvas.text(entry.label, entry.text, span=LABEL)


def _before_result(sheet: Sheet) -> tuple[Entry, ...]:
    return (
        Entry(label="施策に関係する内閣の重要政策", text=sheet.key_policies),
        Entry(label="測定指標", text=sheet.measured),
    )


def _after_result(sheet: Sheet) -> tuple[Entry, ...]:
    used = "政策評価を行う過程において使用した資料その他の情報"
    return (
        *sheet.results,
        Entry(label="学識経験を有する者の知見の活用", text="\n".join(sheet.opinions)),
        Entry(label=used, text="\n".join(sheet.sources)),
    )


def pages(sheet: Sheet) -> Iterator[tuple[str, Callable[[Canvas], None]]]:
    """(name, what writes it) for each page: 調書 where there is one, the front, every field."""
    if sheet.accounts is not None:
        table = sheet.accounts
        yield "政策評価調書", lambda canvas: account_page(canvas, sheet, table)
    if sheet.form is Form.BUDGET:
        return
    yield "政策評価書" if sheet.rating else "事前分析表", lambda canvas: front_page(canvas, sheet)
    yield from field_pages(sheet)


def field_pages(sheet: Sheet) -> Iterator[tuple[str, Callable[[Canvas], None]]]:
    """(name of the worksheet, what writes it) for each field that has a name."""
    named = [field for field in sheet.fields if field.name]
    numbers = [field.number for field in named]
    told_apart = None not in numbers and len(set(numbers)) == len(numbers)
    for index, field in enumerate(named, start=1):
        yield f"個別分野{field.number if told_apart else index}", _writer(field)


def _writer(field: Field) -> Callable[[Canvas], None]:
    def write(canvas: Canvas) -> None:
        field_page(canvas, field)
        canvas.finish()

    return write


def _budget(canvas: Canvas, table: BudgetTable) -> None:
    widths = shares(COLUMNS - LABEL - _GROUP - _ITEM, len(table.years))
    first = canvas.next_row
    years = [Box(w, year, "label") for w, year in zip(widths, table.years, strict=True)]
    canvas.ruled([[Box(_GROUP + _ITEM, "区分", "label"), *years]], left=LABEL)
    unit = f"（{table.unit}）"
    plain = [row for row in table.rows if not row.executed]
    top = canvas.next_row
    for row in plain:
        _budget_row(canvas, row, row.item, widths, left=LABEL + _GROUP, span=_ITEM)
    if plain:
        label = Box(_GROUP, f"予算の状況\n{unit}", "label")
        canvas.cover(top, canvas.next_row - 1, LABEL, label)
    for row in (row for row in table.rows if row.executed):
        _budget_row(canvas, row, row.item + unit, widths, left=LABEL, span=_GROUP + _ITEM)
    canvas.cover(first, canvas.next_row - 1, 0, Box(LABEL, table.label, "label"))


def _budget_row(
    canvas: Canvas, row: BudgetRow, label: str, widths: Sequence[int], *, left: int, span: int
) -> None:
    """The amounts, and below them the < > figures where any year has one."""
    rows = [_figures(row.cells, widths)]
    if any(cell.outside for cell in row.cells):
        rows.append(_outsides(row.cells, widths))
    canvas.beside(span, label, rows, left=left)


def _figures(cells: Sequence[BudgetCell], widths: Sequence[int]) -> list[Box]:
    """The amounts; open below where a row of < > figures follows."""
    edges = "tlr" if any(cell.outside for cell in cells) else "tblr"
    return [
        Box(w, cell.amount, "number", edges=edges) for w, cell in zip(widths, cells, strict=True)
    ]


def _outsides(cells: Sequence[BudgetCell], widths: Sequence[int]) -> list[Box]:
    return [
        Box(w, cell.outside or "", "number", outside=True, edges="blr")
        for w, cell in zip(widths, cells, strict=True)
    ]


def _result(canvas: Canvas, sheet: Sheet) -> None:
    if sheet.rating is not None:
        lines = [f"（{NAME}）", scheme_line(sheet.rating)]
        if sheet.rating.reason:
            lines += ["（判断根拠）", sheet.rating.reason]
        canvas.text("評価結果\n目標達成度合いの測定結果", "\n".join(lines), span=LABEL)
    width = COLUMNS - LABEL
    rows: list[list[Box]] = []
    for field in sheet.fields:
        marked = [indicator for indicator in field.indicators if indicator.mark]
        if marked and field.name:
            rows.append([Box(width, f"個別分野{numbered(field.number)}　{field.name}", "strong")])
        for indicator in marked:
            star = "＊" if indicator.primary else ""
            name = f"{star}{indicator.number}　{indicator.name}"
            rows.append([Box(width - 4, name), Box(4, indicator.mark, "middle")])
    if rows:
        head = [Box(width - 4, "測　定　指　標", "label"), Box(4, "達成", "label")]
        canvas.beside(LABEL, "測定指標の目標の達成状況", [head, *rows])


def _notes(sheet: Sheet) -> Iterator[str]:
    yield from sheet.notes
    if sheet.rating is not None:
        yield f"「{NAME}」は、次の５段階の区分による。{scheme_text()}"
    if any(indicator.primary for field in sheet.fields for indicator in field.indicators):
        yield "測定指標名に「＊」のあるものは、主要な測定指標である。"
    yield LEGEND
