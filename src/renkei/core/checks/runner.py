"""Running rules over subjects: every rule is heard, and what it says becomes findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from renkei.core.checks.model import SEVERITIES, Finding, Message, Problem, Rule, Severity, Verdict
from renkei.core.checks.registry import all_rules
from renkei.core.checks.subject import Subject


def check(subject: Subject, rules: Sequence[Rule] | None = None) -> tuple[Finding, ...]:
    """What every rule of its house style says of ``subject``: failures first, the gravest first.

    A rule that raises is told as crashed, never as passed, and the others run on.
    """
    chosen, style = (all_rules() if rules is None else rules), subject.style
    found = [
        finding
        for rule in chosen
        if style.wants(rule.id)
        for finding in _findings(rule, style.severity(rule.id, rule.severity), subject)
    ]
    return tuple(sorted(found, key=_weight))


def _findings(rule: Rule, severity: Severity, subject: Subject) -> Iterator[Finding]:
    try:
        verdict = rule.check(subject)
    except Exception as error:  # noqa: BLE001 - a broken rule must not silence the others; it is told
        yield _whole(rule, severity, "crashed", _crash(error))
        return
    if verdict.problems:
        yield from _failures(rule, severity, verdict)
    elif verdict.applied:
        yield _whole(rule, severity, "pass", None, verdict.applied)
    else:
        yield _whole(rule, severity, "not_applied", verdict.reason)


def _whole(
    rule: Rule, severity: Severity, outcome: str, message: Message | None, applied: int = 0
) -> Finding:
    assert outcome in ("pass", "not_applied", "crashed")
    return Finding(
        rule=rule,
        severity="error" if outcome == "crashed" else severity,
        outcome=outcome,  # type: ignore[arg-type]  # narrowed by the assertion
        applied=applied,
        message=message,
    )


def _failures(rule: Rule, severity: Severity, verdict: Verdict) -> Iterator[Finding]:
    for problems in _grouped(verdict.problems):
        first = problems[0]
        yield Finding(
            rule=rule,
            severity=first.severity if first.severity and severity == rule.severity else severity,
            outcome="fail",
            applied=verdict.applied,
            message=first.message,
            places=tuple(place for problem in problems for place in problem.places),
            found=first.found,
            expected=first.expected,
            corrections=tuple(each for problem in problems for each in problem.corrections),
            count=len(problems),
        )


def _grouped(problems: Iterable[Problem]) -> Iterator[list[Problem]]:
    """Problems that say the same, together; in the order of their first."""
    groups: dict[str, list[Problem]] = defaultdict(list)
    for index, problem in enumerate(problems):
        key = f"group {problem.group}" if problem.group is not None else f"alone {index}"
        groups[key].append(problem)
    yield from groups.values()


def _crash(error: Exception) -> Message:
    what = f"{type(error).__name__}: {error}"
    return Message(
        f"この規則は途中で止まりました（{what}）。ほかの規則の結果には影響しません。",
        f"This rule broke off ({what}). The results of the others stand.",
    )


_OUTCOMES = ("crashed", "fail", "not_applied", "pass")


def _weight(finding: Finding) -> tuple[int, int, int, str]:
    place = finding.places[0].start if finding.places else 0
    return (
        _OUTCOMES.index(finding.outcome),
        SEVERITIES.index(finding.severity),
        place,
        finding.rule.id,
    )
