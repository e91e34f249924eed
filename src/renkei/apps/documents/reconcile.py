"""What was read now against what is stored from before: new, changed, the same, or gone."""

from __future__ import annotations

import hashlib
import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from renkei.apps.documents.models import Reading, SourceRecord, StoredDocument
from renkei.core import pipeline
from renkei.core.records import record_ids, to_json
from renkei.core.text import Document

_REWRITTEN = (
    "record_id", "reading", "rule", "start", "end", "line", "text", "payload", "notes",
    "page", "box", "sheet", "cell",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """One reading as JSON: records by id in order, leftovers as fields, and a digest of both."""

    records: dict[str, dict[str, Any]]
    leftovers: list[dict[str, Any]]
    digest: str

    @property
    def counts(self) -> dict[str, int]:
        """Number of records by type."""
        return dict(Counter(payload["type"] for payload in self.records.values()))


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be written. ``new`` are not saved yet, ``changed`` already carry the new state."""

    run: Reading
    new: list[SourceRecord]
    changed: list[SourceRecord]
    there: list[SourceRecord]
    gone: list[SourceRecord]


def what_was_read(reading: pipeline.Reading) -> Found:
    """The JSON of a reading. Evidence names the document by hash, its file name may vary."""
    ids = record_ids(reading.records)
    records = {
        record_id: to_json(record, record_id)
        for record_id, record in zip(ids, reading.records, strict=True)
    }
    leftovers = [
        {
            "start": item.evidence.start,
            "end": item.evidence.end,
            "line": item.evidence.line,
            "text": item.evidence.text,
            "reason": item.reason,
        }
        for item in reading.leftovers
    ]
    leftovers += [_gap(reading.document, start_end, reason) for start_end, reason in _gaps(reading)]
    told = json.dumps([[_without_name(payload) for payload in records.values()], leftovers])
    return Found(records, leftovers, hashlib.sha256(told.encode()).hexdigest())


def places_json(document: Document) -> list[list[Any]]:
    """Where passages stand, as [start, end, {page, box, sheet, cell}] in order."""
    rows: list[list[Any]] = []
    for span, place in document.places:
        named = {
            "page": place.page,
            "box": place.box,
            "sheet": place.sheet,
            "cell": place.cell,
        }
        rows.append(
            [
                span.start,
                span.end,
                {key: value for key, value in named.items() if value is not None},
            ]
        )
    return rows


def compare(stored: StoredDocument, run: Reading, found: Found) -> Plan:
    """Sort the records of ``found`` and of the database into a plan. One query, no write."""
    before = {record.record_id: record for record in stored.records.all()}
    plan = Plan(run, [], [], [], [])
    fresh: dict[str, dict[str, Any]] = {}
    for record_id, payload in found.records.items():
        old = before.pop(record_id, None)
        if old is None:
            fresh[record_id] = payload
        elif _without_name(old.payload) == _without_name(payload):
            plan.there.append(old)
        else:
            plan.changed.append(_changed(old, run, record_id, payload))
    for record_id, old in quoted_anew(fresh, before.values()):
        del before[old.record_id]
        plan.changed.append(_changed(old, run, record_id, fresh.pop(record_id)))
    plan.new.extend(_row(stored, run, record_id, payload) for record_id, payload in fresh.items())
    plan.gone.extend(before.values())
    return plan


def quoted_anew(
    fresh: Mapping[str, dict[str, Any]], gone: Iterable[SourceRecord]
) -> list[tuple[str, SourceRecord]]:
    """Pairs of a record not known and one no more found that quote the same place.

    A rule that quotes a longer or shorter passage gives a new id; it is the same record if both
    are of one type and each is the only one that the other overlaps.
    """
    left = sorted(gone, key=lambda record: record.start)
    starts = [record.start for record in left]
    longest = max((record.end - record.start for record in left), default=0)
    overlaps: dict[str, list[SourceRecord]] = {}
    for record_id, payload in fresh.items():
        at = payload["evidence"]
        near = left[bisect_left(starts, at["start"] - longest) : bisect_left(starts, at["end"])]
        overlaps[record_id] = [record for record in near if _overlap(record, payload)]
    claims = Counter(record.pk for records in overlaps.values() for record in records)
    return [
        (record_id, records[0])
        for record_id, records in overlaps.items()
        if len(records) == 1 and claims[records[0].pk] == 1
    ]


def _overlap(record: SourceRecord, payload: dict[str, Any]) -> bool:
    at = payload["evidence"]
    same = record.type == payload["type"]
    return bool(same and record.start < at["end"] and at["start"] < record.end)


def _changed(
    old: SourceRecord, run: Reading, record_id: str, payload: dict[str, Any]
) -> SourceRecord:
    old.before = old.payload
    old.record_id = record_id
    _fill(old, run, payload)
    return old


def write(plan: Plan, must_stay: set[int]) -> None:
    """Save the plan: gone records go unless a touched row rests on them (``must_stay``)."""
    gone = [record.pk for record in plan.gone if record.pk not in must_stay]
    SourceRecord.objects.filter(pk__in=gone).delete()
    SourceRecord.objects.bulk_create(plan.new)
    SourceRecord.objects.bulk_update(plan.changed, _REWRITTEN, batch_size=50)
    SourceRecord.objects.filter(pk__in=[record.pk for record in plan.there]).update(
        reading=plan.run
    )


def _row(
    stored: StoredDocument, run: Reading, record_id: str, payload: dict[str, Any]
) -> SourceRecord:
    row = SourceRecord(document=stored, record_id=record_id, type=payload["type"])
    _fill(row, run, payload)
    return row


def _fill(row: SourceRecord, run: Reading, payload: dict[str, Any]) -> None:
    evidence = payload["evidence"]
    row.reading = run
    row.rule = payload["rule"]
    row.start = evidence["start"]
    row.end = evidence["end"]
    row.line = evidence["line"]
    row.text = evidence["text"]
    row.payload = payload
    row.notes = payload["notes"]
    row.page = evidence.get("page")
    row.box = evidence.get("box")
    row.sheet = evidence.get("sheet")
    row.cell = evidence.get("cell")


def _without_name(payload: dict[str, Any]) -> dict[str, Any]:
    """The same bytes under another file name say the same."""
    evidence = {key: part for key, part in payload["evidence"].items() if key != "document"}
    return payload | {"evidence": evidence}


def _gaps(reading: pipeline.Reading) -> list[tuple[tuple[int, int], str]]:
    return [((span.start, span.end), reason) for span, reason in reading.document.gaps]


def _gap(document: Document, at: tuple[int, int], reason: str) -> dict[str, Any]:
    start, end = at
    return {
        "start": start,
        "end": end,
        "line": document.line_at(start),
        "text": document.text[start:end],
        "reason": reason,
    }
