"""Everything that was said and done about a case, in one line of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from renkei.apps.coordination.models import Answer, Case, Consultation


@dataclass(frozen=True, slots=True)
class Entry:
    """``kind`` says which words the page uses; ``who`` is "" for the machine."""

    kind: str
    at: datetime
    who: str
    text: str = ""
    before: str = ""
    after: str = ""
    about: str = ""
    extra: str = ""


def thread(case: Case) -> list[Entry]:
    """The thread of a case that the reader may see, oldest first."""
    found = [*_moves(case), *_remarks(case), *_rounds(case), *_answers(case)]
    return sorted(found, key=lambda entry: entry.at)


def _moves(case: Case) -> list[Entry]:
    return [
        Entry("move", row.at, str(row.actor), row.reason, row.before, row.after)
        for row in case.moves.select_related("actor")
    ]


def _remarks(case: Case) -> list[Entry]:
    rows = case.remarks.select_related("actor")
    return [Entry("remark", row.at, str(row.actor), row.text) for row in rows]


def _rounds(case: Case) -> list[Entry]:
    rows = Consultation.objects.filter(case=case).select_related("asked_by")
    return [
        Entry(
            "asked",
            row.at,
            str(row.asked_by),
            row.question,
            about="、".join(each.organisation.name for each in row.requests.all()),
            after=row.order,
        )
        for row in rows.prefetch_related("requests__organisation")
    ]


def _answers(case: Case) -> list[Entry]:
    rows = Answer.objects.filter(request__consultation__case=case)
    return [
        Entry(
            "answer",
            row.at,
            str(row.actor or ""),
            row.text,
            after=row.outcome,
            about=row.request.organisation.name,
            extra=row.counter,
        )
        for row in rows.select_related("actor", "request__organisation")
    ]
