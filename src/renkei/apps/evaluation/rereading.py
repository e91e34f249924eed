"""What a better reading says of rows of a sheet that a person corrected: proposed, and taken over."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from renkei.apps.accounts.models import User
from renkei.apps.documents import proposals
from renkei.apps.documents.models import ReadingProposal, SourceRecord
from renkei.apps.documents.proposals import Held
from renkei.apps.evaluation.rows import ROWS
from renkei.apps.evaluation.services import CORRECTABLE, correct

_TOGETHER = {"value": ("value", "absence"), "absence": ("value", "absence")}
"""A value and why there is none are one statement."""


def propose(record: SourceRecord, row: Any) -> None:
    """Propose what is read otherwise now, as far as a person may change it."""
    fields = CORRECTABLE.get(type(row), frozenset())
    values = {field: _as_read(getattr(row, field)) for field in sorted(fields)}
    proposals.propose([Held(record, values)])


def adopt(proposal: ReadingProposal, by: User, reason: str) -> None:
    """Let what is read now hold, if the record has a row that a person may correct."""
    model, columns_of = ROWS.get(proposal.record.type, (None, None))
    if model not in CORRECTABLE or columns_of is None or not proposal.field:
        return
    row = model._default_manager.filter(record=proposal.record_id).first()
    if row is None:
        return
    columns = columns_of(proposal.record.payload)
    fields = _TOGETHER.get(proposal.field, (proposal.field,))
    values = {field: columns[field] for field in fields}
    correct(by=by, row=row, version=row.version, values=values, reason=reason)


def _as_read(value: Any) -> Any:
    """A number is written in a record as a string without an exponent."""
    return format(value.normalize(), "f") if isinstance(value, Decimal) else value
