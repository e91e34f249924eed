"""An indicator or a field cited by a number that the sheet does not have.

1. The sheet has numbered indicators; a sentence cites 測定指標 or 個別分野 with a number.
2. No indicator, and no passage on new aims, has the number; or no field has it. What a heading
   announces (評価結果(個別分野3)) is left to references.heading_field_number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails
from renkei.core.checks.samples import evaluation
from renkei.core.checks.subject import Subject
from renkei.core.records import Indicator, Means, SheetField
from renkei.core.text.passages import Passage

_CITED = re.compile(
    r"(?P<what>測定指標|個別分野)\s?(?P<number>[0-9]{1,2}(?:\s?[-－ー―‐]\s?[0-9]{1,2})?)"
)
_HEADING = re.compile(r"[^。]{0,20}\([^()]{0,12}\)\s*$")
_DASH = re.compile(r"\s?[-－ー―‐]\s?")


def _check(subject: Subject) -> Verdict:
    known = _known(subject)
    found = [
        (passage, cited)
        for passage in (subject.passages if known else ())
        for cited in _CITED.finditer(passage.text)
    ]
    means = subject.of(Means) if known else ()
    problems = [*_problems(subject, found, known), *_of_means(means, known)]
    return fails(len(found) + len(means), problems, _NONE)


def _known(subject: Subject) -> frozenset[str]:
    """Numbers of indicators (2-5) and of fields (2), however they are told."""
    own = {each.number for each in subject.of(Indicator) if "-" in each.number}
    if not own:
        return frozenset()
    told = {each.indicator for each in subject.of(SheetField) if each.indicator}
    fields = {str(each.field_no) for each in subject.of(SheetField) if each.field_no}
    return frozenset(own | told | fields | {each.partition("-")[0] for each in own | told})


def _problems(
    subject: Subject, found: list[tuple[Passage, re.Match[str]]], known: frozenset[str]
) -> Iterator[Problem]:
    for passage, cited in found:
        number = _DASH.sub("-", cited["number"])
        if number not in known and not _HEADING.match(passage.text):
            yield Problem(
                message=Message(
                    f"「{cited[0]}」はこの評価書にありません。",
                    f"The sheet has no “{cited[0]}”.",
                ),
                places=(subject.quote_passage(passage, *cited.span()),),
                found=cited[0],
                group=cited[0],
            )


def _of_means(means: tuple[Means, ...], known: frozenset[str]) -> Iterator[Problem]:
    for each in means:
        for number in each.indicators:
            if number not in known:
                yield Problem(
                    message=Message(
                        f"達成手段「{each.name}」の関連する測定指標 {number} がありません。",
                        f"Indicator {number}, which means “{each.name}” names, is not there.",
                    ),
                    places=(each.evidence,),
                    found=number,
                )


_NONE = Message(
    "番号で引用された測定指標や個別分野がありません。",
    "No indicator or field is cited by its number.",
)


def _citing(number: str) -> str:
    return evaluation(
        analysis="【測定指標１－１ 協議の回数 ＊】¶\n"
        f"区間を定めた。測定指標{number}の成果も使った。¶"
    )


RULE = Rule(
    id="references.number_absent",
    version=1,
    severity="error",
    title=Message("ない番号の引用", "Citation of a number that is not there"),
    explanation=Message(
        "引用された測定指標や個別分野の番号が、この評価書のどこにもありません。",
        "The number of an indicator or field that is cited is nowhere in the sheet.",
    ),
    check=_check,
    examples=Examples(
        bad=(_citing("３－２"),),
        good=(_citing("１－１"),),
        not_relevant=("会議を開いた。\n",),
    ),
)
