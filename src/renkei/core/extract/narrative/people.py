"""Who takes part: our office, the other side's, and the partners that words name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from renkei.core.vocabulary import Match, Office, Vocabulary

_LONG_NAME = re.compile(
    r"(?:[ァ-ヺー・=]+|[一-龥々]{1,4})?(?:[A-Z]{2,6}|第\d|[一-龥々ァ-ヺー]{0,12})\Z"
)
_OUR_NAME = re.compile(r"(?:^|[、。はがとの]|及び)(?P<name>[一-龥々]{1,4})\Z")
_FORCE = (
    r"(?:海軍|陸軍|空軍|国軍|軍|国防|人民軍|政府|主催|艦艇|海兵隊|国防省|全?加盟国|事務局|事務総長"
    r"|上級代表)"
)
_OFFICE = r"(?:大臣|長官|司令官|参謀|議長|代表|首相|大統領|国王|閣僚|カウンターパート)"
_TAKES_PART = re.compile(
    rf"(?:と|及び|や|並びに|、|・)|{_FORCE}|\([^()]{{1,30}}\)(?:と|及び|や|、)"
    rf"|の(?:各国|4|3|5)|(?:海|陸|空)?軍?(?:等)?に対し|を招(?:い|き|へい|待)|の[^、。]{{0,16}}?{_OFFICE}"
    rf"|の[^、。がはを]{{0,12}}?(?:学校|病院|部隊|関係者|要員)に対し|の[^、。がはを]{{0,4}}?(?:次官|局長|課長)級"
)
# what partners have to do with an act of which the chapter's country may have no part
_ROLES = {
    "port_call": re.compile(r"(?:への|に)(?:初めて|共同)?寄[港航]"),
    "statement": re.compile(r"が(?:発表|発出|採択)した(?=「)"),
}
# what an office names is a gathering of its holders, or somebody told of again by name
_NO_PERSON = re.compile(r"(?:等|級)?(?:会[議合談]|間)|として")
_LINK = re.compile("及び|、")
_HOSTED = re.compile("共催|主催|両国|両軍")
_JOINED_FORCE = re.compile(r"[^、。はがを]{1,16}に(?:加わ|随伴す)る")
_IN_BRACKETS = re.compile(r"\([^()]{1,40}\)")
_LEVEL_OF_RANK = {
    "head_of_state": "summit",
    "head_of_government": "summit",
    "defence_minister": "minister",
    "foreign_minister": "foreign_minister",
}
_UNITS = re.compile(
    r"護衛艦|部隊|輸送艦|補給艦|潜水艦|輸送機|哨戒機|練習艦|海自|空自|陸自|自衛隊|自衛官"
)


@dataclass(frozen=True, slots=True)
class People:
    """``ours``/``theirs`` as printed with the person's name; ``office`` is ours alone."""

    office: str = ""
    level: str | None = None
    ours: str = ""
    theirs: str = ""
    rank: str = ""
    units: bool = False


def find_people(text: str, start: int, end: int, vocabulary: Vocabulary) -> People:
    """Our first and the other side's first office between ``start`` and ``end``."""
    words = text[start:end]
    mine = _our_office(words, vocabulary)
    other = _their_office(words, vocabulary)
    return People(
        office=mine.text if mine else "",
        level=mine.entry.code if mine else None,
        ours=_with_our_name(words, mine) if mine else "",
        theirs=_all_theirs(words, other, vocabulary) if other else "",
        rank=other.entry.code if other else "",
        units=_UNITS.search(words) is not None,
    )


def level_of_rank(rank: str) -> str | None:
    """Our level in talks with an office of that rank, where it is plain."""
    return _LEVEL_OF_RANK.get(rank)


def _our_office(words: str, vocabulary: Vocabulary) -> Match[Office] | None:
    ours = vocabulary.find_offices(words, "ours")
    both = {match.span for match in ours}
    theirs = [match.span for match in vocabulary.find_offices(words, "counterpart")]
    theirs = [span for span in theirs if span not in both]
    for match in ours:
        if match.text == "防衛相" or any(a <= match.start < b for a, b in theirs):
            continue
        if match.text in match.entry.loose and not _is_ours(words, match):
            continue
        return match
    return None


def _is_ours(words: str, match: Match[Office]) -> bool:
    """外務大臣 and the like are ours unless a foreign name stands before them."""
    before = words[: match.start]
    return match.text in ("外務大臣", "事務次官") and not re.search(r"[ァ-ヺー]\Z", before)


