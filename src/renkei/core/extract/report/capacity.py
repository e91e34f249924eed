"""Programmes of capacity building: told in prose without a date, in items, and in tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from renkei.core.extract.report.capacity_table import read_tables
from renkei.core.grammar.dated import Dates
from renkei.core.grammar.outline import Sentence
from renkei.core.grammar.programmes import Programme, named_programmes, programmes
from renkei.core.records import CapacityBuilding, Record
from renkei.core.text.prepared import Prepared
from renkei.core.vocabulary import Vocabulary

_CAPACITY = "能力構築支援"


def read_capacity(
    source: Prepared, told: Sequence[Sentence], dates: Dates, vocabulary: Vocabulary
) -> Iterator[Record]:
    """What is dated is an activity and is read as one; here is the rest."""
    if _CAPACITY not in source.text:
        return
    for index, sentence in enumerate(told):
        if not any(_CAPACITY in each.name for each in sentence.chapters):
            continue
        for one in programmes(sentence.words, vocabulary):
            period, notes = _period(told, dates, index)
            begin, end = sentence.start + one.start, sentence.start + one.end
            yield CapacityBuilding(
                evidence=source.quote(sentence.text, begin, end),
                rule="report.capacity.prose",
                notes=notes,
                partners=(one.partner,),
                field=one.what,
                form=one.form,
                period=period,
                persons=one.persons,
            )
    seen: set[tuple[str, str]] = set()
    for one in named_programmes(source.text, vocabulary):
        if (one.partner, one.what) not in seen:
            seen.add((one.partner, one.what))
            yield _named(source, one)
    yield from read_tables(source, vocabulary)


def _named(source: Prepared, one: Programme) -> CapacityBuilding:
    return CapacityBuilding(
        evidence=source.evidence(one.start, one.end),
        rule="report.capacity.item",
        partners=(one.partner,),
        field=one.what,
        co_operating=one.with_whom,
    )


def _period(
    told: Sequence[Sentence], dates: Dates, index: int
) -> tuple[str | None, tuple[str, ...]]:
    """The period that the sentences before have named for all (…から…までの間に実施した)."""
    for at in range(index, index - told[index].first - 1, -1):
        for group in reversed(dates.of(at)):
            if group.points[0].end is not None and not group.aside:
                return told[at].words[group.start : group.end], ("date_shared",)
    return None, ()
