"""個別分野 on a canvas: indicators, reference indicators, means, results."""

from __future__ import annotations

from collections.abc import Sequence

from renkei.apps.publications.canvas import COLUMNS, Box, Canvas
from renkei.apps.publications.figures import circled, shown
from renkei.apps.publications.sheet import Field, Indicator, Means, YearTarget

LABEL = 8
_MARK = 10
_PART = 9
_MID = 6
_KINDS = ("年度目標値", "実績値")


def field_page(canvas: Canvas, field: Field) -> None:
    """Everything of one field, in the order of the form."""
    number = numbered(field.number)
    if field.name:
        canvas.row(Box(COLUMNS, f"個別分野{number}　{field.name}", "name"))
    for entry in field.entries:
        canvas.text(entry.label, entry.text, span=LABEL)
    canvas.gap()
    for indicator in field.indicators:
        _indicator(canvas, indicator)
        canvas.gap()
    for indicator in field.references:
        _reference(canvas, indicator)
        canvas.gap()
    if field.means:
        _means(canvas, field)
        canvas.gap()
    if field.results:
        canvas.line(f"評価結果（個別分野{number}）" if number else "評価結果", "strong")
    for entry in (*field.results, *field.closing):
        canvas.text(entry.label, entry.text, span=LABEL)


def numbered(number: int | None) -> str:
    """The number of a field with the space before it; "" for none."""
    return "" if number is None else f" {number}"


def _name(kind: str, indicator: Indicator) -> str:
    return f"{kind}{indicator.number}　{indicator.name}{'　＊' if indicator.primary else ''}"


def _indicator(canvas: Canvas, indicator: Indicator) -> None:
    name = _name("測定指標", indicator)
    if indicator.mark:
        label, mark = Box(6, "達成状況", "label"), Box(4, indicator.mark, "middle")
        canvas.row(Box(COLUMNS - _MARK, name, "name"), label, mark)
    else:
        canvas.row(Box(COLUMNS, name, "name"))
    if indicator.note:
        canvas.text("注", indicator.note, span=LABEL)
    if indicator.mid_term_target:
        year = f"\n（{indicator.mid_term_year}）" if indicator.mid_term_year else ""
        canvas.text(f"中期目標{year}", indicator.mid_term_target, span=LABEL)
    for target in indicator.targets:
        aim, progress = target_labels(indicator, target)
        if target.items:
            canvas.text(aim, "\n".join(target.items), span=LABEL)
        if target.progress:
            canvas.text(progress, "\n".join(target.progress), span=LABEL)
    if indicator.rows:
        _values(canvas, indicator)
    if indicator.grounds:
        canvas.text("選定理由及び目標の設定の根拠", indicator.grounds, span=LABEL)


def target_labels(indicator: Indicator, target: YearTarget) -> tuple[str, str]:
    """The labels of a year's target and of its progress, as the form with numbered fields has them.

    The other form has both as heads of columns: there the labels must not look like these.
    """
    if "-" not in indicator.number:
        return f"{target.year}\n目標", f"{target.year}\n施策の進捗状況・実績"
    return f"{target.year}目標", "施策の進捗状況・実績"


def _values(canvas: Canvas, indicator: Indicator) -> None:
    """中期目標値 | year (年度目標値, 実績値) …, one row for each component."""
    part = _PART if any(row.component for row in indicator.rows) else 0
    columns = [
        (year, kind)
        for year in range(len(indicator.years))
        for kind in range(2)
        if any(row.years[year][kind] is not None for row in indicator.rows)
    ]
    widths = dict(zip(columns, shares(COLUMNS - part - _MID, len(columns)), strict=True))
    first, left = canvas.next_row, part + _MID
    years = [
        Box(sum(width for (year, _), width in widths.items() if year == index), name, "label")
        for index, name in enumerate(indicator.years)
    ]
    kinds = [Box(width, _KINDS[kind], "label") for (_, kind), width in widths.items()]
    canvas.ruled([years, kinds], left=left)
    if part:
        canvas.cover(first, first + 1, 0, Box(part, "区分", "label"))
    canvas.cover(
        first, first + 1, part, Box(_MID, f"中期目標値\n{indicator.mid_term_year}", "label")
    )
    for row in indicator.rows:
        canvas.row(
            *([Box(part, row.component)] if part else []),
            Box(_MID, row.mid_term or "", "middle"),
            *(
                Box(width, row.years[year][kind] or "", "middle")
                for (year, kind), width in widths.items()
            ),
        )


def _reference(canvas: Canvas, indicator: Indicator) -> None:
    """Reference indicators have actual values only."""
    canvas.row(Box(COLUMNS, _name("参考指標", indicator), "name"))
    if indicator.note:
        canvas.text("注", indicator.note, span=LABEL)
    part = 12 if any(row.component for row in indicator.rows) else 0
    widths = shares(COLUMNS - part, len(indicator.years))
    first = canvas.next_row
    years = [Box(w, year, "label") for w, year in zip(widths, indicator.years, strict=True)]
    canvas.ruled([[Box(COLUMNS - part, "実　績　値", "label")], years], left=part)
    if part:
        canvas.cover(first, first + 1, 0, Box(part, "区分", "label"))
    for row in indicator.rows:
        canvas.row(
            *([Box(part, row.component)] if part else []),
            *(Box(w, pair[1] or "", "middle") for w, pair in zip(widths, row.years, strict=True)),
        )


def _means(canvas: Canvas, field: Field) -> None:
    canvas.line("達成手段", "strong")
    name, served, review = 15, 7, 6
    widths = shares(COLUMNS - name - served - review, len(field.means_years))
    years = [Box(w, year, "label") for w, year in zip(widths, field.means_years, strict=True)]
    first = canvas.next_row
    title = Box(sum(widths), "予算額計（執行額）\n（単位：百万円）", "label")
    canvas.ruled([[title], years] if years else [[], []], left=name)
    canvas.cover(first, first + 1, 0, Box(name, "達成手段名\n（開始年度）", "label"))
    right = name + sum(widths)
    canvas.cover(first, first + 1, right, Box(served, "関連する\n測定指標", "label"))
    canvas.cover(first, first + 1, right + served, Box(review, "レビュー\n事業番号", "label"))
    for means in field.means:
        canvas.row(
            Box(name, _means_name(means)),
            *_amounts(means, widths),
            Box(served, "、".join(means.indicators), "middle"),
            Box(review, means.review_number, "middle"),
        )


def _means_name(means: Means) -> str:
    return f"{circled(means.number)}{means.name}" + (f"\n（{means.start}）" if means.start else "")


def _amounts(means: Means, widths: Sequence[int]) -> list[Box]:
    """Budget with the execution in brackets below: two figures in one cell, so a text."""
    boxes = []
    for width, amount in zip(widths, means.amounts, strict=True):
        executed = shown(amount.executed)
        words = shown(amount.budget) + (f"\n（{executed}）" if executed else "")
        boxes.append(Box(width, words, "middle"))
    return boxes


def shares(room: int, count: int) -> list[int]:
    """``room`` columns shared out; the first get what does not divide."""
    each, rest = divmod(room, max(1, count))
    return [each + (index < rest) for index in range(count)]
