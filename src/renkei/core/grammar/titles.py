"""What the title of an activity says: kind, level, form, partners, the other side, ordinal.

A title is read without its bracketed parts; those are told apart by :func:`read_bracket`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from renkei.core.vocabulary import Framework, Match, Office, Partner, Vocabulary
from renkei.core.vocabulary.literals import trie_pattern

_KANJI_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")}
_ORDINAL = re.compile(r"第[ ]*(?:(?P<digits>\d{1,3})|(?P<kanji>[一二三四五六七八九十]{1,4}))[ ]*回")
_TWO = re.compile(r"2[ ]?[+プ＋][ ]?(?:ラス)?2")
_SIGNED = re.compile(r"(?:署名|調印|締結)[・、及び並]{1,3}(?:発効|効力発生)")
_TALKS = re.compile(
    r"(?:との?間の|との|と|による|の)?(?:電話|テレビ|TV|ビデオ|オンライン|ウェブ|Web|VTC|対面)?"
    r"(?:による|での)?(?:首脳|防衛相)?"
    r"(?:会談|懇談|協議|会合|会議|対話|面会|意見交換|表敬)?(?:の?(?:実施|開催))?$"
)
_INBOUND = re.compile(r"(?:の|による)?(?:公式)?(?:訪日|来日|来訪|日本(?:へ)?の?訪問).*$")
_JAPAN = re.compile(r"(?:第[ ]*[\d一二三四五六七八九十]{1,4}[ ]*回[ ]*)?日[・本]?")
_LEADING = re.compile(r"^第[ ]*[\d一二三四五六七八九十]{1,4}[ ]*回")


def event_ending(vocabulary: Vocabulary) -> re.Pattern[str]:
    """A pattern for the end of a title that is whole: it ends in a word for an event."""
    words = trie_pattern([*vocabulary.words("kind"), "会合", "EWG", "WG", "参加", "出席", "級会議"])
    return re.compile(rf"(?:{words})[」』]*(?:等|など)?[ ]*\Z")


@dataclass(frozen=True, slots=True)
class Title:
    """What was read. ``kinds`` holds two codes where one title tells two events (署名・発効)."""

    kinds: tuple[str, ...]
    level: str | None
    mode: str | None
    partners: tuple[str, ...]
    framework: Framework | None
    direction: str | None
    counterpart: str | None
    ordinal: int | None
    agreement: str | None
    bilateral: bool


def read_ordinal(text: str) -> int | None:
    """7 for 第7回 and 第七回; None when no ordinal is printed."""
    found = _ORDINAL.search(text)
    if found is None:
        return None
    if found["digits"]:
        return int(found["digits"])
    tens, ten, ones = found["kanji"].rpartition("十")
    high = _KANJI_DIGITS.get(tens, 1) * 10 if ten else 0
    return high + _KANJI_DIGITS.get(ones, 0) or None


def read_title(words: str, brackets: str, vocabulary: Vocabulary) -> Title:
    """Read ``words``, a title without its brackets; ``brackets`` is what stood in them."""
    partners = vocabulary.find_partners(words)
    kinds = _kinds(words, brackets, partners, vocabulary)
    direction = _direction(words, partners, vocabulary) if "visit" in kinds else None
    ours = vocabulary.find_offices(words, "ours")
    framework = best_framework(words, vocabulary)
    if framework is None and brackets:
        found = best_framework(brackets, vocabulary)
        framework = found or best_framework(brackets + words, vocabulary)  # 専門家会合(サイバー)
    return Title(
        kinds=kinds,
        level=_level(words, kinds, direction, ours, vocabulary),
        mode=read_mode(words, vocabulary),
        partners=_codes(partners),
        framework=framework,
        direction=direction,
        counterpart=_counterpart(words, direction, ours),
        ordinal=read_ordinal(words) or read_ordinal(brackets),
        agreement=_agreement(words, kinds, vocabulary),
        bilateral=_names_japan_first(words, partners),
    )


def partner_codes(words: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Codes of the states and organisations that ``words`` name, in order, each once."""
    return _codes(vocabulary.find_partners(words))


def _codes(found: list[Match[Partner]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(m.entry.code for m in found if m.entry.kind != "region"))


def read_mode(words: str, vocabulary: Vocabulary) -> str | None:
    """The form that ``words`` print (電話会談, VTC); None when they print none."""
    found = vocabulary.find_wording(words, "mode")
    return found[0].entry.code if found else None


def best_framework(words: str, vocabulary: Vocabulary) -> Framework | None:
    """The framework named in ``words``; the longest name where there are several."""
    found = [m for m in vocabulary.find_frameworks(words) if m.text not in m.entry.loose]
    return max(found, key=lambda m: m.end - m.start).entry if found else None


def _names_japan_first(words: str, partners: list[Match[Partner]]) -> bool:
    """Whether the title names both sides by itself: 日比…, 日・チリ…, 日米豪…."""
    found = _JAPAN.match(words)
    return found is not None and bool(partners) and partners[0].start <= found.end()


def _kinds(
    words: str, brackets: str, partners: list[Match[Partner]], vocabulary: Vocabulary
) -> tuple[str, ...]:
    if _TWO.search(words) or _TWO.search(brackets):
        return ("two_plus_two",)
    if _SIGNED.search(words):
        return ("signing", "entry_into_force")
    found = vocabulary.find_wording(words, "kind")
    if found:
        return (found[-1].entry.code,)
    return ("visit",) if any(match.form == "visit" for match in partners) else ()  # 訪墨


def _direction(words: str, partners: list[Match[Partner]], vocabulary: Vocabulary) -> str | None:
    found = vocabulary.find_wording(words, "direction")
    if found:
        return found[-1].entry.code
    return "outbound" if any(match.form == "visit" for match in partners) else None


def _level(
    words: str,
    kinds: tuple[str, ...],
    direction: str | None,
    ours: list[Match[Office]],
    vocabulary: Vocabulary,
) -> str | None:
    """Our side's level: none for a guest's visit, nor for two ministers of ours at once (2+2)."""
    if direction == "inbound":
        return None
    for match in ours:
        if match.text not in match.entry.loose or match.start == 0:
            return match.entry.code
    found = vocabulary.find_offices(words, "title")
    level = found[0].entry.code if found else None
    return None if kinds == ("two_plus_two",) and level == "minister" else level


def _counterpart(words: str, direction: str | None, ours: list[Match[Office]]) -> str | None:
    if direction == "inbound":
        return _LEADING.sub("", _INBOUND.sub("", words)).strip() or None
    for match in ours:
        if words.startswith(("と", "・"), match.end):
            theirs = _TALKS.sub("", words[match.end + 1 :]).strip()
            return theirs or None
    return None


def _agreement(words: str, kinds: tuple[str, ...], vocabulary: Vocabulary) -> str | None:
    if not {"signing", "entry_into_force"} & set(kinds):
        return None
    found = vocabulary.find_wording(words, "agreement")
    named = [m for m in found if m.entry.code != "その他"] or found
    return named[0].entry.code if named else "その他"
