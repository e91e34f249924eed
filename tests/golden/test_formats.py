"""The same content as text, Word, Excel and HTML gives the same records."""

import html
import io
from collections.abc import Callable
from itertools import groupby
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from docx import Document as WordDocument

from renkei.core.pipeline import read
from renkei.core.records.encode import to_json_all
from renkei.readers.registry import read_bytes, read_file

SAMPLES = sorted((Path(__file__).parents[2] / "src/renkei/config/sample/documents").glob("*.txt"))
Rows = list[list[str]]


def _word(rows: Rows) -> bytes:
    document = WordDocument()
    for is_table, group in groupby(rows, key=lambda row: len(row) > 1):
        lines = list(group)
        if not is_table:
            for [text] in lines:
                document.add_paragraph(text)
            continue
        table = document.add_table(rows=len(lines), cols=max(map(len, lines)))
        for row, texts in zip(table.rows, lines, strict=True):
            for cell, text in zip(row.cells, texts, strict=False):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _excel(rows: Rows) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("表")
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text)
    return out.getvalue()


def _page(rows: Rows) -> bytes:
    parts = ["<!DOCTYPE html><html><head><title>題</title></head><body>"]
    for row in rows:
        cells = [html.escape(text) for text in row]
        if len(cells) == 1:
            parts.append(f"<p>{cells[0]}</p>")
        else:
            parts.append(f"<table><tr><td>{'</td><td>'.join(cells)}</td></tr></table>")
    return "\n".join(parts).encode()


def _facts(name: str, data: bytes) -> list[dict[str, Any]]:
    shapes = list(to_json_all(read(read_bytes(name, data)).records))
    for shape in shapes:
        del shape["id"], shape["evidence"]
    return shapes


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
@pytest.mark.parametrize(
    ("name", "make"), [("a.docx", _word), ("a.xlsx", _excel), ("a.html", _page)]
)
def test_same_records(path: Path, name: str, make: Callable[[Rows], bytes]) -> None:
    text = read_file(path).text
    rows = [line.split("\t") for line in text.split("\n")]
    assert _facts(name, make(rows)) == _facts(path.name, path.read_bytes())
