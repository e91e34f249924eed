"""A table of capacity building with columns for country, field, form, period and persons."""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.grammar.programmes import form_of
from renkei.core.records import CapacityBuilding
from renkei.core.text.blocks import TextLine, text_lines
from renkei.core.text.prepared import Prepared
from renkei.core.vocabulary import Vocabulary

_COLUMNS = (
    ("co_operating", re.compile(r"(?:連携|協力|共催)(?:国|相手|機関)?")),
    ("partners", re.compile(r"(?:支援)?(?:対象|相手)?国(?:名|・機関)?|国・地域")),
    ("field", re.compile(r"(?:支援)?(?:分野|内容|事業名?|事業内容)")),
    ("form", re.compile(r"(?:実施)?(?:形式|形態|手段|方法|区分)")),
    ("period", re.compile(r"(?:実施)?(?:期間|時期|年月日?|日程)")),
    ("persons", re.compile(r"(?:参加|派遣|招へい|受入れ?)?(?:人数|者数|人員)")),
)
_NEEDED = {"partners", "field"}
_GAP = re.compile(r"\t+|[ ]{2,}")
_NUMBER = re.compile(r"\d{1,5}")


def read_tables(source: Prepared, vocabulary: Vocabulary) -> Iterator[CapacityBuilding]:
    """The rows below every heading row that has columns for country and field."""
    columns: list[str | None] = []
    country: tuple[str, ...] = ()
    for line in text_lines(source.text, 0, len(source.text)):
        if "\t" not in line.text and "  " not in line.text:
            if line.gap > 1:
                columns = []
            continue
        cells = _GAP.split(line.text)
        heading = [_column(cell) for cell in cells]
        if set(heading) >= _NEEDED:
            columns, country = heading, ()
        elif columns:
            row = _row(source, line, cells, columns, country, vocabulary)
            if row is None:
                columns = []
                continue
            country = row.partners
            yield row


def _row(
    source: Prepared,
    line: TextLine,
    cells: list[str],
    columns: list[str | None],
    country: tuple[str, ...],
    vocabulary: Vocabulary,
) -> CapacityBuilding | None:
    """One row; where the country was merged over several rows it has one cell less."""
    merged = len(cells) == len(columns) - 1 and bool(country) and columns[0] == "partners"
    if not merged and len(cells) != len(columns):
        return None
    names = columns[1:] if merged else columns
    printed = {name: cell for name, cell in zip(names, cells, strict=True) if name is not None}
    partners = country if merged else _codes(printed["partners"], vocabulary)
    if not partners:
        return None
    persons = _NUMBER.search(printed.get("persons", ""))
    return CapacityBuilding(
        evidence=source.evidence(line.start, line.end),
        rule="report.capacity.table",
        notes=("partner_from_heading",) if merged else (),
        partners=partners,
        field=printed.get("field"),
        form=form_of(printed.get("form", "")),
        period=printed.get("period"),
        persons=int(persons[0]) if persons else None,
        co_operating=_codes(printed.get("co_operating", ""), vocabulary),
    )


def _column(words: str) -> str | None:
    return next((name for name, pattern in _COLUMNS if pattern.fullmatch(words.strip())), None)


def _codes(words: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Codes of a cell, also of one-character forms (米、豪)."""
    whole = vocabulary.split_compound(words) if words else None
    found = whole or tuple(match.entry for match in vocabulary.find_partners(words))
    return tuple(dict.fromkeys(entry.code for entry in found))
