"""What is left of titles and offices when names of countries and people are taken away.

Two documents rarely print the same title: one writes under the heading of a country, the other in
running text, with names.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from renkei.core import vocabulary

_ORDINAL = re.compile(r"第\d+回|初の|初回")
_MODE = re.compile(
    r"電話又は|電話|テレビ会議形式|テレビ|オンライン|リモート|ビデオ|VTC", re.IGNORECASE
)
_MARKS = re.compile(r"[\s・･「」『』()（）\"“”、，,.。\-~～/]")
_JOINED = re.compile(r"との間の|との|による|における|に係る|に関する|[とのへにを]")
_YEARLY = re.compile(r"(?<=[ァ-ヶーA-Za-z])(?:20)?\d\d\b")
_SAME = (
    ("EWG", "専門家会合"), ("会議", "会合"), ("懇談", "会談"), ("級会合", "級協議"),
    ("閣僚協議", "閣僚会合"), ("3か国", ""), ("三か国", ""),
)  # fmt: skip
"""Words that these documents use for the same thing."""
_PERSON = re.compile(r"[ァ-ヶーA-Za-z・=＝\s]+")
_SERVICES = {"chief_ground": "陸", "chief_maritime": "海", "chief_air": "空"}
_CEREMONY = ("式典", "観艦式", "表敬")
_SHORT = 4


@lru_cache(maxsize=16384)
def core(title: str) -> str:
    """The title without partners, ordinal, mode and particles."""
    text = _YEARLY.sub("", _ORDINAL.sub("", unicodedata.normalize("NFKC", title)))
    for match in sorted(vocabulary.load().find_partners(text), key=lambda m: -m.start):
        text = text[: match.start] + text[match.end :]
    text = _MARKS.sub("", _MODE.sub("", text))
    text = _JOINED.sub("", text.removeprefix("日本国").removeprefix("日"))
    for word, other in _SAME:
        text = text.replace(word, other)
    return text


def similarity(one: str, other: str) -> float:
    """How alike two titles are, 0 to 1: shared pairs of characters of their cores."""
    a, b = _pairs(core(one)), _pairs(core(other))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if total else 0.0


def holds(one: str, other: str) -> bool:
    """Whether one core stands whole within the other, and is more than a general word."""
    short, long = sorted((core(one), core(other)), key=len)
    return len(short) > _SHORT and short in long


@lru_cache(maxsize=16384)
def office(counterpart: str) -> str:
    """The office of a person of the other side, without country and name."""
    text = unicodedata.normalize("NFKC", counterpart)
    for match in sorted(vocabulary.load().find_partners(text), key=lambda m: -m.start):
        text = text[: match.start] + text[match.end :]
    return _PERSON.sub("", text)


def same_office(one: str, other: str) -> bool:
    """Whether both name the same office; 国防大臣 is the end of 副首相兼国防大臣."""
    if not (one and other):
        return False
    a, b = sorted((office(one), office(other)), key=len)
    return len(a) > 1 and b.endswith(a)


def service(text: str) -> str:
    """陸, 海 or 空 of an office of the other side; "" if it is of none or of several."""
    found = [name for name in "陸海空" if f"{name}軍" in text]
    return found[0] if len(found) == 1 else ""


def is_peer(level: str, counterpart: str) -> bool:
    """Whether our chief of staff and their officer lead the same service."""
    return level in _SERVICES and _SERVICES[level] == service(office(counterpart))


def occasions(title: str) -> frozenset[str]:
    """Ceremonies and courtesy calls in the title: beside a meeting they are something else."""
    return frozenset(word for word in _CEREMONY if word in title)


def _pairs(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(len(text) - 1)) or Counter([text])