def _their_office(words: str, vocabulary: Vocabulary) -> Match[Office] | None:
    for match in vocabulary.find_offices(words, "counterpart"):
        if match.entry.code in ("chair", "delegation") or _ours_before(words, match):
            continue
        if _NO_PERSON.match(words, match.end):
            continue
        if match.text in ("外務大臣", "事務次官") and _is_ours(words, match):
            continue
        return match
    return None


def _ours_before(words: str, match: Match[Office]) -> bool:
    return words[: match.start].endswith(("内閣総理大臣と", "わが国の"))


def _all_theirs(words: str, first: Match[Office], vocabulary: Vocabulary) -> str:
    """「X司令官・Y本部長」: those whom 及び or 、 joins to the first."""
    names = [_with_name(words, first) + _second_office(words, first.end, vocabulary)]
    end = first.end
    for match in vocabulary.find_offices(words[end : end + 60], "counterpart"):
        joined = _LINK.match(words, end)
        if joined is None or end + match.start - joined.end() > 24:
            break
        start = first.end + match.start
        if not words[joined.end() : start].isalpha() and "・" not in words[joined.end() : start]:
            break
        name = words[joined.end() : first.end + match.end]
        if any(mark in name for mark in "はがをと、"):
            break
        names.append(name)
        end = first.end + match.end
    return "・".join(names)


def _with_name(words: str, match: Match[Office]) -> str:
    """「レイノルズ国防大臣」, 「アクイリノ米太平洋艦隊司令官」: the office with what stands before it."""
    found = _LONG_NAME.search(words[max(0, match.start - 26) : match.start])
    return (found[0].lstrip("・=、") if found else "") + match.text


def _second_office(words: str, end: int, vocabulary: Vocabulary) -> str:
    """「兼国防大臣」 behind an office; empty if its holder has no other."""
    if words[end : end + 1] != "兼":
        return ""
    found = vocabulary.find_offices(words[end + 1 : end + 21], "counterpart")
    return f"兼{found[0].text}" if found and found[0].start == 0 else ""


def _with_our_name(words: str, match: Match[Office]) -> str:
    found = _OUR_NAME.search(words[max(0, match.start - 6) : match.start])
    return (found["name"] if found else "") + match.text


def participants(
    text: str, start: int, end: int, vocabulary: Vocabulary, *, masked: bool = True
) -> tuple[str, ...]:
    """Partners that words name as taking part: compounds (日米豪), forces, offices' countries.

    A country that is only a place (東京, ベトナムで実施された) is none. ``masked``: what stands in
    the name of a framework does not count.
    """
    codes: list[str] = []
    words = _JOINED_FORCE.sub(_blank, _IN_BRACKETS.sub(_blank, text[start:end]))
    for named in vocabulary.find_frameworks(words) if masked else ():
        words = words[: named.start] + "*" * (named.end - named.start) + words[named.end :]
    for match in vocabulary.find_partners(words):
        if match.entry.kind == "region":
            continue
        if (
            match.start
            and words[match.start - 1] in "米英仏豪印"
            and _HOSTED.match(words, match.end)
        ):
            other = vocabulary.partner(words[match.start - 1])
            codes += [other.code] if other else []
            codes.append(match.entry.code)
        if match.form in ("compound", "force", "list") or _takes_part(
            words, match.start, match.end
        ):
            codes.append(match.entry.code)
    return tuple(dict.fromkeys(codes))


def in_role(kind: str, words: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Hosts of a port call (ジブチへの寄港), makers of a statement (ASEANが発表した「…」)."""
    role = _ROLES.get(kind)
    return tuple(
        match.entry.code
        for match in (vocabulary.find_partners(words) if role else ())
        if role and match.entry.code != "JPN" and role.match(words, match.end)
    )


def _blank(found: re.Match[str]) -> str:
    return "*" * len(found[0])


def _takes_part(words: str, start: int, end: int) -> bool:
    if words.startswith("日", max(0, start - 1)) or words[max(0, start - 2) : start] == "日・":
        return True
    while end < len(words) and words[end] == "*":
        end += 1
    return _TAKES_PART.match(words, end) is not None


def compound(text: str, start: int, end: int, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The partners of a compound or of 日X in the title of an event; empty if there is none."""
    words = text[start:end]
    codes = [
        match.entry.code
        for match in vocabulary.find_partners(words)
        if match.entry.kind != "region"
        and (match.form == "compound" or _follows_japan(words, match.start))
    ]
    return tuple(dict.fromkeys(codes))


def _follows_japan(words: str, start: int) -> bool:
    before = words[:start]
    return re.search(r"日(?:・|[米英仏独豪印韓中露加])*\Z", before) is not None or (
        "日" in before[-12:] and re.search(r"日[^ぁ-ん、。]{1,12}\Z", before) is not None
    )
