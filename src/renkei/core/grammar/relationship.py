"""What a relation of two states is called, and the groups partners are counted to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_QUALIFIER = r"(?:特別な?|包括的な?|広範な|全面的な?|戦略的な?|グローバルな?|伝統的な?|互恵的な?|未来志向の|強化された)"
_LABEL = re.compile(
    rf"(?:{_QUALIFIER}(?:・|かつ)?){{1,5}}パートナー(?:シップ)?(?!(?:シップ)?(?:対話|協定|会合|協力計画))"
    r"|戦略的互恵関係|(?<!戦略的)互恵関係|(?:準)?同盟国(?=である)"
)
_RAISED = re.compile(r"」?(?:の関係)?(?:へと?|に)(?:発展|格上げ|引き?上げ|高め)")
_OF_OTHERS = re.compile(r"(?<!わが国)(?<!我が国)(?<!それぞれ)の(?:重要な)?\Z")
_GROUPS = (
    ("stronger_co_operation", re.compile("協力を強化|協力の強化")),
    ("working_together", re.compile("協働")),
    ("mutual_understanding", re.compile("相互理解|信頼醸成")),
)
_OF_COUNTRIES = re.compile(r"(?:地域|国々|諸国|各国)\Z")
_LISTED = re.compile(r"(?P<list>[^。]{2,200}?)(?:に対して|とは、|との間で|は、)")


class Label(NamedTuple):
    """A name of a relation at ``start``-``end``; ``raised``: the sentence gives it that name."""

    start: int
    end: int
    raised: bool


def find_labels(text: str) -> Iterator[Label]:
    """Names of a relation with Japan; alliances of others are left out."""
    for found in _LABEL.finditer(text):
        if found[0].endswith("同盟国") and _OF_OTHERS.search(text[: found.start()]):
            continue
        yield Label(*found.span(), _RAISED.match(text, found.end()) is not None)


def same_label(words: str) -> str:
    """What is the same for パートナー and パートナーシップ."""
    return words.removesuffix("シップ")


def group_of(heading: str) -> str | None:
    """The group that the partners told of under ``heading`` are counted to."""
    if _OF_COUNTRIES.search(heading) is None:
        return None
    return next((code for code, words in _GROUPS if words.search(heading)), None)


def listed_end(sentence: str) -> int:
    """Where the list of partners that the sentence begins with ends; 0 for none."""
    found = _LISTED.match(sentence)
    return found.end("list") if found else 0
