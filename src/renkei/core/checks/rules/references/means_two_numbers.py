"""One means cited under two numbers in the same field and year.

1. A means is cited by name and number for a fiscal year, at least twice in its field.
2. The same name has two numbers for the same year. The number cited less often is named first;
   where both are cited as often, the later one.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from renkei.core.checks.cited import Citation, circled, citations
from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import evaluation
from renkei.core.checks.subject import Subject


def _check(subject: Subject) -> Verdict:
    named: dict[tuple[str, str, int], list[Citation]] = defaultdict(list)
    for each in citations(subject):
        named[each.field, each.key, each.fiscal_year.start].append(each)
    again = [group for group in named.values() if len(group) > 1]
    return fails(len(again), _problems(again), _NONE)


def _problems(groups: list[list[Citation]]) -> Iterator[Problem]:
    told = set()
    for group in groups:
        counts = Counter(each.number for each in group)
        if len(counts) == 1:
            continue
        order = sorted(group, key=lambda each: (counts[each.number], -each.evidence.start))
        odd = order[0]
        other = next(each for each in order if each.number != odd.number)
        if (odd.evidence, other.evidence) not in told:
            told.add((odd.evidence, other.evidence))
            yield _problem(odd, other)


def _problem(odd: Citation, other: Citation) -> Problem:
    values = {"name": odd.name, "one": circled(odd.number), "two": circled(other.number)}
    return Problem(
        message=tell(
            "「{name}」は、同じ年度（{year}年度）に達成手段{one}とも達成手段{two}とも呼ばれています。",
            "“{name}” is cited as means {one} and as means {two} for the same year ({year}).",
            year=odd.fiscal_year,
            **values,
        ),
        places=(odd.evidence, other.evidence),
        found=f"達成手段{values['one']}",
        expected=f"達成手段{values['two']}",
    )


_NONE = Message(
    "番号付きで二度以上引用された達成手段がありません。",
    "No means is cited twice with a number for one year.",
)
_CITING = "【測定指標１－１ 協議の回数 ＊】¶\n協議を重ねた。（{}）¶\n区間を定めた。（{}）¶"

RULE = Rule(
    id="references.means_two_numbers",
    version=1,
    severity="error",
    title=Message("番号が二つある達成手段", "One means cited under two numbers"),
    explanation=Message(
        "同じ達成手段が、同じ年度の引用で違う番号になっています。",
        "The same means is cited with different numbers for the same fiscal year.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            evaluation(
                analysis=_CITING.format(
                    "令和３・４年度：砕氷船協力経費（達成手段①）",
                    "令和４年度：砕氷船協力経費（達成手段②）",
                )
            ),
        ),
        good=(
            evaluation(
                analysis=_CITING.format(
                    "令和３・４年度：砕氷船協力経費（達成手段①）",
                    "令和４年度：砕氷船協力経費（達成手段①）",
                )
            ),
        ),
        not_relevant=(
            evaluation(
                analysis=_CITING.format(
                    "令和３年度：砕氷船協力経費（達成手段①）",
                    "令和４年度：砕氷船協力経費（達成手段②）",
                )
            ),
            "会議を開いた。\n",
        ),
    ),
)
