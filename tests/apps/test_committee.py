"""The committee of article 11: agenda from papers and cases, decisions that adopt, follow-up, rights."""

from __future__ import annotations

from datetime import date

import pytest

from renkei.apps.accounts.models import User
from renkei.apps.audit.models import Event
from renkei.apps.committee import selectors, services
from renkei.apps.committee.choices import Ask, Body, Decision
from renkei.apps.committee.models import Matter, Session
from renkei.apps.coordination import starting
from renkei.apps.planning import basic, papers
from renkei.apps.planning.basic import Words
from renkei.apps.planning.models import Paper
from renkei.core.errors import ConflictError, DeniedError, UsageError
from tests.register import People

DAY = date(2026, 6, 1)


@pytest.fixture
def paper(people: People) -> Paper:
    """A paper that was reviewed and waits to be adopted."""
    draft = basic.typed(
        by=people.owner,
        title="見本の方針",
        articles=[Words(number="1", title="趣旨", text="信頼を深める。")],
        organisation=people.ours,
    )
    return papers.review(by=people.planner, paper=draft, version=draft.version, reason="確認")


@pytest.fixture
def session(people: People, paper: Paper) -> Session:
    return services.convene(by=people.planner, body=Body.COMMITTEE, name="第1回委員会", day=DAY)


def decide(people: People, matter: Matter, decision: Decision, by: User | None = None) -> Matter:
    return services.decide(
        by=by or people.decider, matter=matter, decision=decision, text="異議なく了承した"
    )


def test_a_session_takes_waiting_papers_and_its_decision_brings_them_into_force(
    people: People, paper: Paper, session: Session
) -> None:
    matter = session.matters.get()
    assert (matter.paper, matter.ask) == (paper, Ask.ADOPT)
    decide(people, matter, Decision.AGREED)
    paper.refresh_from_db()
    assert (paper.state, paper.effective_on, paper.adopted_by) == ("adopted", DAY, "第1回委員会")
    trail = Event.objects.filter(object_type="session", object_id=session.pk)
    assert list(trail.order_by("pk").values_list("action", "actor")) == [
        ("convene", "planner"),
        ("decide_matter", "decider"),
    ]


def test_a_paper_sent_back_is_a_draft_again_and_may_come_to_the_next_session(
    people: People, paper: Paper, session: Session
) -> None:
    decide(people, session.matters.get(), Decision.SENT_BACK)
    paper.refresh_from_db()
    assert paper.state == "draft"
    papers.review(by=people.planner, paper=paper, version=paper.version, reason="直した")
    again = services.convene(by=people.planner, body=Body.COMMITTEE, name="第2回", day=DAY)
    assert again.matters.get().paper == paper


def test_a_matter_is_decided_once_and_a_closed_session_decides_no_more(
    people: People, session: Session
) -> None:
    topic = services.put(by=people.planner, session=session, ask=Ask.REPORT, title="来年の日程")
    decide(people, topic, Decision.NOTED)
    with pytest.raises(ConflictError, match="RK906"):
        decide(people, topic, Decision.AGREED)
    services.close(by=people.decider, session=session)
    waiting = session.matters.get(ask=Ask.ADOPT)
    assert waiting.decision == Decision.NEXT_TIME
    with pytest.raises(UsageError, match="RK901"):
        decide(people, waiting, Decision.AGREED)
    with pytest.raises(UsageError, match="RK901"):
        services.put(by=people.planner, session=session, ask=Ask.REPORT, title="遅れた議題")


def test_only_what_waits_can_be_put_for_adoption_and_only_once(
    people: People, paper: Paper, session: Session
) -> None:
    with pytest.raises(ConflictError, match="RK905"):
        services.put(by=people.planner, session=session, ask=Ask.ADOPT, paper=paper)
    papers.send_back(by=people.planner, paper=paper, version=paper.version, reason="直す")
    paper.refresh_from_db()
    other = services.convene(by=people.planner, body=Body.SECTION, name="部会", day=DAY)
    assert not other.matters.exists()
    with pytest.raises(UsageError, match="RK904"):
        services.put(by=people.planner, session=other, ask=Ask.ADOPT, paper=paper)
    assert not other.matters.exists()


