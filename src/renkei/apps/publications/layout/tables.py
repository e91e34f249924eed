"""Tables of a layout: their columns, their heads in one row or two, and the budget table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from renkei.apps.publications.canvas import COLUMNS, Box, Canvas, Cells, beside
from renkei.apps.publications.figures import shown
from renkei.apps.publications.layout import model
from renkei.apps.publications.layout.values import Scope, at, filled
from renkei.apps.publications.layout.views import Head
from renkei.apps.publications.sheet import BudgetCell, BudgetTable, Figure, MeansAmount


@dataclass(frozen=True, slots=True)
class _Leaf:
    """A printed column: ``index`` is its place in the list of cells, None for a single value."""

    column: model.Column
    over: str
    head: str
    index: int | None
    span: int


def table(canvas: Canvas, part: model.Table, scope: Scope, label: int) -> None:
    """Heads and a row for each value; nothing where there is no value."""
    rows = at(scope, part.of) or ()
    if not rows:
        return
    left = label if part.beside else 0
    leaves = _leaves(part.columns, scope, COLUMNS - left)

    def write() -> None:
        _heads(canvas, leaves, left)
        for row in rows:
            inner = {**scope, part.row: row}
            canvas.ruled(_rows([_value(leaf, inner) for leaf in leaves], leaves), left=left)

    canvas.apart()
    if part.beside:
        beside(canvas, Box(left, filled(scope, part.beside), "label"), write)
    else:
        write()
    canvas.apart()


def _leaves(columns: Sequence[model.Column], scope: Scope, room: int) -> list[_Leaf]:
    """The columns to print, ``room`` shared by those without a width."""
    found: list[_Leaf] = []
    for column in columns:
        if column.when and not at(scope, column.when):
            continue
        over = filled(scope, column.over)
        if not column.each:
            found.append(_Leaf(column, over, filled(scope, column.head), None, column.span))
            continue
        for index, head in enumerate(at(scope, column.each) or ()):
            above, name = (head.over, head.name) if isinstance(head, Head) else (over, str(head))
            found.append(_Leaf(column, above, name, index, column.span))
    free = [leaf for leaf in found if not leaf.span]
    widths = iter(shares(room - sum(leaf.span for leaf in found), len(free)))
    return [leaf if leaf.span else replace(leaf, span=next(widths)) for leaf in found]


def shares(room: int, count: int) -> list[int]:
    """``room`` columns shared out; the first get what does not divide."""
    each, rest = divmod(room, max(1, count))
    return [each + (index < rest) for index in range(count)]


def _heads(canvas: Canvas, leaves: Sequence[_Leaf], left: int) -> None:
    """One row of heads, or two where some stand under a common one; none where all are empty."""
    if not any(leaf.head or leaf.over for leaf in leaves):
        return
    if not any(leaf.over for leaf in leaves):
        heads = [Box(leaf.span, leaf.head, "label") for leaf in leaves]
        canvas.ruled([heads], left=left, head=True)
        return
    first = canvas.next_row
    lower: list[Box | int] = [
        Box(leaf.span, leaf.head, "label") if leaf.over else leaf.span for leaf in leaves
    ]
    canvas.ruled([list(_overs(leaves)), lower], left=left, head=True)
    column = left
    for leaf in leaves:
        if not leaf.over:
            canvas.cover(first, first + 1, column, Box(leaf.span, leaf.head, "label"))
        column += leaf.span


def _overs(leaves: Sequence[_Leaf]) -> Iterator[Box | int]:
    for (over, _), group in groupby(leaves, key=lambda leaf: (leaf.over, id(leaf.column))):
        span = sum(leaf.span for leaf in group)
        yield Box(span, over, "label") if over else span


def _value(leaf: _Leaf, scope: Scope) -> object:
    if leaf.column.text:
        return filled(scope, leaf.column.text)
    value = at(scope, leaf.column.of)
    return value if leaf.index is None else value[leaf.index]


def _rows(values: Sequence[object], leaves: Sequence[_Leaf]) -> list[Cells]:
    """The row, and below it the < > figures where any cell has one."""
    outsides = [value.outside if isinstance(value, BudgetCell) else None for value in values]
    edges = "tlr" if any(outsides) else "tblr"
    rows: list[Cells] = [
        [
            Box(leaf.span, _content(value), leaf.column.style, edges=edges, record=_record(value))
            for leaf, value in zip(leaves, values, strict=True)
        ]
    ]
    if any(outsides):
        rows.append(
            [
                Box(leaf.span, outside or "", leaf.column.style, outside=True, edges="blr")
                for leaf, outside in zip(leaves, outsides, strict=True)
            ]
        )
    return rows


def _content(value: object) -> str | Figure:
    match value:
        case BudgetCell(amount=amount):
            return amount
        case MeansAmount(budget=budget, executed=executed):
            below = shown(executed)
            return shown(budget) + (f"\n（{below}）" if below else "")
        case Figure() | str():
            return value
        case None:
            return ""
        case _:
            return str(value)


def _record(value: object) -> int | None:
    """The record of a cell that holds two figures in one text."""
    return value.budget.record if isinstance(value, MeansAmount) else None


def budgets(canvas: Canvas, part: model.Budget, scope: Scope, label: int) -> None:
    """Every budget table of ``part.of``, each beside its name."""
    for each in at(scope, part.of) or ():
        write = partial(_budget, canvas, part, each, scope, label)
        canvas.apart()
        beside(canvas, Box(label, each.label, "label"), write)
        canvas.apart()


def _budget(
    canvas: Canvas, part: model.Budget, budget: BudgetTable, scope: Scope, label: int
) -> None:
    """Years; what was budgeted, under one group; what was executed."""
    named = part.group_span + part.item_span
    widths = shares(COLUMNS - label - named, len(budget.years))
    years = [Box(w, year, "label") for w, year in zip(widths, budget.years, strict=True)]
    canvas.ruled([[Box(named, part.years, "label"), *years]], left=label)
    leaves = [_Leaf(model.Column(style="number"), "", "", None, width) for width in widths]
    inner = {**scope, "budget": budget}

    def row(item: Box, cells: Sequence[BudgetCell], left: int) -> None:
        beside(canvas, item, lambda: canvas.ruled(_rows(cells, leaves), left=label + named), left)

    def budgeted() -> None:
        for line in budget.rows:
            if not line.executed:
                item = Box(part.item_span, line.item, "label")
                row(item, line.cells, label + part.group_span)

    beside(canvas, Box(part.group_span, filled(inner, part.group), "label"), budgeted, label)
    for line in budget.rows:
        if line.executed:
            words = filled({**inner, "row": line}, part.executed)
            row(Box(named, words, "label"), line.cells, label)
