"""The record types of what a report tells beside dated activities (see types.py)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from renkei.core.records.base import Record
from renkei.core.records.codes import Agreement, AgreementStage, FoipGroup, ProfileAspect
from renkei.core.values import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityBuilding(Record):
    """A capacity-building programme; ``form`` is dispatch, invitation or online."""

    type: ClassVar[str] = "capacity_building"

    partners: tuple[str, ...]
    field: str | None = None
    form: str | None = None
    period: str | None = None
    persons: int | None = None
    co_operating: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A member of a framework and the year it joined, where printed."""

    code: str
    since: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chair:
    """A chair or co-chair of a framework and the years (both inclusive) of its term."""

    code: str
    since: PartialDate | None = None
    until: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Framework(Record):
    """A multilateral framework or one of its bodies, as one passage tells of it.

    ``name`` and ``level`` (次官・局長級) are as printed, ``code`` and ``parent`` of the vocabulary;
    ``since`` is when it began.
    """

    type: ClassVar[str] = "framework"

    name: str
    code: str | None = None
    parent: str | None = None
    level: str | None = None
    since: PartialDate | None = None
    members: tuple[Member, ...] = ()
    chairs: tuple[Chair, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerProfile(Record):
    """What a relation is called (戦略的パートナーシップ), or the group a partner is counted to.

    ``value`` is as printed; ``since`` the date of the talks that called the relation so.
    """

    type: ClassVar[str] = "partner_profile"

    partner: str
    aspect: ProfileAspect
    value: str
    group: FoipGroup | None = None
    since: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementRecord(Record):
    """An agreement with its dates; ``stage`` is the furthest that is printed."""

    type: ClassVar[str] = "agreement"

    name: str
    agreement: Agreement
    partners: tuple[str, ...] = ()
    signed: PartialDate | None = None
    approved: PartialDate | None = None
    in_force: PartialDate | None = None
    revised: PartialDate | None = None
    stage: AgreementStage | None = None
    official_name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Record):
    """A place the text refers to: an appendix, a figure or another section.

    ``label`` is as printed (資料31, 図表Ⅲ-3-1-2), ``partners`` those of its title or chapter.
    """

    type: ClassVar[str] = "reference"

    label: str
    title: str | None = None
    page: str | None = None
    partners: tuple[str, ...] = ()
    listed_under: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPartner(Record):
    """A partner that a figure or table of a period lists; ``group`` is the class it is put in."""

    type: ClassVar[str] = "listed_partner"

    figure: str
    title: str | None = None
    partner: str
    group: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedTotal(Record):
    """A number that the text prints of things counted: 計5回, 延べ33名, A、B及びCの3か国.

    ``number`` is absent for a vague one (十数か国); ``qualifier`` is 計, 延べ, 約 and the like.
    ``start`` without ``end``: since then.
    """

    type: ClassVar[str] = "total"

    subject: str
    number: int | None = None
    unit: str
    qualifier: str | None = None
    printed: str
    partners: tuple[str, ...] = ()
    framework: str | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    listed_under: str | None = None
