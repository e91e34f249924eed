"""Indicators (測定指標) and reference indicators (参考指標) with their targets and actuals."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from renkei.core.extract.base import Extraction
from renkei.core.extract.sheets.values import (
    all_in_words,
    note_field,
    table_unit,
    value_record,
    word_records,
)
from renkei.core.grammar.form import Outline, Section, mid_term_year
from renkei.core.grammar.value_tables import ValueTable, read_value_table, table_notes
from renkei.core.records import Indicator, Leftover, Record, ReferenceIndicator
from renkei.core.records.codes import Measure
from renkei.core.source import Evidence
from renkei.core.text.prepared import Prepared

_QUALITATIVE = frozenset({"mid_term", "target", "progress"})
# Sections that end what is said of an indicator. A field heading that a page layout puts between
# an indicator and its progress does not, nor does a reference indicator.
_ENDS = frozenset({"result", "means", "analysis"})
_RESULT = frozenset({"result", "analysis", "direction", "part", "cited"})


@dataclass(slots=True)
class _Block:
    """An indicator's heading and the sections that belong to it."""

    head: Section
    parts: list[Section] = field(default_factory=list)
    again: bool = False  # told of once more in the result


def read(source: Prepared, form: Outline) -> Extraction:
    """One record per indicator, one per printed value."""
    records: list[Record] = []
    leftovers: list[Leftover] = []
    counts: dict[int, int] = {}
    for block in _blocks(form):
        head = block.head
        table = read_value_table(form.text, head.body, head.end, form.marked)
        field_no = _field_no(form, head, records)
        number = head.number
        if head.kind == "reference":
            counts[field_no or 0] = counts.get(field_no or 0, 0) + 1
            printed = head.number or counts[field_no or 0]
            number = f"R{field_no}-{printed}" if field_no else f"R{printed}"
        measure = _measure(block, table)
        if measure is None and table is None:
            if not block.again:
                reason = "reference" if head.kind == "reference" else "indicator"
                leftovers.append(Leftover(_evidence(source, head), f"{reason}_without_values"))
            continue
        records.append(_indicator(source, form, block, number, field_no, measure, table))
        if table is None:
            continue
        unit = table_unit(form.text[head.start : head.end])
        notes = table_notes(form.text, head.body, head.end, form.marked)
        records.extend(note_field(source, number, note) for note in notes)
        if measure == "qualitative":
            records.extend(word_records(source, number, table))
        else:
            records.extend(value_record(source, number, cell, unit) for cell in table.cells)
        if table.reason:
            evidence = source.evidence(head.body, _last_word(form.text, head))
            leftovers.append(Leftover(evidence, table.reason))
    return Extraction(records, leftovers)


def _blocks(form: Outline) -> list[_Block]:
    blocks: list[_Block] = []
    indicator: _Block | None = None
    in_result = False
    for section in form.sections:
        in_result = section.kind in _RESULT or (in_result and section.kind != "field")
        if section.kind in ("indicator", "reference"):
            blocks.append(_Block(section, again=in_result))
            indicator = blocks[-1] if section.kind == "indicator" else indicator
        elif section.kind in _ENDS:
            indicator = None
        elif indicator is not None and section.kind in _QUALITATIVE | {"status"}:
            indicator.parts.append(section)
    return blocks


def _measure(block: _Block, table: ValueTable | None) -> Measure | None:
    if table is not None:
        return "qualitative" if all_in_words(table) else "quantitative"
    if any(part.kind in _QUALITATIVE for part in block.parts):
        return "qualitative"
    return None


def _field_no(form: Outline, head: Section, records: list[Record]) -> int | None:
    """From the number itself, else from the heading or the indicator before it."""
    if head.kind == "indicator" and head.field_no is not None:
        return head.field_no
    before = form.field_at(head.start)
    last = next((r for r in reversed(records) if isinstance(r, Indicator)), None)
    if head.kind == "reference" and last is not None and last.field_no is not None:
        return last.field_no
    return int(before.number) if before else None


def _indicator(
    source: Prepared,
    form: Outline,
    block: _Block,
    number: str,
    field_no: int | None,
    measure: Measure | None,
    table: ValueTable | None,
) -> Indicator:
    head = block.head
    assert head.name is not None
    named = form.fields.get(field_no) if field_no is not None else None
    mark = (table.mark if table else None) or _mark_beside(form.text, head)
    for part in block.parts:
        if part.kind == "status":
            mark = re.split("[:：]", form.text[part.start : part.body])[-1].strip()
    kind = ReferenceIndicator if head.kind == "reference" else Indicator
    return kind(
        evidence=_evidence(source, head),
        rule=f"sheets.indicator.{head.kind}",
        field_no=field_no,
        field_name=named.name.text if named and named.name else None,
        number=number,
        name=head.name.text,
        primary=head.name.starred,
        measure=measure,
        mid_term_target_year=mid_term_year(form.text, block.parts)
        or (table.mid_term_year if table else None),
        mark=mark,
    )


# Some forms print the mark in the row of the heading: 測定指標1-1 名称 | 達成状況 | b.
_BESIDE = re.compile(r"\t[ ]?達成状況[ ]?[:：]?\t[ ]?(?P<mark>[A-Za-z①-⑤◎○△×])[ ]?(?:\t|$)")


def _mark_beside(text: str, head: Section) -> str | None:
    assert head.name is not None
    end = text.find("\n", head.name.end)
    found = _BESIDE.search(text[head.name.end : end if end >= 0 else len(text)])
    return found["mark"] if found else None


def _evidence(source: Prepared, head: Section) -> Evidence:
    assert head.name is not None
    return source.evidence(head.name.start, head.name.end)


def _last_word(text: str, head: Section) -> int:
    return head.body + len(text[head.body : head.end].rstrip())
