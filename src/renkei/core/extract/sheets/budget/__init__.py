"""Budget tables of a sheet: the request sheet (政策評価調書) and budgets with execution by year."""

from __future__ import annotations

from renkei.core.extract.base import Extraction
from renkei.core.extract.sheets.budget import execution, request
from renkei.core.grammar.form import Outline
from renkei.core.text.prepared import Prepared


def has_request_sheet(text: str) -> bool:
    """True if the document holds a 政策評価調書."""
    return request.OPENING.search(text) is not None


def read(source: Prepared, form: Outline) -> Extraction:
    """One record per cell of either table, the empty ones included."""
    found = [request.read(source, form), execution.read(source, form)]
    return Extraction(
        [record for extraction in found for record in extraction.records],
        [leftover for extraction in found for leftover in extraction.leftovers],
    )
