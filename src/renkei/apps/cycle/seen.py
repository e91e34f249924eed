"""Two people at one field: the second is told what the first saved, and nothing is overwritten."""

from __future__ import annotations

import hashlib

from renkei.apps.audit.models import Event
from renkei.apps.cycle.models import PolicyYear
from renkei.apps.evaluation.models import Indicator, IndicatorValue, QualitativeTarget
from renkei.core.errors import ConflictError

PARTS: dict[str, str] = {
    "target": "set_target",
    "items": "set_target",
    "actual": "set_actual",
    "progress": "set_progress",
    "mark": "set_mark",
}
"""What is entered of an indicator, and the action that its entry leaves in the audit trail."""


def token(year: PolicyYear, indicator: Indicator, part: str) -> str:
    """A short name for what is held of a part; a form carries that of what it showed."""
    return hashlib.sha256(held(year, indicator, part).encode()).hexdigest()[:16]


def require(year: PolicyYear, indicator: Indicator, part: str, seen: str) -> None:
    """Raise ConflictError RK820 where the part is not as ``seen`` any more; "" asks nothing.

    The year is locked by the caller, so that nobody writes between the question and the entry.
    """
    if not seen or seen == token(year, indicator, part):
        return
    found = held(year, indicator, part) or "—"
    raise ConflictError("RK820", user=_last_writer(year, indicator, part), found=found)


def held(year: PolicyYear, indicator: Indicator, part: str) -> str:
    """What the register says of a part, in words."""
    years = {
        "fiscal_year__gte"
        if part in ("target", "items")
        else "fiscal_year": year.policy.fiscal_year
    }
    if part == "mark":
        return Indicator.objects.values_list("mark", flat=True).get(pk=indicator.pk)
    if part in ("items", "progress"):
        rows = QualitativeTarget.objects.filter(indicator=indicator).order_by("fiscal_year")
        return " ".join(text for row in rows.filter(**years) for text in getattr(row, part))
    values = IndicatorValue.objects.filter(indicator=indicator, kind=part, **years)
    ordered = values.select_related("figure").order_by("fiscal_year", "component", "pk")
    return " ".join(filter(None, map(_figure, ordered)))


def _figure(row: IndicatorValue) -> str:
    figure = getattr(row, "figure", None)
    parts = (row.component, row.text or row.absence, figure.source if figure else "")
    return " ".join(filter(None, parts))


def _last_writer(year: PolicyYear, indicator: Indicator, part: str) -> str:
    events = Event.objects.filter(
        object_type="policy",
        object_id=str(year.policy_id),
        action__in=(PARTS[part], "accept_change"),
    )
    for event in events[:200]:
        key = event.data.get("key") or [event.data.get("indicator")]
        if key[0] == indicator.number:
            return event.actor
    return "?"
