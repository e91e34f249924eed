"""Records of the official evaluation sheets: fields, indicators, targets, means, budgets.

The outline of the form is found once and handed to one reader per kind of record.
"""

from __future__ import annotations

from renkei.core.extract.base import Extraction
from renkei.core.extract.sheets import (
    budget,
    fields,
    indicators,
    means,
    passages,
    references,
    result,
    summary,
    targets,
)
from renkei.core.grammar.form import Outline, is_numbered_form, outline
from renkei.core.text.prepared import Prepared
from renkei.core.vocabulary import Vocabulary

_READERS = (
    fields.read,
    budget.read,
    result.read,
    summary.read,
    indicators.read,
    targets.read,
    means.read,
    references.read,
    passages.read,
)


def sheets(source: Prepared, vocabulary: Vocabulary) -> Extraction:
    """Read a sheet of the official form; an empty extraction for any other document."""
    del vocabulary  # the form speaks in its own headings
    form = source.once(outline)
    if not _applies(form):
        return Extraction()
    found = [read(source, form) for read in _READERS]
    return Extraction(
        [record for extraction in found for record in extraction.records],
        [leftover for extraction in found for leftover in extraction.leftovers],
    )


def _applies(form: Outline) -> bool:
    """True for the form with numbered indicators, fields or means, and for a budget sheet alone."""
    numbered = form.fields or form.of("reference", "means") or is_numbered_form(form.text)
    return bool(numbered) or budget.has_request_sheet(form.text)
