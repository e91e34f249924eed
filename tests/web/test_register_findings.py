"""What is wrong among the activities of the register: the page, the command, and who sees what."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.register import checking
from renkei.apps.register.models import Activity
from tests.register import People

Opens = Callable[[User], Client]
Makes = Callable[..., Activity]
TODAY = date(2026, 4, 1)


def rules(viewer: Any) -> list[str]:
    return [one.finding.rule.id for one in checking.findings(viewer, TODAY)]


def test_a_register_in_order_has_no_findings(
    people: People, client_of: Opens, activity: Makes
) -> None:
    activity(start="2025-06", partners=["CHL"])
    assert rules(people.owner) == []
    page = client_of(people.owner).get("/activities/findings").content.decode()
    assert "台帳に指摘はありません" in page


def test_what_is_entered_twice_leads_to_both(
    people: People, client_of: Opens, activity: Makes
) -> None:
    first = activity(title="防衛相会談", start="2025-06", kind="meeting", partners=["CHL"])
    second = activity(title="日チリ防衛相会談", start="2025-06", kind="meeting", partners=["CHL"])
    page = client_of(people.owner).get("/activities/findings").content.decode()
    assert "二重に登録された案件" in page
    for one in (first, second):
        assert f'href="/activities/{one.pk}/"' in page


def test_plans_that_have_passed_and_deeds_to_come(people: People, activity: Makes) -> None:
    activity(start="2025-06", status="planned", partners=["CHL"])
    activity(start=str(TODAY + timedelta(days=40))[:7], status="held", partners=["KEN"])
    assert rules(people.owner) == ["register.date_against_status"] * 2


def test_nobody_hears_of_what_they_may_not_see(people: People, activity: Makes) -> None:
    for title in ("防衛相会談", "日チリ防衛相会談"):
        activity(title=title, start="2025-06", kind="meeting", partners=["CHL"], marking=2)
    assert rules(people.outsider) == []
    assert rules(people.owner) == []
    assert rules(people.administrator) == ["register.activity_twice"]
