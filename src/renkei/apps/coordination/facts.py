"""What is known of a case, for the state machine of the core."""

from __future__ import annotations

from django.utils import timezone

from renkei.apps.coordination.models import Case, Request
from renkei.core.coordination.states import Facts


def of(case: Case) -> Facts:
    """The facts of today."""
    asked = last_requests(case)
    return Facts(
        partners=bool(case.partner_codes),
        means=bool(case.category),
        purpose=bool(case.purpose),
        first_day=case.start_day,
        exact=case.exact,
        last_day=case.end_day,
        answers=tuple((request.organisation.name, request.outcome) for request in asked),
        settled=frozenset(one.organisation.name for one in asked if one.settled),
        today=timezone.localdate(),
    )


def last_requests(case: Case) -> list[Request]:
    """Everybody who was asked, each in the last round that they were asked in."""
    rows = Request.objects.filter(consultation__case=case).select_related("organisation")
    last = {row.organisation_id: row for row in rows.order_by("consultation_id", "position")}
    return list(last.values())
