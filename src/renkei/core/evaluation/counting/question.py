"""A count as a question that can be kept: which activities are meant, in one line of text.

    kind=meeting; partners=only:USA; level=summit,foreign_minister; fiscal_year=2020

Conditions are joined by "and", the values of one by "or". A question without a status asks for
what was held.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Any, Literal, get_args

from renkei.core.errors import UsageError
from renkei.core.records.codes import (
    ActivityKind,
    Agreement,
    Category,
    Direction,
    Level,
    Mode,
    Status,
)
from renkei.core.values import FiscalYear, PartialDate
from renkei.core.vocabulary import load

PartnerRule = Literal["any", "all", "only"]
Counted = Literal["activities", "partners"]
CODES: dict[str, tuple[str, ...]] = {
    "kind": get_args(ActivityKind),
    "category": get_args(Category),
    "level": get_args(Level),
    "mode": get_args(Mode),
    "direction": get_args(Direction),
    "agreement": get_args(Agreement),
    "status": get_args(Status),
}
"""The conditions on a closed list of codes, named as in the record format."""


@dataclass(frozen=True, slots=True)
class Years:
    """Fiscal years ``first`` to ``last``, both inclusive."""

    first: FiscalYear
    last: FiscalYear

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise UsageError("RK743", found=str(self))

    def __str__(self) -> str:
        return _range(str(self.first), str(self.last))


@dataclass(frozen=True, slots=True)
class Dates:
    """From the first day that ``first`` can mean to the last day that ``last`` can."""

    first: PartialDate
    last: PartialDate

    def __post_init__(self) -> None:
        if self.last.last_day < self.first.first_day:
            raise UsageError("RK743", found=str(self))

    def __str__(self) -> str:
        return _range(str(self.first), str(self.last))


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """An empty condition leaves its field open. ``partner_rule``: any of the partners, all of
    them (and perhaps others), or only they.
    """

    kind: frozenset[str] = frozenset()
    category: frozenset[str] = frozenset()
    level: frozenset[str] = frozenset()
    mode: frozenset[str] = frozenset()
    direction: frozenset[str] = frozenset()
    agreement: frozenset[str] = frozenset()
    status: frozenset[str] = frozenset({"held"})
    framework: frozenset[str] = frozenset()
    partners: frozenset[str] = frozenset()
    partner_rule: PartnerRule = "any"
    fiscal_year: Years | None = None
    dates: Dates | None = None
    count: Counted = "activities"

    def __post_init__(self) -> None:
        if not self.status:  # an empty status would be read back as "held"
            raise UsageError("RK742", found="", name="status", allowed=", ".join(CODES["status"]))

    @classmethod
    def parse(cls, text: str) -> Question:
        """The question written in ``text``; partners and frameworks by code, partners also by
        name. Raises UsageError RK741-RK744 and ValueFormError for a date that is none.
        """
        found: dict[str, Any] = {}
        for part in filter(None, (part.strip() for part in text.split(";"))):
            name, equals, value = (piece.strip() for piece in part.partition("="))
            if not equals or not value or name not in CONDITIONS:
                raise UsageError("RK741", found=part, allowed=", ".join(CONDITIONS))
            if name in found:
                raise UsageError("RK744", name=name)
            found.update(_condition(name, value))
        return cls(**found)

    def __str__(self) -> str:
        """The one text of this question: the same for equal questions, and parsed back to them."""
        parts = []
        for name in CONDITIONS:
            value = getattr(self, name)
            if name == "partners" and value and self.partner_rule != "any":
                parts.append(f"{name}={self.partner_rule}:{','.join(sorted(value))}")
            elif isinstance(value, frozenset):
                parts += [f"{name}={','.join(sorted(value))}"] if value else []
            elif value is not None:
                parts.append(f"{name}={value}")
        return "; ".join(parts)


CONDITIONS = tuple(field.name for field in fields(Question) if field.name != "partner_rule")


def _condition(name: str, value: str) -> dict[str, Any]:
    if name == "fiscal_year":
        first, last = (FiscalYear.parse(end) for end in _ends(value))
        return {name: Years(first, last)}
    if name == "dates":
        begin, end = (PartialDate.written(end) for end in _ends(value))
        return {name: Dates(begin, end)}
    if name == "count":
        return {name: _known(name, value, get_args(Counted))}
    if name == "partners":
        return _partners(value)
    words = [word.strip() for word in value.split(",")]
    allowed = CODES.get(name) or tuple(load().frameworks)
    return {name: frozenset(_known(name, word, allowed) for word in words)}


def _partners(value: str) -> dict[str, Any]:
    rule, colon, names = value.partition(":")
    if not colon:
        rule, names = "any", value
    codes = frozenset(_partner(name.strip()) for name in names.split(","))
    return {"partners": codes, "partner_rule": _known("partners", rule, get_args(PartnerRule))}


def _partner(name: str) -> str:
    words = load()
    if name in words.partners:
        return name
    found = words.partner(name)
    if found is None:
        raise UsageError("RK742", found=name, name="partners", allowed="AUS, USA, NATO, …")
    return found.code


def _known(name: str, word: str, allowed: tuple[str, ...]) -> str:
    if word not in allowed:
        shown = ", ".join(allowed[:30]) + (", …" if len(allowed) > 30 else "")
        raise UsageError("RK742", found=word, name=name, allowed=shown)
    return word


def _ends(value: str) -> tuple[str, str]:
    first, dots, last = (end.strip() for end in value.partition(".."))
    return first, last if dots else first


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}..{last}"
