"""Pages of cases: a proposal in a minute, the way to the register, bad input kept, who sees what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from renkei.apps.accounts.models import User
from renkei.apps.coordination.choices import SECURITY_KINDS
from renkei.apps.coordination.models import Case
from tests.register import People

Opens = Callable[[User], Client]
TODAY = timezone.localdate()


def proposal(people: People, **values: object) -> dict[str, object]:
    return {
        "title": "第3回見本協議",
        "partners": "ニュージーランド",
        "category": "working_level",
        "purpose": "co_operation",
        "start": str(TODAY - timedelta(days=2)),
        "organisation": people.ours.pk,
        "marking": 1,
        "years": 1,
    } | values


@pytest.fixture
def case(people: People, client_of: Opens) -> Case:
    answer = client_of(people.owner).post("/cases/new", proposal(people))
    assert answer.status_code == 302, answer.content.decode()
    return Case.objects.get()


def test_from_proposal_to_the_register_by_three_people(
    people: People, client_of: Opens, case: Case
) -> None:
    def act(user: User, action: str, **data: object) -> None:
        case.refresh_from_db()
        sent = {"version": case.version} | data
        answer = client_of(user).post(f"/cases/{case.pk}/{action}", sent)
        assert answer.status_code == 302, answer.content.decode()

    act(people.owner, "ask", organisations=[people.theirs.pk], due=str(TODAY), order="parallel")
    row = case.consultations.get().requests.get()
    act(
        people.colleague, "answer", request=row.pk, outcome="agree_with_remark", text="通訳を増やす"
    )
    act(people.owner, "remark", text="通訳を手配した")
    for kind in SECURITY_KINDS:
        act(people.administrator, "secure", kind=kind, decision="clear")
    act(people.owner, "draw-in", phase="plan")
    act(people.planner, "move", to="approved")
    act(people.owner, "move", to="held")
    words = client_of(people.colleague).get(f"/cases/{case.pk}/").content.decode()
    for said in ("通訳を増やす", "通訳を手配した", "意見付き異存なし", "台帳の案件"):
        assert said in words
    case.refresh_from_db()
    assert client_of(people.owner).get(f"/activities/{case.activity_id}/").status_code == 200


def test_the_page_says_what_the_next_state_needs(
    people: People, client_of: Opens, case: Case
) -> None:
    answer = client_of(people.owner).post(
        f"/cases/{case.pk}/move", {"to": "in_coordination", "version": 1}
    )
    assert answer.status_code == 302
    words = client_of(people.owner).get(f"/cases/{case.pk}/").content.decode()
    assert "RK838" in words
    refused = client_of(people.planner).post(
        f"/cases/{case.pk}/move", {"to": "approved", "version": 2}
    )
    assert refused.status_code == 400
    assert "RK838" in refused.content.decode()


def test_a_stale_page_is_told_the_truth(people: People, client_of: Opens, case: Case) -> None:
    first = {"to": "cancelled", "version": 1, "reason": "相手の都合"}
    assert client_of(people.owner).post(f"/cases/{case.pk}/move", first).status_code == 302
    second = {"to": "postponed", "version": 1, "reason": "台風"}
    answer = client_of(people.teammate).post(f"/cases/{case.pk}/move", second)
    assert answer.status_code == 400
    assert "RK832" in answer.content.decode()
    case.refresh_from_db()
    assert case.state == "cancelled"


def test_what_was_entered_stays_when_something_is_wrong(people: People, client_of: Opens) -> None:
    wrong = proposal(people, start="2026-05-02", end="2026-05-01", title="残る件名")
    answer = client_of(people.owner).post("/cases/new", wrong)
    assert answer.status_code == 400
    words = answer.content.decode()
    assert "RK849" in words
    assert "残る件名" in words
    unknown = client_of(people.owner).post("/cases/new", proposal(people, partners="どこか"))
    assert "どこか" in unknown.content.decode()
    assert not Case.objects.exists()


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("template=port_call", "艦艇の寄港"),
        ("partner=AUS&means=high_level", "オーストラリア"),
        ("template=none&means=none&copy=x", "案件を提案する"),
    ],
)
def test_a_proposal_begins_with_what_the_address_says(
    people: People, client_of: Opens, query: str, expected: str
) -> None:
    words = client_of(people.owner).get(f"/cases/new?{query}").content.decode()
    assert expected in words


def test_again_next_year(people: People, client_of: Opens, case: Case) -> None:
    words = client_of(people.owner).get(f"/cases/new?copy={case.pk}").content.decode()
    assert "第4回見本協議" in words
    assert str(TODAY.year + 1) in words


def test_a_series_by_page(people: People, client_of: Opens) -> None:
    client_of(people.owner).post("/cases/new", proposal(people, years=2))
    assert sorted(Case.objects.values_list("title", flat=True)) == [
        "第3回見本協議",
        "第4回見本協議",
    ]


def test_an_answer_for_another_bureau_is_refused(
    people: People, client_of: Opens, case: Case
) -> None:
    sent = {"organisations": [people.theirs.pk], "due": str(TODAY), "order": "parallel"}
    client_of(people.owner).post(f"/cases/{case.pk}/ask", sent)
    row = case.consultations.get().requests.get()
    answer = client_of(people.owner).post(
        f"/cases/{case.pk}/answer", {"request": row.pk, "outcome": "agree"}
    )
    assert answer.status_code == 403
    assert "RK851" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "status", "new"),
    [("colleague", 200, 200), ("outsider", 404, 403), ("attache", 200, 403), ("planner", 200, 200)],
)
def test_who_opens_the_pages(
    people: People, client_of: Opens, case: Case, name: str, status: int, new: int
) -> None:
    client = client_of(getattr(people, name))
    assert client.get(f"/cases/{case.pk}/").status_code == status
    assert client.get("/cases/new").status_code == new
    listed = client.get("/cases/").content.decode()
    assert (case.title in listed) == (status == 200)


def test_the_list_filters_and_says_what_it_did_not_understand(
    people: People, client_of: Opens, case: Case
) -> None:
    client = client_of(people.owner)
    assert case.title in client.get("/cases/?state=open&partner=NZL").content.decode()
    assert case.title not in client.get("/cases/?state=closed").content.decode()
    assert "nowhere" in client.get("/cases/?partner=nowhere").content.decode()
    partial = client.get("/cases/", headers={"HX-Request": "true"}).content.decode()
    assert "<html" not in partial
    assert case.title in partial
