"""The workbook holds the same as the PDF, as numbers and texts in cells that are not cut."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from renkei.apps.publications import excel
from renkei.apps.publications.excel.canvas import COLUMNS, lines_of
from renkei.apps.publications.figures import shown
from renkei.apps.publications.sheet import Entry, Field, Sheet
from tests.apps.publications import example

LINE_POINTS = 13.0
HIGHEST_ROW = 409


@pytest.fixture(scope="module")
def whole() -> Sheet:
    return example.sheet()


@pytest.fixture(scope="module")
def book(whole: Sheet) -> Workbook:
    return open_book(excel.build(whole))


def open_book(data: bytes) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(data))


def cells(book: Workbook) -> Iterator[Cell]:
    for page in book.worksheets:
        for row in page.iter_rows():
            yield from (cell for cell in row if isinstance(cell, Cell) and cell.value is not None)


def test_every_text_is_in_a_cell_whole(whole: Sheet, book: Workbook) -> None:
    held = "".join(re.sub(r"\s", "", str(cell.value)) for cell in cells(book))
    lines = [re.sub(r"\s", "", line) for line in example.texts(whole)]
    assert [line for line in lines if line not in held] == []


def test_figures_are_numbers_that_look_as_on_the_form(whole: Sheet, book: Workbook) -> None:
    numbers = [cell for cell in cells(book) if cell.data_type == "n"]
    held = {(float(str(cell.value)), cell.number_format) for cell in numbers}
    assert (-28.0, '"<"#,##0">";"△""<"#,##0">"') in held
    assert (84.5, '#,##0.0"%";"△"#,##0.0"%"') in held
    words = {str(cell.value) for cell in cells(book)}
    for figure, _ in example.figures(whole):
        if figure.value is None and shown(figure):
            assert shown(figure) in words
    values = {float(str(cell.value)) for cell in numbers}
    budgets = [figure for figure, _ in example.figures((whole.budgets, whole.accounts))]
    assert {float(item.value) for item in budgets if item.value is not None} <= values


def test_no_text_becomes_a_formula_or_a_link() -> None:
    texts = ("=1+1", "+1", "-1", "@SUM(A1)", "https://example.org/", "{=A1}")
    rows = tuple(Entry(label="施策の概要", text=text) for text in texts)
    book = open_book(excel.build(example.sheet(header=rows)))
    found = [cell for cell in cells(book) if cell.value in texts]
    assert [cell.value for cell in found] == list(texts)
    assert {cell.data_type for cell in found} == {"s"}
    assert {cell.hyperlink for cell in found} == {None}


def test_no_text_is_higher_than_its_box(book: Workbook) -> None:
    for page in book.worksheets:
        for cell, span, points in _boxes(page):
            needed = lines_of(str(cell.value), span) * LINE_POINTS
            assert points >= needed or cell.data_type == "n", (page.title, cell.coordinate)


def _boxes(page: Worksheet) -> Iterator[tuple[Cell, int, float]]:
    """Cell, columns and height in points of every box with a text."""
    merged = {(area.min_row, area.min_col): area for area in page.merged_cells.ranges}
    for row in page.iter_rows():
        for cell in row:
            if not isinstance(cell, Cell) or cell.value is None:
                continue
            area = merged.get((cell.row, cell.column))
            rows = range(area.min_row, area.max_row + 1) if area else [cell.row]
            heights = [page.row_dimensions[number].height or 15.0 for number in rows]
            assert max(heights) <= HIGHEST_ROW
            yield cell, area.size["columns"] if area else 1, sum(heights)


def test_pages_print_on_a4_one_page_wide(book: Workbook) -> None:
    names = [page.title for page in book.worksheets]
    assert names == ["政策評価調書", "政策評価書", "個別分野1"]
    page: Any
    for page in book.worksheets:
        assert page.page_setup.paperSize == 9
        assert page.page_setup.orientation == "portrait"
        assert page.page_setup.fitToHeight == 0
        assert page.sheet_properties.pageSetUpPr.fitToPage
        assert page.print_area.startswith(f"'{page.title}'!$A$1:$AV$")
        assert page.max_column <= COLUMNS
        assert "見本省３－Ⅱ－４" in page.oddHeader.left.text
        assert page.oddFooter.center.text == "&P / &N"


def test_a_label_covers_its_rows_and_boxes_do_not_overlap(book: Workbook) -> None:
    for page in book.worksheets:
        taken: set[tuple[int, int]] = set()
        for area in page.merged_cells.ranges:
            own = {(row, column) for row, column in area.cells}
            assert not own & taken
            taken |= own
    front = book["政策評価書"]
    label = next(cell for cell in cells(book) if cell.value == "施策の予算額・執行額等")
    area = next(area for area in front.merged_cells.ranges if label.coordinate in area)
    assert area.size["rows"] == 1 + 2 + 2 + 1  # years, two amounts with < >, one without


def test_the_same_sheet_gives_the_same_bytes(whole: Sheet) -> None:
    assert excel.build(whole) == excel.build(whole)


def test_names_of_policies_may_hold_what_heads_of_pages_may_not() -> None:
    book = open_book(excel.build(example.sheet(policy="甲&乙" + "丙" * 200)))
    page: Any = book["政策評価書"]
    assert "甲&&乙" in page.oddHeader.left.text.replace("&8", "")


def test_two_fields_of_one_number_get_two_pages() -> None:
    field = Field(number=1, name="甲", entries=(Entry(label="施策の概要", text="乙"),))
    book = open_book(excel.build(example.sheet(fields=(field, field))))
    assert len(book.worksheets) == 4
