"""Published evaluations: where the printed marks follow from the printed figures, and where not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from renkei.core.evaluation.indicators import Indicator, indicators_of
from renkei.core.evaluation.rating import Change, Proposal, Scheme, Verdict, changes, propose
from renkei.core.evaluation.rating.comparison import percent
from renkei.core.evaluation.rating.loading import shipped
from renkei.core.evaluation.rating.reason import Reason
from renkei.core.evaluation.rating.scheme import Step
from renkei.core.evaluation.rating.verdict import compare_only
from renkei.core.evaluation.rating.wording import SIDES
from renkei.core.records import Rating, Record

Outcome = Literal["follows", "between", "departs", "open", "not_printed", "not_in_scheme"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkCheck:
    """One printed mark beside what the figures give.

    ``follows``: it is the one mark that the scheme gives. ``between``: it is not, yet lies among
    the marks of the single years. ``departs``: it is none that the figures allow. ``open``: the
    figures do not tell. ``not_printed``: there is no mark, only a proposal.
    ``not_in_scheme``: the mark is none of the scheme, and plays no part in the grade.
    """

    indicator: Indicator
    verdict: Verdict
    printed: str | None
    outcome: Outcome
    remark: Reason | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyCheck:
    """The printed grade beside what the printed marks give, and what the figures alone give."""

    printed: Rating | None
    from_marks: Proposal | None
    from_figures: Proposal
    outcome: Outcome
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishedCheck:
    """The report on one document."""

    scheme: Scheme
    scheme_assumed: bool
    marks: tuple[MarkCheck, ...]
    policy: PolicyCheck


def check_published(records: Sequence[Record], chosen: Scheme | None = None) -> PublishedCheck:
    """The report on the records of one document, by ``chosen`` or the scheme its marks belong to."""
    indicators = [each for each in indicators_of(records) if not each.reference]
    scheme, assumed = (chosen, False) if chosen else scheme_of(indicators)
    figures = propose(indicators, scheme)
    marks = tuple(_mark(indicator, verdict, scheme) for indicator, verdict in figures.rated)
    return PublishedCheck(
        scheme=scheme,
        scheme_assumed=assumed,
        marks=marks,
        policy=_policy(records, indicators, figures),
    )


def scheme_of(indicators: Iterable[Indicator]) -> tuple[Scheme, bool]:
    """The scheme of the house that has all printed marks; the common one, assumed, if none does."""
    printed = {each.mark for each in indicators if each.mark}
    for scheme in shipped().values():
        if printed and printed <= set(scheme.indicator.marks):
            return scheme, False
    return shipped()["common"], True


def _mark(indicator: Indicator, verdict: Verdict, scheme: Scheme) -> MarkCheck:
    outcome = _outcome(indicator.mark, verdict, scheme)
    return MarkCheck(
        indicator=indicator,
        verdict=verdict,
        printed=indicator.mark,
        outcome=outcome,
        remark=_would_follow(indicator, verdict, scheme)
        if outcome in ("between", "departs")
        else None,
    )


def _would_follow(indicator: Indicator, verdict: Verdict, scheme: Scheme) -> Reason | None:
    """The threshold at which the printed mark would be the one that the figures give."""
    grades = {grade.mark: grade for grade in scheme.indicator.grades}
    pair = verdict.components[0].pair if len(verdict.components) == 1 else None
    if indicator.mark not in grades or pair is None:
        return None
    rate = compare_only(indicator, pair).rate
    if rate is None:
        return None
    marks = scheme.indicator.marks
    lower = marks.index(indicator.mark) > marks.index(verdict.marks[-1])
    of = marks[marks.index(indicator.mark) - 1] if lower else indicator.mark
    if grades[of].at_least is None:
        return None
    params = {"mark": indicator.mark, "of": of, "rate": percent(rate, down=True)}
    side = SIDES["above" if lower else "at_most"]
    return Reason(code="would_follow", params={**params, "side": side})


def _outcome(printed: str | None, verdict: Verdict, scheme: Scheme) -> Outcome:
    if printed is None:
        return "not_printed"
    if printed not in scheme.indicator.marks:
        return "not_in_scheme"
    if verdict.proposal == printed:
        return "follows"
    if printed in verdict.marks:
        return "open"
    order = scheme.indicator.marks
    years = [
        order.index(mark)
        for part in verdict.components
        for _, marks in part.years
        for mark in marks
    ]
    if years and min(years) <= order.index(printed) <= max(years):
        return "between"
    return "departs"


def _policy(
    records: Sequence[Record], indicators: Sequence[Indicator], figures: Proposal
) -> PolicyCheck:
    printed = next(
        (each for each in records if isinstance(each, Rating) and each.subject is None), None
    )
    known = figures.scheme.indicator.marks
    marks = {each.number: each.mark for each in indicators if each.mark and each.mark in known}
    by_marks = propose(indicators, figures.scheme, marks) if marks else None
    return PolicyCheck(
        printed=printed,
        from_marks=by_marks,
        from_figures=figures,
        outcome=_grade_outcome(printed, by_marks or figures),
        changes=changes(by_marks or figures),
    )


def _grade_outcome(printed: Rating | None, proposal: Proposal) -> Outcome:
    if printed is None or (printed.scale_value is None and printed.letter is None):
        return "not_printed"
    fitting = [step for step in proposal.steps if _is(step, printed)]
    if not proposal.steps:
        return "open"
    if not fitting:
        return "departs"
    return "follows" if len(fitting) == len(proposal.steps) else "open"


def _is(step: Step, printed: Rating) -> bool:
    if printed.scale_value is not None:
        return step.value == printed.scale_value
    return step.letter == printed.letter
