"""What a better reading says of activities that a person touched: proposed, and taken over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from renkei.apps.accounts.models import User
from renkei.apps.documents import proposals, review_selectors, review_services
from renkei.apps.documents.models import ReadingProposal, SourceRecord, Verdict
from renkei.apps.documents.proposals import Held
from renkei.apps.register import decisions, services
from renkei.apps.register.conflicts import conflicts_of
from renkei.apps.register.models import Activity, ActivitySource
from renkei.apps.register.values import FIELDS


def propose(records: Iterable[SourceRecord], known: Mapping[int, Activity]) -> None:
    """Propose what changed in corrected activities and in fields that somebody decided."""
    proposals.propose(
        _held([(record, known[record.pk]) for record in records if record.pk in known])
    )


def _held(pairs: list[tuple[SourceRecord, Activity]]) -> Iterator[Held]:
    for record, activity in pairs:
        if activity.touched:
            yield Held(record, {field: held(activity, field) for field in FIELDS})
            continue
        decided = list(activity.decisions.all())
        mine = [row for row in decided if (record.before or {}).get(row.field) == row.value]
        if mine:
            activity.decisions.filter(pk__in=[row.pk for row in mine]).update(pinned=True)
            yield Held(record, {row.field: row.value for row in mine})


def held(activity: Activity, field: str) -> Any:
    """The value of a field as a record has it."""
    if field == "partners":
        return [code for code in activity.partner_codes.split(";") if code]
    return getattr(activity, field)


def adopt(proposal: ReadingProposal, by: User, reason: str) -> None:
    """Let what is read now hold. Raises what the correction of an activity raises."""
    source = ActivitySource.objects.filter(record=proposal.record_id).first()
    if source is None:
        return
    activity = source.activity
    if proposal.field == "":
        record = proposal.record
        stamp = review_services.stamp(record, review_selectors.standing(record))
        review_services.review_record(
            by=by, record=record, verdict=Verdict.REJECTED, seen=stamp, reason=reason
        )
    elif activity.touched:
        values = {proposal.field: _value(proposal)}
        services.correct_activity(
            by=by, activity=activity, version=activity.version, values=values, reason=reason
        )
    else:
        _decide_anew(proposal, activity, by, reason)


def _decide_anew(proposal: ReadingProposal, activity: Activity, by: User, reason: str) -> None:
    """The earlier decision goes; where the sources still differ the value read now is decided."""
    field = proposal.field
    if not activity.decisions.filter(field=field).exists():
        return
    decisions.take_back_decision(
        by=by, activity=activity, version=activity.version, field=field, reason=reason
    )
    activity.refresh_from_db()
    records = [row.record for row in activity.sources.select_related("record")]
    if field in {conflict["field"] for conflict in conflicts_of(records)}:
        decisions.decide_conflict(
            by=by, activity=activity, version=activity.version, field=field,
            value=proposal.read, reason=reason,
        )  # fmt: skip


def _value(proposal: ReadingProposal) -> Any:
    """What is read now; a field that is printed no more is empty."""
    if proposal.read is not None:
        return proposal.read
    return {"partners": [], "fiscal_year": None, "ordinal": None, "status": "held"}.get(
        proposal.field, ""
    )
