"""The proposed rating: why it is so, what would change it, and what people decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from renkei.apps.cycle.selectors import mark_reasons
from renkei.apps.evaluation.models import Indicator, Policy, Rating
from renkei.apps.evaluation.proposing import mark_check, proposal_of, rated
from renkei.core.errors import UsageError
from renkei.core.evaluation.published import MarkCheck, PublishedCheck
from renkei.core.evaluation.rating import Change, Reason, scheme, shipped
from renkei.core.evaluation.rating.comparison import amount
from renkei.core.evaluation.rating.scheme import Step
from renkei.web.documents.addresses import address_of
from renkei.web.labels import language
from renkei.web.policies.views import find

OUTCOMES = {
    "follows": gettext_lazy("follows from the figures"),
    "between": gettext_lazy("lies between the single years"),
    "departs": gettext_lazy("departs from the figures"),
    "open": gettext_lazy("the figures do not tell"),
    "not_printed": gettext_lazy("no mark given yet"),
    "not_in_scheme": gettext_lazy("no mark of this scheme"),
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """One reason of the tree; ``address`` is the place of its figures."""

    depth: int
    text: str
    address: str
    line: int


@dataclass(frozen=True, slots=True)
class MarkView:
    """One indicator: the mark given, those that the figures leave possible, and why.

    ``reason`` is what a person said of a mark that departs from the figures.
    """

    position: int
    number: str
    name: str
    primary: bool
    given: str
    possible: str
    outcome: str
    outcome_words: str
    sentences: list[Sentence]
    remark: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """A proposal in a line: by the marks given, by the figures alone, and whether it is one."""

    scheme: str
    by_marks: str
    by_figures: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Reported:
    """One policy in the report on all: how its marks and its grade stand to its figures."""

    policy: Policy
    scheme: str
    assumed: bool
    counts: dict[str, int]
    grade: str
    departing: list[MarkView]


def summary(policy: Policy, scheme_id: str) -> Summary:
    """What the engine proposes for a policy by the scheme chosen for it, if any."""
    check = proposal_of(policy, scheme(scheme_id) if scheme_id else None)
    found = check.policy
    return Summary(
        scheme=check.scheme.title.text(language()),
        by_marks=_steps(found.from_marks.steps) if found.from_marks else "",
        by_figures=_steps(found.from_figures.steps),
        sure=(found.from_marks or found.from_figures).step is not None,
    )


def proposed_mark(indicator: Indicator, scheme_id: str) -> MarkView | None:
    """The mark that the figures of one indicator give by the scheme of its year, if any."""
    check = mark_check(indicator, scheme(scheme_id)) if scheme_id else None
    return _mark(indicator.policy, check, 0) if check else None


def overview(request: HttpRequest) -> HttpResponse:
    """Where the marks given follow from the figures, and where they cannot, over all policies."""
    reports = [_reported(policy, check) for policy, check in rated(request.user)]
    told = {code for each in reports for code, number in each.counts.items() if number}
    codes = [code for code in OUTCOMES if code in told]
    context = {
        "trail": [(reverse("policies"), _("Evaluation"))],
        "heads": [OUTCOMES[code] for code in codes],
        "rows": [(each, _cells(each, codes)) for each in reports],
        "departing": [each for each in reports if each.departing],
    }
    return render(request, "policies/marks.html", context)


def _reported(policy: Policy, check: PublishedCheck) -> Reported:
    told = Counter[str](mark.outcome for mark in check.marks)
    return Reported(
        policy=policy,
        scheme=check.scheme.title.text(language()),
        assumed=check.scheme_assumed,
        counts={code: told[code] for code in OUTCOMES},
        grade=str(OUTCOMES[check.policy.outcome]),
        departing=[
            _mark(policy, each, position)
            for position, each in enumerate(check.marks, 1)
            if each.outcome == "departs"
        ],
    )


def _cells(report: Reported, codes: Sequence[str]) -> list[tuple[str, int]]:
    """(head, number) of each column of the report."""
    return [(str(OUTCOMES[code]), report.counts[code]) for code in codes]


def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """The proposal for one policy, by the scheme of its marks or ``?scheme=``."""
    policy = find(request, pk)
    chosen = request.GET.get("scheme", "")
    try:
        check = proposal_of(policy, scheme(chosen) if chosen else None)
    except UsageError:
        check = proposal_of(policy)
    reasons = mark_reasons(request.user, policy)
    marks = [
        _mark(policy, each, position, reasons.get(each.indicator.number, ""))
        for position, each in enumerate(check.marks, 1)
    ]
    grade = check.policy.from_marks or check.policy.from_figures
    context = {
        "policy": policy,
        "trail": [
            (reverse("policies"), _("Evaluation")),
            (reverse("policies_one", args=[pk]), policy.name),
        ],
        "scheme": check.scheme,
        "scheme_title": check.scheme.title.text(language()),
        "assumed": check.scheme_assumed and not chosen,
        "schemes": [(each.id, each.title.text(language())) for each in shipped().values()],
        "marks": marks,
        "counts": _counts(check),
        "by_marks": _steps(check.policy.from_marks.steps) if check.policy.from_marks else "",
        "by_figures": _steps(check.policy.from_figures.steps),
        "sure": grade.step is not None,
        "grade_sentences": _sentences(policy, grade.reason),
        "grade_outcome": OUTCOMES[check.policy.outcome],
        "departs": check.policy.outcome == "departs",
        "decided": _decided(policy),
        "changes": [_change(each) for each in check.policy.changes if each.changes_grade],
    }
    return render(request, "policies/rating.html", context)


def _decided(policy: Policy) -> Rating | None:
    return policy.ratings.filter(subject="").order_by("pk").first()


def _mark(policy: Policy, each: MarkCheck, position: int, reason: str = "") -> MarkView:
    return MarkView(
        position=position,
        number=each.indicator.number,
        name=each.indicator.name,
        primary=each.indicator.primary,
        given=each.printed or "",
        possible=" / ".join(each.verdict.marks),
        outcome=each.outcome,
        outcome_words=str(OUTCOMES[each.outcome]),
        sentences=_sentences(policy, each.verdict.reason),
        remark=each.remark.text(language()) if each.remark else "",
        reason=reason,
    )


def _sentences(policy: Policy, reason: Reason) -> list[Sentence]:
    found = []
    for depth, each in reason.walk():
        place = next((one for one in each.evidence if one.line), None)
        address = (
            address_of(policy.document_id, place.line, place.start)
            if place and policy.document_id
            else ""
        )
        text = each.text(language())
        found.append(Sentence(depth, text, address, place.line if place else 0))
    return found


def _counts(check: PublishedCheck) -> list[tuple[str, int]]:
    told = [mark.outcome for mark in check.marks]
    return [(str(words), told.count(code)) for code, words in OUTCOMES.items() if code in told]


def _steps(steps: Sequence[Step]) -> str:
    return (
        " / ".join(
            " ".join(filter(None, (str(step.value), step.letter, step.label.text(language()))))
            for step in steps
        )
        or "—"
    )


def _change(change: Change) -> str:
    values = {
        "number": " ".join(filter(None, (change.number, change.component))),
        "mark": change.mark,
        "grade": _steps(change.steps),
    }
    if change.needed is None:
        said = _("Were %(number)s marked %(mark)s, the policy would be %(grade)s.")
        return said % values
    said = (
        _("With an actual of at most %(needed)s, %(number)s is %(mark)s and the policy %(grade)s.")
        if change.bound == "at_most"
        else _(
            "With an actual of at least %(needed)s, %(number)s is %(mark)s and the policy %(grade)s."
        )
    )
    return said % {**values, "needed": f"{amount(change.needed)}{change.unit}"}
