"""From the fields of an activity to its columns: sort dates, joined partners, searched text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from renkei.apps.register.models import UNDATED, Activity
from renkei.apps.search.text import normalise
from renkei.core.errors import ValueFormError
from renkei.core.values import PartialDate

TEXTS = (
    "title", "kind", "category", "framework", "start", "end", "mode", "level", "counterpart",
    "direction", "place", "agreement", "status", "section", "listed_under",
)  # fmt: skip
NUMBERS = ("fiscal_year", "ordinal")
FIELDS = (*TEXTS, *NUMBERS, "partners")
"""The fields of the interchange format that an activity has, in no order."""


def from_payload(payload: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of one record of type activity; what was not printed is "" or None."""
    values: dict[str, Any] = {name: payload.get(name, "") for name in TEXTS}
    values |= {name: payload.get(name) for name in NUMBERS}
    values["partners"] = list(payload.get("partners", []))
    values["status"] = values["status"] or "held"
    return values


def fill(activity: Activity, values: Mapping[str, Any], partner_names: Sequence[str]) -> None:
    """Set ``values`` (some or all of FIELDS) and everything that follows from them.

    ``partner_names`` are searched with the activity: every name of every partner.
    Raises ValueFormError (RK302) for a start or end that is no date.
    """
    if "fiscal_year" not in values and values.get("start", activity.start) != activity.start:
        activity.fiscal_year = None  # it followed from the old date
    for name, value in values.items():
        if name == "partners":
            activity.partner_codes = ";".join(value)
        else:
            setattr(activity, name, value)
    start = _date(activity.start)
    end = _date(activity.end) or start
    activity.start_day = start.first_day if start else None
    activity.end_day = end.last_day if end else None
    if activity.fiscal_year is None and start is not None and start.fiscal_year is not None:
        activity.fiscal_year = start.fiscal_year.start
    activity.sort_day = activity.start_day or UNDATED
    activity.sort_year = activity.fiscal_year or 0
    activity.search_text = normalise(
        activity.title,
        activity.counterpart,
        activity.place,
        activity.framework,
        activity.agreement,
        activity.section,
        activity.listed_under,
        activity.partner_codes.replace(";", " "),
        *partner_names,
    )


def problem(activity: Activity) -> str:
    """Why the database would refuse the row, as a reason code of leftovers; "" when it would not.

    Checks what constraints check, without a query per row.
    """
    if not activity.title:
        return "no_title"
    if activity.start_day and activity.end_day and activity.end_day < activity.start_day:
        return "ends_before_it_starts"
    for name in TEXTS:
        limit = getattr(Activity._meta.get_field(name), "max_length", None)
        if limit is not None and len(getattr(activity, name)) > limit:
            return "too_long"
    return ""


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def date_problem(values: Mapping[str, Any]) -> str:
    """ "not_a_date" when start or end is none, else ""."""
    try:
        _date(values.get("start", ""))
        _date(values.get("end", ""))
    except ValueFormError:
        return "not_a_date"
    return ""
