"""The medium-term plan of the demonstration: in force, with a revision being drafted."""

from __future__ import annotations

from typing import Any

from renkei.apps.accounts.models import Organisation, User
from renkei.apps.planning import papers, plans
from renkei.apps.planning.models import Paper, ProjectYear
from renkei.apps.planning.plans import InYear, Planned


def load(by: User, owner: Organisation | None, data: dict[str, Any]) -> None:
    """One plan with its projects, in force; what a year leaves out; a draft of its revision."""
    names = ("title", "programme", "start_year", "end_year")
    paper = plans.begin(by=by, organisation=owner, **{name: data[name] for name in names})
    span = (data["start_year"], data["end_year"])
    plans.write(
        by=by, paper=paper, version=1,
        structure=data["structure"], direction=data["direction"], frames=data["frames"],
    )  # fmt: skip
    for one in data["projects"]:
        _project(by, paper, one, span)
    now = _now(paper)
    seen = papers.review(by=by, paper=now, version=now.version, reason="所要を確かめた（見本）")
    papers.adopt(
        by=by, paper=seen, version=seen.version,
        effective_on=data["day"], adopted_by="見本大臣", reason="整備計画に合わせる（見本）",
    )  # fmt: skip
    _leave_out(by, paper, data["left_out"])
    now = _now(paper)
    draft = papers.revise(by=by, paper=now, version=now.version, reason=data["revision"]["reason"])
    _project(by, draft, data["revision"]["add"], span)


def _project(by: User, paper: Paper, one: dict[str, Any], span: tuple[int, int]) -> None:
    first, last = one.get("years", span)
    planned = Planned(
        title=one["title"],
        partners=one["partners"],
        means=one["means"],
        purpose=one["purpose"],
        start_year=first,
        end_year=last,
        organisation=Organisation.objects.get(code=one["organisation"]),
        budget_item=one["item"],
        years={year: InYear(one["times"], one["yen"]) for year in range(first, last + 1)},
    )
    plans.write_project(by=by, paper=paper, version=_now(paper).version, planned=planned)


def _leave_out(by: User, paper: Paper, one: dict[str, Any]) -> None:
    row = ProjectYear.objects.get(
        project__plan__paper=paper, project__title=one["project"], fiscal_year=one["year"]
    )
    plans.decide_year(
        by=by,
        paper=paper,
        version=_now(paper).version,
        row=row,
        deferred=True,
        reason=one["reason"],
    )


def _now(paper: Paper) -> Paper:
    return Paper.objects.get(pk=paper.pk)
