"""Records as JSON objects, and their stable ids."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields
from decimal import Decimal
from operator import attrgetter
from typing import Any

from renkei.core.records.base import Leftover, Record
from renkei.core.records.report import Chair, Member
from renkei.core.records.types import RECORD_TYPES, Amount, Item
from renkei.core.source import NOWHERE, Evidence
from renkei.core.values import Absence, FiscalYear, PartialDate, decimal_text

_AS_IS = frozenset({str, int, bool})


def record_ids(records: Sequence[Record]) -> list[str]:
    """One id per record, stable for the same bytes: built from type, document and span.

    Records of one type read from the same words (「10月(2回)」) are told apart by their order.
    """
    seen: Counter[tuple[str, str, int, int]] = Counter()
    ids: list[str] = []
    for record in records:
        at = record.evidence
        key = (record.type, at.document.sha256, at.start, at.end)
        words = f"{key[0]}|{key[1]}|{at.start}|{at.end}|{seen[key]}"
        digest = hashlib.sha256(words.encode()).hexdigest()
        seen[key] += 1
        ids.append(f"{record.type}-{digest[:16]}")
    return ids


def evidence_json(evidence: Evidence) -> dict[str, Any]:
    """Evidence in the shape of records.md; page, box, sheet and cell only where they exist."""
    shape: dict[str, Any] = {
        "document": {"name": evidence.document.name, "sha256": evidence.document.sha256},
        "start": evidence.start,
        "end": evidence.end,
        "line": evidence.line,
        "text": evidence.text,
    }
    place = evidence.place
    if place is not NOWHERE:
        for name in ("page", "box", "sheet", "cell"):
            value = getattr(place, name)
            if value is not None:
                shape[name] = list(value) if name == "box" else value
    return shape


def to_json(record: Record, record_id: str) -> dict[str, Any]:
    """The JSON object of ``record``. Fields that were not printed (None) are left out."""
    shape: dict[str, Any] = {"type": record.type, "id": record_id}
    names, values_of = _OWN_FIELDS[type(record)]
    for name, value in zip(names, values_of(record)):  # noqa: B905 - as many by construction
        if value is not None:
            shape[name] = value if value.__class__ in _AS_IS else _plain(value)
    shape["rule"] = record.rule
    shape["notes"] = list(record.notes)
    shape["evidence"] = evidence_json(record.evidence)
    return shape


def to_json_all(records: Sequence[Record]) -> Iterable[dict[str, Any]]:
    """All records of one document with their ids, in order."""
    return map(to_json, records, record_ids(records))


def leftover_json(leftover: Leftover) -> dict[str, Any]:
    """The JSON object of a leftover; its type is none of the record types."""
    return {
        "type": "leftover",
        "reason": leftover.reason,
        "evidence": evidence_json(leftover.evidence),
    }


def _own_fields(kind: type[Any]) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The fields a type adds to those of every record (or all of a part), and how to get them."""
    every = {item.name for item in fields(Record)} if issubclass(kind, Record) else set()
    names = tuple(item.name for item in fields(kind) if item.name not in every)
    if len(names) == 1:
        one = attrgetter(names[0])
        return names, lambda record: (one(record),)
    return names, attrgetter(*names)


_OWN_FIELDS = {kind: _own_fields(kind) for kind in (*RECORD_TYPES, Amount, Chair, Item, Member)}


def _part(value: Any) -> dict[str, Any]:
    """A part of a record (an amount, a member); what was not printed is left out."""
    names, values_of = _OWN_FIELDS[type(value)]
    pairs = zip(names, values_of(value), strict=True)
    return {name: _plain(part) for name, part in pairs if part is not None}


_FORMS: dict[type, Callable[[Any], Any]] = {
    str: str,
    int: int,
    bool: bool,
    Decimal: decimal_text,
    FiscalYear: lambda year: year.start,
    PartialDate: str,
    Absence: str,
    Amount: _part,
    Chair: _part,
    Item: _part,
    Member: _part,
    tuple: lambda items: [_plain(item) for item in items],
}


def _plain(value: Any) -> Any:
    """The JSON form of a value. Raises KeyError for a type that has none."""
    return _FORMS[value.__class__](value)
