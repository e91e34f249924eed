"""Pages of regional and country policies: written, adopted, inherited, compared."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.planning.models import Paper
from tests.register import People

Opens = Callable[[User], Client]


def begin(people: People, client_of: Opens, subject: str, marking: str = "0") -> Paper:
    data = {"subject": subject, "title": f"{subject}の方針", "marking": marking}
    answer = client_of(people.owner).post(
        "/planning/policies/new", data | {"organisation": people.ours.pk}
    )
    assert answer.status_code == 302, answer.content.decode()
    return Paper.objects.latest("pk")


def written(paper: Paper, **changes: object) -> dict[str, object]:
    return {
        "version": paper.version,
        "title": paper.title,
        "objective": "協力を深める",
        "purpose_co_operation": "海上の安全",
        "topics": "災害救援\n海洋",
        "means": ["high_level", "unit"],
        "arm_maritime": "寄港を重ねる",
    } | changes


def in_force(people: People, client_of: Opens, paper: Paper) -> Paper:
    planner = client_of(people.planner)
    for action, data in (
        ("review", {"reason": "確認"}),
        ("adopt", {"reason": "決裁", "adopted_by": "大臣", "effective_on": "2020-04-01"}),
    ):
        paper.refresh_from_db()
        address = f"/planning/papers/{paper.pk}/{action}"
        assert planner.post(address, data | {"version": paper.version}).status_code == 302
    return paper


def test_a_country_shows_that_it_inherits_until_it_has_its_own(
    people: People, client_of: Opens, activity: Callable[..., object]
) -> None:
    activity()
    owner = client_of(people.owner)
    paper = begin(people, client_of, "region:OCEANIA")
    assert owner.post(f"/planning/policies/{paper.pk}/write", written(paper)).status_code == 302
    in_force(people, client_of, paper)
    assert "地域の方針による" in owner.get("/planning/policies/").content.decode()
    assert "国の方針がないため" in owner.get("/partners/NZL/").content.decode()
    begin(people, client_of, "partner:NZL")
    assert "地域の方針による" not in owner.get("/planning/policies/").content.decode()


def test_what_was_written_is_shown_and_a_revision_is_compared(
    people: People, client_of: Opens
) -> None:
    owner = client_of(people.owner)
    paper = begin(people, client_of, "partner:NZL")
    owner.post(f"/planning/policies/{paper.pk}/write", written(paper))
    page = owner.get(f"/planning/policies/{paper.pk}/").content.decode()
    for words in (
        "協力を深める",
        "海上の安全",
        "2(2)(ア)①",
        "災害救援",
        "部隊間交流",
        "寄港を重ねる",
    ):
        assert words in page
    in_force(people, client_of, paper)
    paper.refresh_from_db()
    owner.post(f"/planning/papers/{paper.pk}/revise", {"version": paper.version, "reason": "三年"})
    new = Paper.objects.get(previous=paper)
    owner.post(f"/planning/policies/{new.pk}/write", written(new, topics="災害救援\n宇宙"))
    page = owner.get(f"/planning/policies/{new.pk}/since/{paper.pk}").content.decode()
    assert "<ins>宇宙</ins>" in page
    assert "<del>海洋</del>" in page


def test_bad_input_keeps_what_was_entered(people: People, client_of: Opens) -> None:
    owner = client_of(people.owner)
    paper = begin(people, client_of, "partner:NZL")
    answer = owner.post(f"/planning/policies/{paper.pk}/write", written(paper, title=""))
    assert answer.status_code == 400
    assert "海上の安全" in answer.content.decode()
    answer = owner.post(f"/planning/policies/{paper.pk}/write", written(paper, version=9))
    assert "RK502" in answer.content.decode()
    again = {"subject": "partner:NZL", "title": "二つ目", "marking": "0"}
    answer = owner.post("/planning/policies/new", again | {"organisation": people.ours.pk})
    assert "RK875" in answer.content.decode()


def test_an_attache_finds_only_what_concerns_the_post(people: People, client_of: Opens) -> None:
    own = begin(people, client_of, "partner:NZL", marking="1")
    other = begin(people, client_of, "partner:CHL", marking="1")
    attache = client_of(people.attache)
    assert attache.get(f"/planning/policies/{own.pk}/").status_code == 200
    assert attache.get(f"/planning/policies/{other.pk}/").status_code == 404
    assert attache.get(f"/planning/policies/{own.pk}/write").status_code == 403
    assert client_of(people.outsider).get(f"/planning/policies/{own.pk}/").status_code == 404
