"""Medium-term plans by page: written, adopted, followed in the register, a year's request."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pypdfium2
import pytest
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.planning import papers, plans
from renkei.apps.planning.models import Paper, ProjectYear
from renkei.apps.planning.plans import InYear, Planned
from renkei.apps.register.models import Activity
from renkei.core.errors import ConflictError, DeniedError, UsageError
from tests.register import People

Opens = Callable[[User], Client]


def planned(people: People, **changes: object) -> Planned:
    fields: dict[str, object] = {
        "title": "見本訓練", "partners": ["NZL"], "means": "unit", "purpose": "co_operation",
        "start_year": 2024, "end_year": 2026, "organisation": people.ours,
        "budget_item": "旅費", "years": {2024: InYear(1, 500), 2025: InYear(2, 700)},
    }  # fmt: skip
    return Planned(**(fields | changes))  # type: ignore[arg-type]


@pytest.fixture
def plan(people: People) -> Paper:
    """A draft of 2024 to 2027 with one project."""
    paper = plans.begin(
        by=people.owner, title="見本計画", programme="整備計画", start_year=2024, end_year=2027,
        organisation=people.ours,
    )  # fmt: skip
    plans.write_project(by=people.owner, paper=paper, version=1, planned=planned(people))
    return Paper.objects.get()


def in_force(people: People, client_of: Opens, paper: Paper) -> None:
    client = client_of(people.planner)
    for action, data in (
        ("review", {"reason": "確認"}),
        ("adopt", {"reason": "決裁", "adopted_by": "大臣", "effective_on": "2024-04-01"}),
    ):
        paper.refresh_from_db()
        address = f"/planning/papers/{paper.pk}/{action}"
        assert client.post(address, data | {"version": paper.version}).status_code == 302


def project_data(people: People, paper: Paper, **changes: object) -> dict[str, object]:
    return {
        "version": paper.version, "title": "研修", "partners": "チリ", "means": "capacity_building",
        "purpose": "co_operation", "start_year": 2025, "end_year": 2026,
        "organisation": people.ours.pk, "yen_2025": 1_000, "times_2025": 1,
    } | changes  # fmt: skip


def test_a_plan_is_begun_and_filled_by_page(people: People, client_of: Opens) -> None:
    owner = client_of(people.owner)
    begun = {"title": "計画", "programme": "整備計画", "start_year": 2024, "end_year": 2027}
    bad = owner.post("/planning/plans/new", begun | {"marking": 1, "end_year": 2020})
    assert "RK884" in bad.content.decode()
    data = begun | {"marking": 1, "organisation": people.ours.pk}
    assert owner.post("/planning/plans/new", data).status_code == 302
    paper = Paper.objects.get()
    frames = {"version": 1, "structure": "担当を置く", "direction": "重点", "frame_2024": 10}
    assert owner.post(f"/planning/plans/{paper.pk}/write", frames).status_code == 302
    paper.refresh_from_db()
    address = f"/planning/plans/{paper.pk}/projects/new"
    assert owner.post(address, project_data(people, paper, yen_2025=-1)).status_code == 400
    outside = owner.post(address, project_data(people, paper, yen_2027=5))
    assert "RK885" in outside.content.decode()
    assert owner.post(address, project_data(people, paper)).status_code == 302
    page = owner.get(f"/planning/plans/{paper.pk}/").content.decode()
    for words in ("担当を置く", "研修", "チリ", "1,000"):
        assert words in page


def test_the_register_shows_progress(
    people: People, client_of: Opens, plan: Paper, activity: Callable[..., Activity]
) -> None:
    activity(start="2024-06", category="unit", partners=["NZL", "CHL"])
    activity(start="2024-07", category="high_level")
    activity(start="2025-06", category="unit", status="planned")
    activity(start="2025-07", category="unit", partners=["CHL"])
    page = client_of(people.owner).get(f"/planning/plans/{plan.pk}/").content.decode()
    assert "令和6 1/1" in page
    assert "令和7 0/2" in page


def test_a_year_sums_and_leaves_out_with_a_reason(
    people: People, client_of: Opens, plan: Paper
) -> None:
    in_force(people, client_of, plan)
    plan.refresh_from_db()
    client = client_of(people.planner)
    address = f"/planning/plans/{plan.pk}/years/2025/"
    assert "<strong>700</strong>" in client.get(address).content.decode()
    row = ProjectYear.objects.get(fiscal_year=2025)
    data = {"version": plan.version, "row": row.pk, "leave": "1", "reason": ""}
    client.post(address + "decide", data)
    row.refresh_from_db()
    assert not row.deferred
    client.post(address + "decide", data | {"reason": "翌年度へ"})
    page = client.get(address).content.decode()
    assert "<strong>0</strong>" in page
    assert "翌年度へ" in page
    stale = client.post(address + "decide", data | {"reason": "遅れて"}, follow=True)
    assert "RK502" in stale.content.decode()
    assert client.get(f"/planning/plans/{plan.pk}/years/2030/").status_code == 404


def test_the_request_is_an_excel_sheet(people: People, client_of: Opens, plan: Paper) -> None:
    answer = client_of(people.owner).get(f"/planning/plans/{plan.pk}/years/2024.xlsx")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
        words = book.read("xl/sharedStrings.xml").decode()
    assert "見本訓練" in words
    assert "旅費" in words


def test_the_request_is_a_pdf_with_its_sums(people: People, client_of: Opens, plan: Paper) -> None:
    address = f"/planning/plans/{plan.pk}/years/2025"
    answer = client_of(people.owner).get(f"{address}.pdf")
    assert answer.headers["Content-Type"] == "application/pdf"
    book = pypdfium2.PdfDocument(answer.content)
    words = "".join(page.get_textpage().get_text_bounded() for page in book)
    words = "".join(words.split())
    for told in ("見本訓練", "旅費", "700", "500", "200", "部内"):
        assert told in words
    assert client_of(people.owner).get(f"{address}.doc").status_code == 404
    assert client_of(people.outsider).get(f"{address}.pdf").status_code == 404


def test_a_revision_takes_projects_over_and_is_compared(
    people: People, client_of: Opens, plan: Paper
) -> None:
    in_force(people, client_of, plan)
    plan.refresh_from_db()
    owner = client_of(people.owner)
    owner.post(f"/planning/papers/{plan.pk}/revise", {"version": plan.version, "reason": "見直し"})
    new = Paper.objects.get(previous=plan)
    row = new.plan.projects.get()
    assert [one.yen for one in row.project_years.all()] == [500, 700]
    owner.post(f"/planning/plans/{new.pk}/projects/new", project_data(people, new))
    page = owner.get(f"/planning/plans/{new.pk}/since/{plan.pk}").content.decode()
    assert "研修" in page
    assert plan.plan.projects.count() == 1


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"partners": ["XXX"]}, "RK505"),
        ({"means": "post"}, "RK505"),
        ({"purpose": "fun"}, "RK505"),
        ({"start_year": 2020}, "RK885"),
        ({"years": {2026: InYear(1, -5)}}, "RK886"),
        ({"start_year": 2026, "end_year": 2025, "years": {}}, "RK884"),
        ({"title": " "}, "RK503"),
    ],
)
def test_a_project_that_cannot_be_is_refused(
    people: People, plan: Paper, changes: dict[str, object], code: str
) -> None:
    with pytest.raises(UsageError, match=code):
        plans.write_project(
            by=people.owner, paper=plan, version=plan.version, planned=planned(people, **changes)
        )
    assert plan.plan.projects.count() == 1


def test_who_may_and_who_sees(people: People, client_of: Opens, plan: Paper) -> None:
    address = f"/planning/plans/{plan.pk}/"
    for name, status in (("owner", 200), ("colleague", 200), ("outsider", 404), ("attache", 404)):
        assert client_of(getattr(people, name)).get(address).status_code == status, name
    for name in ("colleague", "decider"):
        assert client_of(getattr(people, name)).get(address + "projects/new").status_code == 403
        with pytest.raises(DeniedError):
            plans.write_project(
                by=getattr(people, name), paper=plan, version=plan.version, planned=planned(people)
            )
    with pytest.raises(ConflictError, match="RK502"):
        plans.write_project(by=people.owner, paper=plan, version=1, planned=planned(people))


def test_an_empty_plan_is_not_reviewed(people: People) -> None:
    paper = plans.begin(
        by=people.administrator, title="空", programme="", start_year=2024, end_year=2024
    )
    with pytest.raises(UsageError, match="RK887"):
        papers.review(by=people.administrator, paper=paper, version=1, reason="見た")
