"""From the fields of a case to its columns: days, joined partners, searched text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from renkei.apps.coordination.models import Case
from renkei.apps.register import partners
from renkei.apps.register.models import UNDATED
from renkei.apps.search.text import normalise
from renkei.core.errors import UsageError
from renkei.core.values import PartialDate

FIELDS = (
    "title", "kind", "category", "purpose", "aim", "start", "end", "place", "direction",
    "principal", "unit", "participants", "cost_yen", "framework", "ordinal", "gap", "partners",
)  # fmt: skip
"""The fields that a person enters."""


def fill(case: Case, values: Mapping[str, Any]) -> list[str]:
    """Set ``values`` and what follows from them; the codes of the partners.

    Raises UsageError for an unknown field or partner (RK503, RK505) and for an end before the
    start (RK849); ValueFormError for a date that is none.
    """
    for name, value in values.items():
        if name not in FIELDS:
            raise UsageError("RK503", field=name, found=value, expected="")
        if name != "partners":
            setattr(case, name, value)
    codes = list(dict.fromkeys(values.get("partners", case.codes)))
    names = partners.names_of(codes)
    for code in codes:
        if code not in names:
            raise UsageError("RK505", what="partner", found=code)
    case.partner_codes = ";".join(codes)
    _date(case)
    case.search_text = normalise(
        case.title,
        case.aim,
        case.place,
        case.principal,
        case.unit,
        case.framework,
        " ".join(codes),
        *partners.searched(codes, names),
    )
    return codes


def _date(case: Case) -> None:
    start = PartialDate.parse(case.start) if case.start else None
    end = PartialDate.parse(case.end) if case.end else start
    case.start_day = start.first_day if start else None
    case.end_day = end.last_day if end and start else None
    case.sort_day = case.start_day or UNDATED
    if start and end and end.last_day < start.first_day:
        raise UsageError("RK849", field="end", start=start, end=end)
