"""An abbreviation introduced again, or used and introduced nowhere.

1. Behind a name, an abbreviation in brackets introduces it: 名称（ABC） or 名称（English Name: ABC）.
2. Introduced again in the same paragraph, or within the three that follow: info.
3. Three to eight capital letters that stand in a sentence, that nothing introduces anywhere in the
   document, and that neither the vocabulary nor common use knows: info. All places of one
   abbreviation are one finding.
"""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.subject import Subject
from renkei.core.checks.wording import japanese
from renkei.core.source import Evidence

_INTRODUCED = re.compile(
    r"(?<=[一-龥々ァ-ヶー」])\((?:[A-Z][A-Za-z’' ,&/-]{3,80}[:：;、, ] ?)?(?P<short>[A-Z][A-Z0-9&-]{1,9})\)"
)
_BRACKET = re.compile(r"\((?P<inside>[^()]{2,120})\)")
_SHORT = re.compile(r"(?<![A-Za-z0-9.&_/-])(?P<short>[A-Z]{3,8})(?![A-Za-z0-9.&_/-])")
_NEAR = 3
# In common use in official texts without being introduced.
_COMMON = {
    "AIDS", "COVID", "CD", "DVD", "FAQ", "FAX", "GDP", "GNP", "GPS", "ICT",
    "IMF", "IOC", "IPO", "IT", "JIS", "LED", "LGBT", "LNG", "NGO", "NPO",
    "ODA", "OECD", "PCR", "PDF", "PKO", "QR", "SDGs", "SDG", "SNS", "TEL",
    "TICAD", "TPP", "TV", "UNESCO", "UNHCR", "UNICEF", "URL", "USB", "WEB", "WHO",
    "WTO",
}  # fmt: skip


def _check(subject: Subject) -> Verdict:
    introduced: dict[str, list[tuple[int, Evidence]]] = defaultdict(list)
    used: dict[str, list[Evidence]] = defaultdict(list)
    explained: set[str] = set()
    passages = japanese(subject)
    for number, passage in enumerate(passages):
        for found in _INTRODUCED.finditer(passage.text):
            where = subject.quote_passage(passage, *found.span("short"))
            introduced[found["short"]].append((number, where))
        for bracket in _BRACKET.finditer(passage.text):
            explained.update(each["short"] for each in _SHORT.finditer(bracket["inside"]))
        for found in _SHORT.finditer(passage.text):
            if _in_sentence(passage.text, *found.span()):
                used[found["short"]].append(subject.quote_passage(passage, *found.span()))
    known = _known(subject)
    modes = {name for word in subject.vocabulary.wording for name in word.names}
    introduced = {short: places for short, places in introduced.items() if short not in modes}
    absent = {
        short: places
        for short, places in used.items()
        if short not in introduced and short not in explained and short not in known
    }
    problems = (*_again(introduced), *_never(absent))
    return fails(len(introduced) + len(used), problems, _NONE)


def _in_sentence(text: str, start: int, end: int) -> bool:
    """Whether Japanese words stand on both sides: no code, address or foreign title."""
    return _WORD.match(text[start - 1 : start]) is not None and bool(
        _WORD.match(text[end : end + 1])
    )


_WORD = re.compile("[ぁ-んァ-ヶー一-龥、。・「」]")


def _known(subject: Subject) -> frozenset[str]:
    words = subject.vocabulary
    named = [partner.names for partner in words.partners.values()]
    named += [framework.names for framework in words.frameworks.values()]
    named += [organisation.names for organisation in words.organisations.values()]
    named += [wording.names for wording in words.wording]
    return frozenset(_COMMON).union(*named, words.partners, words.frameworks)


def _again(introduced: dict[str, list[tuple[int, Evidence]]]) -> Iterator[Problem]:
    for short, places in introduced.items():
        for (before, first), (number, place) in itertools.pairwise(places):
            if number - before <= _NEAR:
                yield Problem(
                    message=tell(
                        "略称「{short}」の説明が、すぐ前にもあります。",
                        "“{short}” was introduced just before.",
                        short=short,
                    ),
                    places=(place, first),
                    found=short,
                    group=f"again {short}",
                )


def _never(absent: dict[str, list[Evidence]]) -> Iterator[Problem]:
    for short, places in absent.items():
        yield Problem(
            message=tell(
                "略称「{short}」の元の名称が、どこにも書かれていません。",
                "What “{short}” is short for is told nowhere.",
                short=short,
            ),
            places=tuple(places),
            found=short,
        )


_NONE = Message("略称がありません。", "There are no abbreviations.")

RULE = Rule(
    id="names.abbreviation_introduced",
    version=1,
    severity="info",
    title=Message("略称の説明の重なりと欠け", "Abbreviations introduced twice or never"),
    explanation=Message(
        "略称は、初めて出る所で元の名称とともに一度だけ説明します。",
        "An abbreviation is introduced once, where it first stands, with the name it is short for.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            "北洋海図委員会（NSCK）に出席した。北洋海図委員会（NSCK）は毎年開かれる。\n",
            "翌年、NSCKの会合に出席した。\n",
        ),
        good=("北洋海図委員会（NSCK）に出席した。NSCKは毎年開かれる。\n",),
        not_relevant=("北洋を訪れた。\n",),
    ),
)
