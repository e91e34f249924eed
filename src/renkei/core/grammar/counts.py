"""Numbers of things counted, as prose prints them: 計5回, 延べ33名, 4か国7件, A、B及びCの3か国.

An ordinal (第3回, 3回目), a length of time (3年ぶり) and a mere description (3か国局長級) count
nothing and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+|\d{1,6}|[一二三四五六七八九十]{1,3}(?=[かカヶヵケ箇]国))"
_COUNTRY = r"[かカヶヵケ箇]国"
_UNIT = (
    rf"(?P<unit>名|人(?![道員的材口])|{_COUNTRY}|の?国(?:や|・)地域|機関|団体|社|校"
    r"|件|本|隻|機|両|台|基|回(?!目)|つの(?=[^。、]{0,12}(?:会合|部会|分科会|EWG|WG)))"
)
_QUALIFIER = (
    r"(?P<qualifier>(?:合計|総計|累計|延べ|のべ|計(?!画)|これまで(?:に|、)?|全|現在|約"
    r"|おおむね|通算)(?:で|約)?)"
)
_VAGUE = re.compile(rf"(?P<number>(?:数十|十数|数|百数十))(?P<unit>名|人|{_COUNTRY}|回|件)")
_COUNT = re.compile(rf"{_QUALIFIER}?{_NUMBER}{_UNIT}")
_BEFORE = re.compile(r"(?:第|年|毎|各|\d|[.,])\Z")
_BEHIND = re.compile(r"(?:間|ぶり|目|以内|前|度|連続|に1回|級|語|につき)")
_AMONG = re.compile(r"[・、]?(?:延べ)?\d{1,6}(?:件|機関|名|人)")
_TAKEN = re.compile(
    r"(?:\(|\)と\d|\d{0,2}を加え|から|に対し|で(?:行|実施|開催)|が(?:参加|加盟|メンバー|出席)|を(?:招|対象)|と\d)"
)
_TIMES = re.compile(r"(?:の(?:「|会[合談]|協議|開催|実施)|にわたっ|開催|実施|行[いっわ]|参加)")
_KANJI = {"": 0, **{c: n for n, c in enumerate("〇一二三四五六七八九")}}
_PARTICLE = re.compile("(?<!これま)(?:で|に|、)+$|(?<=これまで)[に、]$")
_JOINS = frozenset({"", "・", "、", "と", ")と"})
_PLAIN_UNITS = frozenset({"名", "人"})


@dataclass(frozen=True, slots=True)
class Count:
    """A number at ``start``-``end``; ``number`` is None for a vague one (十数).

    ``joined``: it stands directly behind another that counts the same in other units (4か国7件).
    """

    start: int
    end: int
    number: int | None
    unit: str
    qualifier: str | None
    joined: bool = False


def find_counts(text: str) -> Iterator[Count]:
    """The counts in order. What has no qualifier counts by its unit or by what stands behind."""
    last: Count | None = None
    for found in _COUNT.finditer(text):
        unit = "か国" if re.fullmatch(_COUNTRY, found["unit"]) else found["unit"]
        if _BEFORE.search(text[max(0, found.start() - 1) : found.start()]):
            continue
        if _BEHIND.match(text, found.end()):
            continue
        qualifier = found["qualifier"]
        joined = last is not None and text[last.end : found.start()] in _JOINS
        if not (qualifier or joined or _counts(text, found.end(), unit)):
            continue
        number = _value(found["number"])
        name = _PARTICLE.sub("", qualifier) if qualifier else None
        end = found.end() - unit.endswith("の")
        last = Count(found.start(), end, number, unit.strip("の"), name, joined)
        yield last
    for found in _VAGUE.finditer(text):
        yield Count(*found.span(), None, found["unit"], None)


def _counts(text: str, end: int, unit: str) -> bool:
    if unit in _PLAIN_UNITS or unit == "つの":
        return True
    if unit == "回":
        return _TIMES.match(text, end) is not None
    if unit == "か国":
        return _TAKEN.match(text, end) is not None or _AMONG.match(text, end) is not None
    return unit.endswith("地域")


def _value(printed: str) -> int:
    if printed[0].isdigit():
        return int(printed.replace(",", ""))
    tens, ten, ones = printed.rpartition("十")
    return (_KANJI.get(tens, 0) or 1) * 10 * bool(ten) + _KANJI.get(ones, 0)
