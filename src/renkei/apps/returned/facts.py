"""What an edited file says, field by field, in the terms of the register."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from renkei.core.pipeline import Reading
from renkei.core.records import Record, to_json
from renkei.core.source import Evidence

Key = tuple[Any, ...]
Fields = dict[str, Any]
Payload = Mapping[str, Any]
PROSE = frozenset({"sheet_field", "opinion"})
"""Kinds of which one sheet may hold several of one key."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One record of a file: which row it is, what it says, and where."""

    kind: str
    key: Key
    fields: Fields
    evidence: Evidence

    @property
    def place(self) -> str:
        """The cell, or the line where there are no cells."""
        return place_of(self.evidence)


def place_of(evidence: Evidence) -> str:
    """表1!C12, or the number of the line."""
    place = evidence.place
    if place.cell:
        return f"{place.sheet}!{place.cell}"
    return f"{evidence.line}"


def facts(reading: Reading) -> list[Fact]:
    """The comparable records of a reading in order of the file."""
    return [made for record in reading.records if (made := _fact(record)) is not None]


def _fact(record: Record) -> Fact | None:
    compare = KINDS.get(record.type)
    if compare is None:
        return None
    key, fields = compare(to_json(record, ""))
    return Fact(record.type, key, fields, record.evidence)


def _indicator(payload: Payload) -> tuple[Key, Fields]:
    told = {"name": payload["name"], "primary": payload.get("primary", False)}
    return (payload["number"],), told | {"mark": payload.get("mark") or ""}


def _value(payload: Payload) -> tuple[Key, Fields]:
    key = (
        payload["number"],
        payload["kind"],
        payload.get("fiscal_year"),
        payload.get("component") or "",
    )
    absence = "" if payload.get("value") is not None else payload.get("absence") or "not_printed"
    told = {"value": payload.get("value"), "unit": payload.get("unit") or "", "absence": absence}
    return key, {"value": told | {"text": payload["text"] if not absence else ""}}


def _target(payload: Payload) -> tuple[Key, Fields]:
    key = (payload["number"], payload["fiscal_year"])
    return key, {name: list(payload.get(name) or []) for name in ("items", "progress")}


def _means(payload: Payload) -> tuple[Key, Fields]:
    fields: Fields = {"name": payload["name"], "indicators": list(payload.get("indicators") or [])}
    for amount in payload.get("amounts") or []:
        for name in ("budget_yen", "executed_yen"):
            fields[f"{name}:{amount['fiscal_year']}"] = amount.get(name)
    return (payload.get("field_no"), payload["number"]), fields


def _budget_line(payload: Payload) -> tuple[Key, Fields]:
    names = ("table", "account", "organisation", "item", "label")
    key = tuple(payload.get(name) or "" for name in names)
    year, outside = payload.get("fiscal_year"), payload.get("outside_total", False)
    told = {name: payload.get(name) for name in ("amount_yen", "printed", "absence")}
    return (*key, year, outside), {"amount_yen": told}


def _sheet_field(payload: Payload) -> tuple[Key, Fields]:
    names = ("field_no", "indicator", "fiscal_year")
    return (payload["key"], *map(payload.get, names)), {"value": payload["value"]}


def _rating(payload: Payload) -> tuple[Key, Fields]:
    told = {name: payload.get(name) or "" for name in ("letter", "label", "reason")}
    return (payload.get("subject") or "",), told | {"scale_value": payload.get("scale_value")}


def _opinion(payload: Payload) -> tuple[Key, Fields]:
    return (), {"text": payload["value"]}


KINDS: dict[str, Callable[[Payload], tuple[Key, Fields]]] = {
    "indicator": _indicator,
    "reference_indicator": _indicator,
    "indicator_value": _value,
    "target": _target,
    "means": _means,
    "budget_line": _budget_line,
    "sheet_field": _sheet_field,
    "rating": _rating,
    "opinion": _opinion,
}
"""Record type -> the key of its row and what it says."""
