"""Activities as files: JSON Lines with sources and conflicts, CSV and Excel for people.

Whatever a cell begins with, it is text: no formula leaves the register.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import QuerySet
from xlsxwriter import Workbook

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.register.conflicts import conflicts_of
from renkei.apps.register.models import Activity
from renkei.apps.register.selectors import with_sources
from renkei.core import vocabulary
from renkei.core.errors.messages import Language

CHUNK = 500
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_GROUPS = {
    "kind": "kind",
    "category": "category",
    "mode": "mode",
    "level": "level",
    "direction": "direction",
    "status": "status",
}
COLUMNS: tuple[tuple[str, str, str], ...] = (
    ("id", "番号", "ID"),
    ("start", "開始", "Start"),
    ("end", "終了", "End"),
    ("fiscal_year", "年度", "Fiscal year"),
    ("partners", "相手", "Partners"),
    ("title", "件名", "Title"),
    ("kind", "種別", "Kind"),
    ("category", "手段", "Means"),
    ("level", "レベル", "Level"),
    ("mode", "形式", "Mode"),
    ("status", "状態", "Status"),
    ("direction", "方向", "Direction"),
    ("counterpart", "相手方", "Counterpart"),
    ("place", "場所", "Place"),
    ("framework", "枠組み", "Framework"),
    ("agreement", "協定", "Agreement"),
    ("ordinal", "回", "Ordinal"),
    ("organisation", "所管", "Organisation"),
    ("marking", "取扱区分", "Marking"),
    ("sources", "出典", "Sources"),
)
"""Field, heading in Japanese, heading in English, in order of the columns."""
_MARKINGS = ("public", "internal", "restricted")
_JSON_TEXTS = (
    "title", "kind", "category", "framework", "start", "end", "mode", "level", "counterpart",
    "direction", "place", "agreement", "status", "section", "listed_under",
)  # fmt: skip


def json_lines(viewer: Viewer, activities: QuerySet[Activity]) -> Iterator[str]:
    """One JSON object per activity: its fields, ``sources`` and ``conflicts``; ends in a newline.

    Fields that are empty are left out, as in the interchange format.
    """
    for activity in _fetched(viewer, activities):
        yield json.dumps(as_json(activity), ensure_ascii=False) + "\n"


def as_json(activity: Activity) -> dict[str, Any]:
    """One activity fetched with :func:`renkei.apps.register.selectors.with_sources`."""
    records = [source.record for source in activity.seen_sources]  # type: ignore[attr-defined]
    shape: dict[str, Any] = {"type": "activity", "id": activity.pk}
    shape |= {name: getattr(activity, name) for name in _JSON_TEXTS if getattr(activity, name)}
    shape["partners"] = partner_codes(activity)
    for name in ("fiscal_year", "ordinal"):
        if getattr(activity, name) is not None:
            shape[name] = getattr(activity, name)
    shape["marking"] = _MARKINGS[activity.marking]
    shape["origin"] = activity.origin
    if activity.organisation is not None:
        shape["organisation"] = activity.organisation.code
    if records:
        shape["evidence"] = records[0].payload["evidence"]
        shape["notes"] = sorted({note for record in records for note in record.notes})
    shape["sources"] = [
        {"record": record.record_id, "rule": record.rule, **record.payload["evidence"]}
        for record in records
    ]
    shape["conflicts"] = with_decisions(conflicts_of(records), activity)
    return shape


def with_decisions(conflicts: list[dict[str, Any]], activity: Activity) -> list[dict[str, Any]]:
    """``conflicts`` with what people decided about them: ``decided`` has the value and why."""
    made = {decision.field: decision for decision in activity.decisions.all()} if conflicts else {}
    for conflict in conflicts:
        decision = made.get(conflict["field"])
        if decision is not None:
            conflict["decided"] = {"value": decision.value, "reason": decision.reason}
    return conflicts


def csv_lines(viewer: Viewer, activities: QuerySet[Activity], language: Language) -> Iterator[str]:
    """CSV with a heading; begins with a BOM, without which Excel garbles Japanese."""
    buffer = io.StringIO()
    writer = csv.writer(buffer)
    buffer.write("\ufeff")
    for row in _table(viewer, activities, language):
        writer.writerow([_harmless(cell) for cell in row])
        yield buffer.getvalue()
        buffer.seek(0)
        buffer.truncate()


def xlsx(viewer: Viewer, activities: QuerySet[Activity], language: Language) -> bytes:
    """A workbook with one sheet; numbers are numbers, everything else is text."""
    file = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(file, options) as book:
        sheet = book.add_worksheet("交流案件" if language == "ja" else "Activities")
        heading = book.add_format({"bold": True, "bottom": 1})
        last = 0
        for number, row in enumerate(_table(viewer, activities, language)):
            last = number
            for column, cell in enumerate(row):
                style = heading if number == 0 else None
                if isinstance(cell, int):
                    sheet.write_number(number, column, cell, style)
                else:
                    sheet.write_string(number, column, cell, style)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
        sheet.set_column(0, len(COLUMNS) - 1, 12)
        sheet.set_column(5, 5, 48)
    return file.getvalue()


def partner_codes(activity: Activity) -> list[str]:
    """Codes of the partners in the order in which they were printed."""
    return [code for code in activity.partner_codes.split(";") if code]


def _fetched(viewer: Viewer, activities: QuerySet[Activity]) -> Iterable[Activity]:
    rows = with_sources(viewer, activities).select_related("organisation")
    return rows.iterator(chunk_size=CHUNK)


def _table(
    viewer: Viewer, activities: QuerySet[Activity], language: Language
) -> Iterator[list[str | int]]:
    yield [ja if language == "ja" else en for _, ja, en in COLUMNS]
    words = vocabulary.load()
    for activity in _fetched(viewer, activities):
        yield [_cell(activity, name, words, language) for name, _, _ in COLUMNS]


def _cell(
    activity: Activity, name: str, words: vocabulary.Vocabulary, language: Language
) -> str | int:
    if name == "partners":
        return "、".join(_partner(code, words, language) for code in partner_codes(activity))
    if name == "sources":
        records = [source.record for source in activity.seen_sources]  # type: ignore[attr-defined]
        return "; ".join(
            f"{record.payload['evidence']['document']['name']}:{record.line}" for record in records
        )
    if name == "organisation":
        return activity.organisation.name_ja if activity.organisation else ""
    if name == "marking":
        return words.label(_MARKINGS[activity.marking], language, group="marking")
    value: str | int | None = activity.pk if name == "id" else getattr(activity, name)
    if isinstance(value, str) and value and name in _GROUPS:
        return words.label(value, language, group=_GROUPS[name])
    return "" if value is None else value


def _partner(code: str, words: vocabulary.Vocabulary, language: Language) -> str:
    entry = words.partners.get(code)
    if entry is None:
        return code
    return entry.ja if language == "ja" else entry.en


def _harmless(cell: str | int) -> str | int:
    """A text that a spreadsheet would take for a formula gets an apostrophe in front."""
    if isinstance(cell, str) and cell.startswith(_FORMULA):
        return f"'{cell}"
    return cell
