"""Means of achievement (達成手段): name, start, indicators, amounts by year, review number."""

from __future__ import annotations

import re

from renkei.core.extract.base import Extraction
from renkei.core.extract.sheets.means.cells import cell_entries, year_columns
from renkei.core.extract.sheets.means.entry import ENTRY, START, Entry
from renkei.core.extract.sheets.means.stream import stream_entries
from renkei.core.grammar.atoms import fiscal_year
from renkei.core.grammar.form import Outline, Section
from renkei.core.grammar.grid import grid_rows, has_empty_cells
from renkei.core.records import Leftover, Means, SheetField
from renkei.core.source import Evidence
from renkei.core.text.blocks import close_up, join_words
from renkei.core.text.prepared import Prepared
from renkei.core.values import FiscalYear

_UNIT = re.compile(r"(?:単位[ \t]*[:：][ \t]*|\()(百万円|千円|億円|円)(?=\)|[ \t]|$)", re.MULTILINE)
_TRAILING = re.compile(r"\([ \t]*(?:\*|-|関連[^()]{0,60}|[^()]{0,60}?施策[^()]{0,60})[ \t]*\)$")


def read(source: Prepared, form: Outline) -> Extraction:
    """One record per means of each table; a table whose years are not told is left over."""
    records: list[Means | SheetField] = []
    leftovers: list[Leftover] = []
    for section in form.of("means"):
        entries = _entries(form, section)
        if not entries and ENTRY.search(form.text, section.body, section.end):
            leftovers.append(
                Leftover(_section_evidence(source, form, section), "means_table_unread")
            )
        named = form.field_at(section.start)
        for entry in entries:
            records.append(_record(source, entry, int(named.number) if named else None))
            records.extend(_overview(source, entry, int(named.number) if named else None))
            if not entry.amounts:
                evidence = source.evidence(entry.start, entry.end)
                leftovers.append(Leftover(evidence, "means_without_amounts"))
    return Extraction(records, leftovers)


def _entries(form: Outline, section: Section) -> list[Entry]:
    printed = _UNIT.search(form.text, section.body, section.end)
    unit = printed[1] if printed else ""
    rows = grid_rows(form.text, section.body, section.end)
    years, body = year_columns(rows)
    if years and has_empty_cells(form.text, section.body, section.end):
        return cell_entries(rows[body:], years, unit)
    return [] if rows else stream_entries(form.text, section.body, section.end, unit)


def _section_evidence(source: Prepared, form: Outline, section: Section) -> Evidence:
    body = form.text[section.body : section.end]
    return source.evidence(section.start, section.body + len(body.rstrip()))


def _record(source: Prepared, entry: Entry, field_no: int | None) -> Means:
    printed = close_up(join_words(entry.names))
    started = START.search(printed)
    name = START.sub("", printed)
    name = name.strip()
    while _TRAILING.search(name):
        name = _TRAILING.sub("", name).rstrip()
    return Means(
        evidence=source.evidence(entry.start, entry.end),
        rule="sheets.means.table",
        field_no=field_no,
        number=entry.number,
        name=close_up(name.strip()),
        start_fiscal_year=_start_year(started[1]) if started else None,
        indicators=tuple(f"{left}-{right}" for left, right in sorted(entry.indicators)),
        amounts=entry.amounts,
        review_number=entry.review_number,
    )


def _overview(source: Prepared, entry: Entry, field_no: int | None) -> list[SheetField]:
    """What the means does, one record per cell."""
    return [
        SheetField(
            evidence=source.evidence(cell.start, cell.end),
            rule="sheets.field.passage",
            key=f"達成手段の概要({'' if field_no is None else field_no}-{entry.number})",
            value=cell.text,
            field_no=field_no,
        )
        for cell in entry.overview
    ]


def _start_year(printed: str) -> FiscalYear | None:
    bare = "".join(printed.split())
    return fiscal_year(bare if bare.endswith("度") else bare + "度")
