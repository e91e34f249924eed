"""Records as JSON objects, and their stable ids."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import fields, is_dataclass
from decimal import Decimal
from enum import Enum
from typing import Any

from renkei.core.records.base import Leftover, Record
from renkei.core.source import Evidence
from renkei.core.values import FiscalYear, PartialDate


def record_ids(records: Sequence[Record]) -> list[str]:
    """One id per record, stable for the same bytes: built from type, document and span.

    Records of one type read from the same words (「10月(2回)」) are told apart by their order.
    """
    seen: Counter[tuple[str, str, int, int]] = Counter()
    ids: list[str] = []
    for record in records:
        at = record.evidence
        key = (record.type, at.document.sha256, at.start, at.end)
        digest = hashlib.sha256("|".join(map(str, (*key, seen[key]))).encode()).hexdigest()
        seen[key] += 1
        ids.append(f"{record.type}-{digest[:16]}")
    return ids


def evidence_json(evidence: Evidence) -> dict[str, Any]:
    """Evidence in the shape of records.md; page, box, sheet and cell only where they exist."""
    document = {"name": evidence.document.name, "sha256": evidence.document.sha256}
    shape: dict[str, Any] = {
        "document": document,
        "start": evidence.start,
        "end": evidence.end,
        "line": evidence.line,
        "text": evidence.text,
    }
    place = evidence.place
    for name in ("page", "box", "sheet", "cell"):
        value = getattr(place, name)
        if value is not None:
            shape[name] = list(value) if name == "box" else value
    return shape


def to_json(record: Record, record_id: str) -> dict[str, Any]:
    """The JSON object of ``record``. Fields that were not printed (None) are left out."""
    shape: dict[str, Any] = {"type": record.type, "id": record_id}
    for item in fields(record):
        if item.name in ("evidence", "notes", "rule"):
            continue
        value = getattr(record, item.name)
        if value is not None:
            shape[item.name] = _plain(value)
    shape["rule"] = record.rule
    shape["notes"] = list(record.notes)
    shape["evidence"] = evidence_json(record.evidence)
    return shape


def to_json_all(records: Sequence[Record]) -> Iterable[dict[str, Any]]:
    """All records of one document with their ids, in order."""
    for record, record_id in zip(records, record_ids(records), strict=True):
        yield to_json(record, record_id)


def leftover_json(leftover: Leftover) -> dict[str, Any]:
    """The JSON object of a leftover; its type is none of the record types."""
    return {
        "type": "leftover",
        "reason": leftover.reason,
        "evidence": evidence_json(leftover.evidence),
    }


def _plain(value: Any) -> Any:
    if isinstance(value, str | bool | int) and not isinstance(value, Enum):
        return value
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, FiscalYear):
        return value.start
    if isinstance(value, PartialDate | Enum):
        return str(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        pairs = ((item.name, getattr(value, item.name)) for item in fields(value))
        return {name: _plain(part) for name, part in pairs if part is not None}
    raise TypeError(f"no JSON form for {type(value).__name__}")
