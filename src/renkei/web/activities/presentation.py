"""Fields, notes and history of an activity in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from renkei.apps.documents.models import SourceRecord
from renkei.apps.register.history import FieldChange, Version
from renkei.apps.register.models import Activity, Partner
from renkei.apps.register.undo import can_be_undone
from renkei.web.dates import printed_period
from renkei.web.fields import field_names, in_words, names_of_fields
from renkei.web.labels import definition, label, marking_label

INFERRED = {
    "year_inferred": "start",
    "month_inferred": "start",
    "date_missing": "start",
    "mode_inferred": "mode",
    "partner_from_heading": "partners",
    "level_inferred": "level",
}
"""Note -> the field that it is shown beside."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One field with its value, and what of it was inferred."""

    field: str
    name: str
    value: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One field before and after, in words."""

    name: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Told:
    """One version in words."""

    at: datetime
    who: str
    what: str
    reason: str
    changes: tuple[Change, ...]
    may_undo: bool


def facts(activity: Activity, partners: SafeString, records: Iterable[SourceRecord]) -> list[Fact]:
    """What is known of an activity; fields without a value are left out."""
    noted: dict[str, list[str]] = {}
    for code in notes(records):
        noted.setdefault(INFERRED.get(code, ""), []).append(label(code, "note"))
    shown = {
        "start": printed_period(activity.start, activity.end),
        "partners": partners,
        "ordinal": _("No. %(number)s") % {"number": activity.ordinal} if activity.ordinal else "",
        "organisation": activity.organisation.name if activity.organisation else "",
        "marking": marking_label(activity.marking),
        "origin": origin(activity),
    }
    values = {
        field: shown[field] if field in shown else in_words(field, getattr(activity, field))
        for field in field_names()
    }
    return [
        Fact(field, name, values[field], tuple(noted.get(field, ())))
        for field, name in field_names().items()
        if values[field] or noted.get(field)
    ]


def explained(codes: Iterable[str]) -> list[str]:
    """What each note means, as a sentence."""
    return [definition(code, "note") for code in codes]


def notes(records: Iterable[SourceRecord]) -> list[str]:
    """Codes of what was inferred in any of the records, each once."""
    return list(dict.fromkeys(code for record in records for code in record.notes))


def inferred(record: SourceRecord, field: str) -> list[str]:
    """What of a field of one record was not printed, in words."""
    return [label(code, "note") for code in record.notes if INFERRED.get(code) == field]


def origin(activity: Activity) -> str:
    """Read from a document, entered by hand, or read and then corrected."""
    corrected = activity.touched and activity.origin == "read"
    return label("corrected" if corrected else activity.origin, "origin")


def told(versions: Sequence[Version], partners: dict[str, Partner], may_undo: bool) -> list[Told]:
    """The history in words; only the newest version can be undone, and only if it changed."""
    return [
        Told(
            version.at,
            version.who,
            _what(version),
            "" if version.reason in _by_machine() else version.reason,
            tuple(change_in_words(change, partners) for change in version.changes),
            may_undo and index == 0 and can_be_undone(version),
        )
        for index, version in enumerate(versions)
    ]


def change_in_words(change: FieldChange, partners: dict[str, Partner]) -> Change:
    """One change with the name of its field and terms for codes."""
    names = names_of_fields()

    def words(value: Any) -> str:
        if change.field == "partner_codes":
            codes = str(value or "").split(";")
            return "、".join(partners[code].name if code in partners else code for code in codes)
        return in_words(change.field, value)

    return Change(names.get(change.field, change.field), words(change.old), words(change.new))


def _what(version: Version) -> str:
    words = _by_machine().get(version.reason)
    if words:
        return words
    return _("Corrected") if version.action == "changed" else _("Entered")


def _by_machine() -> dict[str, str]:
    """What was done, by the reasons that no person gave."""
    return {
        "entered": _("Entered"),
        "read": _("Read from a document"),
        "read_again": _("Read again, better"),
        "read_no_more": _("No longer read"),
        "linked": _("Joined with what other documents say"),
    }
