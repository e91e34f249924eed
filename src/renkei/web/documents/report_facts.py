"""Facts of reports in words: what a relation is called, agreements, frameworks, numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from renkei.web.dates import printed_date, printed_period
from renkei.web.labels import label, partner_label, partner_labels

Payload = Mapping[str, Any]


def words_of(payload: Payload) -> str:
    """What the record says in short; "" for other types of record."""
    make = _WORDS.get(str(payload.get("type")))
    return make(payload) if make else ""


def detail_of(payload: Payload) -> str | None:
    """What tells it apart; None for other types of record."""
    make = _DETAIL.get(str(payload.get("type")))
    return " · ".join(part for part in make(payload) if part) if make else None


def period_of(payload: Payload) -> str:
    """The period of a number or figure; a lone start is since then."""
    start, end = payload.get("start") or "", payload.get("end") or ""
    if start and not end:
        return _("since %(date)s") % {"date": printed_date(start)}
    return printed_period(start, end) if start else ""


def steps_of(payload: Payload) -> Iterator[str]:
    """The dated steps of an agreement in words."""
    names = {
        "signed": label("signing", "kind"),
        "approved": _("Approved by the Diet"),
        "in_force": label("entry_into_force", "kind"),
        "revised": _("Revised"),
    }
    for field, name in names.items():
        if payload.get(field):
            yield f"{name} {printed_date(payload[field])}"


def _total(payload: Payload) -> str:
    return f"{payload['subject']}: {payload['printed']}"


def _capacity(payload: Payload) -> str:
    words = [partner_labels(payload["partners"]), payload.get("field") or ""]
    return " ".join(word for word in words if word)


def _profile_detail(payload: Payload) -> Iterator[str]:
    yield partner_label(payload["partner"])
    yield label(payload["aspect"], "profile_aspect")
    yield label(payload.get("group") or "", "foip_group")
    yield printed_date(payload.get("since") or "")


def _agreement_detail(payload: Payload) -> Iterator[str]:
    yield partner_labels(payload["partners"])
    yield label(payload["agreement"], "agreement")
    steps = list(steps_of(payload))
    yield from steps or [label(payload.get("stage") or "", "agreement_stage")]
    yield payload.get("official_name") or ""


def _framework_detail(payload: Payload) -> Iterator[str]:
    yield payload.get("parent") or ""
    yield payload.get("level") or ""
    if payload.get("since"):
        yield _("since %(date)s") % {"date": printed_date(payload["since"])}
    if payload["members"]:
        yield _("Members") + " " + partner_labels(one["code"] for one in payload["members"])
    if payload["chairs"]:
        yield _("Chair") + " " + partner_labels(one["code"] for one in payload["chairs"])


def _capacity_detail(payload: Payload) -> Iterator[str]:
    yield label(payload.get("form") or "", "form")
    yield payload.get("period") or ""
    if payload["co_operating"]:
        yield _("with %(partners)s") % {"partners": partner_labels(payload["co_operating"])}


_WORDS: dict[str, Callable[[Payload], str]] = {
    "total": _total,
    "listed_partner": lambda payload: partner_label(payload["partner"]),
    "reference": lambda payload: f"{payload['label']} {payload.get('title') or ''}".strip(),
    "capacity_building": _capacity,
}
_DETAIL: dict[str, Callable[[Payload], Iterator[str]]] = {
    "partner_profile": _profile_detail,
    "agreement": _agreement_detail,
    "framework": _framework_detail,
    "capacity_building": _capacity_detail,
    "total": lambda payload: iter([partner_labels(payload["partners"]), period_of(payload)]),
    "listed_partner": lambda payload: iter([payload["figure"], period_of(payload)]),
    "reference": lambda payload: iter(
        [partner_labels(payload["partners"]), f"p.{payload['page']}" if "page" in payload else ""]
    ),
}


CODED = {
    "aspect": "profile_aspect",
    "group": "foip_group",
    "stage": "agreement_stage",
    "form": "form",
}
"""Fields of reports that hold codes, with the group of the glossary that tells them."""

DATES = frozenset({"signed", "approved", "in_force", "revised", "since", "until"})
"""Fields of reports that hold dates."""


def names_of_report_fields() -> dict[str, str]:
    """The fields of reports with their names."""
    return {
        "aspect": _("Aspect"),
        "group": _("Group"),
        "since": _("Since"),
        "until": _("Until"),
        "signed": label("signing", "kind"),
        "approved": _("Approved by the Diet"),
        "in_force": label("entry_into_force", "kind"),
        "revised": _("Revised"),
        "stage": _("Stage"),
        "official_name": _("Official name"),
        "label": _("Label"),
        "page": _("Page"),
        "figure": _("Figure"),
        "subject": _("What is counted"),
        "qualifier": _("Qualifier"),
        "printed": _("Printed words"),
        "parent": _("Part of"),
        "code": _("Code"),
        "members": _("Members"),
        "chairs": _("Chair"),
        "field": _("Field"),
        "form": _("Form"),
        "period": _("Period"),
        "persons": _("Number of people"),
        "co_operating": _("Co-operating partners"),
    }
