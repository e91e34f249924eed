"""Content as Word, Excel and HTML, each with its own kind of merged cells."""

import html
import io

import xlsxwriter
from docx import Document as WordDocument

from tests.golden.content import Content


def word(content: Content) -> bytes:
    document = WordDocument()
    for block in content:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=len(block.rows), cols=block.columns)
        grid = [list(row.cells) for row in table.rows]
        for (row, column), cell in block.placed.items():
            first = grid[row][column]
            if cell.down > 1 or cell.across > 1:
                first = first.merge(grid[row + cell.down - 1][column + cell.across - 1])
            first.text = cell.text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def excel(content: Content) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("表")
        at = 0
        for block in content:
            if isinstance(block, str):
                sheet.write_string(at, 0, block)
                at += 1
                continue
            for (row, column), cell in block.placed.items():
                last = at + row + cell.down - 1, column + cell.across - 1
                if cell.down > 1 or cell.across > 1:
                    sheet.merge_range(at + row, column, *last, cell.text)
                elif cell.text:
                    sheet.write_string(*last, cell.text)
            at += len(block.rows)
    return out.getvalue()


def page(content: Content) -> bytes:
    parts = ["<!DOCTYPE html><html><head><title>題</title></head><body>"]
    for block in content:
        if isinstance(block, str):
            parts.append(f"<p>{html.escape(block)}</p>")
            continue
        parts.append("<table>")
        for row in block.rows:
            cells = (
                f'<td colspan="{cell.across}" rowspan="{cell.down}">'
                + html.escape(cell.text).replace("\n", "<br>")
                + "</td>"
                for cell in row
            )
            parts.append(f"<tr>{''.join(cells)}</tr>")
        parts.append("</table>")
    return "\n".join(parts).encode()
