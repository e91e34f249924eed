"""Names of relations (「特別なパートナー」) and the groups partners are counted to under FOIP."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from renkei.core.grammar.dated import Dates
from renkei.core.grammar.outline import Sentence
from renkei.core.grammar.relationship import (
    Label,
    find_labels,
    group_of,
    listed_end,
    same_label,
)
from renkei.core.records import PartnerProfile, Record
from renkei.core.records.codes import FoipGroup
from renkei.core.text.prepared import Prepared
from renkei.core.vocabulary import Vocabulary

_BEING = re.compile(r"」?である(?=[^、。はが])")
_FOIP = re.compile(r"FOIP|自由で開かれた(?:「)?インド(?:・)?太平洋")


def read_profiles(
    source: Prepared, told: Sequence[Sentence], dates: Dates, vocabulary: Vocabulary
) -> Iterator[Record]:
    """Every name of a relation once per partner, and the groups of partners."""
    named: dict[tuple[str, str], PartnerProfile] = {}
    for index, sentence in enumerate(told):
        for label in find_labels(sentence.words):
            record = _relationship(source, index, sentence, label, dates, vocabulary)
            if record is None:
                continue
            key = (record.partner, same_label(record.value))
            known = named.get(key)
            if known is None or (known.since is None and record.since is not None):
                named[key] = record
        yield from _group(source, sentence, vocabulary)
    yield from named.values()


def _relationship(
    source: Prepared,
    index: int,
    sentence: Sentence,
    label: Label,
    dates: Dates,
    vocabulary: Vocabulary,
) -> PartnerProfile | None:
    partner, notes = _partner(sentence, label, vocabulary)
    if partner is None:
        return None
    group = dates.before(index, label.start) if label.raised else None
    since = group.points[-1] if group else None
    return PartnerProfile(
        evidence=source.quote(
            sentence.text, sentence.start + label.start, sentence.start + label.end
        ),
        rule="report.profile.relationship",
        notes=(*notes, *(since.notes if since else ())),
        partner=partner,
        aspect="relationship",
        value=sentence.words[label.start : label.end],
        since=since.start if since else None,
    )


def _partner(
    sentence: Sentence, label: Label, vocabulary: Vocabulary
) -> tuple[str | None, tuple[str, ...]]:
    """Whom the name is of: behind である, else the chapter's one, else named before it."""
    words = sentence.words
    being = _BEING.match(words, label.end)
    found = vocabulary.find_partners(words)
    if being is not None:
        behind = [match for match in found if match.start == being.end()]
        if behind:
            return behind[0].entry.code, ()
    if words[label.start : label.end].endswith("同盟国"):
        return None, ()
    if len(sentence.partners) == 1:
        return sentence.partners[0], ("partner_from_heading",)
    before = [match for match in found if match.end <= label.start and match.entry.kind != "region"]
    return (before[-1].entry.code, ()) if before else (None, ())


def _group(source: Prepared, sentence: Sentence, vocabulary: Vocabulary) -> Iterator[Record]:
    """The partners that the first sentence under a heading of a group begins with."""
    if sentence.first or sentence.mark or sentence.under is None:
        return
    group = group_of(sentence.under)
    if group is None or not any(_FOIP.search(each.name) for each in sentence.chapters):
        return
    listed = sentence.words[: listed_end(sentence.words)]
    for match in vocabulary.find_partners(listed):
        start = sentence.start + match.start
        yield PartnerProfile(
            evidence=source.quote(sentence.text, start, sentence.start + match.end),
            rule="report.profile.group",
            notes=("group_from_heading",),
            partner=match.entry.code,
            aspect="foip_group",
            value=sentence.under,
            group=cast("FoipGroup", group),
        )
