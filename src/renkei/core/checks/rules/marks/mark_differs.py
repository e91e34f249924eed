"""The mark of an indicator in the summary against the mark under its own table.

1. An indicator has a mark where it is reported, or the summary gives one for it.
2. The two differ (error), or one place has a mark and the other, which marks others, has none.
"""

from __future__ import annotations

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.places import retold
from renkei.core.checks.samples import evaluation
from renkei.core.checks.subject import Subject
from renkei.core.records import Indicator, SheetField

_SUMMARY = "目標の達成状況"


def _check(subject: Subject) -> Verdict:
    pairs = [
        (indicator, field)
        for indicator, again in retold(subject)
        for field in again
        if field.key.startswith(_SUMMARY) and (indicator.mark or field.mark)
    ]
    heads = any(indicator.mark for indicator, _ in pairs)
    sums = any(field.mark for _, field in pairs)
    problems = (_problem(*pair) for pair in pairs if heads and sums and _differ(*pair))
    return fails(len(pairs) if heads and sums else 0, problems, _NONE)


def _differ(indicator: Indicator, field: SheetField) -> bool:
    return indicator.mark != field.mark


def _problem(indicator: Indicator, field: SheetField) -> Problem:
    summary, own = field.mark or "記載なし", indicator.mark or "記載なし"
    return Problem(
        message=tell(
            "測定指標 {number} の達成状況は、一覧では「{summary}」、指標の欄では「{own}」です。",
            "Indicator {number} is marked “{summary}” in the summary and “{own}” in its own part.",
            number=indicator.number,
            summary=summary,
            own=own,
        ),
        places=(field.evidence, indicator.evidence),
        found=f"{summary} / {own}",
        severity="error" if indicator.mark and field.mark else "warning",
    )


_NONE = Message(
    "達成状況が一覧と指標の欄の両方にある測定指標がありません。",
    "No indicator is marked both in a summary and in its own part.",
)

RULE = Rule(
    id="marks.mark_differs",
    version=1,
    severity="error",
    title=Message("達成状況の不一致", "Mark differs between places"),
    explanation=Message(
        "同じ測定指標の達成状況が、一覧と指標の欄とで違います。",
        "The mark of one indicator differs between the summary and its own part.",
    ),
    check=_check,
    examples=Examples(
        bad=(evaluation(summary="＊１－１ 協議の回数 ａ¶"),),
        good=(evaluation(),),
        not_relevant=("会議を開いた。\n",),
    ),
)
