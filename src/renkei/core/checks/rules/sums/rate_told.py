"""A rate of change told in prose against the values of the table.

1. A sentence tells from which year to which year something rose or fell by how many per cent.
2. What it speaks of ends with the name of an indicator or of one of its components, which has
   values of both years.
3. The values make another rate: by more than a point, or two where the sentence says 約.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.places import bare
from renkei.core.checks.samples import reference_values
from renkei.core.checks.subject import Subject
from renkei.core.errors import ValueFormError
from renkei.core.records import Indicator, IndicatorValue, ReferenceIndicator
from renkei.core.text.passages import Passage
from renkei.core.values import FiscalYear

_YEAR = r"(?:(?:令和|平成)\s?(?:元|[0-9]{1,2})|[0-9]{4})\s?年度?"
_TOLD = re.compile(
    rf"(?P<from>{_YEAR})から(?P<to>{_YEAR})にかけて、?(?P<what>[^。、0-9%]{{3,40}}?)[がは]、?"
    r"(?P<about>約)?\s?(?P<rate>[0-9]{1,4}(?:\.[0-9]+)?)(?:%|パーセント)(?:の)?(?P<way>増|上昇|減|低下)"
)
_MARK = re.compile(r"^[\u2460-\u2473(0-9)]+")
_LEAST = 3


@dataclass(frozen=True, slots=True)
class _Pair:
    old: IndicatorValue
    new: IndicatorValue

    @property
    def rate(self) -> Decimal:
        old, new = self.old.value or Decimal(1), self.new.value or Decimal(0)
        return (new - old) / old * 100


def _check(subject: Subject) -> Verdict:
    told = [
        (passage, found, pair)
        for passage in subject.passages
        if "にかけて" in passage.text
        for found in _TOLD.finditer(passage.text)
        for pair in _pairs(subject, found)
    ]
    wrong = (each for each in told if not _fits(each[1], each[2]))
    return fails(len(told), (_problem(subject, *each) for each in wrong), _NONE)


def _pairs(subject: Subject, found: re.Match[str]) -> Iterator[_Pair]:
    """The values of both years of what the sentence speaks of."""
    try:
        years = FiscalYear.parse(found["from"]), FiscalYear.parse(found["to"])
    except ValueFormError:
        return  # a year that no calendar has: another rule's matter
    names = _names(subject)
    values = {
        (each.number, each.component, each.fiscal_year): each
        for each in subject.of(IndicatorValue)
        if each.kind == "actual" and each.value
    }
    for number, component in {(number, component) for number, component, _ in values}:
        old, new = (values.get((number, component, year)) for year in years)
        name = _MARK.sub("", bare(component or names.get(number, "")))
        if old and new and len(name) >= _LEAST and bare(found["what"]).endswith(name):
            yield _Pair(old, new)


def _names(subject: Subject) -> dict[str, str]:
    indicators = (*subject.of(Indicator), *subject.of(ReferenceIndicator))
    return {each.number: each.name for each in indicators}


def _fits(found: re.Match[str], pair: _Pair) -> bool:
    rate = Decimal(found["rate"])
    told = -rate if found["way"] in ("減", "低下") else rate
    return abs(told - pair.rate) <= (2 if found["about"] else 1)


def _problem(subject: Subject, passage: Passage, found: re.Match[str], pair: _Pair) -> Problem:
    return Problem(
        message=tell(
            "「{told}」は表の値（{old}→{new}）と合いません。表の値では{rate:.1f}%です。",
            "“{told}” does not fit the table ({old} → {new}), which makes {rate:.1f}%.",
            told=found[0],
            old=pair.old.text,
            new=pair.new.text,
            rate=pair.rate,
        ),
        places=(
            subject.quote_passage(passage, *found.span()),
            pair.old.evidence,
            pair.new.evidence,
        ),
        found=f"{found['rate']}%",
        expected=f"{pair.rate:.1f}%",
    )


_NONE = Message(
    "表の値の増減を割合で述べた文がありません。",
    "No sentence tells the rate of change of a value of a table.",
)
_TEXT = "協議を重ねた。令和３年度から令和４年度にかけて白書の閲覧数が約{}％増加した。"

RULE = Rule(
    id="sums.rate_told",
    version=1,
    severity="warning",
    title=Message("文中の増減率と表の値の不一致", "Rate told in prose differs from the table"),
    explanation=Message(
        "文に書かれた増減の割合が、表の値から計算した割合と違います。",
        "The rate of change told in prose is not what the values of the table make.",
    ),
    check=_check,
    examples=Examples(
        bad=(reference_values("閲覧数", "20万件", "30万件", _TEXT.format(40)),),
        good=(reference_values("閲覧数", "20万件", "30万件", _TEXT.format(50)),),
        not_relevant=(
            reference_values("部数", "20万件", "30万件", _TEXT.format(40)),
            "会議を開いた。\n",
        ),
    ),
)
