"""Yearly targets in words, with the progress told for the same year, as items."""

from __future__ import annotations

from collections.abc import Iterator

from renkei.core.extract.base import Extraction
from renkei.core.grammar.form import Outline, Section
from renkei.core.grammar.sheet_items import Passage, split_items, whole_passage
from renkei.core.grammar.sheet_parts import numbered_parts
from renkei.core.grammar.sheet_years import YearlyTarget, yearly_targets
from renkei.core.records import Item, Leftover, SheetField, Target
from renkei.core.text.prepared import Prepared
from renkei.core.values import FiscalYear


def read(source: Prepared, form: Outline) -> Extraction:
    """One record per indicator and year; a target whose year cannot be read is left over."""
    records: list[Target | SheetField] = []
    leftovers: list[Leftover] = []
    for found in yearly_targets(form):
        year = found.year(form.text)
        items, progress = _items(form, found.target), _items(form, found.progress)
        if year is None or not items:
            evidence = source.evidence(found.target.start, found.target.body)
            leftovers.append(Leftover(evidence, "target_year_unresolved" if items else "no_items"))
            continue
        records.extend(_introductions(source, form, found, year, items, progress))
        records.append(
            Target(
                evidence=source.evidence(items[0].start, _end(found, items, progress)),
                rule="sheets.target.section",
                number=found.indicator.number,
                fiscal_year=year,
                items=tuple(item.text for item in items),
                progress=tuple(item.text for item in progress),
                item_parts=_parts(form, items),
                progress_parts=_parts(form, progress),
            )
        )
    return Extraction(records, leftovers)


def _parts(form: Outline, items: list[Passage]) -> tuple[Item, ...]:
    """The items down to the last level that is numbered."""
    return tuple(
        Item(number=part.number, text=part.passage.text)
        for item in items
        for part in numbered_parts(form.text, item, form.marked)
    )


def _end(found: YearlyTarget, items: list[Passage], progress: list[Passage]) -> int:
    """Where the words end: with the progress, unless other sections stand before it."""
    follows = found.progress is not None and found.progress.start == found.target.end
    return (progress if follows and progress else items)[-1].end


def _introductions(
    source: Prepared,
    form: Outline,
    found: YearlyTarget,
    year: FiscalYear,
    items: list[Passage],
    progress: list[Passage],
) -> Iterator[SheetField]:
    """What stands before the items of a target or of its progress."""
    heading = form.text[found.target.start : found.target.body].strip()
    for section, name, before in (
        (found.target, "目標", items),
        (found.progress, "施策の進捗状況・実績", progress),
    ):
        if section is None or not before:
            continue
        for passage in whole_passage(form.text, section.body, before[0].start, form.marked):
            yield SheetField(
                evidence=source.evidence(passage.start, passage.end),
                rule="sheets.field.introduction",
                key=f"{name}の前文({found.indicator.number} {''.join(heading.split())})",
                value=passage.text,
                field_no=found.indicator.field_no,
                indicator=found.indicator.number,
                fiscal_year=year,
            )


def _items(form: Outline, section: Section | None) -> list[Passage]:
    if section is None:
        return []
    return split_items(form.text, section.body, section.end, form.marked)
