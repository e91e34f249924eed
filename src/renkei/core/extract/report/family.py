"""From a report to the facts that are no activities."""

from __future__ import annotations

import re

from renkei.core.extract.base import Extraction
from renkei.core.extract.report.capacity import read_capacity
from renkei.core.extract.report.figures import read_figures
from renkei.core.extract.report.frameworks import read_frameworks
from renkei.core.extract.report.mentions import read_mentions
from renkei.core.extract.report.profiles import read_profiles
from renkei.core.extract.report.references import read_references
from renkei.core.extract.report.totals import read_totals
from renkei.core.grammar.dated import Dates
from renkei.core.grammar.layout import is_sheet
from renkei.core.grammar.outline import chapters, read_sentences
from renkei.core.grammar.years import year_of_edition
from renkei.core.records import Record
from renkei.core.text.prepared import Prepared
from renkei.core.vocabulary import Vocabulary

_PROSE = re.compile(r"(?:\d{4}|元|\d)年\d{1,2}月[^。]{0,400}。", re.DOTALL)
_COOPERATION = re.compile(r"協力・交流|防衛協力|安全保障協力|能力構築支援|多国間")


def applies(text: str) -> bool:
    """Whether the document is dated prose on co-operation with partners, and no sheet."""
    return (
        not is_sheet(text)
        and _COOPERATION.search(text) is not None
        and _PROSE.search(text) is not None
    )


def read_report(source: Prepared, vocabulary: Vocabulary) -> Extraction:
    """Read profiles, references, figures and totals."""
    if not applies(source.text):
        return Extraction()
    blocks = source.blocks
    paths = chapters(blocks, vocabulary)
    if not any(paths):
        return Extraction()
    told = list(read_sentences(blocks, paths, vocabulary))
    dates = Dates(told, source.document.published_year or year_of_edition(source.text))
    records: list[Record] = []
    for read in (read_profiles, read_totals, read_frameworks, read_mentions, read_capacity):
        records.extend(read(source, told, dates, vocabulary))
    headings = [path for block, path in zip(blocks, paths, strict=True) if block.kind == "heading"]
    records.extend(read_references(source, headings, vocabulary))
    listed, legends = read_figures(source, vocabulary)
    return Extraction((*records, *listed), legends)
