"""The parts of the page of a case: security and who was told, the result, who looked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils import timezone

from renkei.apps.accounts.rights import may
from renkei.apps.accounts.selectors import Viewer
from renkei.apps.coordination import facts, guarding, reporting, selectors
from renkei.apps.coordination.attaching import attachments
from renkei.apps.coordination.choices import ITEMS, SECURITY_KINDS
from renkei.apps.coordination.models import Case, Promise, SecurityDecision
from renkei.core.coordination.states import State
from renkei.web.labels import label

Forms = Callable[..., forms.Form]


@dataclass(frozen=True, slots=True)
class Kind:
    """One of the four kinds of information security."""

    code: str
    row: SecurityDecision | None
    form: forms.Form | None


@dataclass(frozen=True, slots=True)
class Followed:
    """A promise; late where its day was over before it was kept, or is over and it is still open."""

    row: Promise
    late: bool
    form: forms.Form | None


def phase(case: Case) -> str:
    """What people are told about now: the plan, or the result."""
    after = (State.HELD, State.REPORTED, State.CLOSED)
    return "result" if case.state in after else "plan"


def guard(viewer: Viewer, case: Case, form: Forms) -> dict[str, Any]:
    """The four kinds, the files, who was told, what was released."""
    decided = facts.decisions(case)
    able = not case.ended and may(viewer, "coordination.secure", case)
    return {
        "kinds": [
            Kind(kind, decided.get(kind), form("secure", kind, kind=kind) if able else None)
            for kind in SECURITY_KINDS
        ],
        "files": attachments(viewer, case),
        "tellings": [(row, list(row.words)) for row in selectors.tellings(case)],
        "attaches": facts.attaches(case),
        "releases": [(item_name(case, row.item), row) for row in guarding.released(case).values()],
    }


def item_name(case: Case, item: str) -> str:
    """A field or an attachment in words."""
    if item in ITEMS:
        return label(item, "case_item")
    key = item.partition(":")[2]
    return next((row.name for row in case.attachments.all() if str(row.pk) == key), item)


def result(viewer: Viewer, case: Case, form: Forms) -> dict[str, Any]:
    """The report, promises, lessons, with the forms for those who may."""
    leads = not case.ended and may(viewer, "coordination.lead", case)
    after = case.state in (State.HELD, State.REPORTED)
    told = selectors.report(case)
    start = {
        name: getattr(told, name)
        for name in ("agreed", "achieved", "evaluation", "media_effect", "cost_yen")
        if told
    }
    return {
        "report": told,
        "report_form": form("report", **start) if leads and after else None,
        "promises": [
            followed(viewer, row, form, timezone.localdate()) for row in selectors.promises(case)
        ],
        "promise_form": form("promise", organisation=case.organisation_id) if leads else None,
        "lessons": case.lessons.select_related("actor", "decided_by"),
        "lesson_form": form("lesson") if leads and after else None,
        "begun": told is not None or after,
    }


def followed(viewer: Viewer, row: Promise, form: Forms | None, today: date) -> Followed:
    """A promise as it is followed."""
    able = form is not None and reporting.may_settle(viewer, row)
    late = (row.open and row.due < today) or (row.kept_on is not None and row.kept_on > row.due)
    return Followed(row, late, form("settle", row.pk, promise=row.pk) if able and form else None)


def looks(viewer: Viewer, case: Case) -> list[tuple[str, str, str, int]]:
    """Who looked, at what, when, how often."""
    return [
        (str(row.user), _looked_at(case, row.what), str(row.day), row.times)
        for row in selectors.views(viewer, case)[:30]
    ]


def _looked_at(case: Case, what: str) -> str:
    return "" if what == "case" else item_name(case, what)
