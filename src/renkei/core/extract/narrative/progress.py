"""Activities told in the progress of an evaluation sheet, below the target of a year.

「１ …の進展」, then prose: months without a year are those of the fiscal year the progress is on, and
partners that a sentence leaves out are those of the item's heading (日米間の協力関係の進展).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.extract.base import Extraction
from renkei.core.extract.narrative.family import Reader
from renkei.core.extract.narrative.people import compound
from renkei.core.grammar.form import Outline, outline
from renkei.core.grammar.prose_dates import Carried
from renkei.core.grammar.sheet_items import split_items, top_mark
from renkei.core.grammar.sheet_years import YearlyTarget, yearly_targets
from renkei.core.text.blocks import paragraphs
from renkei.core.text.prepared import Prepared
from renkei.core.text.prose import Block, paragraph
from renkei.core.values import FiscalYear
from renkei.core.vocabulary import Vocabulary

_DATE = re.compile(r"\d[ \t]?[年月]")  # what prints none tells nothing that could be dated
_ITEM, _PART = 1, 2
_LONGEST_HEADING = 60


def read_progress(source: Prepared, vocabulary: Vocabulary) -> Extraction:
    """Read the progress of every indicator and year; nothing in a document without such."""
    form = source.once(outline)
    found = [_read(source, vocabulary, form, one) for one in yearly_targets(form)]
    return Extraction(
        [record for extraction in found for record in extraction.records],
        [leftover for extraction in found for leftover in extraction.leftovers],
    )


def _read(
    source: Prepared, vocabulary: Vocabulary, form: Outline, found: YearlyTarget
) -> Extraction:
    year = found.year(form.text)
    if found.progress is None or year is None:
        return Extraction()
    reader = Reader(source, vocabulary, year.start + 1)
    reader.context.section = found.indicator.number
    for number, block in enumerate(_blocks(source, form, found)):
        if block.kind == "heading":
            _enter(reader, block)
        else:
            _tell(reader, number, block, year)
    return reader.extraction()


def _enter(reader: Reader, block: Block) -> None:
    """A heading names its partners as a relation (日米・日加間の…)."""
    reader.context.enter(block)
    words = block.text.text
    codes = compound(words, 0, len(words), reader.vocabulary)
    if codes:
        reader.context.topic, reader.context.topic_name = codes, words


def _tell(reader: Reader, number: int, block: Block, year: FiscalYear) -> None:
    """Each paragraph starts with the year it is on, whatever was told as background before."""
    reader.context.dates = Carried(published=reader.published, fiscal=year)
    reader.block(number, block, set())


def _blocks(source: Prepared, form: Outline, found: YearlyTarget) -> Iterator[Block]:
    """The paragraphs of the items; what is short and no sentence is a heading."""
    assert found.progress is not None  # the caller looked
    for item in split_items(form.text, found.progress.body, found.progress.end, form.marked):
        level = _ITEM
        for (first, last), *rest in paragraphs(form.text, item.start, item.end, form.marked):
            top = top_mark(form.text, first, last)
            end = rest[-1][1] if rest else last
            sentence = end - first > _LONGEST_HEADING or "。" in form.text[first:end]
            if not sentence or _DATE.search(form.text, first, end):
                text = paragraph(source.plain, [(top[1] if top else first, last), *rest])
                yield Block("body", text) if sentence else Block("heading", text, level)
            level = _PART
