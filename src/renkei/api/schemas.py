"""What the API answers. Field names are those of the interchange format (docs/records.md)."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from ninja import Schema


class Problem(Schema):
    """An error: a stable code and one sentence in the language of the person."""

    code: str
    message: str


class Page(Schema):
    """Where a page stands: ``number`` is 1-based, ``total`` counts all that matches."""

    number: int
    pages: int
    total: int


class PartnerOut(Schema):
    """A country, organisation or region, with the number of activities the viewer may see."""

    code: str
    kind: str
    name_ja: str
    name_en: str
    region: str
    activities: int = 0


class DocumentRefOut(Schema):
    """A document by the name and the SHA-256 of its file."""

    name: str
    sha256: str


class EvidenceOut(Schema):
    """The printed words: ``start`` to ``end`` (exclusive) count characters of the text."""

    record: str
    rule: str
    document: DocumentRefOut
    start: int
    end: int
    line: int
    text: str
    page: int | None = None
    box: list[float] | None = None
    sheet: str | None = None
    cell: str | None = None


class ActivityOut(Schema):
    """An activity. A field that was not printed is absent; ``start`` is as precise as printed."""

    id: int
    title: str
    kind: str
    category: str | None = None
    partners: list[str]
    framework: str | None = None
    start: str | None = None
    end: str | None = None
    fiscal_year: int | None = None
    mode: str | None = None
    level: str | None = None
    counterpart: str | None = None
    direction: str | None = None
    place: str | None = None
    ordinal: int | None = None
    agreement: str | None = None
    status: str
    section: str | None = None
    listed_under: str | None = None
    organisation: str | None = None
    marking: str
    origin: str
    notes: list[str] | None = None
    sources: list[EvidenceOut]
    conflicts: list[dict[str, Any]]


class ChangeOut(Schema):
    """One field before and after."""

    field: str
    old: Any = None
    new: Any = None


class VersionOut(Schema):
    """One write: who, when, why, and what changed."""

    at: datetime
    who: str
    action: str
    reason: str
    changes: list[ChangeOut]


class ActivityDetail(ActivityOut):
    """An activity with its history, newest first. ``version`` is what a correction must name."""

    version: int
    history: list[VersionOut]


class ActivityList(Schema):
    """One page of activities."""

    page: Page
    items: list[ActivityOut]


class DocumentOut(Schema):
    """A stored document without its text."""

    id: int
    name: str
    title: str
    sha256: str
    media_type: str
    encoding: str
    size: int
    marking: str
    organisation: str | None = None
    ingested_at: datetime
    records: int
    leftovers: int


class DocumentDetail(DocumentOut):
    """A document with its decoded text; all offsets count its characters."""

    text: str


class LeftoverOut(Schema):
    """Text that looked like a record and was not understood."""

    start: int
    end: int
    line: int
    text: str
    reason: str


class PolicyOut(Schema):
    """A policy as one evaluation document describes it."""

    id: int
    name: str
    number: str
    organisation: str | None = None
    document: str | None = None
    marking: str
    indicators: int


class ValueOut(Schema):
    """A target or actual: either ``value`` is there, or ``absence`` says why not."""

    component: str
    fiscal_year: int | None = None
    kind: str
    value: Decimal | None = None
    unit: str
    text: str
    absence: str


class TargetOut(Schema):
    """A yearly target in words, and the progress told for it."""

    fiscal_year: int | None = None
    items: list[str]
    progress: list[str]


class IndicatorOut(Schema):
    """An indicator with everything measured of it."""

    id: int
    field_no: int | None = None
    field_name: str
    number: str
    name: str
    primary: bool
    measure: str
    mark: str
    reference: bool
    mid_term_target_year: str
    values: list[ValueOut]
    targets: list[TargetOut]
