"""The list as a file."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterable, Iterator
from typing import IO, Any

import xlsxwriter
from django.db.models import QuerySet
from django.http import FileResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from renkei.apps.register.models import Activity
from renkei.web.csv_file import Row, as_csv
from renkei.web.labels import label, marking_label

CHUNK = 2000


def response(rows: QuerySet[Activity], form: str, site: str) -> FileResponse:
    """``form`` is "csv" or "xlsx"; ``site`` the address of the server, ending in a slash."""
    build, media_type = FORMS[form]
    target = tempfile.SpooledTemporaryFile(max_size=8 * 1024 * 1024)  # noqa: SIM115 - FileResponse closes it
    build(table(rows, site), target)
    target.seek(0)
    name = f"renkei-activities-{timezone.localdate():%Y%m%d}.{form}"
    return FileResponse(target, as_attachment=True, filename=name, content_type=media_type)


def table(rows: QuerySet[Activity], site: str) -> Iterator[Row]:
    """The head, then one row per activity with terms for codes."""
    yield [
        _("Number"),
        _("Start"),
        _("End"),
        _("Fiscal year"),
        _("Title"),
        _("Partner codes"),
        _("Partners"),
        _("Means"),
        _("Kind"),
        _("Our level"),
        _("Counterpart"),
        _("Direction"),
        _("Mode"),
        _("Place"),
        _("Framework"),
        _("Ordinal"),
        _("Agreement"),
        _("Status"),
        _("Handling marking"),
        _("Organisation"),
        _("Address"),
    ]
    found = rows.select_related("organisation").prefetch_related("partners")
    for activity in found.iterator(chunk_size=CHUNK):
        yield _row(activity, site)


def as_xlsx(rows: Iterable[Row], target: IO[bytes]) -> None:
    """One sheet with a frozen head; strings stay strings."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        sheet = book.add_worksheet(_("Activities"))
        head = book.add_format({"bold": True, "bg_color": "#F2F2F2", "bottom": 1})
        sheet.freeze_panes(1, 0)
        sheet.set_column(4, 4, 48)
        sheet.set_column(6, 6, 24)
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                sheet.write(number, column, cell, head if number == 0 else None)


def _row(activity: Activity, site: str) -> Row:
    address = site.rstrip("/") + reverse("activities_one", args=[activity.pk])
    return [
        activity.pk,
        activity.start,
        activity.end,
        activity.fiscal_year,
        activity.title,
        activity.partner_codes,
        "、".join(partner.name for partner in activity.partners.all()),
        label(activity.category, "category"),
        label(activity.kind, "kind"),
        label(activity.level, "level"),
        activity.counterpart,
        label(activity.direction, "direction"),
        label(activity.mode, "mode"),
        activity.place,
        activity.framework,
        activity.ordinal,
        label(activity.agreement, "agreement"),
        label(activity.status, "status"),
        marking_label(activity.marking),
        activity.organisation.name if activity.organisation else "",
        address,
    ]


Builder = Callable[[Iterable[Row], IO[Any]], None]
FORMS: dict[str, tuple[Builder, str]] = {
    "csv": (as_csv, "text/csv; charset=utf-8"),
    "xlsx": (as_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
