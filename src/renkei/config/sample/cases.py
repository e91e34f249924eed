"""The cases of the demonstration, brought along by its users through the same services as any other."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.utils import timezone

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import Organisation, User
from renkei.apps.coordination import (
    consulting,
    guarding,
    meetings,
    reporting,
    services,
    telling,
)
from renkei.apps.coordination.choices import SECURITY_KINDS
from renkei.apps.coordination.models import Case
from renkei.core.coordination.states import WAY, State

DESKS = {"MOD_INTL_POLICY": "desk", "MSO": "maritime", "JS": "joint"}
"""The desk officer of each organisation that leads or is asked."""
_FIELDS = (
    "title", "partners", "kind", "category", "purpose", "aim", "place", "direction", "principal",
    "unit", "participants", "cost_yen", "ordinal",
)  # fmt: skip
Entry = Mapping[str, Any]


@transaction.atomic
def load() -> int:
    """Bring the cases in, once; how many. The users of the demonstration must be there."""
    if Case.objects.exists():
        return 0
    entries: list[Entry] = yaml.safe_load(Path(__file__).with_name("cases.yml").read_text("utf-8"))
    users = {user.username: user for user in User.objects.all()}
    owners = {each.code: each for each in Organisation.objects.all()}
    today = timezone.localdate()
    # silence is recorded when the deadline is over, so those who stay silent come first
    for entry in sorted(entries, key=lambda one: "silent" not in one):
        _bring(entry, users, owners, today)
        if "silent" in entry:
            consulting.record_overdue(today=today + timedelta(days=1))
    meetings.call_meeting(by=users["planner"], name="課長級調整会議（見本）", day=today)
    return len(entries)


def _bring(
    entry: Entry, users: Mapping[str, User], owners: Mapping[str, Organisation], today: date
) -> None:
    case = _propose(entry, users, owners, today)
    desk, until = _desk(entry, users), State(entry["until"])
    if until not in WAY:
        _move(desk, case, until, entry["reason"])
        return
    reached = WAY.index(until)
    if reached >= WAY.index(State.IN_COORDINATION):
        _consult(entry, case, users, owners, today)
        telling.draw_in(by=desk, case=case, phase="plan")
    if reached >= WAY.index(State.APPROVED):
        for kind in SECURITY_KINDS:
            guarding.decide(by=users["security"], case=case, kind=kind, decision="clear")
        _move(users["planner"], case, State.APPROVED)
    if reached >= WAY.index(State.HELD):
        _move(desk, case, State.HELD)
    if reached >= WAY.index(State.REPORTED):
        _result(entry, case, users, owners, today)
    if until is State.CLOSED:
        _move(desk, case, State.CLOSED)


def _propose(
    entry: Entry, users: Mapping[str, User], owners: Mapping[str, Organisation], today: date
) -> Case:
    first = today + timedelta(days=entry["day"])
    last = first + timedelta(days=entry["length"] - 1)
    values = {name: entry[name] for name in _FIELDS if name in entry}
    marking = Marking[entry.get("marking", "internal").upper()]
    return services.propose(
        by=_desk(entry, users),
        values={**values, "start": str(first), "end": str(last) if last > first else ""},
        organisation=owners[entry["lead"]],
        marking=marking,
        on=first - timedelta(days=entry["ahead"]),
    )


def _consult(
    entry: Entry,
    case: Case,
    users: Mapping[str, User],
    owners: Mapping[str, Organisation],
    today: date,
) -> None:
    due = today if "silent" in entry else today + timedelta(days=7)
    round_ = consulting.ask(
        by=_desk(entry, users),
        case=case,
        organisations=[owners[code] for code in entry["ask"]],
        due=due,
        order=entry.get("order", "parallel"),
        question="日程と参加の可否について意見をください。",
    )
    rows = {row.organisation.code: row for row in round_.requests.select_related("organisation")}
    for code, (outcome, text, *counter) in entry.get("answers", {}).items():
        consulting.answer(
            by=users[DESKS[code]],
            request=rows[code],
            outcome=outcome,
            text=text,
            counter="".join(counter),
        )


def _result(
    entry: Entry,
    case: Case,
    users: Mapping[str, User],
    owners: Mapping[str, Organisation],
    today: date,
) -> None:
    desk = users[DESKS[entry["lead"]]]
    reporting.report(by=desk, case=case, values=entry["report"])
    for one in entry.get("promises", ()):
        row = reporting.promise(
            by=desk,
            case=case,
            text=one["text"],
            organisation=owners[one["owner"]],
            due=today + timedelta(days=one["day"]),
        )
        if "kept" in one:
            on = today + timedelta(days=one["kept"])
            reporting.keep_promise(by=desk, promise=row, on=on)
    for one in entry.get("lessons", ()):
        lesson = reporting.lesson(by=desk, case=case, text=one["text"], target=one["target"])
        if "standing" in one:
            reporting.answer_lesson(
                by=users["planner"],
                lesson=lesson,
                standing=one["standing"],
                became=one["became"],
            )


def _desk(entry: Entry, users: Mapping[str, User]) -> User:
    """Who leads; the desk officers of the demonstration are not cleared for what is restricted."""
    return users["admin" if entry.get("marking") == "restricted" else DESKS[entry["lead"]]]


def _move(by: User, case: Case, to: State, reason: str = "") -> None:
    case.refresh_from_db()
    services.move(by=by, case=case, version=case.version, to=to, reason=reason)
