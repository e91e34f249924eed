"""Two means cited under the same number in the same field and year.

1. A number of a means is cited for a fiscal year at least twice in its field.
2. It stands with two different names. A name that contains the other is the same, shortened.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from renkei.core.checks.cited import Citation, circled, citations
from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import evaluation
from renkei.core.checks.subject import Subject


def _check(subject: Subject) -> Verdict:
    numbered: dict[tuple[str, int, int], list[Citation]] = defaultdict(list)
    for each in citations(subject):
        numbered[each.field, each.number, each.fiscal_year.start].append(each)
    again = [group for group in numbered.values() if len(group) > 1]
    return fails(len(again), _problems(again), _NONE)


def _problems(groups: list[list[Citation]]) -> Iterator[Problem]:
    """One for each pair of names, whatever the years; the first year is told."""
    told = set()
    for group in groups:
        first = group[0]
        for other in group[1:]:
            pair = (first.field, first.number, first.key, other.key)
            if not _same(first.key, other.key) and pair not in told:
                told.add(pair)
                yield _problem(first, other)


def _same(one: str, other: str) -> bool:
    return one in other or other in one


def _problem(first: Citation, other: Citation) -> Problem:
    return Problem(
        message=tell(
            "{year}年度の達成手段{number}が「{one}」とも「{two}」とも引用されています。",
            "Means {number} of fiscal {year} is cited as “{one}” and as “{two}”.",
            year=first.fiscal_year,
            number=circled(first.number),
            one=first.name,
            two=other.name,
        ),
        places=(first.evidence, other.evidence),
        found=f"{first.name} / {other.name}",
    )


_NONE = Message(
    "二度以上引用された達成手段の番号がありません。",
    "No number of a means is cited twice for one year.",
)
_CITING = "【測定指標１－１ 協議の回数 ＊】¶\n協議を重ねた。（{}）¶\n区間を定めた。（{}）¶"
_SHIP = "令和３・４年度：砕氷船協力経費（達成手段①）"

RULE = Rule(
    id="references.means_number_shared",
    version=1,
    severity="warning",
    title=Message("同じ番号で引用された別の達成手段", "Two means cited under one number"),
    explanation=Message(
        "同じ年度の同じ番号で、違う名前の達成手段が引用されています。番号か年度のどちらかが違います。",
        "Means of different names are cited under the same number for the same year: either the "
        "number or the years are wrong.",
    ),
    check=_check,
    examples=Examples(
        bad=(evaluation(analysis=_CITING.format(_SHIP, "令和４年度：観測網経費（達成手段①）")),),
        good=(
            evaluation(analysis=_CITING.format(_SHIP, "令和４年度：砕氷船協力経費（達成手段①）")),
        ),
        not_relevant=(
            evaluation(analysis=_CITING.format(_SHIP, "令和４年度：観測網経費（達成手段②）")),
            "会議を開いた。\n",
        ),
    ),
)
