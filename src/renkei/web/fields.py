"""The fields of an activity: their names, and their values in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from renkei.apps.accounts.models import Organisation
from renkei.web.dates import fiscal_year, printed_date
from renkei.web.labels import label, marking_label

CODED = {
    "kind": "kind",
    "category": "category",
    "mode": "mode",
    "level": "level",
    "direction": "direction",
    "agreement": "agreement",
    "status": "status",
}
"""Field of an activity -> group of the glossary."""


def field_names() -> dict[str, str]:
    """The fields of an activity in the order in which they are shown."""
    return {
        "start": _("Date"),
        "partners": _("Partners"),
        "counterpart": _("Counterpart"),
        "level": _("Our level"),
        "direction": _("Direction"),
        "mode": _("Mode"),
        "place": _("Place"),
        "framework": _("Framework"),
        "ordinal": _("Ordinal"),
        "agreement": _("Agreement"),
        "section": _("Printed in section"),
        "listed_under": _("Printed under"),
        "organisation": _("Organisation"),
        "marking": _("Handling marking"),
        "origin": _("Origin"),
    }


def names_of_fields() -> dict[str, str]:
    """Every field that can change or be told differently, with its name."""
    return field_names() | {
        "title": _("Title"),
        "kind": _("Kind"),
        "category": _("Means"),
        "start": _("Start"),
        "end": _("End"),
        "fiscal_year": _("Fiscal year"),
        "status": _("Status"),
        "partner_codes": _("Partners"),
    }


def in_words(field: str, value: Any) -> str:
    """The value of a field as people read it; "" for none."""
    if value in (None, ""):
        return ""
    if field in CODED:
        return label(str(value), CODED[field])
    if field in ("start", "end"):
        return printed_date(value)
    if field == "fiscal_year":
        return fiscal_year(value)
    if field == "marking":
        return marking_label(value)
    return value.name if isinstance(value, Organisation) else str(value)
