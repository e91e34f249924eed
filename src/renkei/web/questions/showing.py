"""One question in words: every statement beside the words it was read from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import may
from renkei.apps.documents.models import ReadingProposal
from renkei.apps.documents.review_services import RIGHT
from renkei.apps.register import selectors
from renkei.apps.register.link_models import PROPOSED, Conflict, RecordLink
from renkei.apps.register.models import Activity
from renkei.apps.register.questions import CONFLICT, LINK, READING
from renkei.web.activities import several
from renkei.web.activities.sources import Source, sources
from renkei.web.documents.checking import facts, names_of_read_fields
from renkei.web.documents.readings import field_name, told


@dataclass(frozen=True, slots=True)
class Compared:
    """A field of one record; ``differs`` where the other record says something else."""

    name: str
    value: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Side:
    """A record with its printed words, and what it says: one value, or every field."""

    source: Source
    words: str = ""
    holds: bool = False
    notes: Sequence[str] = ()
    facts: Sequence[Compared] = ()
    activity: Activity | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A question in the list."""

    pk: int
    title: str
    when: str
    about: str


def rows(kind: str, found: Sequence[Any]) -> list[Row]:
    """The list, in the order of ``found``."""
    return [_ROWS[kind](row) for row in found]


def context(viewer: User, kind: str, row: Any) -> dict[str, Any]:
    """What the page shows of one question."""
    return {"current": row} | _CONTEXTS[kind](viewer, row)


def _row_of_conflict(row: Conflict) -> Row:
    name = field_name(row.field)
    return Row(row.pk, row.activity.title, row.activity.start, name)


def _row_of_link(row: RecordLink) -> Row:
    payload = row.one.payload
    other = str(row.other.payload.get("title", ""))
    return Row(row.pk, str(payload.get("title", "")), payload.get("start") or "", other)


def _row_of_reading(row: ReadingProposal) -> Row:
    payload = row.record.payload
    name = field_name(row.field)
    title = payload.get("title") or payload.get("name") or " ".join(row.record.text.split())
    return Row(row.pk, str(title), payload.get("start") or "", name)


def _of_conflict(viewer: User, row: Conflict) -> dict[str, Any]:
    activity = row.activity
    records = [source.record for source in selectors.sources(viewer, activity)]
    partners = {partner.pk: partner for partner in selectors.partners()}
    asked = several.questions(activity, records, partners)
    question = next((one for one in asked if one.field == row.field), None)
    choices = question.choices if question else []
    shown = sources(viewer, [choice.record for choice in choices])
    return {
        "activity": activity,
        "field_name": field_name(row.field),
        "sides": [
            Side(source, choice.words, choice.holds, choice.notes)
            for source, choice in zip(shown, choices, strict=True)
        ],
        "decision": question.decision if question else None,
        "corrected": activity.touched,
        "may_decide": selectors.may_correct(viewer, activity),
        "several_documents": len({record.document_id for record in records}) > 1,
    }


def _of_link(viewer: User, row: RecordLink) -> dict[str, Any]:
    pair = [row.one, row.other]
    activities = selectors.activities_of_records(viewer, pair)
    names = names_of_read_fields()
    return {
        "sides": [
            Side(source, facts=said, activity=activities.get(source.record.pk))
            for source, said in zip(sources(viewer, pair), _compared(row), strict=True)
        ],
        "matched": [names.get(field, field) for field in row.matched],
        "differed": [names.get(field, field) for field in row.differed],
        "open": row.state == PROPOSED,
        "may_decide": all(
            selectors.may_correct(viewer, activity) for activity in activities.values()
        ),
    }


def _of_reading(viewer: User, row: ReadingProposal) -> dict[str, Any]:
    (source,) = sources(viewer, [row.record])
    activity = selectors.activities_of_records(viewer, [row.record]).get(row.record_id)
    return {
        "proposal": told(row),
        "sides": [Side(source, activity=activity)],
        "may_decide": may(viewer, RIGHT, row.record.document),
    }


def _compared(row: RecordLink) -> list[list[Compared]]:
    """The fields of both records; only what both say can differ."""
    one, other = ({fact.name: fact.value for fact in facts(side)} for side in (row.one, row.other))
    return [
        [Compared(name, value, there.get(name, value) != value) for name, value in here.items()]
        for here, there in ((one, other), (other, one))
    ]


_ROWS: dict[str, Callable[[Any], Row]] = {
    CONFLICT: _row_of_conflict,
    LINK: _row_of_link,
    READING: _row_of_reading,
}
_CONTEXTS: dict[str, Callable[[User, Any], dict[str, Any]]] = {
    CONFLICT: _of_conflict,
    LINK: _of_link,
    READING: _of_reading,
}
