"""Agreements that a report names without a date, and their official names from notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import cast

from renkei.core.grammar.dated import Dates
from renkei.core.grammar.outline import Sentence, partners_of
from renkei.core.records import AgreementRecord, Record
from renkei.core.records.codes import Agreement, AgreementStage
from renkei.core.text.prepared import Prepared
from renkei.core.vocabulary import Match, Partner, Vocabulary, Wording

_WORD = r"[^\sぁ-ん、。「」()]"
_BEFORE = re.compile(rf"(?:{_WORD}{{1,24}}(?:に関する|に係る|にかかる|の)){{0,2}}{_WORD}{{0,30}}\Z")
_OFFICIAL = re.compile(
    r"正式(?:名称|には)[:：は、]*\s*(?P<name>[^。\s]{8,160}?(?:協定|条約|覚書|取決め|取極|議定書))(?![のにへを書])"
)
_ANCHORED = re.compile(r"(?P<name>[^\s、。「」()]{2,40})\Z")
_LEADING = re.compile(r"^.*(?:については|ついて|及び|とともに|[はがをもで])(?=.{4})")
_AGREED = re.compile(
    r"(?:[」)]|同協定)?(?:が|について|の)?(?:[^、。]{0,8})?(?:大枠|大筋|実質|基本)合意"
)
_SIGNED = re.compile(r"」?への[^、。]{0,12}署名|の署名(?:を|に至)")
_IN_FORCE = re.compile(r"」?(?:の|への)?(?:署名・)?(?:が)?発効")
_UNDER = re.compile(r"(?:[」)])?(?:の|に関する|について)?(?:[^、。]{0,6})?(?:交渉)")
_RANK = {None: 0, "negotiating": 1, "agreed_in_principle": 2, "signed": 3, "in_force": 4}
_UNSIGNED = ("negotiating", "agreed_in_principle")
_MOST = 60
_NAMED = frozenset({"ACSA", "情報保護協定", "防衛装備品・技術移転協定", "円滑化協定"})


def read_mentions(
    source: Prepared, told: Sequence[Sentence], dates: Dates, vocabulary: Vocabulary
) -> Iterator[Record]:
    """Named agreements once each, with the stage the sentence tells of; official names."""
    seen: dict[tuple[str, tuple[str, ...]], AgreementRecord] = {}
    for sentence in told:
        official = _OFFICIAL.search(sentence.words) if sentence.mark else None
        if official is not None:
            record = _official(source, sentence, official, vocabulary)
            if record is not None:
                yield record
        for match in vocabulary.find_wording(sentence.words, "agreement"):
            record = _mention(source, sentence, match, vocabulary)
            if record is None:
                continue
            key = (
                record.name if record.agreement not in _NAMED else record.agreement,
                record.partners,
            )
            known = seen.get(key)
            if known is None or _RANK[record.stage] > _RANK[known.stage]:
                seen[key] = record
    yield from seen.values()


def _mention(
    source: Prepared, sentence: Sentence, match: Match[Wording], vocabulary: Vocabulary
) -> AgreementRecord | None:
    """「日豪情報保護協定」; without the pair only where a stage is told (…が大枠合意に至った)."""
    words = sentence.words
    if match.entry.code == "その他" and match.text != "協定":
        return None
    low = max(0, match.start - _MOST)
    before = _BEFORE.search(words[low : match.start])
    begin = low + before.start() if before else match.start
    pair = _pair(words[begin : match.end], vocabulary)
    begin = _pair_start(words, begin, pair[0].start) if pair else match.start
    stage = _stage(words, match.end)
    named = len(words[begin : match.start]) > 0 or match.entry.code in _NAMED
    if not named or not (pair or (stage in _UNSIGNED and match.entry.code in _NAMED)):
        return None
    codes = tuple(dict.fromkeys(m.entry.code for m in pair)) or sentence.partners
    if not codes:
        return None
    return AgreementRecord(
        evidence=source.quote(sentence.text, sentence.start + begin, sentence.start + match.end),
        rule="report.agreement.mention",
        notes=() if pair else ("partner_from_heading",),
        name=words[begin : match.end],
        agreement=cast("Agreement", match.entry.code),
        partners=codes,
        stage=stage,
    )


def _pair(name: str, vocabulary: Vocabulary) -> list[Match[Partner]]:
    """The partners of 日豪, 日米豪, 日ペルー in the name of an agreement."""
    return [
        match
        for match in vocabulary.find_partners(name)
        if match.form == "compound" or name[: match.start].endswith(("日", "日・"))
    ]


def _pair_start(words: str, begin: int, offset: int) -> int:
    """Where 日 of 日豪 stands, the first partner being at ``offset`` behind ``begin``."""
    at = begin + offset
    return at - 1 if at and words[at - 1] == "日" else at


def _stage(words: str, end: int) -> AgreementStage | None:
    """What the sentence says of the agreement named before ``end``, or of 同協定 behind it."""
    again = words.find("同協定", end, end + 120)
    for at in (end, again + 3) if again >= 0 else (end,):
        if _AGREED.match(words, at):
            return "agreed_in_principle"
        if _IN_FORCE.match(words, at):
            return "in_force"
        if _SIGNED.match(words, at):
            return "signed"
        if _UNDER.match(words, at):
            return "negotiating"
    return None


def _official(
    source: Prepared, sentence: Sentence, found: re.Match[str], vocabulary: Vocabulary
) -> AgreementRecord | None:
    """「正式名称：…」 of a note is that of what the note stands at."""
    anchored = _ANCHORED.search(sentence.anchor)
    if anchored is None:
        return None
    name = _LEADING.sub("", anchored["name"])
    kinds = vocabulary.find_wording(name, "agreement")
    if not kinds:
        return None
    pair = _pair(name, vocabulary)
    codes = tuple(dict.fromkeys(m.entry.code for m in pair)) or partners_of(sentence.chapters)
    return AgreementRecord(
        evidence=source.quote(
            sentence.text, sentence.start + found.start("name"), sentence.start + found.end("name")
        ),
        rule="report.agreement.official_name",
        notes=("subject_inferred",),
        name=name,
        agreement=cast("Agreement", kinds[-1].entry.code),
        partners=codes,
        official_name=found["name"],
    )
