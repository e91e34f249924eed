"""The report on printed marks for people at a terminal: outcome, figures, thresholds, what if."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

import click

from renkei.cli.language import say
from renkei.core.errors.messages import Language
from renkei.core.evaluation.indicators import Kind
from renkei.core.evaluation.published import MarkCheck, PolicyCheck, PublishedCheck
from renkei.core.evaluation.rating import Change, Proposal, Reason
from renkei.core.evaluation.rating.comparison import amount
from renkei.core.evaluation.rating.scheme import Step

_COLOURS = {"follows": "green", "between": "yellow", "departs": "red"}
_NAME = 60


def rating_lines(name: str, check: PublishedCheck, language: Language) -> Iterator[str]:
    """Marks with figures one by one, those in words together, then the grade of the policy."""
    scheme = check.scheme
    yield click.style(name, bold=True)
    key = "rate.assumed" if check.scheme_assumed else "rate.by"
    yield say(key, language, title=scheme.title.text(language), version=scheme.version)
    yield say("rate.source", language, source=scheme.source)
    worded = [mark for mark in check.marks if mark.indicator.definition.kind is Kind.QUALITATIVE]
    bare = [mark for mark in check.marks if mark not in worded and not _figures(mark)]
    foreign = [mark for mark in check.marks if mark.outcome == "not_in_scheme"]
    for mark in check.marks:
        if _figures(mark):
            yield ""
            yield from _mark(mark, language)
    yield ""
    for group, key in (
        (worded, "rate.worded"),
        (bare, "rate.bare"),
        (foreign, "rate.foreign"),
    ):
        if group:
            yield say(key, language, count=len(group), marks=_listed(group))
    yield from _policy(check.policy, language)
    yield _summary(check.marks, language)
    yield ""


def _figures(mark: MarkCheck) -> bool:
    return bool(mark.indicator.observations)


def _mark(mark: MarkCheck, language: Language) -> Iterator[str]:
    outcome = click.style(
        say(f"outcome.{mark.outcome}", language), fg=_COLOURS.get(mark.outcome), bold=True
    )
    printed = mark.printed or "—"
    given = " / ".join(mark.verdict.marks)
    star = " ＊" if mark.indicator.primary else ""
    title = mark.indicator.name
    title = title if len(title) <= _NAME else title[: _NAME - 1] + "…"
    yield f"{mark.indicator.number}{star} {title}"
    yield "  " + say("rate.mark", language, printed=printed, given=given, outcome=outcome)
    yield from _tree(mark.verdict.reason, language)
    if mark.remark is not None:
        yield f"  → {mark.remark.text(language)}"


def _tree(reason: Reason, language: Language) -> Iterator[str]:
    for depth, each in reason.walk():
        lines = sorted({place.line for place in each.evidence})
        where = say("rate.lines", language, lines=", ".join(map(str, lines))) if lines else ""
        yield f"  {'  ' * depth}- {each.text(language)}{where}"


def _listed(group: Sequence[MarkCheck]) -> str:
    return "、".join(f"{mark.indicator.number} {mark.printed or '—'}" for mark in group)


def _policy(policy: PolicyCheck, language: Language) -> Iterator[str]:
    yield ""
    outcome = say(f"outcome.{policy.outcome}", language)
    printed = policy.printed
    shown = (
        " ".join(filter(None, (str(printed.scale_value or ""), printed.letter, printed.label)))
        if printed
        else "—"
    )
    yield click.style(say("rate.grade", language, printed=shown), bold=True)
    if policy.from_marks is not None:
        given = _steps(policy.from_marks.steps, language)
        yield "  " + say("rate.from_marks", language, given=given, outcome=outcome)
        yield from _below(policy.from_marks, language)
    given = _steps(policy.from_figures.steps, language)
    yield "  " + say("rate.from_figures", language, given=given)
    if policy.from_marks is None:
        yield from _below(policy.from_figures, language)
    for together in _together(policy.changes):
        yield "  → " + _change(together, language)


def _below(proposal: Proposal, language: Language) -> Iterator[str]:
    for child in proposal.reason.children or (proposal.reason,):
        yield f"    - {child.text(language)}"


def _steps(steps: Sequence[Step], language: Language) -> str:
    return (
        " / ".join(
            " ".join(filter(None, (str(step.value), step.letter, step.label.text(language))))
            for step in steps
        )
        or "—"
    )


def _together(changes: Sequence[Change]) -> Iterator[list[Change]]:
    """Judgements of the same effect in one line; a figure stands alone."""
    groups: dict[object, list[Change]] = {}
    for place, change in enumerate(changes):
        key = (change.mark, change.steps) if change.bound == "given" else place
        groups.setdefault(key, []).append(change)
    yield from groups.values()


def _change(together: Sequence[Change], language: Language) -> str:
    change = together[0]
    values = {
        "number": "、".join(" ".join(filter(None, (c.number, c.component))) for c in together),
        "mark": change.mark,
        "grade": _steps(change.steps, language),
    }
    if change.needed is None:
        key = "rate.change_given" if len(together) > 1 else "rate.change_one"
        return say(key, language, **values)
    needed = f"{amount(change.needed)}{change.unit}"
    condition = say(f"rate.{change.bound}", language, needed=needed)
    key = "rate.change" if change.changes_grade else "rate.change_mark"
    return say(key, language, condition=condition, **values)


def _summary(marks: Sequence[MarkCheck], language: Language) -> str:
    counts = Counter(mark.outcome for mark in marks)
    told = [
        f"{say(f'outcome.{outcome}', language)} {counts[outcome]}"
        for outcome in ("follows", "between", "departs", "open", "not_printed", "not_in_scheme")
        if counts[outcome]
    ]
    return say("rate.summary", language, count=len(marks), told="、".join(told))
