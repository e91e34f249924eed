"""The committee of the demonstration: a session that was held, and the next, whose agenda waits."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from django.db import transaction
from django.utils import timezone

from renkei.apps.accounts.models import Organisation, User
from renkei.apps.committee import services
from renkei.apps.committee.choices import Ask, Body, Decision
from renkei.apps.committee.models import Session

Entry = Mapping[str, Any]


@transaction.atomic
def load(*, by: User) -> bool:
    """Bring the committee in; nothing where a session was convened already."""
    if Session.objects.exists():
        return False
    data: Entry = yaml.safe_load(Path(__file__).with_name("committee.yml").read_text("utf-8"))
    today = timezone.localdate()
    owners = {each.code: each for each in Organisation.objects.all()}
    for one in data["members"]:
        services.seat(
            by=by,
            body=Body(one["body"]),
            office=one["office"],
            organisation=owners.get(one.get("organisation", "")),
            chair=one.get("chair", False),
            since=today - timedelta(days=400),
        )
    _held(by, data["past"], owners, today)
    _convened(by, data["next"], today)
    return True


def _convened(by: User, entry: Entry, today: date) -> Session:
    return services.convene(
        by=by,
        body=Body.COMMITTEE,
        name=entry["name"],
        day=today + timedelta(days=entry["days"]),
        place=entry["place"],
    )


def _held(by: User, entry: Entry, owners: Mapping[str, Organisation], today: date) -> None:
    """Papers that wait stay for the next session, so this one decides its own matters alone."""
    session = _convened(by, entry, today)
    session.matters.all().delete()
    for one in entry["matters"]:
        matter = services.put(by=by, session=session, ask=Ask(one["ask"]), title=one["title"])
        matter = services.decide(
            by=by, matter=matter, decision=Decision(one["decision"]), text=one["text"]
        )
        if follow := one.get("follow_up"):
            services.follow(
                by=by,
                matter=matter,
                what=follow["what"],
                organisation=owners[follow["organisation"]],
                due=today + timedelta(days=follow["days"]),
            )
    services.close(by=by, session=session)
