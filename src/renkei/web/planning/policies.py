"""Regional and country policies: by region, one, writing a draft, two versions compared."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from renkei.apps.accounts.rights import may
from renkei.apps.planning import policies, selectors
from renkei.apps.planning.choices import PaperKind, SubjectKind
from renkei.apps.planning.models import ExchangePolicy, Paper
from renkei.core.errors import RenkeiError
from renkei.core.planning.articles import PURPOSES
from renkei.core.planning.difference import Passage, compare
from renkei.web.forms import explain
from renkei.web.labels import label
from renkei.web.planning import lessons, way
from renkei.web.planning import policy_forms as f
from renkei.web.planning.paper_forms import PaperForm
from renkei.web.requests import person


@dataclass(frozen=True, slots=True)
class Row:
    """A partner or framework with its papers; without any it inherits, if there is what from."""

    name: str
    code: str
    papers: list[Paper]
    partner: bool = True


@dataclass(frozen=True, slots=True)
class Region:
    """A region: its own papers, and the partners in it."""

    name: str
    code: str
    papers: list[Paper]
    rows: list[Row]

    @property
    def inherits(self) -> bool:
        """Whether there is a policy in force that partners without one inherit."""
        return any(paper.state == "adopted" for paper in self.papers)


def listed(request: HttpRequest) -> HttpResponse:
    """Every region with its policy and those of its partners; frameworks below."""
    found: dict[tuple[str, str], list[Paper]] = {}
    for paper in selectors.policies(request.user):
        found.setdefault((paper.policy.subject_kind, paper.policy.subject), []).append(paper)
    context = {
        "regions": _regions(request, found),
        "frameworks": [
            Row(f.subject_name(kind, code), code, papers, partner=False)
            for (kind, code), papers in found.items()
            if kind == SubjectKind.FRAMEWORK
        ],
        "may_write": may(request.user, "planning.write"),
        "trail": trail()[:1],
    }
    return render(request, "planning/policies.html", context)


def one(
    request: HttpRequest, pk: int, bad: PaperForm | None = None, status: int = 200
) -> HttpResponse:
    """One version of a policy."""
    paper = find(request, pk)
    policy = paper.policy
    context = way.context(request, paper, bad) | {
        "lessons": lessons.waiting(request, paper),
        "may_take": paper.is_draft and may(request.user, "coordination.meet"),
        "trail": trail(),
        "policy": policy,
        "subject": f.subject_name(policy.subject_kind, policy.subject),
        "purposes": [
            (label(code, "purpose"), article, policy.purposes[code])
            for code, article in PURPOSES.items()
            if code in policy.purposes
        ],
        "arms": policy.arms.all(),
    }
    return render(request, "planning/policy.html", context, status=status)


def new(request: HttpRequest) -> HttpResponse:
    """A draft for a region, country or framework."""
    by = person(request)
    if not may(by, "planning.write"):
        raise PermissionDenied
    form = f.BeginForm(
        request.POST or None, by=by, initial={"subject": request.GET.get("subject", "")}
    )
    if form.is_valid():
        data = dict(form.cleaned_data)
        kind, _colon, code = data.pop("subject").partition(":")
        try:
            paper = policies.begin(by=by, subject_kind=SubjectKind(kind), subject=code, **data)
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("The draft was begun."))
            return redirect("planning_policies_write", paper.pk)
    context = {"form": form, "trail": trail()}
    status = 400 if form.is_bound else 200
    return render(request, "planning/policy_new.html", context, status=status)


def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a draft as a whole; on bad input the page again, with what was entered."""
    paper = find(request, pk)
    if not (paper.is_draft and may(request.user, "planning.write", paper)):
        raise PermissionDenied
    form = f.PolicyForm(request.POST or None, initial=f.held(paper.policy))
    if form.is_valid():
        try:
            policies.write(
                by=person(request),
                paper=paper,
                version=form.cleaned_data["version"],
                title=form.cleaned_data["title"],
                content=form.content(),
            )
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("planning_policies_one", pk)
    context = {"form": form, "paper": paper, "trail": trail(paper)}
    status = 400 if form.is_bound else 200
    return render(request, "planning/policy_write.html", context, status=status)


def difference(request: HttpRequest, pk: int, other_pk: int) -> HttpResponse:
    """Two versions side by side: ``other_pk`` is the older one."""
    new_one, old_one = find(request, pk), find(request, other_pk)
    found = compare(passages(old_one.policy), passages(new_one.policy))
    context = {
        "old": old_one,
        "new": new_one,
        "compared": [one for one in found if one.fate != "same"],
        "same": sum(one.fate == "same" for one in found),
        "trail": trail(new_one),
    }
    return render(request, "planning/difference.html", context)


def passages(policy: ExchangePolicy) -> list[Passage]:
    """What a policy says under the headings of its page."""
    means = "、".join(label(code, "category") for code in policy.means)
    found = [
        Passage(_("Objective"), "", policy.objective),
        *(
            Passage(label(code, "purpose"), "", policy.purposes[code])
            for code in PURPOSES
            if code in policy.purposes
        ),
        Passage(_("Approach"), "", policy.approach),
        Passage(_("Priority topics"), "", "\n".join(policy.topics)),
        Passage(_("Means preferred"), "", means),
        *(Passage(label(row.arm, "service_arm"), "", row.text) for row in policy.arms.all()),
    ]
    return [one for one in found if one.text]


def find(request: HttpRequest, pk: int) -> Paper:
    """The policy, or 404."""
    try:
        return selectors.paper(request.user, PaperKind.POLICY, pk)
    except Paper.DoesNotExist as error:
        raise Http404 from error


def trail(paper: Paper | None = None) -> list[tuple[str, str]]:
    """The way to the page."""
    found = [
        (reverse("planning"), _("Planning")),
        (reverse("planning_policies"), _("Regional and country policies")),
    ]
    return [*found, (way.address(paper), paper.title)] if paper else found


def _regions(request: HttpRequest, found: dict[tuple[str, str], list[Paper]]) -> list[Region]:
    own = {code for kind, code in found if kind == SubjectKind.PARTNER}
    by_region: dict[str, list[Row]] = {}
    for partner in selectors.partners_of_policies(request.user, own):
        papers = found.get((SubjectKind.PARTNER, partner.pk), [])
        by_region.setdefault(partner.region, []).append(Row(partner.name, partner.pk, papers))
    codes = [code for code in (*f.REGIONS, "") if code in by_region or ("region", code) in found]
    return [
        Region(
            label(code, "region") if code else _("Without a region"),
            code,
            found.get((SubjectKind.REGION, code), []),
            sorted(by_region.get(code, []), key=lambda row: not row.papers),
        )
        for code in codes
    ]


way.PAGES[PaperKind.POLICY] = ("planning_policies_one", one)
