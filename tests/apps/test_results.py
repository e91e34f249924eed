"""The meeting, the report, promises until kept, lessons and what became of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from renkei.apps.coordination import meetings, reporting, selectors
from renkei.apps.coordination.models import Case, Item, Promise
from renkei.apps.notices import selectors as notices
from renkei.apps.notices import ticking
from renkei.core.errors import DeniedError, UsageError
from tests.cases import TODAY, Make, case, cleared, consulted, go, held
from tests.register import People

__all__ = ["case"]
RESULT = {"agreed": "毎年会うこと", "achieved": "achieved", "evaluation": "窓口が決まった"}


def codes(user: object) -> list[str]:
    return sorted(notices.notices(user).values_list("code", flat=True))  # type: ignore[arg-type]


def test_the_meeting_settles_an_objection(people: People, case: Make) -> None:
    quiet, made = case(title="異論のない件"), case()
    consulted(people, quiet)
    consulted(people, made, "object")
    cleared(people, made)
    meeting = meetings.call_meeting(by=people.planner, name="見本調整会議", day=TODAY)
    [item] = selectors.agenda(people.owner, meeting)
    assert (item.case, item.why) == (made, "objection")
    with pytest.raises(UsageError, match="RK848"):
        meetings.decide(by=people.planner, item=item, decision="settled", text=" ")
    meetings.decide(by=people.planner, item=item, decision="settled", text="一週間ずらす")
    assert "decided" in codes(people.colleague)
    assert go(people.planner, made, "approved").state == "approved"
    meetings.close(by=people.planner, meeting=meeting)
    with pytest.raises(UsageError, match="RK860"):
        meetings.decide(by=people.planner, item=item, decision="stop", text="x")


def test_an_answer_anew_takes_the_settlement_away(people: People, case: Make) -> None:
    from renkei.apps.coordination import consulting  # noqa: PLC0415

    made = case()
    consulted(people, made, "object")
    cleared(people, made)
    meeting = meetings.call_meeting(by=people.planner, name="見本調整会議", day=TODAY)
    meetings.decide(by=people.planner, item=meeting.items.get(), decision="settled", text="進める")
    row = made.consultations.get().requests.get()
    consulting.answer(by=people.colleague, request=row, outcome="object", text="なお反対")
    with pytest.raises(UsageError, match="RK840"):
        go(people.planner, made, "approved")


@pytest.mark.parametrize("name", ["owner", "colleague", "attache"])
def test_only_planners_call_and_decide(people: People, case: Make, name: str) -> None:
    made = case()
    consulted(people, made, "object")
    user = getattr(people, name)
    with pytest.raises(DeniedError):
        meetings.call_meeting(by=user, name="x", day=TODAY)
    meeting = meetings.call_meeting(by=people.planner, name="x", day=TODAY)
    with pytest.raises(DeniedError):
        meetings.decide(by=user, item=meeting.items.get(), decision="settled", text="x")
    assert not Item.objects.exclude(decision="").exists()
    assert selectors.meetings(people.attache).count() == 0


def test_the_report_goes_at_once_to_those_who_need_it(people: People, case: Make) -> None:
    made = case()
    with pytest.raises(UsageError, match="RK830"):
        reporting.report(by=people.owner, case=made, values=RESULT)
    done = held(people, made)
    reporting.report(by=people.owner, case=done, values=RESULT)
    assert Case.objects.get().state == "reported"
    assert codes(people.attache) == ["told_plan", "told_result"]
    assert "moved" in codes(people.colleague)
    assert go(people.owner, made, "closed").state == "closed"


def test_promises_are_followed_until_kept(people: People, case: Make) -> None:
    done = held(people, case())
    reporting.report(by=people.owner, case=done, values=RESULT)
    row = reporting.promise(
        by=people.owner, case=done, text="資料を送る", organisation=people.theirs, due=TODAY
    )
    with pytest.raises(UsageError, match="RK846"):
        go(people.owner, done, "closed")
    now = timezone.localtime()
    ticking.run(now)
    ticking.run(now)
    assert codes(people.colleague).count("promise_due") == 1
    ticking.run(now + timedelta(days=1))
    ticking.run(now + timedelta(days=2))
    assert codes(people.colleague).count("promise_late") == 1
    with pytest.raises(DeniedError):
        reporting.keep_promise(by=people.outsider, promise=row, on=TODAY)
    with pytest.raises(UsageError, match="RK863"):
        reporting.keep_promise(by=people.colleague, promise=row, on=TODAY + timedelta(days=1))
    assert Promise.objects.get().open
    reporting.keep_promise(by=people.colleague, promise=row, on=TODAY)
    assert not reporting.open_promises(Case.objects.all()).exists()
    assert go(people.owner, done, "closed").state == "closed"


def test_a_promise_may_be_let_go_with_a_reason(people: People, case: Make) -> None:
    done = held(people, case())
    row = reporting.promise(
        by=people.owner, case=done, text="視察", organisation=people.ours, due=TODAY
    )
    with pytest.raises(UsageError, match="RK848"):
        reporting.let_go(by=people.owner, promise=row, reason="")
    reporting.let_go(by=people.owner, promise=row, reason="先方が辞退")
    assert not Promise.objects.get().open
    with pytest.raises(UsageError, match="RK505"):
        reporting.keep_promise(by=people.owner, promise=row, on=TODAY)


def test_a_lesson_reaches_the_planners_and_gets_an_answer(people: People, case: Make) -> None:
    done = held(people, case())
    row = reporting.lesson(by=people.owner, case=done, text="通訳を二人に", target="plan")
    assert "lesson" in codes(people.planner)
    with pytest.raises(DeniedError):
        reporting.answer_lesson(by=people.owner, lesson=row, standing="adopted", became="計画")
    reporting.answer_lesson(
        by=people.planner, lesson=row, standing="adopted", became="来年度の計画に入れた"
    )
    [seen] = selectors.lessons(people.owner)
    assert (seen.standing, seen.became) == ("adopted", "来年度の計画に入れた")
    assert list(selectors.lessons(people.outsider)) == []
