"""How many students a year the analysis tells, against the totals of the lists.

1. The sheet has yearly totals of students in one direction; a sentence on students tells a number
   for receiving (受け入れ) or sending (派遣), as 約N名 or N名を超える.
2. For 約: the total of a year departs from it by more than a quarter. For を超える: the total of a
   year does not exceed it. The years that do not fit are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.subject import Subject
from renkei.core.records import StudentExchange
from renkei.core.text.passages import Passage

_NUMBER = r"(?P<about>約)?\s?(?P<n>[0-9]{2,4})[名人](?P<over>を超える|を上回る|以上)?"
_TOLD = re.compile(rf"{_NUMBER}[^。0-9]{{0,40}}?(?P<way>受け?入れ?|派遣|留学した)")
_QUARTER = 0.25


def _check(subject: Subject) -> Verdict:
    totals = [each for each in subject.of(StudentExchange) if each.partner == "TOTAL"]
    told = [
        (passage, found, years)
        for passage in (subject.passages if totals else ())
        if "留学生" in passage.text and "合計" not in passage.text
        for found in _TOLD.finditer(passage.text)
        if (found["about"] or found["over"]) and (years := _years(totals, found["way"]))
    ]
    return fails(len(told), _problems(subject, told), _NONE)


def _years(totals: list[StudentExchange], way: str) -> list[StudentExchange]:
    direction = "inbound" if way.startswith("受") else "outbound"
    return [each for each in totals if each.direction == direction]


def _problems(
    subject: Subject, told: list[tuple[Passage, re.Match[str], list[StudentExchange]]]
) -> Iterator[Problem]:
    for passage, found, years in told:
        wrong = [each for each in years if not _fits(found, each.count)]
        if wrong:
            yield _problem(subject, passage, found, wrong)


def _fits(found: re.Match[str], count: int) -> bool:
    number = int(found["n"])
    if found["over"]:
        return count >= number if found["over"] == "以上" else count > number
    return abs(count - number) <= number * _QUARTER


def _problem(
    subject: Subject, passage: Passage, found: re.Match[str], wrong: list[StudentExchange]
) -> Problem:
    years = "、".join(f"{each.fiscal_year}年度 {each.count}名" for each in wrong)
    return Problem(
        message=tell(
            "「{told}」とありますが、一覧の合計はこれと離れています（{years}）。",
            "The text tells “{told}”, but the totals of the lists are far from it ({years}).",
            told=found[0],
            years=years,
        ),
        places=(
            subject.quote_passage(passage, *found.span()),
            *(each.evidence for each in wrong),
        ),
        found=found[0],
        expected=years,
    )


_NONE = Message(
    "留学生の人数を述べた文と年度ごとの合計がそろっていません。",
    "No sentence tells how many students there are beside yearly totals.",
)
_LISTS = (
    "●令和4年度\n・留学生の受入れ:合計12名の留学生を迎えた。(モンゴル7名、チリ4名及びセネガル1名)\n"
    "●令和5年度\n・留学生の受入れ:合計22名の留学生を迎えた。(モンゴル17名、チリ4名及びセネガル1名)\n\n"
)

RULE = Rule(
    id="sums.students_in_prose",
    version=1,
    severity="warning",
    title=Message(
        "文中の留学生の数と合計の不一致", "Students told in prose differ from the totals"
    ),
    explanation=Message(
        "分析で述べた留学生の規模が、一覧の合計から大きく離れた年度があります。",
        "The number of students told in the analysis is far from the total of some year.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            _LISTS + "毎年度、約20名規模の留学生を受け入れた。\n",
            _LISTS + "毎年度、20名を超える留学生を受け入れた。\n",
        ),
        good=(_LISTS + "毎年度、10名を超える留学生を受け入れた。\n",),
        not_relevant=("毎年度、約20名規模の留学生を受け入れた。\n", _LISTS),
    ),
)
