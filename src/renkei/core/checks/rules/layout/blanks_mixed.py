"""A blank where the document prints none in the same place, or none where it prints one.

1. Compared are blanks before the mark of a primary indicator at the end of a heading (＊】), behind
   a bullet (・), between 個別分野 and its number, and behind a full stop inside a line.
2. The way with more than half of the places, two at least, is the document's own.
3. All places of one way are one finding.
"""

from __future__ import annotations

import re

from renkei.core.checks.majority import Choice, departures, habit
from renkei.core.checks.model import Examples, Message, Rule, Verdict, fails
from renkei.core.checks.subject import Subject

_CHOICES = tuple(
    Choice(name, {form: re.compile(pattern) for form, pattern in forms.items()})
    for name, forms in {
        "blank_before_mark": {" ＊】": "[ 　][＊*]】", "＊】": r"(?<![ 　])[＊*]】"},
        "blank_behind_bullet": {"・ ": r"(?m)^・[ 　]", "・": r"(?m)^・(?=[^ 　\n])"},
        "blank_in_field": {
            "個別分野 １": "個別分野[ 　][0-9０-９]",
            "個別分野１": "個別分野[0-9０-９]",
        },
        "blank_behind_stop": {
            "。 ": "。[ 　](?=[ぁ-んァ-ヶ一-龥])",
            "。": "。(?=[ぁ-んァ-ヶ一-龥])",
        },
    }.items()
)


def _check(subject: Subject) -> Verdict:
    habits = [(choice, found) for choice in _CHOICES if (found := habit(subject, choice, 2, 0.55))]
    problems = (
        problem for choice, found in habits for problem in departures(subject, choice, found)
    )
    return fails(len(habits), problems, _NONE)


_NONE = Message(
    "空白の有無を比べられる箇所がありません。",
    "There are no places whose blanks can be compared.",
)

RULE = Rule(
    id="layout.blanks_mixed",
    version=1,
    severity="info",
    title=Message("大勢と違う空白", "Blanks that depart from the document's own"),
    explanation=Message(
        "同じ位置の空白は、一つの文書の中では入れるか入れないかをそろえます。",
        "Within one document a blank stands in the same place always or never.",
    ),
    check=_check,
    examples=Examples(
        bad=("・港の図\n・船の図\n・島の図\n・ 橋の図\n",),
        good=("・港の図\n・船の図\n・島の図\n",),
        not_relevant=("港の図\n",),
    ),
)
