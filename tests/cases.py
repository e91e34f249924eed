"""A case of the owner's organisation, and ways to bring it along."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from renkei.apps.accounts.choices import Marking, Role
from renkei.apps.accounts.models import User
from renkei.apps.accounts.services import add_user
from renkei.apps.coordination import consulting, guarding, services, telling
from renkei.apps.coordination.choices import SECURITY_KINDS
from renkei.apps.coordination.models import Case
from tests.register import People

Make = Callable[..., Case]
TODAY = timezone.localdate()


@pytest.fixture
def case(people: People) -> Make:
    """Proposes a case with New Zealand, to which the attaché is accredited; fields as given."""

    def make(marking: int = Marking.INTERNAL, **values: Any) -> Case:
        fields = {
            "title": "第3回見本協議",
            "partners": ["NZL"],
            "category": "working_level",
            "kind": "consultation",
            "purpose": "co_operation",
            "start": str(TODAY - timedelta(days=2)),
        }
        return services.propose(
            by=people.administrator,
            values=fields | values,
            organisation=people.ours,
            marking=marking,
        )

    return make


@pytest.fixture
def security(people: People) -> User:
    """The security officer, of the other organisation."""
    return add_user(
        by=people.administrator,
        username="security",
        password="correct horse battery",
        role=Role.SECURITY_OFFICER,
        clearance=Marking.INTERNAL,
        organisation=people.theirs,
    )


def go(by: Any, case: Case, to: str, reason: str = "") -> Case:
    """The case in another state."""
    case.refresh_from_db()
    return services.move(by=by, case=case, version=case.version, to=to, reason=reason)


def consulted(people: People, case: Case, outcome: str = "agree") -> None:
    """The other organisation was asked and answered."""
    round_ = consulting.ask(by=people.owner, case=case, organisations=[people.theirs], due=TODAY)
    row = round_.requests.get()
    consulting.answer(by=people.colleague, request=row, outcome=outcome, text="日程が重なる")


def cleared(people: People, case: Case) -> None:
    """Security decided and the attaché was told."""
    for kind in SECURITY_KINDS:
        guarding.decide(by=people.administrator, case=case, kind=kind, decision="clear")
    telling.draw_in(by=people.owner, case=case, phase="plan")


def held(people: People, case: Case) -> Case:
    """All the way to the event."""
    consulted(people, case)
    cleared(people, case)
    go(people.planner, case, "approved")
    return go(people.owner, case, "held")
