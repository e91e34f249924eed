"""A value of an indicator that another document gives otherwise.

1. Another document of the same call has an indicator of the same name, with a value of the same
   component, kind and fiscal year. Last year's sheet gives this year's values of last year.
2. The two values differ. It is told once, at the document that reaches the later year.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from renkei.core.checks.model import Examples, Message, Problem, Rule, Verdict, fails, tell
from renkei.core.checks.places import bare
from renkei.core.checks.samples import evaluation
from renkei.core.checks.subject import Subject
from renkei.core.records import Indicator, IndicatorValue, ReferenceIndicator

_Key = tuple[str, str, str, int]


def _check(subject: Subject) -> Verdict:
    own = _values(subject)
    pairs = [
        (own[key], value)
        for other in subject.others
        if _last(own) >= _last(_values(other))
        for key, value in _values(other).items()
        if key in own
    ]
    wrong = (_problem(*pair) for pair in pairs if _value(pair[0]) != _value(pair[1]))
    return fails(len(pairs), wrong, _NONE)


def _values(subject: Subject) -> dict[_Key, IndicatorValue]:
    names = {
        each.number: bare(each.name)
        for each in (*subject.of(Indicator), *subject.of(ReferenceIndicator))
    }
    return dict(_keyed(subject, names))


def _keyed(subject: Subject, names: dict[str, str]) -> Iterator[tuple[_Key, IndicatorValue]]:
    for each in subject.of(IndicatorValue):
        if each.value is not None and each.fiscal_year and each.number in names:
            component = bare(each.component or "")
            yield (names[each.number], component, each.kind, each.fiscal_year.start), each


def _last(values: dict[_Key, IndicatorValue]) -> int:
    """The latest fiscal year of the values."""
    return max((year for *_, year in values), default=0)


def _value(value: IndicatorValue) -> Decimal | None:
    return value.value


def _problem(own: IndicatorValue, other: IndicatorValue) -> Problem:
    name = other.evidence.document.name
    return Problem(
        message=tell(
            "{year}年度の値「{own}」は、{name} では「{other}」です。",
            "The value of {year}, “{own}”, is “{other}” in {name}.",
            year=own.fiscal_year,
            own=own.text,
            name=name,
            other=other.text,
        ),
        places=(own.evidence, other.evidence),
        found=own.text,
        expected=other.text,
    )


_NONE = Message(
    "同じ指標の値を持つほかの文書がありません。",
    "No other document has values of the same indicators.",
)

RULE = Rule(
    id="documents.values_differ",
    version=1,
    severity="warning",
    title=Message("別の文書と違う指標の値", "Value differs from another document"),
    explanation=Message(
        "同じ指標の同じ年度の値が、前の年の評価書など別の文書と違います。",
        "The value of an indicator for one year differs from that in another document, such as "
        "last year's sheet.",
    ),
    check=_check,
    examples=Examples(
        bad=(evaluation(values="－ ５回 ４回 ６回 ５回 ｂ"),),
        good=(evaluation(values="－ ５回 ３回 ６回 ５回 ｂ"),),
        not_relevant=("会議を開いた。\n",),
        beside=evaluation(values="－ ５回 ３回 ６回 ５回 ｂ"),
    ),
)
