"""Everything that was said and done about a case, in one line of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.coordination.attaching import attachments
from renkei.apps.coordination.models import Answer, Case, Consultation, Item, Report


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


def thread(viewer: Viewer, case: Case) -> list[Entry]:
    """The thread of a case that the reader may see, oldest first."""
    found = [
        *_talk(case),
        *_consultation(case),
        *_guard(viewer, case),
        *_meeting(case),
        *_result(case),
    ]
    return sorted(found, key=lambda entry: entry.at)


def _talk(case: Case) -> Iterator[Entry]:
    for row in case.moves.select_related("actor"):
        yield Entry("move", row.at, str(row.actor), row.reason, row.before, row.after)
    for remark in case.remarks.select_related("actor"):
        yield Entry("remark", remark.at, str(remark.actor), remark.text)


def _consultation(case: Case) -> Iterator[Entry]:
    rounds = Consultation.objects.filter(case=case).select_related("asked_by")
    for row in rounds.prefetch_related("requests__organisation"):
        names = "、".join(each.organisation.name for each in row.requests.all())
        who = str(row.asked_by)
        yield Entry("asked", row.at, who, row.question, about=names, after=row.order)
    answers = Answer.objects.filter(request__consultation__case=case)
    for answer in answers.select_related("actor", "request__organisation"):
        yield Entry(
            "answer",
            answer.at,
            str(answer.actor or ""),
            answer.text,
            after=answer.outcome,
            about=answer.request.organisation.name,
            extra=answer.counter,
        )


def _guard(viewer: Viewer, case: Case) -> Iterator[Entry]:
    for row in case.securitydecisions.select_related("actor"):
        who = str(row.actor)
        yield Entry("security", row.at, who, row.note, about=row.kind, after=row.decision)
    for telling in case.tellings.select_related("actor", "user"):
        yield Entry(
            "told",
            telling.at,
            str(telling.actor),
            about=telling.recipient or str(telling.user),
            after=telling.audience,
            before=telling.phase,
        )
    for file in attachments(viewer, case):
        yield Entry("file", file.at, str(file.actor), about=file.name)


def _meeting(case: Case) -> Iterator[Entry]:
    rows = Item.objects.filter(case=case, at__isnull=False).select_related("actor", "meeting")
    for row in rows:
        assert row.at is not None
        yield Entry(
            "decision",
            row.at,
            str(row.actor),
            row.text,
            after=row.decision,
            about=row.meeting.name,
        )


def _result(case: Case) -> Iterator[Entry]:
    report = Report.objects.filter(case=case).select_related("actor").first()
    if report:
        yield Entry("report", report.at, str(report.actor), report.agreed, after=report.achieved)
    for promise in case.promises.select_related("actor", "organisation"):
        owner = f"{promise.organisation} {promise.due}"
        yield Entry("promise", promise.at, str(promise.actor), promise.text, about=owner)
    for lesson in case.lessons.select_related("actor"):
        yield Entry("lesson", lesson.at, str(lesson.actor), lesson.text, after=lesson.target)
