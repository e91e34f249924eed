"""What is known of a case, for the state machine of the core."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils import timezone

from renkei.apps.accounts.choices import Role
from renkei.apps.accounts.models import User
from renkei.apps.coordination.choices import PHASES, SECURITY_KINDS
from renkei.apps.coordination.models import Case, Report, Request, SecurityDecision
from renkei.core.coordination.states import Facts


def of(case: Case) -> Facts:
    """The facts of today."""
    asked = last_requests(case)
    decided = decisions(case)
    told = {
        phase: frozenset(
            str(row.user)
            for row in case.tellings.filter(phase=phase, user__isnull=False).select_related("user")
        )
        for phase in PHASES
    }
    return Facts(
        partners=bool(case.partner_codes),
        means=bool(case.category),
        purpose=bool(case.purpose),
        first_day=case.start_day,
        exact=case.exact,
        last_day=case.end_day,
        answers=tuple((request.organisation.name, request.outcome) for request in asked),
        settled=frozenset(one.organisation.name for one in asked if one.settled),
        undecided=tuple(kind for kind in SECURITY_KINDS if kind not in decided),
        refused=tuple(kind for kind, row in decided.items() if row.decision == "refuse"),
        attaches=frozenset(map(str, attaches(case))),
        told_plan=told["plan"],
        told_result=told["result"],
        reported=Report.objects.filter(case=case).exists(),
        open_promises=case.promises.filter(kept_on__isnull=True, let_go="").count(),
        today=timezone.localdate(),
    )


def decisions(case: Case) -> dict[str, SecurityDecision]:
    """The decision that counts on each kind of information security."""
    return {row.kind: row for row in case.securitydecisions.select_related("actor")}


def attaches(case: Case) -> QuerySet[User]:
    """Our attachés accredited to a partner of the case who are cleared for it."""
    return User.objects.filter(
        is_active=True,
        role=Role.ATTACHE,
        clearance__gte=case.marking,
        accreditations__partner_code__in=case.codes,
    ).distinct()


def last_requests(case: Case) -> list[Request]:
    """Everybody who was asked, each in the last round that they were asked in."""
    rows = Request.objects.filter(consultation__case=case).select_related("organisation")
    last = {row.organisation_id: row for row in rows.order_by("consultation_id", "position")}
    return list(last.values())
