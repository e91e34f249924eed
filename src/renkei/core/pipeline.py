"""Document in, records and leftovers out: a pure function of its arguments."""

from __future__ import annotations

from dataclasses import dataclass

from renkei.core.extract.base import Family
from renkei.core.extract.registry import FAMILIES
from renkei.core.records import Leftover, Record
from renkei.core.text.document import Document
from renkei.core.text.prepared import prepare
from renkei.core.vocabulary import Vocabulary, load


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one document, in order of the document."""

    document: Document
    records: tuple[Record, ...]
    leftovers: tuple[Leftover, ...]


def read(
    document: Document,
    vocabulary: Vocabulary | None = None,
    families: tuple[Family, ...] = FAMILIES,
) -> Reading:
    """Run every family over ``document``. Records are sorted by where they stand."""
    words = load() if vocabulary is None else vocabulary
    source = prepare(document)
    records: list[Record] = []
    leftovers = [Leftover(document.evidence(span), reason) for span, reason in document.gaps]
    for family in families:
        extraction = family(source, words)
        records.extend(extraction.records)
        leftovers.extend(extraction.leftovers)
    records.sort(key=lambda record: record.evidence.start)
    leftovers.sort(key=lambda leftover: leftover.evidence.start)
    return Reading(document, tuple(records), tuple(leftovers))
