"""Bodies of a framework, levels and terms of office, as prose prints them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_SET_UP = re.compile(
    r"(?:のもと|の下|もと)に、?(?P<items>(?:[①-⑳][^①-⑳。]{2,60})+)が(?:設置|設けられ|置かれ)"
)
_ITEM = re.compile(r"[①-⑳](?P<name>[^①-⑳。]{2,60}?)(?=、?[①-⑳]|\Z)")
_GATHERING = r"(?:会合|会議|グループ|フォーラム|対話|協議|委員会|部会)"
_ABBREVIATED = re.compile(
    rf"(?:(?<=及び)|(?<=、)|(?<=ほか)|(?<=\A))(?P<name>(?!及び)[^、。()]{{2,40}}?{_GATHERING})"
    r"\((?P<abbr>[A-Z][A-Za-z/\s-]{1,16}?):[A-Z][^()]{3,120}\)"
)
_OF_FIELDS = re.compile(
    r"(?:\A|[。、])(?P<fields>[^。()]{4,160}?)の\d{1,2}(?:つ)?の(?P<base>[^\sぁ-ん、。]{0,8}(?:会合|部会|分科会|EWG|WG))(?:を|が)(?:設置|設け)"
)
_LEVEL = r"(?:[一-龥]{1,8}(?:・[一-龥]{1,6})*(?:級|クラス))"
_LEVELS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:\d[かカ]国)?(?P<level>{_LEVEL}|閣僚)(?:の)?(?:全体)?(?:会合|会議|協議|対話)(?:である|で、)",
        r"\((?P<level>[^()、]{0,12}級)\)を対象と",
        rf"における(?P<level>{_LEVEL}(?:・{_LEVEL})?)の(?:協議|会合|会議)",
        rf"(?P<level>国防(?:大臣|相|長官)(?:級|クラス)?|防衛大臣|{_LEVEL})(?:が出席する|を集め)",
        rf"(?P<level>{_LEVEL})の(?=閣僚会合)",
    )
)
_LEVEL_WORD = re.compile("級|クラス|閣僚|大臣|国防")
_LINE_LEVEL = re.compile(r"[…・\s]*(?P<level>[^\s、。…]{2,20}級)の(?:会議|会合)")
_CHAIR = re.compile(
    r"(?:共同)?議長(?:国)?(?P<being>(?:\((?:いずれも)?当時\))?であ(?:る|った))?"
    r"(?:を務め|として|に就任|国)?"
)
_OF_LEVEL = re.compile(rf"(?P<level>{_LEVEL})の(?P<name>閣僚会合|全体会合)(?=のほか|が|を|及び|、)")
_IN_NAME = re.compile(
    r"(?:次官|局長|課長|将官|佐官|参謀長)級(?=(?:全体)?(?:会合|会議|協議|フォーラム)\Z)"
)


class Named(NamedTuple):
    """A name at ``start``-``end``, with the short form and level printed with it, if any."""

    name: str
    start: int
    end: int
    short: str = ""
    level: str | None = None


def bodies(text: str) -> Iterator[Named]:
    """Bodies that ``text`` says a framework has: ①…②…, 名称(SOM: …), A、Bの2つの専門家会合."""
    for found in _SET_UP.finditer(text):
        for item in _ITEM.finditer(text, found.start("items"), found.end("items")):
            name = item["name"].rstrip("、")
            yield Named(name, item.start("name"), item.start("name") + len(name))
    for found in _ABBREVIATED.finditer(text) if "(" in text else ():
        yield Named(found["name"], found.start("name"), found.end(), found["abbr"])
    for found in _OF_LEVEL.finditer(text) if _LEVEL_WORD.search(text) else ():
        yield Named(found["name"], found.start(), found.end(), level=found["level"])
    for found in _OF_FIELDS.finditer(text) if "設" in text else ():
        at = found.start("fields")
        for field in found["fields"].split("、"):
            yield Named(field + found["base"], at, at + len(field))
            at += len(field) + 1


def find_level(text: str) -> Named | None:
    """The level of those who meet, as printed (次官・局長級)."""
    if not _LEVEL_WORD.search(text):
        return None
    for pattern in _LEVELS:
        found = pattern.search(text)
        if found is not None:
            return Named(found["level"], *found.span("level"))
    return None


def level_in_name(name: str) -> str | None:
    """次官級 of X次官級会合."""
    found = _IN_NAME.search(name)
    return found[0] if found else None


def level_of_line(line: str) -> str | None:
    """The level that a line of an organisation chart gives: 「… 次官級の会議」."""
    found = _LINE_LEVEL.match(line)
    return found["level"] if found else None


def find_chair(text: str) -> re.Match[str] | None:
    """Where ``text`` speaks of a chair; group ``being`` is set for 議長国である."""
    return _CHAIR.search(text)
