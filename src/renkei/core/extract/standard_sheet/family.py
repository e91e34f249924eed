"""The family: find the items of the form once, hand each to the reader of its role."""

from __future__ import annotations

from renkei.core.extract.base import Extraction
from renkei.core.extract.standard_sheet.budget import read_budget
from renkei.core.extract.standard_sheet.fields import read_fields
from renkei.core.extract.standard_sheet.result import read_result
from renkei.core.grammar.standard_form import read_items
from renkei.core.grammar.year_lists import read_layout
from renkei.core.records import Leftover, Record
from renkei.core.text.prepared import Prepared
from renkei.core.vocabulary import Vocabulary


def read_standard_sheet(source: Prepared, vocabulary: Vocabulary) -> Extraction:
    """Read header fields, budget, rating, analysis and remarks of a standard form."""
    del vocabulary  # the form speaks in its own headings
    items = read_items(source.text)
    if not items:
        return Extraction()
    sections = source.once(read_layout).sections
    records: list[Record] = [
        *read_fields(source, items, sections),
        *read_result(source, items, sections),
    ]
    leftovers: list[Leftover] = []
    for item in items:
        if item.role == "budget":
            budget = read_budget(source, item)
            records.extend(budget.records)
            leftovers.extend(budget.leftovers)
    return Extraction(records, leftovers)
