"""Means that the analysis of an indicator cites, with their numbers and years."""

from __future__ import annotations

from renkei.core.extract.base import Extraction
from renkei.core.grammar.form import Outline
from renkei.core.grammar.sheet_means import Citation, citations
from renkei.core.records import Leftover, MeansReference
from renkei.core.text.prepared import Prepared


def read(source: Prepared, form: Outline) -> Extraction:
    """One record per citation; a means that changed its number gives one per number."""
    records: list[MeansReference] = []
    leftovers: list[Leftover] = []
    for section in form.of("cited"):
        cited, unread = citations(form.text, section.body, section.end)
        records.extend(_record(source, section.number, citation) for citation in cited)
        leftovers.extend(
            Leftover(source.evidence(start, end), "means_citation_unresolved")
            for start, end in unread
        )
    return Extraction(records, leftovers)


def _record(source: Prepared, indicator: str, citation: Citation) -> MeansReference:
    return MeansReference(
        evidence=source.evidence(citation.start, citation.end),
        rule="sheets.means.citation",
        notes=("misprint_corrected",) if citation.misprint else (),
        indicator=indicator,
        means_name=citation.name,
        means_number=citation.number,
        fiscal_years=citation.years,
    )
