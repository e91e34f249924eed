"""What documents say of a partner beside activities, each fact with its place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from renkei.apps.documents.models import SourceRecord
from renkei.web.documents.addresses import address_of
from renkei.web.documents.report_facts import Payload, detail_of, period_of, steps_of, words_of
from renkei.web.labels import label

SHOWN = (
    "partner_profile",
    "agreement",
    "framework",
    "capacity_building",
    "listed_partner",
    "total",
    "reference",
)
"""Types of record in the order in which the page shows them."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: ``words`` as printed, more in the language of the page, and where it stands."""

    words: str
    detail: str
    document: str
    line: int
    address: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Facts of one type."""

    name: str
    facts: tuple[Fact, ...]


def profile(records: Iterable[SourceRecord], partner: str) -> list[Facts]:
    """The facts by type; types of which nothing is known are left out."""
    by_type: dict[str, list[Fact]] = {}
    for record in records:
        by_type.setdefault(record.type, []).append(_fact(record, partner))
    return [
        Facts(label(code, "record_type"), tuple(by_type[code])) for code in SHOWN if code in by_type
    ]


def _fact(record: SourceRecord, partner: str) -> Fact:
    payload: Payload = record.payload
    words = payload.get("figure") if record.type == "listed_partner" else words_of(payload)
    return Fact(
        str(words or payload.get("value") or payload.get("name") or record.text),
        _detail(payload, partner),
        str(record.document),
        record.line,
        address_of(record.document_id, record.line, record.start),
    )


def _detail(payload: Payload, partner: str) -> str:
    """Without the partner itself, whose page it is; of a framework its own year and term."""
    parts: list[str] = []
    match payload["type"]:
        case "partner_profile":
            parts = [label(payload["aspect"], "profile_aspect"), payload.get("since") or ""]
            parts.append(label(payload.get("group") or "", "foip_group"))
        case "agreement":
            parts = [label(payload["agreement"], "agreement"), *steps_of(payload)]
            parts.append(label(payload.get("stage") or "", "agreement_stage"))
        case "framework":
            own = [one for one in payload["members"] if one["code"] == partner]
            parts = [period_of({"start": one.get("since")}) for one in own]
        case "listed_partner":
            parts = [payload.get("title") or ""]
        case "reference":
            parts = []
        case _:
            return detail_of(payload) or ""
    return " · ".join(part for part in parts if part)
