"""What was read from a document, as entries that lead to the text and to the register."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.documents import selectors
from renkei.apps.documents.models import Leftover, SourceRecord, StoredDocument
from renkei.apps.evaluation import selectors as evaluation
from renkei.apps.evaluation.models import Policy
from renkei.apps.register.selectors import activities_of_records
from renkei.web.dates import fiscal_year_short, printed_period
from renkei.web.documents.addresses import address_of
from renkei.web.documents.report_facts import detail_of, words_of
from renkei.web.labels import label

SHORT = 80
OF_A_POLICY = {
    "indicator", "reference_indicator", "indicator_value", "target", "means", "means_reference", "budget_line",
    "sheet_field", "rating", "opinion",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Entry:
    """A record: what it says in short, where it stands, and its page ("" where it has none)."""

    record: SourceRecord
    type: str
    words: str
    detail: str
    place: str
    page: str


@dataclass(frozen=True, slots=True)
class Found:
    """A leftover with its reason in words and its place."""

    leftover: Leftover
    reason: str
    place: str


@dataclass(frozen=True, slots=True)
class TypeCount:
    """How many records of a type there are."""

    code: str
    name: str
    number: int


def entries(viewer: Viewer, records: Sequence[SourceRecord]) -> list[Entry]:
    """The records in their order."""
    activities = activities_of_records(viewer, records)
    policies: dict[int, Policy | None] = {}
    found = []
    for record in records:
        page = ""
        if record.pk in activities:
            page = reverse("activities_one", args=[activities[record.pk].pk])
        elif record.type in OF_A_POLICY:
            if record.document_id not in policies:
                policies[record.document_id] = policy_of(viewer, record.document_id)
            policy = policies[record.document_id]
            page = reverse("policies_one", args=[policy.pk]) if policy else ""
        found.append(_entry(record, page))
    return found


def leftovers(rows: Iterable[Leftover]) -> list[Found]:
    """Every leftover with the term of its reason."""
    return [
        Found(
            row,
            label(row.reason, "leftover_reason"),
            address_of(row.document_id, row.line, row.start),
        )
        for row in rows
    ]


def counts(viewer: Viewer, stored: StoredDocument) -> list[TypeCount]:
    """Records by type, most first."""
    found = selectors.counts_by_type(viewer, stored).items()
    return [
        TypeCount(code, label(code, "record_type"), number)
        for code, number in sorted(found, key=lambda one: (-one[1], one[0]))
    ]


def policy_of(viewer: Viewer, document: StoredDocument | int) -> Policy | None:
    """The policy that the document evaluates, if the viewer may see it."""
    key = document if isinstance(document, int) else document.pk
    return evaluation.visible_policies(viewer).filter(document_id=key).first()


def _entry(record: SourceRecord, page: str) -> Entry:
    payload: dict[str, Any] = record.payload
    words = words_of(payload) or next(
        (
            words
            for name in ("title", "value", "name", "reason", "means_name", "text", "printed")
            if (words := str(payload.get(name) or "").strip())
        ),
        record.text.strip() or label(record.type, "record_type"),
    )
    return Entry(
        record,
        label(record.type, "record_type"),
        words if len(words) <= SHORT else f"{words[:SHORT]}…",
        _detail(payload),
        address_of(record.document_id, record.line, record.start),
        page,
    )


def _detail(payload: dict[str, Any]) -> str:
    """Number, component, year or date, partner: what tells records of one type apart."""
    detail = detail_of(payload)
    if detail is not None:
        return detail
    parts = [payload.get("number"), payload.get("key"), payload.get("component")]
    if payload.get("start"):
        parts.append(printed_period(payload["start"], payload.get("end") or ""))
    elif payload.get("fiscal_year"):
        parts.append(fiscal_year_short(payload["fiscal_year"]))
    parts += [label(str(payload.get("kind") or ""), "value_kind"), payload.get("partner")]
    if payload.get("type") == "activity":
        parts = parts[:-2]
    return " · ".join(str(part) for part in parts if part)
