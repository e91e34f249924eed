"""Notices: told once, to those cleared; mail by a real server, at once or as a digest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from renkei.apps.accounts.choices import Marking
from renkei.apps.coordination import consulting, informing, services
from renkei.apps.coordination.models import Case
from renkei.apps.notices import selectors, sending, tasks, ticking
from renkei.apps.notices.models import Mail, Notice
from renkei.apps.notices.sentences import SENTENCES, sentence
from renkei.apps.notices.services import gather_digests, notify, wish
from renkei.core.errors import UsageError
from tests.mailserver import Catcher, mail, mailserver
from tests.register import People

__all__ = ["mail", "mailserver"]
TODAY = timezone.localdate()


@pytest.fixture
def told(people: People) -> Callable[..., list[Notice]]:
    """Tells the owner that something moved."""

    def tell(key: str = "one", marking: int = Marking.PUBLIC, **more: Any) -> list[Notice]:
        values = {"title": "見本協議", "state": ["lifecycle", "approved"]} | more
        return notify(
            users=[people.owner],
            code="moved",
            address="/cases/1/",
            key=key,
            marking=marking,
            **values,
        )

    return tell


def work(monkeypatch: pytest.MonkeyPatch, **options: Any) -> None:
    """The worker in this process, on the connection of the test, which it would close."""
    worker = "django_tasks_db.management.commands.db_worker.close_old_connections"
    monkeypatch.setattr(worker, lambda: None)
    call_command("db_worker", startup_delay=False, reload=False, verbosity=0, **options)


def addressed(people: People, delivery: str = "at_once", hour: int = 8) -> None:
    wish(by=people.owner, delivery=delivery, hour=hour, email="owner@example.jp")


def test_the_same_thing_is_told_once(people: People, told: Callable[..., list[Notice]]) -> None:
    assert len(told()) == 1
    assert told() == []
    assert selectors.unread(people.owner) == 1
    assert selectors.unread(people.teammate) == 0


def test_nobody_is_told_above_their_clearance(
    people: People, told: Callable[..., list[Notice]]
) -> None:
    assert told(marking=Marking.RESTRICTED) == []
    told(marking=Marking.INTERNAL)
    people.owner.clearance = Marking.PUBLIC
    people.owner.save()
    assert selectors.unread(people.owner) == 0


def test_mail_goes_by_the_server_once(
    people: People,
    mail: Catcher,
    told: Callable[..., list[Notice]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    addressed(people)
    told()
    work(monkeypatch, batch=True)
    [arrived] = mail.mails
    assert "見本協議" in str(arrived["Subject"])
    assert "承認" in str(arrived["Subject"])
    assert "http://localhost:8000/cases/1/" in arrived.get_content()
    assert sending.send_waiting() == 0


def test_a_mail_says_no_more_than_may_leave(
    people: People, mail: Catcher, told: Callable[..., list[Notice]]
) -> None:
    addressed(people)
    told(marking=Marking.INTERNAL)
    sending.send_waiting()
    [arrived] = mail.mails
    assert "見本協議" not in str(arrived["Subject"]) + arrived.get_content()


def test_without_a_server_or_an_address_nothing_is_mailed(
    people: People, settings: Any, told: Callable[..., list[Notice]]
) -> None:
    addressed(people)
    settings.EMAIL_HOST = ""
    told()
    assert not Mail.objects.exists()


def test_what_is_refused_is_tried_again(
    people: People, mail: Catcher, told: Callable[..., list[Notice]]
) -> None:
    addressed(people)
    told()
    mail.refusing = True
    assert sending.send_waiting() == 0
    row = Mail.objects.get()
    assert "no space left" in row.problem
    assert row.next_at > timezone.now()
    mail.refusing = False
    row.next_at = timezone.now()
    row.save()
    assert sending.send_waiting() == 1
    assert mail.ids == [row.message_id]


def test_a_claim_that_lapsed_is_taken_over_and_a_fresh_one_is_not(
    people: People, mail: Catcher, told: Callable[..., list[Notice]]
) -> None:
    addressed(people)
    told()
    claimed = sending._claim(timezone.now())
    assert claimed is not None
    assert sending.send_waiting() == 0
    claimed.claimed_until = timezone.now() - timedelta(seconds=1)
    claimed.save()
    assert sending.send_waiting() == 1


def test_a_digest_is_one_mail_at_its_hour(
    people: People, mail: Catcher, told: Callable[..., list[Notice]]
) -> None:
    addressed(people, "digest", hour=9)
    told("a"), told("b", title="別の件")
    assert gather_digests(today=TODAY, hour=8) == 0
    assert gather_digests(today=TODAY, hour=9) == 1
    assert gather_digests(today=TODAY, hour=10) == 0
    sending.send_waiting()
    [arrived] = mail.mails
    assert "(+1)" in str(arrived["Subject"])
    assert "別の件" in arrived.get_content()
    assert selectors.unread(people.owner) == 2


def test_no_mail_for_those_who_want_none(
    people: People, mail: Catcher, told: Callable[..., list[Notice]]
) -> None:
    addressed(people, "none")
    told()
    assert not Mail.objects.exists()
    with pytest.raises(UsageError, match="RK503"):
        wish(by=people.owner, delivery="none", hour=8, email="nowhere")


def test_there_is_always_one_next_tick(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    tasks.ensure_tick()
    tasks.ensure_tick()
    assert DBTaskResult.objects.count() == 1
    work(monkeypatch, max_tasks=1)
    assert DBTaskResult.objects.filter(status="READY").count() == 1


def test_a_worker_that_died_in_a_tick_does_not_end_the_ticks(db: None) -> None:
    tasks.ensure_tick()
    row = DBTaskResult.objects.get()
    row.status = "RUNNING"
    row.save()
    tasks.ensure_tick()
    assert DBTaskResult.objects.filter(status="READY").count() == 1


def test_every_sentence_can_be_said_in_both_languages() -> None:
    params = dict.fromkeys(["title", "who", "due", "text"], "x")
    params |= {"outcome": ["consultation_outcome", "agree"], "state": ["lifecycle", "held"]}
    for code in SENTENCES:
        assert sentence(code, params, "ja") != sentence(code, params, "en")


def test_a_consultation_is_told_to_those_it_concerns(people: People) -> None:
    case = services.propose(
        by=people.owner,
        values={
            "title": "見本協議",
            "partners": ["NZL"],
            "category": "working_level",
            "purpose": "co_operation",
            "start": str(TODAY),
        },
        organisation=people.ours,
    )
    round_ = consulting.ask(by=people.owner, case=case, organisations=[people.theirs], due=TODAY)

    def codes(user: Any) -> list[str]:
        return sorted(selectors.notices(user).values_list("code", flat=True))

    assert codes(people.colleague) == ["asked"]
    assert codes(people.outsider) == codes(people.attache) == []
    informing.remind(today=TODAY)
    informing.remind(today=TODAY)
    assert codes(people.colleague) == ["answer_due", "asked"]
    ticking.run(timezone.localtime() + timedelta(days=1))
    ticking.run(timezone.localtime() + timedelta(days=1))
    assert codes(people.owner) == ["no_answer"]
    assert Case.objects.get().consultations.get().requests.get().outcome == "no_answer"
    assert round_.pk
