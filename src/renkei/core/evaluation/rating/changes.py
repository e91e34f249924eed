"""What would change a mark or the grade: the figure that an indicator would need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from renkei.core.evaluation.indicators import Indicator, Kind
from renkei.core.evaluation.rating.proposal import Proposal, grade
from renkei.core.evaluation.rating.reason import Reason
from renkei.core.evaluation.rating.scheme import Grade, Scheme, Step
from renkei.core.evaluation.rating.verdict import ComponentVerdict, Verdict, worst


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """With ``bound`` on the actual ("at_least", "at_most" or, for no bound, "given") the mark of
    the indicator would be ``mark`` and the policy one of ``steps``.
    """

    number: str
    component: str
    mark: str
    bound: str
    needed: Fraction | None
    unit: str
    steps: tuple[Step, ...]
    changes_grade: bool


def changes(proposal: Proposal) -> tuple[Change, ...]:
    """For each figure the nearest better mark; for each mark that a person gives or has to give,
    those that would move the grade. In the order of the sheet.
    """
    found: list[Change] = []
    for place, (indicator, verdict) in enumerate(proposal.rated):
        for part in verdict.components:
            found += _of_figure(proposal, place, indicator, verdict, part)
        if not any(part.pair for part in verdict.components):
            found += _of_judgement(proposal, place, indicator, verdict)
    return tuple(found)


def _of_figure(
    proposal: Proposal,
    place: int,
    indicator: Indicator,
    verdict: Verdict,
    part: ComponentVerdict,
) -> Iterator[Change]:
    rule = proposal.scheme.indicator
    reached = rule.marks.index(part.marks[-1])
    for better in reversed(rule.grades[:reached]):
        needed = _needed(indicator, part, better)
        if needed is None:
            continue
        others = (each.marks for each in verdict.components if each is not part)
        marks = worst(rule, [(better.mark,), *others])
        steps = _steps_with(proposal, place, marks)
        yield Change(
            number=indicator.number,
            component=part.component,
            mark=better.mark,
            bound="at_least" if indicator.definition.improvement == "up" else "at_most",
            needed=needed,
            unit=part.pair.actual.unit if part.pair else "",
            steps=steps,
            changes_grade=steps != proposal.steps,
        )
        return


def _needed(indicator: Indicator, part: ComponentVerdict, better: Grade) -> Fraction | None:
    """The least actual that surely gives ``better``; None where no figure says so."""
    if part.pair is None or part.pair.target.value is None or better.above is not None:
        return None
    target = Fraction(part.pair.target.value)
    if better.within_places is not None:
        return target + better.within_places
    if better.at_least is None or target <= 0:
        return None
    if indicator.definition.kind is Kind.RANK:
        return target if better.at_least == 1 else None
    up = indicator.definition.improvement == "up"
    return target * better.at_least if up else target / better.at_least


def _of_judgement(
    proposal: Proposal, place: int, indicator: Indicator, verdict: Verdict
) -> Iterator[Change]:
    """What another mark by a person would do; only where it narrows or moves the grade."""
    for mark in _other_marks(proposal, place, verdict):
        yield Change(
            number=indicator.number,
            component="",
            mark=mark,
            bound="given",
            needed=None,
            unit="",
            steps=_steps_with(proposal, place, (mark,)),
            changes_grade=True,
        )


def _other_marks(proposal: Proposal, place: int, verdict: Verdict) -> Iterator[str]:
    """Of open marks each that moves the grade; of a given mark the nearest on either side."""
    marks = proposal.scheme.indicator.marks

    def moves(mark: str) -> bool:
        return _steps_with(proposal, place, (mark,)) != proposal.steps

    if len(verdict.marks) > 1:
        yield from filter(moves, verdict.marks)
        return
    here = marks.index(verdict.marks[0])
    for side in (marks[:here][::-1], marks[here + 1 :]):
        yield from [mark for mark in side if moves(mark)][:1]


def _steps_with(proposal: Proposal, place: int, marks: tuple[str, ...]) -> tuple[Step, ...]:
    scheme: Scheme = proposal.scheme
    rated = list(proposal.rated)
    rated[place] = (rated[place][0], Verdict(marks=marks, reason=Reason(code="grades")))
    return grade(scheme, rated)[0]
