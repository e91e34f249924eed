"""Document in, records and leftovers out: a pure function of its arguments."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from renkei.core.extract.base import Family, Together
from renkei.core.extract.registry import IN_PROSE, READERS, TOGETHER
from renkei.core.records import Leftover, Record
from renkei.core.text.document import Document
from renkei.core.text.prepared import prepare
from renkei.core.vocabulary import Vocabulary, load


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one document, in order of the document.

    ``form`` is the code of the form most records were read by; "" when none applied.
    """

    document: Document
    records: tuple[Record, ...]
    leftovers: tuple[Leftover, ...]
    form: str = ""


def read(
    document: Document,
    vocabulary: Vocabulary | None = None,
    readers: Sequence[tuple[Family, str]] = READERS,
    together: Sequence[Together] | None = None,
) -> Reading:
    """Run every family over ``document``. Records are sorted by where they stand.

    ``together`` puts records together afterwards; None: all do if all families are run.
    """
    words = load() if vocabulary is None else vocabulary
    source = prepare(document)
    records: list[Record] = []
    leftovers = [Leftover(document.evidence(span), reason) for span, reason in document.gaps]
    forms: Counter[str] = Counter()
    for family, form in readers:
        extraction = family(source, words)
        forms[form] += len(extraction.records)
        records.extend(extraction.records)
        leftovers.extend(extraction.leftovers)
    if together is None:
        together = TOGETHER if readers is READERS else ()
    for put_together in together:
        records = put_together(source, records, words)
    records.sort(key=lambda record: record.evidence.start)
    leftovers = _still_left(leftovers, records)
    leftovers.sort(key=lambda leftover: leftover.evidence.start)
    form = max(forms, key=forms.__getitem__) if forms.total() else ""
    return Reading(document, tuple(records), tuple(leftovers), form)


def read_whole(document: Document, vocabulary: Vocabulary | None = None) -> Reading:
    """What :func:`read` reads, and the activities that the prose of sheets tells (ADR 0017)."""
    return read(document, vocabulary, (*READERS, *IN_PROSE), TOGETHER)


def _still_left(leftovers: list[Leftover], records: list[Record]) -> list[Leftover]:
    """Without what another family read as what it is: an entry of a list, a dated sentence.

    Of a sentence it is enough that the date it begins with was read (since when, a term).
    """
    places = [(record.evidence.start, record.evidence.end) for record in records]
    starts = [start for start, _ in places]
    kept = []
    for left in leftovers:
        begin, end = left.evidence.start, left.evidence.end
        inside = bisect_left(starts, begin) != bisect_left(starts, end)
        over = left.reason == "event_not_understood" and any(a <= begin < b for a, b in places)
        if not (over or (left.reason == "entry_not_understood" and inside)):
            kept.append(left)
    return kept
