"""The record format as a JSON Schema (2020-12), made from the record types themselves.

Published as docs/records.schema.json; a test fails when that file is stale.
"""

from __future__ import annotations

import types
from dataclasses import MISSING, Field, fields
from decimal import Decimal
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from renkei.core.records.base import Record
from renkei.core.records.report import Chair, Member
from renkei.core.records.types import RECORD_TYPES, Amount, Item
from renkei.core.values import Absence, FiscalYear, PartialDate

ADDRESS = "https://json-schema.org/draft/2020-12/schema"
_SCALARS: dict[object, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    Decimal: {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"},
    FiscalYear: {"type": "integer", "minimum": 1868, "maximum": 2200},
    PartialDate: {"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"},
    Absence: {"enum": [str(kind) for kind in Absence]},
    Amount: {"$ref": "#/$defs/amount"},
    Chair: {"$ref": "#/$defs/chair"},
    Item: {"$ref": "#/$defs/item"},
    Member: {"$ref": "#/$defs/member"},
}
_EVIDENCE: dict[str, Any] = {
    "type": "object",
    "description": "The printed words: `text` is the decoded source from start to end (exclusive).",
    "properties": {
        "document": {
            "type": "object",
            "properties": {
                "name": {"type": "string"},
                "sha256": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            },
            "required": ["name", "sha256"],
            "additionalProperties": False,
        },
        "start": {"type": "integer", "minimum": 0},
        "end": {"type": "integer", "minimum": 0},
        "line": {"type": "integer", "minimum": 1},
        "text": {"type": "string"},
        "page": {"type": "integer", "minimum": 1},
        "box": {
            "type": "array",
            "description": "left, top, right, bottom in points from the top left of the page",
            "items": {"type": "number"},
            "minItems": 4,
            "maxItems": 4,
        },
        "sheet": {"type": "string"},
        "cell": {"type": "string"},
    },
    "required": ["document", "start", "end", "line", "text"],
    "additionalProperties": False,
}


def record_schema() -> dict[str, Any]:
    """The schema of one line of `renkei extract`."""
    return {
        "$schema": ADDRESS,
        "title": "Renkei records",
        "description": "One record of `renkei extract`; a field that is absent was not printed.",
        "oneOf": [{"$ref": f"#/$defs/{kind.type}"} for kind in RECORD_TYPES],
        "$defs": {
            "evidence": _EVIDENCE,
            "amount": _part(Amount),
            "chair": _part(Chair),
            "item": _part(Item),
            "member": _part(Member),
            **{kind.type: _record(kind) for kind in RECORD_TYPES},
        },
    }


def _record(kind: type[Record]) -> dict[str, Any]:
    own = _properties(kind, skip={item.name for item in fields(Record)})
    return {
        "type": "object",
        "description": _first_line(kind),
        "properties": {
            "type": {"const": kind.type},
            "id": {"type": "string", "pattern": f"^{kind.type}-[0-9a-f]{{16}}$"},
            **own,
            "rule": {"type": "string", "pattern": r"^[a-z0-9_]+(\.[a-z0-9_]+)+$"},
            "notes": {"type": "array", "items": {"type": "string", "pattern": "^[a-z0-9_]+$"}},
            "evidence": {"$ref": "#/$defs/evidence"},
        },
        "required": ["type", "id", *_required(kind), "rule", "notes", "evidence"],
        "additionalProperties": False,
    }


def _part(kind: type[Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "description": _first_line(kind),
        "properties": _properties(kind, skip=set()),
        "required": _required(kind),
        "additionalProperties": False,
    }


def _properties(kind: type[Any], skip: set[str]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    return {item.name: _form(hints[item.name]) for item in fields(kind) if item.name not in skip}


def _required(kind: type[Any]) -> list[str]:
    """Fields of its own that are always there: those without None among their types."""
    every = {item.name for item in fields(Record)} if issubclass(kind, Record) else set()
    hints = get_type_hints(kind)
    return [
        item.name
        for item in fields(kind)
        if item.name not in every and not _may_be_absent(item, hints[item.name])
    ]


def _may_be_absent(item: Field[Any], hint: object) -> bool:
    return item.default is not MISSING and type(None) in get_args(hint)


def _form(hint: Any) -> dict[str, Any]:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        [present] = [part for part in get_args(hint) if part is not type(None)]
        return _form(present)
    if origin is Literal:
        return {"enum": list(get_args(hint))}
    if origin is tuple:
        return {"type": "array", "items": _form(get_args(hint)[0])}
    return dict(_SCALARS[hint])


def _first_line(kind: type[Any]) -> str:
    return (kind.__doc__ or "").partition("\n")[0]
