"""What is wrong with a layout before any sheet meets it: paths, looks and widths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from renkei.apps.publications.canvas import COLUMNS, STYLES
from renkei.apps.publications.layout import model
from renkei.apps.publications.layout.values import ROOT, item_type, paths, type_of
from renkei.apps.publications.sheet import BudgetRow, BudgetTable

Kinds = Mapping[str, Any]


def faults(layout: model.Layout) -> Iterator[str]:
    """A sentence for each fault: page, part, and what is not there or does not fit."""
    for page in layout.pages:
        where = f"pages: {page.name}"
        try:
            kinds = _with_item(ROOT, page.each, page.item)
            for path in (page.when, *paths(page.name)):
                _known(kinds, path)
        except ValueError as error:
            yield f"{where}: {error}"
            continue
        yield from _of_parts(page.parts, kinds, where)


def _of_parts(parts: tuple[model.AnyPart, ...], kinds: Kinds, where: str) -> Iterator[str]:
    for number, part in enumerate(parts, start=1):
        place = f"{where}: {number} ({part.__struct_config__.tag})"
        try:
            _part(part, kinds)
            inner = _with_item(kinds, part.of, part.item) if isinstance(part, model.Each) else {}
        except ValueError as error:
            yield f"{place}: {error}"
            continue
        if isinstance(part, model.Each):
            yield from _of_parts(part.parts, inner, place)


def _part(part: model.AnyPart, kinds: Kinds) -> None:
    """Raises ValueError for the first fault of a part."""
    for path in (part.when, part.unless):
        _known(kinds, path)
    match part:
        case model.Line(text=text, style=style):
            _template(kinds, text)
            _look(style)
        case model.Text():
            for template in (part.label, part.text, part.beside):
                _template(kinds, template)
        case model.Entries(of=of) | model.Each(of=of):
            item_type(type_of(kinds, of))
        case model.Row(cells=cells):
            _row(cells, kinds)
        case model.Table():
            _table(part, kinds)
        case model.Budget():
            _budget(part, kinds)
        case model.Gap():
            pass


def _row(cells: tuple[model.Cell, ...], kinds: Kinds) -> None:
    _fits(sum(cell.span for cell in cells), exactly=True)
    for cell in cells:
        _template(kinds, cell.text)
        _known(kinds, cell.when)
        _look(cell.style)


def _table(part: model.Table, kinds: Kinds) -> None:
    inner = _with_item(kinds, part.of, part.row)
    _fits(sum(column.span for column in part.columns))
    for column in part.columns:
        for path in (column.when, column.each):
            _known(kinds, path)
        for template in (column.head, column.over):
            _template(kinds, template)
        _known(inner, column.of)
        _template(inner, column.text)
        _look(column.style)


def _budget(part: model.Budget, kinds: Kinds) -> None:
    if item_type(type_of(kinds, part.of)) is not BudgetTable:
        raise ValueError(f"{part.of}: BudgetTable")
    inner = {**kinds, "budget": BudgetTable, "row": BudgetRow}
    for template in (part.group, part.executed):
        _template(inner, template)
    _fits(part.group_span + part.item_span)


def _with_item(kinds: Kinds, of: str, name: str) -> Kinds:
    return {**kinds, name: item_type(type_of(kinds, of))} if of else kinds


def _known(kinds: Kinds, path: str) -> None:
    if path:
        type_of(kinds, path)


def _template(kinds: Kinds, template: str) -> None:
    for path in paths(template):
        type_of(kinds, path)


def _look(style: str) -> None:
    if style not in STYLES:
        raise ValueError(f"style {style}: {', '.join(sorted(STYLES))}")


def _fits(span: int, *, exactly: bool = False) -> None:
    if span > COLUMNS or (exactly and span != COLUMNS):
        raise ValueError(f"{span} / {COLUMNS}")
