"""The list in the overall result that names every indicator again with its mark.

The list gives no indicators of its own; its names and marks are kept beside those of the
sections, so that a difference between the two can be found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.extract.base import Extraction
from renkei.core.extract.sheets.belonging import of_indicator
from renkei.core.grammar.atoms import MARK
from renkei.core.grammar.form import Outline, read_name
from renkei.core.records import SheetField
from renkei.core.text.blocks import join_span
from renkei.core.text.prepared import Prepared

_KEY = "目標の達成状況"
_ENTRY = re.compile(
    r"^[ \t]*+(?P<star>\*?)[ \t]*+(?P<number>\d{1,3}-\d{1,3})[ \t]+(?P<name>\S)", re.MULTILINE
)
_FIELD = re.compile(r"^[ \t]*+個別分野[ \t]*+(?P<number>\d{1,3})[ \t:：]", re.MULTILINE)
_MARK = re.compile(rf"[ \t\n](?P<mark>{MARK})[ \t]*(?=\n|$)")
_LONGEST = 400


def read(source: Prepared, form: Outline) -> Extraction:
    """One record per entry: the name as printed there, then its mark. Fields are named too."""
    first = min((section.start for section in form.fields.values()), default=0)
    entries = list(_entries(source, form.text, first))
    return Extraction([*_fields(source, form, first), *entries] if entries else [])


def _fields(source: Prepared, form: Outline, end: int) -> Iterator[SheetField]:
    heads = list(_FIELD.finditer(form.text, 0, end))
    for index, head in enumerate(heads):
        limit = heads[index + 1].start() if index + 1 < len(heads) else end
        entry = _ENTRY.search(form.text, head.end(), limit)
        name = (
            read_name(form.text, head.end(), entry.start(), form.marked, False) if entry else None
        )
        if name is not None:
            yield SheetField(
                evidence=source.evidence(name.start, name.end),
                rule="sheets.field.summary",
                key=f"{_KEY}(個別分野{head['number']})",
                value=name.text,
                field_no=int(head["number"]),
                name=name.text,
            )


def _entries(source: Prepared, text: str, end: int) -> Iterator[SheetField]:
    heads = list(_ENTRY.finditer(text, 0, end))
    for index, head in enumerate(heads):
        limit = heads[index + 1].start() if index + 1 < len(heads) else end
        limit = min(limit, head.start("name") + _LONGEST)
        mark = _MARK.search(text, head.start("name"), limit)
        if mark is None:
            continue
        name = join_span(text, head.start("name"), mark.start("mark"))
        yield SheetField(
            evidence=source.evidence(head.start("name"), mark.end("mark")),
            rule="sheets.field.summary",
            key=f"{_KEY}({head['number']})",
            value=f"{name}{' *' if head['star'] else ''} {mark['mark']}",
            field_no=of_indicator(head["number"]).field_no,
            indicator=head["number"],
            name=name,
            primary=bool(head["star"]),
            mark=mark["mark"],
        )
