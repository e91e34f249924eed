"""Pages of the committee: a session from its agenda to what follows, bad input, who sees what."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.committee.models import FollowUp, Matter, Member, Session
from renkei.apps.planning import basic, papers
from renkei.apps.planning.basic import Words
from renkei.apps.planning.models import Paper
from tests.register import People

Opens = Callable[[User], Client]


@pytest.fixture
def paper(people: People) -> Paper:
    words = [Words(number="1", title="趣旨", text="信頼を深める。")]
    draft = basic.typed(
        by=people.owner, title="見本の方針", articles=words, organisation=people.ours
    )
    return papers.review(by=people.planner, paper=draft, version=draft.version, reason="確認")


@pytest.fixture
def session(people: People, client_of: Opens, paper: Paper) -> Session:
    data = {"part": "session", "body": "committee", "name": "第1回委員会", "day": "2026-06-01"}
    answer = client_of(people.planner).post("/planning/committee/", data)
    assert answer.status_code == 302, answer.content.decode()
    return Session.objects.get()


def test_a_session_from_agenda_to_follow_up(
    people: People, client_of: Opens, paper: Paper, session: Session
) -> None:
    decider = client_of(people.decider)
    address = f"/planning/committee/sessions/{session.pk}/"
    matter = Matter.objects.get()
    assert "見本の方針" in decider.get(address).content.decode()
    decision = {"matter": matter.pk, "decision": "agreed", "text": "了承した"}
    assert decider.post(address, decision).status_code == 302
    paper.refresh_from_db()
    assert paper.state == "adopted"
    follow = {
        "follow": matter.pk,
        "what": "各機関に周知する",
        "organisation": people.theirs.pk,
        "due": "2026-01-31",
    }
    assert decider.post(address, follow).status_code == 302
    page = client_of(people.colleague).get("/planning/committee/").content.decode()
    assert "各機関に周知する" in page
    assert "期限超過" in page
    done = f"/planning/committee/follow-up/{FollowUp.objects.get().pk}/done"
    assert client_of(people.owner).post(done).status_code == 403
    assert client_of(people.colleague).post(done).status_code == 302
    assert FollowUp.objects.get().done_by == people.colleague
    assert decider.post(f"{address}close").status_code == 302
    again = decider.post(address, {"title": "遅れた議題", "ask": "report"})
    assert again.status_code == 403  # only planning puts matters on an agenda
    late = client_of(people.planner).post(address, {"title": "遅れた議題", "ask": "report"})
    assert late.status_code == 400
    assert "RK901" in late.content.decode()


def test_what_is_wrong_is_said_and_what_was_typed_stays(
    people: People, client_of: Opens, session: Session
) -> None:
    planner = client_of(people.planner)
    answer = planner.post(
        "/planning/committee/",
        {"part": "seat", "body": "section", "office": "見本課長", "since": "6月"},
    )
    page = answer.content.decode()
    assert answer.status_code == 400
    assert 'value="見本課長"' in page
    empty = planner.post(
        f"/planning/committee/sessions/{session.pk}/", {"title": " ", "ask": "report"}
    )
    assert empty.status_code == 400
    assert Matter.objects.count() == 1


def test_an_office_takes_a_seat_and_leaves_it(people: People, client_of: Opens) -> None:
    planner = client_of(people.planner)
    seat = {"part": "seat", "body": "section", "office": "見本課長", "since": "2020-04-01"}
    assert planner.post("/planning/committee/", seat).status_code == 302
    assert "見本課長" in planner.get("/planning/committee/").content.decode()
    leave = {"part": "leave", "member": Member.objects.get().pk, "until": "2019-04-01"}
    answer = planner.post("/planning/committee/", leave)
    assert answer.status_code == 400
    assert "RK903" in answer.content.decode()
    answer = planner.post("/planning/committee/", leave | {"until": "2021-03-31"})
    assert answer.status_code == 302
    assert "見本課長" not in planner.get("/planning/committee/").content.decode()


def test_an_attache_finds_no_committee(people: People, client_of: Opens, session: Session) -> None:
    client = client_of(people.attache)
    assert client.get("/planning/committee/").status_code == 403
    assert client.get(f"/planning/committee/sessions/{session.pk}/").status_code == 404
    assert client.post(f"/planning/committee/sessions/{session.pk}/close").status_code == 404
    assert Session.objects.get().closed_at is None
