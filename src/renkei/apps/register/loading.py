"""Activities and student exchange from the records of a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import User
from renkei.apps.documents.loading import Unloaded
from renkei.apps.documents.models import ReadingProposal, SourceRecord, StoredDocument
from renkei.apps.register import linking, partners, regrouping, rereading, withdrawal
from renkei.apps.register.models import Activity, ActivitySource, Partner, StudentExchange
from renkei.apps.register.values import (
    FIELDS,
    NUMBERS,
    TEXTS,
    date_problem,
    fill,
    from_payload,
    problem,
)

READ = "read"
_COLUMNS = [
    *TEXTS, *NUMBERS, "partner_codes", "start_day", "end_day", "sort_day", "sort_year",
    "search_text", "version",
]  # fmt: skip
TOTAL = "TOTAL"


class RegisterLoader:
    """One record of type activity is one activity, one of type student_exchange one count."""

    def load(
        self, document: StoredDocument, records: Sequence[SourceRecord], by: User
    ) -> Sequence[Unloaded]:
        """Make activities and counts of new records."""
        partners.ensure(_codes(records))
        unloaded = _load_activities(document, _of_type(records, "activity"), by)
        unloaded += _load_students(document, _of_type(records, "student_exchange"))
        return unloaded

    def refresh(
        self, document: StoredDocument, records: Sequence[SourceRecord], by: User
    ) -> Sequence[Unloaded]:
        """Bring untouched rows up to what is read now; make those that could not be made before."""
        partners.ensure(_codes(records))
        activities = _of_type(records, "activity")
        known = _sources(activities)
        withdrawal.bring_back(known.values(), by, "read_again")
        rereading.propose(activities, known)
        fresh = [record for record in activities if record.pk not in known]
        unloaded = _load_activities(document, fresh, by)
        unloaded += _refresh_activities([r for r in activities if r.pk in known], known, by)
        students = _of_type(records, "student_exchange")
        StudentExchange.objects.filter(record__in=students).delete()
        unloaded += _load_students(document, students)
        linking.settle_document(document, by)
        return unloaded

    def withdraw(self, records: Sequence[SourceRecord], by: User) -> set[int]:
        """Delete rows that rest only on ``records`` and that nobody touched."""
        sources = ActivitySource.objects.filter(record__in=records).select_related("activity")
        kept: set[int] = set()
        for source in sources:
            activity = source.activity
            if activity.touched:
                kept.add(source.record_id)
                continue
            source.delete()
            others = list(activity.sources.select_related("record", "activity"))
            if others:
                regrouping.compose([others], by, "read_no_more")
            else:
                note_author(activity, by, "read_no_more")
                activity.delete()
        StudentExchange.objects.filter(record__in=records).delete()
        return kept

    def reject(self, record: SourceRecord, by: User, reason: str) -> None:
        """Withdraw what rests on the record alone."""
        withdrawal.reject(record, by, reason)

    def restore(self, record: SourceRecord, by: User, reason: str) -> None:
        """Bring back what its rejection withdrew."""
        withdrawal.restore(record, by, reason)

    def adopt(self, proposal: ReadingProposal, by: User, reason: str) -> None:
        """Correct the activity of the record to what is read now."""
        rereading.adopt(proposal, by, reason)


def _of_type(records: Iterable[SourceRecord], name: str) -> list[SourceRecord]:
    return [record for record in records if record.type == name]


def _codes(records: Iterable[SourceRecord]) -> set[str]:
    codes: set[str] = set()
    for record in records:
        if record.type == "activity":
            codes.update(record.payload.get("partners", []))
        elif record.type == "student_exchange":
            codes.add(record.payload["partner"])
    return codes - {TOTAL}


def _sources(records: Sequence[SourceRecord]) -> dict[int, Activity]:
    rows = ActivitySource.objects.filter(record__in=records).select_related("activity")
    return {row.record_id: row.activity for row in rows}


def _load_activities(
    document: StoredDocument, records: Sequence[SourceRecord], by: User
) -> list[Unloaded]:
    names = partners.names_of(_codes(records))
    unloaded: list[Unloaded] = []
    made: list[tuple[Activity, list[SourceRecord]]] = []
    told: dict[tuple[object, ...], list[SourceRecord]] = {}
    for record in records:
        values = from_payload(record.payload)
        activity = Activity(
            organisation_id=document.organisation_id, marking=document.marking, origin=READ
        )
        reason = date_problem(values)
        if not reason:
            fill(activity, values, partners.searched(values["partners"], names))
            reason = problem(activity)
        if reason:
            unloaded.append(Unloaded(record, reason))
            continue
        same = _sameness(activity)
        if same is not None and same in told:
            told[same].append(record)
            continue
        sources = [record]
        made.append((activity, sources))
        if same is not None:
            told[same] = sources
    _save(made, by)
    return unloaded


def _sameness(activity: Activity) -> tuple[object, ...] | None:
    """What makes two records of one document the same activity: equal in all fields, to the day.

    Anything less precise than a day may well be two occurrences.
    """
    if len(activity.start) < len("YYYY-MM-DD") or not activity.partner_codes:
        return None
    return (
        *(getattr(activity, name) for name in FIELDS if name not in ("partners", "section")),
        activity.partner_codes,
    )


def _save(made: Sequence[tuple[Activity, list[SourceRecord]]], by: User) -> None:
    rows = bulk_create_with_history(
        [activity for activity, _ in made],
        Activity,
        default_user=by,
        default_change_reason=READ,
    )
    link = Activity.partners.through
    link.objects.bulk_create(
        link(activity_id=activity.pk, partner_id=code)
        for activity in rows
        for code in dict.fromkeys(activity.partner_codes.split(";"))
        if code
    )
    ActivitySource.objects.bulk_create(
        ActivitySource(activity=activity, record=record)
        for activity, (_, records) in zip(rows, made, strict=True)
        for record in records
    )


def _refresh_activities(
    records: Sequence[SourceRecord], known: dict[int, Activity], by: User
) -> list[Unloaded]:
    names = partners.names_of(_codes(records))
    # what several documents tell is put together when they are linked
    shared = regrouping.of_several_documents(known.values())
    unloaded: list[Unloaded] = []
    changed: list[Activity] = []
    for record in records:
        activity = known[record.pk]
        if activity.touched or activity.pk in shared:
            continue
        values = from_payload(record.payload)
        reason = date_problem(values)
        if not reason:
            fill(activity, values, partners.searched(values["partners"], names))
            reason = problem(activity)
        if reason:
            unloaded.append(Unloaded(record, reason))
            continue
        activity.version += 1
        activity.partners.set(
            Partner.objects.in_bulk(values["partners"]).values() if values["partners"] else []
        )
        changed.append(activity)
    bulk_update_with_history(
        changed, Activity, _COLUMNS, default_user=by, default_change_reason="read_again"
    )
    return unloaded


def _load_students(document: StoredDocument, records: Sequence[SourceRecord]) -> list[Unloaded]:
    StudentExchange.objects.bulk_create(
        StudentExchange(
            fiscal_year=record.payload["fiscal_year"],
            direction=record.payload["direction"],
            partner_id=None if record.payload["partner"] == TOTAL else record.payload["partner"],
            count=record.payload["count"],
            marking=document.marking,
            record=record,
        )
        for record in records
    )
    return []
