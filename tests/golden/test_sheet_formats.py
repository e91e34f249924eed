"""One sheet of ours as text, Word and Excel gives the same records."""

import io
from collections import Counter
from collections.abc import Callable

import docx
import pytest
import xlsxwriter

from renkei.core.extract.sheets import sheets
from renkei.core.records import Record
from renkei.core.text.document import Document
from renkei.core.text.prepared import prepare
from renkei.core.vocabulary import load
from renkei.readers.registry import read_bytes
from tests.core.extract.sheets.sheet_samples import TABBED

PROVENANCE = {"evidence", "rule", "notes"}


def as_word(text: str) -> bytes:
    """Lines of cells become rows of tables, other lines paragraphs."""
    document = docx.Document()
    table = None
    for line in filter(str.strip, text.split("\n")):
        cells = line.split("\t")
        if len(cells) == 1:
            document.add_paragraph(line)
            table = None
            continue
        if table is None or len(table.columns) != len(cells):
            table = document.add_table(0, len(cells))
        for cell, words in zip(table.add_row().cells, cells, strict=True):
            cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_excel(text: str) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out)
    sheet = book.add_worksheet("調書")
    for row, line in enumerate(text.split("\n")):
        for column, words in enumerate(line.split("\t")):
            if words:
                sheet.write_string(row, column, words)
    book.close()
    return out.getvalue()


def facts(document: Document) -> Counter[str]:
    def plain(record: Record) -> str:
        names = [name for name in record.__dataclass_fields__ if name not in PROVENANCE]
        return record.type + str([getattr(record, name) for name in names])

    return Counter(map(plain, sheets(prepare(document), load()).records))


@pytest.mark.parametrize(("name", "make"), [("a.docx", as_word), ("a.xlsx", as_excel)])
def test_same_records_in_every_format(name: str, make: Callable[[str], bytes]) -> None:
    expected = facts(read_bytes("a.txt", TABBED.encode()))
    assert len(expected) > 50
    assert facts(read_bytes(name, make(TABBED))) == expected
