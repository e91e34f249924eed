"""The report on a published evaluation as JSON objects, one for each mark and one for the grade."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from renkei.core.errors.messages import Language
from renkei.core.evaluation.published import MarkCheck, PublishedCheck
from renkei.core.evaluation.rating import Change, Proposal, Reason, Scheme
from renkei.core.evaluation.rating.scheme import Step
from renkei.core.records.encode import evidence_json


def check_json(check: PublishedCheck, language: Language = "ja") -> Iterator[dict[str, Any]]:
    """Marks in the order of the sheet, then the grade of the policy."""
    scheme = _scheme(check.scheme, check.scheme_assumed)
    for mark in check.marks:
        yield _mark(mark, language) | {"scheme": scheme}
    policy = check.policy
    shape: dict[str, Any] = {"type": "grade_check", "outcome": policy.outcome, "scheme": scheme}
    if policy.printed is not None:
        shape["printed"] = {
            "scale_value": policy.printed.scale_value,
            "letter": policy.printed.letter,
            "evidence": evidence_json(policy.printed.evidence),
        }
    if policy.from_marks is not None:
        shape["from_marks"] = _proposal(policy.from_marks, language)
    shape["from_figures"] = _proposal(policy.from_figures, language)
    shape["changes"] = [_change(each, language) for each in policy.changes]
    yield shape


def reason_json(reason: Reason, language: Language) -> dict[str, Any]:
    """The tree of a reason; what is empty is left out."""
    shape: dict[str, Any] = {"code": reason.code, "text": reason.text(language)}
    if reason.evidence:
        shape["evidence"] = [evidence_json(place) for place in reason.evidence]
    if reason.children:
        shape["reasons"] = [reason_json(child, language) for child in reason.children]
    return shape


def _scheme(scheme: Scheme, assumed: bool) -> dict[str, Any]:
    return {
        "id": scheme.id,
        "version": scheme.version,
        "thresholds_from": scheme.thresholds_from,
        "assumed": assumed,
    }


def _mark(mark: MarkCheck, language: Language) -> dict[str, Any]:
    shape: dict[str, Any] = {
        "type": "mark_check",
        "number": mark.indicator.number,
        "name": mark.indicator.name,
        "kind": mark.indicator.definition.kind.value,
        "grounds": list(mark.indicator.grounds),
        "primary": mark.indicator.primary,
        "outcome": mark.outcome,
        "printed": mark.printed,
        "possible": list(mark.verdict.marks),
        "reason": reason_json(mark.verdict.reason, language),
    }
    if mark.remark is not None:
        shape["remark"] = mark.remark.text(language)
    return shape


def _proposal(proposal: Proposal, language: Language) -> dict[str, Any]:
    return {
        "possible": [_step(step, language) for step in proposal.steps],
        "reason": reason_json(proposal.reason, language),
    }


def _step(step: Step, language: Language) -> dict[str, Any]:
    return {"value": step.value, "letter": step.letter, "label": step.label.text(language)}


def _change(change: Change, language: Language) -> dict[str, Any]:
    return {
        "number": change.number,
        "component": change.component,
        "mark": change.mark,
        "bound": change.bound,
        "needed": None if change.needed is None else str(change.needed),
        "unit": change.unit,
        "grades": [_step(step, language) for step in change.steps],
        "changes_grade": change.changes_grade,
    }
