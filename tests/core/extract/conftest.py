"""Reading a text with one family, as every test of the families does."""

from collections.abc import Callable

import pytest

from renkei.core.extract.base import Extraction, Family
from renkei.core.extract.narrative import read_narrative
from renkei.core.source import DocumentRef
from renkei.core.text.document import Document
from renkei.core.text.prepared import prepare
from renkei.core.vocabulary import load

Reader = Callable[[Family, str], Extraction]
Prose = Callable[[str], Extraction]

HEAD = "2　各国との協力\n\n(1)チリ\n"


@pytest.fixture
def read_with() -> Reader:
    """Run one family over a text; every record and leftover quotes the text exactly."""

    def read(family: Family, text: str) -> Extraction:
        document = Document(DocumentRef("sample.txt", "0" * 64), text)
        extraction = family(prepare(document), load())
        for item in (*extraction.records, *extraction.leftovers):
            evidence = item.evidence
            assert text[evidence.start : evidence.end] == evidence.text
            assert evidence.text.strip()
            assert document.line_at(evidence.start) == evidence.line
        return extraction

    return read


@pytest.fixture
def read(read_with: Reader) -> Prose:
    """Read sentences of prose that stand under a heading on Chile."""
    return lambda sentences: read_with(read_narrative, f"{HEAD}{sentences}\n")
