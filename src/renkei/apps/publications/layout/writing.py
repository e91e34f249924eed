"""A sheet written on canvases as a layout says, part by part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from renkei.apps.publications.canvas import COLUMNS, Box, Canvas, beside
from renkei.apps.publications.layout import model, tables
from renkei.apps.publications.layout.values import Scope, at, filled
from renkei.apps.publications.sheet import Entry, Sheet

BESIDE = 2


@dataclass(frozen=True, slots=True)
class Written:
    """A page of a sheet: its name, and what writes it when it is called with a canvas."""

    name: str
    page: model.Page
    scope: Scope
    label: int

    def __call__(self, canvas: Canvas) -> None:
        """Write the page."""
        for part in self.page.parts:
            write(canvas, part, self.scope, self.label)
        canvas.finish()


def pages(sheet: Sheet, layout: model.Layout) -> Iterator[Written]:
    """The pages that the form of the sheet has. Names are told apart by a number."""
    scope: Scope = {"sheet": sheet}
    taken: set[str] = set()
    for page in layout.pages:
        if sheet.form not in page.forms or (page.when and not at(scope, page.when)):
            continue
        for item in at(scope, page.each) if page.each else (None,):
            inner = {**scope, page.item: item} if page.each else scope
            name = _untaken(filled(inner, page.name).replace(" ", ""), taken)
            yield Written(name, page, inner, layout.label)


def _untaken(name: str, taken: set[str]) -> str:
    """``name``, with a number behind it where a page before has it."""
    found, number = name, 1
    while found in taken:
        number += 1
        found = f"{name}（{number}）"
    taken.add(found)
    return found


def write(canvas: Canvas, part: model.AnyPart, scope: Scope, label: int) -> None:
    """One part, unless its conditions or its emptiness leave it out."""
    if (part.when and not at(scope, part.when)) or (part.unless and at(scope, part.unless)):
        return
    match part:
        case model.Line():
            _line(canvas, part, scope)
        case model.Gap():
            canvas.gap()
        case model.Text():
            text = filled(scope, part.text)
            entry = Entry(label=filled(scope, part.label), text=text)
            _labelled(canvas, [entry] if text or part.always else [], part.beside, label)
        case model.Entries():
            _labelled(canvas, at(scope, part.of) or (), part.beside, label)
        case model.Row():
            canvas.apart()
            canvas.ruled([_cells(part.cells, scope)], head=part.head)
        case model.Table():
            tables.table(canvas, part, scope, label)
        case model.Budget():
            tables.budgets(canvas, part, scope, label)
        case model.Each():
            for value in at(scope, part.of) or ():
                for inner in part.parts:
                    write(canvas, inner, {**scope, part.item: value}, label)


def _line(canvas: Canvas, part: model.Line, scope: Scope) -> None:
    text = filled(scope, part.text)
    if text:
        canvas.line(text, part.style, part.points)


def _labelled(canvas: Canvas, entries: Sequence[Entry], group: str, label: int) -> None:
    """A row for each entry that says anything, beside the label of their group."""
    room = BESIDE if group else 0
    rows = [
        [Box(label - room, entry.label, "label"), Box(COLUMNS - label, entry.text)]
        for entry in entries
        if entry.text or len(entries) == 1
    ]
    if group:
        beside(canvas, Box(room, group, "label"), lambda: canvas.ruled(rows, left=room))
    else:
        canvas.ruled(rows)


def _cells(cells: Sequence[model.Cell], scope: Scope) -> list[Box]:
    boxes: list[Box] = []
    for cell in cells:
        if not cell.when or at(scope, cell.when):
            boxes.append(Box(cell.span, filled(scope, cell.text), cell.style))
        else:
            boxes[-1] = replace(boxes[-1], span=boxes[-1].span + cell.span)
    return boxes
