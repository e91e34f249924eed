"""An entry of a list that names who met and not what they did: 空幕長とチリ空軍司令官(5月).

1. A list of activities has entries that name two sides joined by と.
2. The title of an entry ends with the office of the second side: talks, a call or the like are
   missing.
3. A title of a numbered series (第3回チリ防衛当局間協議) lacks 日 before the partner, where at
   least five others of the lists and five in six of them print it.
"""

from __future__ import annotations

import re

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import lists
from renkei.core.checks.subject import Subject
from renkei.core.records import Activity

_TWO = re.compile(r"^[^と()]{2,20}と[^と()]{2,30}$")
_NUMBERED = re.compile(r"^第[0-9一二三四五六七八九十百]{1,4}回(?P<rest>.+)$")
_LEAST, _SHARE = 5, 5 / 6


def _check(subject: Subject) -> Verdict:
    entries = list(subject.listed)
    problems = [_without_kind(each) for each in entries if _ends_with_office(subject, each)]
    problems += [_without_japan(each) for each in _bare(subject, entries)]
    return fails(len(entries), problems, _NONE)


def _ends_with_office(subject: Subject, each: Activity) -> bool:
    if not _TWO.match(each.title):
        return False
    offices = subject.vocabulary.find_offices(each.title, "counterpart")
    return any(office.end == len(each.title) for office in offices)


def _bare(subject: Subject, entries: list[Activity]) -> list[Activity]:
    """Numbered entries that begin with a partner, where others begin with 日 and a partner."""
    rests = [(each, found["rest"]) for each in entries if (found := _NUMBERED.match(each.title))]
    with_japan = sum(rest.startswith("日") for _, rest in rests)
    bare = [
        each
        for each, rest in rests
        if any(
            match.start == 0 and match.entry.kind == "country"
            for match in subject.vocabulary.find_partners(rest)
        )
        and not rest.startswith("日")
    ]
    usual = with_japan >= _LEAST and with_japan >= _SHARE * (with_japan + len(bare))
    return bare if usual else []


def _without_kind(each: Activity) -> Problem:
    return Problem(
        message=tell(
            "「{title}」には、会談や電話会談など何をしたかの語がありません。",
            "“{title}” does not say what took place (talks, a call …).",
            title=each.title,
        ),
        places=(each.evidence,),
        found=each.evidence.text,
    )


def _without_japan(each: Activity) -> Problem:
    found = _NUMBERED.match(each.title)
    assert found is not None  # only numbered titles are asked for
    start = found.start("rest")
    expected = f"{each.title[:start]}日{each.title[start:]}"
    return Problem(
        message=tell(
            "「{title}」には、ほかの定期協議の名前にある「日」がありません。",
            "“{title}” lacks the 日 that the names of the other series have.",
            title=each.title,
        ),
        places=(each.evidence,),
        found=each.title,
        expected=expected,
    )


_NONE = Message("活動の一覧がありません。", "There is no list of activities.")
_SERIES = "\n".join(
    f"<{name}>\n第2回日{name}防衛当局間協議(5月)"
    for name in ("ペルー", "ブラジル", "カナダ", "インド", "タイ")
)

RULE = Rule(
    id="layout.entry_incomplete",
    version=1,
    severity="warning",
    title=Message("語の欠けた項目", "List entry that lacks a word"),
    explanation=Message(
        "一覧の項目に、何をしたか（会談、電話会談など）や「日」の字が抜けています。",
        "An entry of a list lacks what took place, or the 日 in the name of its series.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            lists("●令和3年度\n<チリ>\n空幕長とチリ空軍司令官(5月)"),
            lists(f"●令和3年度\n{_SERIES}\n<チリ>\n第3回チリ防衛当局間協議(6月)"),
        ),
        good=(
            lists("●令和3年度\n<チリ>\n空幕長とチリ空軍司令官との会談(5月)"),
            lists(f"●令和3年度\n{_SERIES}\n<チリ>\n第3回日チリ防衛当局間協議(6月)"),
            lists("●令和3年度\n<チリ>\n第3回チリ防衛当局間協議(6月)"),
        ),
        not_relevant=("会議を開いた。\n",),
    ),
)
