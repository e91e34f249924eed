"""The request of a year as a file: Excel with its sums, or PDF."""

from __future__ import annotations

import io
from typing import Any

import xlsxwriter
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from renkei.apps.planning.models import Paper
from renkei.apps.planning.plan_selectors import in_year
from renkei.web.dates import fiscal_year
from renkei.web.labels import marking_label
from renkei.web.planning import request_pdf
from renkei.web.planning.request_figures import cells, heads, tables, whole

MEDIA_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "pdf": "application/pdf",
}


def excel(paper: Paper, fiscal: int) -> bytes:
    """The request as an Excel file."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True, "strings_to_formulas": False}) as book:
        _projects(book, paper, fiscal)
        _sums(book, paper, fiscal)
    return target.getvalue()


def response(paper: Paper, fiscal: int, form: str) -> HttpResponse:
    """The request as a file to keep. Raises InputError where it cannot be set as PDF."""
    data = request_pdf.build(paper, fiscal) if form == "pdf" else excel(paper, fiscal)
    answer = HttpResponse(data, content_type=MEDIA_TYPES[form])
    name = f"{paper.title[:60]} {fiscal}.{form}"
    answer.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return answer


def _projects(book: Any, paper: Paper, fiscal: int) -> None:
    page = book.add_worksheet(_("Request"))
    head, money = _formats(book)
    page.write(0, 0, paper.title, book.add_format({"bold": True, "font_size": 14}))
    page.write(1, 0, f"{fiscal_year(fiscal)} {marking_label(paper.marking)}")
    for column, name in enumerate(heads()):
        page.write(3, column, name, head)
    for line, row in enumerate(in_year(paper.plan, fiscal), 4):
        for column, value in enumerate(cells(row)):
            page.write(line, column, value, money if column == 6 else None)
    page.set_column(0, 1, 34)
    page.set_column(2, 8, 18)
    page.freeze_panes(4, 1)


def _sums(book: Any, paper: Paper, fiscal: int) -> None:
    page = book.add_worksheet(_("Sums"))
    head, money = _formats(book)
    line = 0
    for table in tables(paper.plan, fiscal):
        for column, name in enumerate(
            (table.name, fiscal_year(fiscal), fiscal_year(fiscal - 1), _("Increase or decrease"))
        ):
            page.write(line, column, name, head)
        for row in table.rows:
            line += 1
            page.write(line, 0, row.name)
            for column, value in enumerate((row.now, row.before, row.difference), 1):
                page.write(line, column, value, money)
        line += 2
    row = whole(paper.plan, fiscal)
    page.write(line, 0, row.name, head)
    for column, value in enumerate((row.now, row.before, row.difference), 1):
        page.write(line, column, value, money)
    page.set_column(0, 0, 34)
    page.set_column(1, 3, 20)


def _formats(book: Any) -> tuple[Any, Any]:
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": "#F2F2F2", "text_wrap": True})
    return head, book.add_format({"num_format": "#,##0"})
