"""One abbreviation for two spellings of a name: 甲乙事務所（ABC） beside 甲乙オフィス（ABC）.

1. An abbreviation of two to twelve Latin letters in brackets stands behind the name it is short for.
2. Two of these names differ in one piece of up to fourteen characters, with three or more common
   characters before it and six in all; what stands before those is not part of the name.
3. A piece with a particle or a numeral in it, or behind a particle, is no difference, nor is one more
   at the beginning of a name (国連 before 政府専門家会合).
4. Names that differ only in 国際連合 and 国連, in a middle dot or の are told as info.
5. Abbreviations of the form of a meeting (VTC) are short for no name.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.naming import Difference, ends_in_kana, inner_difference, is_figure
from renkei.core.checks.subject import Subject
from renkei.core.source import Evidence

_NAMED = re.compile(
    r"(?P<name>[一-龥々ァ-ヶーぁ-ん・A-Za-z0-9]{3,40})\((?P<short>[A-Z][A-Za-z0-9&/+-]{1,11})[):、]"
)
_LIGHT = re.compile("[・の]")  # what makes no other name of it
_LED = re.compile(r"^[・ぁ-ん]+")
_PARTICLE = re.compile("[ぁ-ん]")
_LONGEST = 14
Places = Mapping[str, list[Evidence]]


def _check(subject: Subject) -> Verdict:
    found: dict[str, dict[str, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    modes = {
        name for word in subject.vocabulary.wording if word.field == "mode" for name in word.names
    }
    for passage in subject.passages:
        for match in _NAMED.finditer(passage.text):
            if match["short"] not in modes:
                where = subject.quote_passage(passage, match.start(), match.end())
                found[match["short"]][match["name"]].append(where)
    problems = (problem for short, places in found.items() for problem in _problems(short, places))
    return fails(len(found), problems, _NONE)


def _problems(short: str, places: Places) -> Iterator[Problem]:
    told: set[frozenset[str]] = set()
    for pair in combinations(places, 2):
        one, other = sorted(pair, key=lambda name: len(places[name]))
        middle = _variant(one, other)
        if middle is None or frozenset({middle.one, middle.other}) in told:
            continue
        told.add(frozenset({middle.one, middle.other}))
        names = [f"{middle.before}{piece}{middle.behind}" for piece in (middle.one, middle.other)]
        light = _plain(names[0]) == _plain(names[1])
        yield Problem(
            message=tell(
                "「{short}」が「{one}」と「{other}」の二通りの名称に付いています。",
                "“{short}” stands for two names: “{one}” and “{other}”.",
                short=short,
                one=names[0],
                other=names[1],
            ),
            places=(*places[one], *places[other][:3]),
            found=names[0],
            expected=names[1],
            severity="info" if light else None,
        )


def _variant(one: str, other: str) -> Difference | None:
    """How two names of one abbreviation differ; None where they are one, or of two things."""
    if one.endswith(other) or other.endswith(one):
        return None
    first, second = (_LED.sub("", name) for name in (one, other))
    if _plain(first) == _plain(second):
        return Difference("", first, second, "") if first != second else None
    middle = inner_difference(first, second) or inner_difference(_united(first), _united(second))
    if middle is None or max(len(middle.one), len(middle.other)) > _LONGEST:
        return None
    pieces = _LIGHT.sub("", middle.one), _LIGHT.sub("", middle.other)
    apart = any(is_figure(piece) or _PARTICLE.search(piece) for piece in pieces)
    return None if apart or ends_in_kana(middle.before) else middle


def _united(name: str) -> str:
    return name.replace("国際連合", "国連")


def _plain(name: str) -> str:
    return _LIGHT.sub("", _united(name))


_NONE = Message("略称を添えた名称がありません。", "No name stands with its abbreviation.")

RULE = Rule(
    id="names.abbreviation_two_names",
    version=1,
    severity="warning",
    title=Message("一つの略称に二通りの名称", "One abbreviation for two names"),
    explanation=Message(
        "同じ略称を添えた名称が食い違うと、別の機関や会議に見えます。",
        "Names that differ beside one abbreviation look like two bodies or meetings.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "北洋海運調整事務所（NSCO）を訪れた。翌年、北洋海運調整オフィス（NSCO）で協議した。\n",
            "沿岸監視能力向上計画（CMCP）を始めた。沿岸監視向上計画（CMCP）は翌年に終えた。\n",
            "国連海図委員会（UNCC）に出席した。国際連合海図委員会（UNCC）は毎年開かれる。\n",
        ),
        good=(
            "北洋海運調整事務所（NSCO）を訪れた。翌年、同じ北洋海運調整事務所（NSCO）で協議した。\n",
            "第1回北洋会合（NSM）と第2回北洋会合（NSM）に出席した。\n",
        ),
        not_relevant=("北洋を訪れた。\n",),
    ),
)
