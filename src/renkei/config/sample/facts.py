"""Facts as data files: YAML with one fact a line, read into records like any other document.

The file is the document: the evidence of a record is the line of the file, and the file names the
publication its facts were taken from. So a fact of the sample set opens into its source as every
other fact does, and loading it is the same ingest.

    source: publication the facts are taken from
    marking: internal          # optional; public when it is not there
    organisation: code         # optional; who owns the records
    activity:                  # a record type of the interchange format
      - {title: 防衛相会談, kind: meeting, partners: [AUS], start: 2019-06}
"""

from __future__ import annotations

import hashlib
import types
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from decimal import Decimal
from enum import Enum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml

from renkei.core.errors import InputError
from renkei.core.pipeline import Reading
from renkei.core.records import RECORD_TYPES, Amount, Item, Member, Record
from renkei.core.source import DocumentRef, Span
from renkei.core.text import Document
from renkei.core.values import FiscalYear, PartialDate

RULE = "sample.fact"
HEAD = ("source", "marking", "organisation", "title")
_TYPES: dict[str, type[Record]] = {kind.type: kind for kind in RECORD_TYPES}
_FROM_TEXT: dict[Any, Callable[[str], object]] = {
    str: str,
    int: int,
    Decimal: Decimal,
    FiscalYear: FiscalYear.parse,
    PartialDate: PartialDate.parse,
}


def read(name: str, data: bytes) -> tuple[Reading, Mapping[str, str]]:
    """The records of a data file, and what its head says.

    Raises InputError, with the line, for a type, field or code that the record format lacks.
    """
    ref = DocumentRef(name=name, sha256=hashlib.sha256(data).hexdigest())
    document = Document(
        ref=ref, text=data.decode(), media_type="application/yaml", encoding="utf-8"
    )
    try:
        root = yaml.compose(document.text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise InputError("RK417", name=name, line=line, found=error.problem) from error
    if not isinstance(root, yaml.MappingNode):
        raise InputError("RK417", name=name, line=1, found="")
    head: dict[str, str] = {}
    records: list[Record] = []
    for key, value in root.value:
        if key.value in HEAD and isinstance(value, yaml.ScalarNode):
            head[key.value] = value.value
        elif key.value in _TYPES and isinstance(value, yaml.SequenceNode):
            records += [_record(document, _TYPES[key.value], item) for item in value.value]
        else:
            raise _wrong(document, key)
    return Reading(document, tuple(records), ()), head


def _record(document: Document, kind: type[Record], node: yaml.Node) -> Record:
    span = Span(node.start_mark.index, node.end_mark.index)
    values = dict(_values(document, kind, node))
    try:
        return kind(evidence=document.evidence(span), rule=RULE, **values)
    except TypeError as error:
        raise _wrong(document, node) from error


def _values(document: Document, kind: type[Any], node: yaml.Node) -> Iterator[tuple[str, Any]]:
    if not isinstance(node, yaml.MappingNode):
        raise _wrong(document, node)
    hints = _HINTS[kind]
    for key, value in node.value:
        if key.value not in hints:
            raise _wrong(document, key)
        yield key.value, _value(document, hints[key.value], value)


def _hints_of(kind: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(kind)
    names = [part.name for part in fields(kind) if part.name not in ("evidence", "rule")]
    return {name: hints[name] for name in names}


_HINTS = {kind: _hints_of(kind) for kind in (*RECORD_TYPES, Amount, Item, Member)}


def _value(document: Document, hint: Any, node: yaml.Node) -> Any:
    """The node as the type a field of a record has."""
    if get_origin(hint) in (Union, types.UnionType):
        hint = next(part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is tuple:
        if not isinstance(node, yaml.SequenceNode):
            raise _wrong(document, node)
        return tuple(_value(document, get_args(hint)[0], item) for item in node.value)
    if hint in _HINTS:
        return hint(**dict(_values(document, hint, node)))
    if not isinstance(node, yaml.ScalarNode):
        raise _wrong(document, node)
    return _scalar(document, hint, node)


def _scalar(document: Document, hint: Any, node: yaml.ScalarNode) -> Any:
    if get_origin(hint) is Literal:
        if node.value in get_args(hint):
            return node.value
        raise _wrong(document, node)
    try:
        if hint is bool:
            return {"true": True, "false": False}[node.value]
        if isinstance(hint, type) and issubclass(hint, Enum):
            return hint(node.value)
        return _FROM_TEXT[hint](node.value)
    except (ValueError, ArithmeticError, KeyError) as error:
        raise _wrong(document, node) from error


def _wrong(document: Document, node: yaml.Node) -> InputError:
    words = document.text[node.start_mark.index : node.end_mark.index]
    line = node.start_mark.line + 1
    return InputError("RK417", name=document.ref.name, line=line, found=words[:60])
