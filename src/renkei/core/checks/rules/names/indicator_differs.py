"""An indicator whose name in the summary, the analysis or the next aims is not that of its heading.

1. The sheet heads an indicator with number and name, and names the same number again elsewhere.
2. The names differ in more than blanks: a warning, also where the next aims rename the indicator,
   because the reader is not told that it is the same. Names that share less than four tenths look
   like another indicator under the old number: info.
3. A remark in brackets behind the name in the heading may be left out elsewhere.
4. They differ only in the width of their characters: info.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.places import bare
from renkei.core.checks.samples import evaluation
from renkei.core.checks.severity import Severity
from renkei.core.checks.subject import Subject
from renkei.core.records import Indicator, SheetField
from renkei.core.text.normalise import fold

_ALIKE = 0.4
_REMARK = re.compile(r"\([^()]*\)$")


def _check(subject: Subject) -> Verdict:
    headed = {each.number: each for each in subject.of(Indicator)}
    again = [
        (headed[field.indicator], field)
        for field in subject.of(SheetField)
        if field.name and field.indicator in headed
    ]
    return fails(len(again), _problems(again), _NONE)


def _problems(again: list[tuple[Indicator, SheetField]]) -> Iterator[Problem]:
    for indicator, field in again:
        heading, name = bare(indicator.name), bare(field.name or "")
        if heading != name and _REMARK.sub("", heading) == name:
            continue
        if heading != name:
            alike = SequenceMatcher(None, heading, name, autojunk=False).ratio()
            severity: Severity | None = None if alike >= _ALIKE else "info"
            yield _problem(indicator, field, field.name or "", indicator.name, severity)
            continue
        printed, usual = (
            _printed(field.evidence.text, name),
            _printed(indicator.evidence.text, name),
        )
        if printed and usual and printed != usual:
            yield _problem(indicator, field, printed, usual, "info")


def _problem(
    indicator: Indicator, field: SheetField, name: str, heading: str, severity: Severity | None
) -> Problem:
    return Problem(
        message=tell(
            "測定指標{number}の名称「{name}」が、見出しの「{heading}」と違います。",
            "Indicator {number} is called “{name}” here and “{heading}” in its heading.",
            number=indicator.number,
            name=name,
            heading=heading,
        ),
        places=(field.evidence, indicator.evidence),
        found=name,
        expected=heading,
        severity=severity,
        group=f"{indicator.number} {bare(name)}",
    )


def _printed(text: str, name: str) -> str:
    """The printed characters of ``name`` at the beginning of ``text``, blanks left out; "" if none."""
    letters = bare(text)[: len(name)]
    return letters if bare(fold(letters)) == name else ""


_NONE = Message(
    "見出しのほかに測定指標の名称がありません。", "No indicator is named outside its heading."
)

RULE = Rule(
    id="names.indicator_differs",
    version=1,
    severity="warning",
    title=Message("見出しと違う測定指標の名称", "An indicator under another name than its heading"),
    explanation=Message(
        "一覧、評価結果、次期目標で測定指標の名称が見出しと違うと、同じ指標か分かりません。",
        "Where the summary, analysis or next aims name an indicator otherwise, readers cannot tell "
        "whether it is the same.",
    ),
    check=_check,
    examples=Examples(
        bad=(
            evaluation(summary="＊１－１ 協議の頻度 ｂ¶"),
            evaluation(analysis="【測定指標１－１ 協議の頻度 ＊】¶\n協議を重ねた。¶"),
        ),
        good=(evaluation(),),
        not_relevant=("船が着いた。\n",),
    ),
)
