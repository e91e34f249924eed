"""Pages of the basic policy: from a first article to two versions side by side."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.planning.models import Paper
from tests.register import People

Opens = Callable[[User], Client]
TYPED = {
    "way": "typed",
    "title": "見本の方針",
    "number": "1",
    "heading": "趣旨",
    "text": "深める。",
}


def ready(people: People, client_of: Opens) -> Paper:
    """Typed and reviewed."""
    owner, planner = client_of(people.owner), client_of(people.planner)
    owner.post("/planning/basic/new", TYPED | {"organisation": people.ours.pk, "marking": "0"})
    paper = Paper.objects.get()
    planner.post(f"/planning/papers/{paper.pk}/review", {"version": 1, "reason": "確認"})
    return Paper.objects.get()


def test_from_a_first_article_to_two_versions_side_by_side(
    people: People, client_of: Opens
) -> None:
    paper = ready(people, client_of)
    decider, owner = client_of(people.decider), client_of(people.owner)
    steps = f"/planning/papers/{paper.pk}/"
    adopting = {"version": 2, "effective_on": "2020-04-01", "adopted_by": "大臣", "reason": "決裁"}
    assert decider.post(steps + "adopt", adopting).status_code == 302
    answer = owner.post(steps + "revise", {"version": 3, "reason": "情勢"})
    new = Paper.objects.get(previous=paper)
    assert answer.headers["Location"] == f"/planning/basic/{new.pk}/"
    article = new.articles.get()
    changed = {"version": 1, "number": "1", "title": "趣旨", "text": "更に深める。"}
    address = f"/planning/basic/{new.pk}/articles/{article.pk}"
    assert owner.post(address, changed).status_code == 302
    page = owner.get(f"/planning/basic/{new.pk}/since/{paper.pk}").content.decode()
    assert "<ins>更に</ins>" in page.replace("\n", "")
    shown = owner.get(f"/planning/basic/{new.pk}/").content.decode()
    assert "更に深める。" in shown
    assert "情勢" in shown


def test_bad_input_stays_on_the_page_and_is_told(people: People, client_of: Opens) -> None:
    paper = ready(people, client_of)
    answer = client_of(people.decider).post(
        f"/planning/papers/{paper.pk}/adopt",
        {"version": 2, "effective_on": "2020-13-01", "adopted_by": "大臣", "reason": "決裁"},
    )
    page = answer.content.decode()
    assert answer.status_code == 400
    assert 'value="大臣"' in page
    assert Paper.objects.get().state == "reviewed"


def test_the_second_of_two_people_is_told(people: People, client_of: Opens) -> None:
    paper = ready(people, client_of)
    answer = client_of(people.planner).post(
        f"/planning/papers/{paper.pk}/back", {"version": 1, "reason": "直す"}
    )
    assert answer.status_code == 400
    assert "RK502" in answer.content.decode()


@pytest.mark.parametrize(
    ("name", "status"),
    [("owner", 200), ("planner", 200), ("colleague", 403), ("outsider", 403), ("attache", 403)],
)
def test_who_may_write_an_article(people: People, client_of: Opens, name: str, status: int) -> None:
    client_of(people.owner).post(
        "/planning/basic/new", TYPED | {"organisation": people.ours.pk, "marking": "0"}
    )
    paper = Paper.objects.get()
    client = client_of(getattr(people, name))
    assert client.get(f"/planning/basic/{paper.pk}/articles/new").status_code == status
    assert client.get(f"/planning/basic/{paper.pk}/").status_code == 200
    assert client.get("/planning/").status_code == 200


def test_the_page_names_the_rules_that_carry_an_article_out(
    people: People, client_of: Opens
) -> None:
    typed = TYPED | {"number": "4(1)(イ)", "organisation": people.ours.pk, "marking": "0"}
    client_of(people.owner).post("/planning/basic/new", typed)
    page = client_of(people.owner).get(f"/planning/basic/{Paper.objects.get().pk}/").content
    assert "優先度の評価" in page.decode().split("条文を実施する仕組み")[0]


def test_what_may_not_be_seen_is_not_found(people: People, client_of: Opens) -> None:
    hidden = Paper.objects.create(kind="basic", title="部内", marking=1)
    assert client_of(people.outsider).get(f"/planning/basic/{hidden.pk}/").status_code == 404
    answer = client_of(people.outsider).post(f"/planning/papers/{hidden.pk}/review", {})
    assert answer.status_code == 404
