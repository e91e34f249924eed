"""Coverage by page: counted from register and plan, gaps proposed with one click, nothing leaks."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from django.test import Client
from django.utils import timezone

from renkei.apps.accounts.models import User
from renkei.apps.coordination.models import Case
from renkei.apps.planning import papers, plans
from renkei.apps.planning.plans import InYear, Planned
from renkei.apps.register.models import Activity
from renkei.core.values import FiscalYear
from tests.register import People

Opens = Callable[[User], Client]
NOW = FiscalYear.of(timezone.localdate()).start


def page(client: Client, **asked: object) -> str:
    return client.get("/planning/coverage/", asked).content.decode()


def test_a_cell_says_what_was_held_and_planned(
    people: People, client_of: Opens, activity: Callable[..., Activity]
) -> None:
    activity(start=f"{NOW - 1}-06", category="unit")
    activity(start=f"{NOW}-05", category="unit", partners=["NZL", "CHL"])
    paper = plans.begin(
        by=people.owner, title="計画", programme="整備計画", start_year=NOW, end_year=NOW,
        organisation=people.ours,
    )  # fmt: skip
    planned = Planned(
        title="部隊の往来", partners=["NZL"], means="unit", purpose="co_operation",
        start_year=NOW, end_year=NOW, organisation=people.ours, years={NOW: InYear(3, 100)},
    )  # fmt: skip
    plans.write_project(by=people.owner, paper=paper, version=1, planned=planned)
    paper.refresh_from_db()
    seen = papers.review(by=people.planner, paper=paper, version=paper.version, reason="確認")
    papers.adopt(
        by=people.planner, paper=seen, version=seen.version, reason="決裁", adopted_by="大臣",
        effective_on=timezone.localdate(),
    )  # fmt: skip
    told = page(client_of(people.owner))
    row = told.split("ニュージーランド</a></th>")[1].split("</tr>")[0]
    assert "1/3" in row
    assert "strip--open" in row
    assert "部隊の往来：あと 2 件" in told
    assert "チリ" in told
    outside = page(client_of(people.outsider))
    assert "部隊の往来" not in outside


def test_a_gap_becomes_a_case_and_says_so(
    people: People, client_of: Opens, activity: Callable[..., Activity]
) -> None:
    activity(start=f"{NOW - 6}-06", category="high_level")
    owner = client_of(people.owner)
    link = re.search(r'href="(/cases/new\?[^"]*gap=no_high_level[^"]*)"', page(owner))
    assert link
    form = owner.get(unescape(link[1])).content.decode()
    assert 'value="ニュージーランド"' in form
    assert re.search(r'<option value="high_level" selected', form)
    gap = f"no_high_level:NZL:{NOW - 6}:high_level"
    data = {
        "title": "防衛相会談", "partners": "ニュージーランド", "category": "high_level", "gap": gap,
        "organisation": people.ours.pk, "marking": 1, "years": 1,
    }  # fmt: skip
    assert owner.post("/cases/new", data).status_code == 302
    case = Case.objects.get()
    assert case.gap == gap
    assert f"/cases/{case.pk}/" in page(owner)
    assert "ハイレベル交流の途絶" in owner.get(f"/cases/{case.pk}/").content.decode()
    # who may not see the case still sees the gap, without the case
    assert "防衛相会談" not in page(client_of(people.outsider))


def test_what_is_marked_is_counted_for_those_who_may_see_it(
    people: People, client_of: Opens, activity: Callable[..., Activity]
) -> None:
    activity(start=f"{NOW}-05", category="unit", marking=2)
    assert "ニュージーランド</a></th>" not in page(client_of(people.outsider))
    assert "ニュージーランド</a></th>" in page(client_of(people.administrator))


@pytest.mark.parametrize("asked", [{"span": 0}, {"span": "x"}, {"back": 99}, {"region": "MARS"}])
def test_what_cannot_be_asked_is_told(
    people: People, client_of: Opens, asked: dict[str, object]
) -> None:
    answer = client_of(people.owner).get("/planning/coverage/", asked)
    assert answer.status_code == 400
    assert "form-errors" in answer.content.decode()


def test_the_number_of_queries_does_not_grow(
    people: People,
    client_of: Opens,
    activity: Callable[..., Activity],
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    for code in ("NZL", "CHL", "AUS", "FRA", "IND", "VNM"):
        activity(start=f"{NOW - 5}-06", category="high_level", partners=[code])
    client = client_of(people.owner)
    with django_assert_max_num_queries(25):  # type: ignore[attr-defined]
        page(client)
