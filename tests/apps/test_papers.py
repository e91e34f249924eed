"""Papers of planning: drafted, reviewed, adopted, replaced; who may; two people at once."""

from __future__ import annotations

from datetime import date

import pytest

from renkei.apps.accounts.models import User
from renkei.apps.audit.models import Event
from renkei.apps.documents import services as documents
from renkei.apps.planning import basic, papers, selectors
from renkei.apps.planning.basic import Words
from renkei.apps.planning.models import Paper
from renkei.core.errors import ConflictError, DeniedError, UsageError
from tests.register import People

DIRECTIVE = """省国第12号
2.4.1
一部改正 5.6.1

事務次官

研修交流の基本方針について（通達）

# 研修交流の基本方針

## 1 趣旨

研修を通じて相手方との信頼を深める。

## 2 目的

(1) 相互の理解

互いの制度を知る。

## 3 見直し

必要に応じて見直す。
"""


@pytest.fixture
def draft(people: People) -> Paper:
    words = [Words(number="1", title="趣旨", text="信頼を深める。"), Words(number="2")]
    return basic.typed(
        by=people.owner, title="見本の方針", articles=words, organisation=people.ours
    )


def adopted(people: People, draft: Paper, day: date = date(2020, 4, 1)) -> Paper:
    seen = papers.review(by=people.planner, paper=draft, version=draft.version, reason="確認した")
    return papers.adopt(
        by=people.decider, paper=seen, version=seen.version,
        effective_on=day, adopted_by="大臣", reason="決裁",
    )  # fmt: skip


def test_a_paper_goes_its_way_with_actor_and_reason(people: People, draft: Paper) -> None:
    done = adopted(people, draft)
    assert (done.state, done.effective_on, done.adopted_by) == ("adopted", date(2020, 4, 1), "大臣")
    told = [(step.after, step.actor.username, step.reason) for step in selectors.steps(done)]
    assert told == [
        ("adopted", "decider", "決裁"),
        ("reviewed", "planner", "確認した"),
        ("draft", "owner", ""),
    ]
    assert Event.objects.filter(object_type="paper", action="move_paper").count() == 2


def test_the_next_version_takes_everything_over_and_replaces_the_one_before(
    people: People, draft: Paper
) -> None:
    old = adopted(people, draft)
    new = papers.revise(by=people.owner, paper=old, version=old.version, reason="情勢の変化")
    first = new.articles.get(number="1")
    basic.write_article(
        by=people.owner, paper=new, version=1, article=first,
        words=Words(number="1", title="趣旨", text="信頼と協力を深める。"),
    )  # fmt: skip
    new.refresh_from_db()
    with pytest.raises(UsageError, match="RK874"):
        adopted(people, new, date(2020, 4, 1))
    new.refresh_from_db()
    papers.send_back(by=people.planner, paper=new, version=new.version, reason="日を改める")
    new.refresh_from_db()
    adopted(people, new, date(2023, 4, 1))
    old.refresh_from_db()
    assert (old.state, old.replaced_on) == ("replaced", date(2023, 4, 1))
    assert [(one.number, one.fate) for one in selectors.compared(old, new)] == [
        ("1", "changed"),
        ("2", "same"),
    ]
    assert [row.pk for row in selectors.versions(people.owner, old)] == [new.pk, old.pk]


def test_only_one_revision_at_a_time(people: People, draft: Paper) -> None:
    old = adopted(people, draft)
    papers.revise(by=people.owner, paper=old, version=old.version, reason="一")
    with pytest.raises(ConflictError, match="RK873"):
        papers.revise(by=people.planner, paper=old, version=old.version, reason="二")


def test_what_was_adopted_is_not_written_on(people: People, draft: Paper) -> None:
    done = adopted(people, draft)
    with pytest.raises(UsageError, match="RK872"):
        basic.write_article(
            by=people.owner, paper=done, version=done.version, words=Words(number="3")
        )


def test_two_people_at_once_the_second_is_told_who_came_first(people: People, draft: Paper) -> None:
    basic.write_article(by=people.owner, paper=draft, version=1, words=Words(number="3"))
    with pytest.raises(ConflictError, match=r"owner.*RK502"):
        basic.write_article(by=people.planner, paper=draft, version=1, words=Words(number="4"))
    assert [row.number for row in draft.articles.all()] == ["1", "2", "3"]


def test_a_step_needs_its_state_and_a_reason(people: People, draft: Paper) -> None:
    with pytest.raises(UsageError, match="RK757"):
        papers.review(by=people.planner, paper=draft, version=1, reason="  ")
    with pytest.raises(ConflictError, match="RK871"):
        papers.send_back(by=people.planner, paper=draft, version=1, reason="早い")


@pytest.mark.parametrize("name", ["colleague", "outsider", "attache", "evaluator"])
def test_others_write_nothing(people: People, draft: Paper, name: str) -> None:
    by: User = getattr(people, name)
    with pytest.raises(DeniedError):
        basic.write_article(by=by, paper=draft, version=1, words=Words(number="3"))
    with pytest.raises(DeniedError):
        papers.review(by=by, paper=draft, version=1, reason="見た")


def test_the_bureau_in_charge_does_not_adopt_its_own(people: People, draft: Paper) -> None:
    seen = papers.review(by=people.planner, paper=draft, version=1, reason="確認した")
    with pytest.raises(DeniedError):
        papers.adopt(
            by=people.owner, paper=seen, version=seen.version,
            effective_on=date(2020, 4, 1), adopted_by="課長", reason="急ぐ",
        )  # fmt: skip


def test_a_marking_above_the_clearance_hides_a_paper(people: People) -> None:
    secret = basic.typed(by=people.administrator, title="秘", articles=[], marking=2)
    inside = basic.typed(by=people.administrator, title="部内", articles=[], marking=1)
    seen = {
        name: {row.pk for row in selectors.basic_policies(getattr(people, name))}
        for name in ("administrator", "owner", "outsider", "attache")
    }
    assert seen["administrator"] == {secret.pk, inside.pk}
    assert seen["owner"] == {inside.pk}
    assert seen["outsider"] == seen["attache"] == set()


def test_articles_come_from_a_directive_that_was_read(people: People) -> None:
    done = documents.ingest(
        name="tsutatsu.txt", data=DIRECTIVE.encode(), by=people.administrator,
        organisation=people.ours, marking=0,
    )  # fmt: skip
    paper = basic.from_document(by=people.owner, document=done.document)
    told = [(row.number, row.title, row.record_id is not None) for row in paper.articles.all()]
    assert told == [
        ("1", "趣旨", True),
        ("2", "目的", True),
        ("2(1)", "相互の理解", True),
        ("3", "見直し", True),
    ]
    assert [(row.role, row.day) for row in paper.amendments.all()] == [
        ("issued", "2020-04-01"),
        ("amended", "2023-06-01"),
    ]


def test_a_document_without_articles_is_refused(people: People) -> None:
    done = documents.ingest(
        name="memo.txt", data="覚え書きです。\n".encode(), by=people.administrator,
        organisation=people.ours, marking=0,
    )  # fmt: skip
    with pytest.raises(UsageError, match="RK883"):
        basic.from_document(by=people.owner, document=done.document)


def test_an_empty_basic_policy_is_not_reviewed(people: People) -> None:
    paper = basic.typed(by=people.owner, title="空", articles=[], organisation=people.ours)
    with pytest.raises(UsageError, match="RK876"):
        papers.review(by=people.planner, paper=paper, version=1, reason="見た")
