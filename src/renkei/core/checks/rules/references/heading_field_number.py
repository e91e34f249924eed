"""A heading that announces another field than the one it stands in.

1. A heading names a field by its number (評価結果(個別分野3)).
2. It stands in another field, and no heading of the field it stands in announces the right one.
"""

from __future__ import annotations

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.samples import evaluation
from renkei.core.checks.subject import Subject
from renkei.core.records import SheetField


def _check(subject: Subject) -> Verdict:
    headings = [each for each in subject.of(SheetField) if each.announced_field_no is not None]
    wrong = (each for each in headings if each.announced_field_no != each.field_no)
    return fails(len(headings), (_problem(subject, each) for each in wrong), _NONE)


def _problem(subject: Subject, heading: SheetField) -> Problem:
    own = (
        each
        for each in subject.of(SheetField)
        if each.key == f"個別分野{heading.field_no}"
        and each.evidence.start < heading.evidence.start
    )
    return Problem(
        message=tell(
            "個別分野{field} の中にある見出しが「個別分野{announced}」となっています。",
            "A heading inside field {field} says field {announced}.",
            field=heading.field_no,
            announced=heading.announced_field_no,
        ),
        places=(heading.evidence, *(each.evidence for each in own)),
        found=f"個別分野{heading.announced_field_no}",
        expected=f"個別分野{heading.field_no}",
    )


_NONE = Message(
    "個別分野の番号を示す見出しがありません。", "No heading announces the number of a field."
)

RULE = Rule(
    id="references.heading_field_number",
    version=1,
    severity="error",
    title=Message("別の個別分野の番号が付いた見出し", "Heading with the number of another field"),
    explanation=Message(
        "評価結果などの見出しの個別分野の番号が、それが置かれた個別分野と違います。",
        "The number of the field in a heading differs from the field it stands in.",
    ),
    check=_check,
    examples=Examples(
        bad=(evaluation(field="２"),),
        good=(evaluation(field="１"),),
        not_relevant=("会議を開いた。\n",),
    ),
)