def test_follow_up_waits_for_a_decision_and_its_organisation_says_when_it_is_done(
    people: People, session: Session
) -> None:
    matter = session.matters.get()
    data = {"what": "周知する", "organisation": people.theirs, "due": date(2026, 6, 30)}
    with pytest.raises(UsageError, match="RK907"):
        services.follow(by=people.decider, matter=matter, **data)
    decide(people, matter, Decision.AGREED)
    matter.refresh_from_db()
    row = services.follow(by=people.decider, matter=matter, **data)
    assert list(selectors.open_follow_ups(people.planner)) == [row]
    with pytest.raises(DeniedError):
        services.finish(by=people.owner, follow_up=row)
    done = services.finish(by=people.colleague, follow_up=row, note="周知した")
    assert (done.done_by, done.note) == (people.colleague, "周知した")
    assert not selectors.open_follow_ups(people.planner).exists()
    with pytest.raises(ConflictError, match="RK908"):
        services.finish(by=people.planner, follow_up=row)


def test_a_body_has_one_chair_at_a_time(people: People) -> None:
    seat = {"by": people.planner, "body": Body.COMMITTEE, "since": DAY, "chair": True}
    first = services.seat(office="見本審議官", **seat)
    with pytest.raises(ConflictError, match="RK902"):
        services.seat(office="別の官職", **seat)
    with pytest.raises(UsageError, match="RK903"):
        services.unseat(by=people.planner, member=first, until=date(2026, 5, 1))
    services.unseat(by=people.planner, member=first, until=date(2026, 7, 1))
    second = services.seat(office="後任", **{**seat, "since": date(2026, 7, 2)})
    assert list(selectors.members(Body.COMMITTEE, date(2026, 7, 1))) == [first]
    assert list(selectors.members(Body.COMMITTEE, date(2026, 7, 2))) == [second]


@pytest.mark.parametrize("who", ["owner", "colleague", "outsider", "attache", "decider"])
def test_only_planning_keeps_seats_and_agendas(people: People, session: Session, who: str) -> None:
    by: User = getattr(people, who)
    with pytest.raises(DeniedError):
        services.seat(by=by, body=Body.SECTION, office="官職", since=DAY)
    with pytest.raises(DeniedError):
        services.convene(by=by, body=Body.SECTION, name="部会", day=DAY)
    with pytest.raises(DeniedError):
        services.put(by=by, session=session, ask=Ask.REPORT, title="議題")


@pytest.mark.parametrize("who", ["owner", "colleague", "outsider", "attache"])
def test_only_planning_and_those_who_decide_write_down_decisions(
    people: People, paper: Paper, session: Session, who: str
) -> None:
    by: User = getattr(people, who)
    matter = session.matters.get()
    with pytest.raises(DeniedError):
        decide(people, matter, Decision.AGREED, by)
    with pytest.raises(DeniedError):
        services.close(by=by, session=session)
    matter.refresh_from_db()
    paper.refresh_from_db()
    assert (matter.decision, paper.state) == ("", "reviewed")


def test_an_agenda_shows_no_case_that_the_viewer_may_not_see(
    people: People, session: Session
) -> None:
    case = starting.propose(
        by=people.owner, values={"title": "秘匿の案件"}, organisation=people.ours, marking=1
    )
    services.put(by=people.planner, session=session, ask=Ask.DELIBERATE, case=case)
    assert "秘匿の案件" in [row.title for row in selectors.agenda(people.owner, session)]
    assert "秘匿の案件" not in [row.title for row in selectors.agenda(people.outsider, session)]
    assert not selectors.sessions(people.attache).exists()
