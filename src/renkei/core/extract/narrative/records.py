"""From what a sentence tells to an activity record of one date."""

from __future__ import annotations

import re
from typing import cast

from renkei.core.extract.narrative.context import Context
from renkei.core.extract.narrative.naming import ACTS, INBOUND, Namer
from renkei.core.extract.narrative.telling import Told
from renkei.core.grammar.prose_dates import Point
from renkei.core.grammar.titles import best_framework, read_mode, read_ordinal
from renkei.core.records import Activity
from renkei.core.records.codes import (
    ActivityKind,
    Agreement,
    Category,
    Direction,
    Level,
    Mode,
    Status,
)
from renkei.core.source import Evidence
from renkei.core.values import PartialDate

_RULE = "activities.narrative"
_CATEGORIES = {
    "meeting": "high_level",
    "two_plus_two": "high_level",
    "visit": "high_level",
    "consultation": "working_level",
    "exercise": "unit",
    "port_call": "unit",
    "personnel_exchange": "unit",
    "capacity_building": "capacity_building",
    "equipment_transfer": "equipment_technology",
    "equipment_cooperation": "equipment_technology",
    "forum": "framework",
}
_BODILY = frozenset({"exercise", "port_call", "visit", "personnel_exchange"})
# From this month on talks were held remotely as a rule: nothing is taken for granted any more.
_REMOTE_SINCE = PartialDate(2020, 3)
_IN_PERSON = re.compile(
    r"訪[問日中印米豪韓露英仏独伊加比越泰]|来日|対面|東京|防衛省にて|出迎え|において(?:実施|開催)|招へい|を派遣"
)
_HELD_AT = re.compile(
    r"(?:において、?|にて、?|で)(?:[^。、]{0,40}?)(?:開催|実施|行わ|開か|会談|会合|懇談|面会)"
)
_WITNESSED = re.compile(r"立ち?[会合]い")
_DELEGATION = re.compile(r"代表団|訪問団|部隊|護衛艦|艦艇|搭乗員|戦区|戦闘機")
_BY_UNITS = frozenset({"deed", "deployment"})
_STATUS = dict.fromkeys(("plan", "planned_call", "planned_visit", "planned_drill"), "planned")


class RecordBuilder:
    """Gives what was told its date, form and level."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.vocabulary = context.vocabulary
        self.namer = Namer(context)

    def record(
        self,
        told: Told,
        point: Point,
        evidence: Evidence,
        *,
        status: str = "held",
        notes: tuple[str, ...] = (),
    ) -> Activity:
        """The record of one date."""
        mode, inferred = self.mode(told, point.start)
        codes = [*point.notes, *told.notes, *notes]
        if inferred:
            codes.append("mode_inferred")
        named = (told.phrase, told.title, told.window)
        found = (best_framework(words, self.vocabulary) for words in named)
        framework = next(filter(None, found), None)
        if framework is None and told.kind in ("consultation", "signing", "entry_into_force"):
            framework = self.context.mechanism
        level = self.namer.level(told.kind, told.phrase, told.people)
        if told.event.kind == "ceremony":
            mode = "in_person"
        elif told.event.kind in ("incident", "notice"):
            level = None  # the other side's doing
        elif told.kind == "other" and (told.people.units or told.event.kind in _BY_UNITS):
            level, mode = "unit", "in_person"
        if told.kind == "signing" and _WITNESSED.search(told.window):
            level = None  # who stands by does not sign
        direction = None
        if told.event.kind in ("visit", "planned_visit"):
            inbound = INBOUND.search(told.window[-40:]) is not None
            direction = "inbound" if inbound else "outbound"
            if inbound and not re.search(r"(?:幕長|大臣)を訪問", told.window):
                level = None
            if _DELEGATION.search(told.window) and not told.people.office:
                level = "unit"
        return Activity(
            evidence=evidence,
            rule=f"{_RULE}.{told.event.how}",
            notes=tuple(dict.fromkeys(codes)),
            title=told.title,
            kind=cast("ActivityKind", told.kind),
            category=cast("Category | None", _CATEGORIES.get(told.kind)),
            partners=told.partners,
            framework=framework.code if framework else None,
            start=point.start,
            end=point.end,
            fiscal_year=point.start.fiscal_year,
            mode=cast("Mode | None", mode),
            level=cast("Level | None", level),
            counterpart=told.people.theirs or None,
            direction=cast("Direction | None", direction),
            ordinal=read_ordinal(told.phrase),
            agreement=cast("Agreement | None", told.agreement),
            status=cast("Status", _STATUS.get(told.event.kind, status)),
            section=self.context.section,
            listed_under=self.context.listed_under,
        )

    def mode(self, told: Told, start: PartialDate) -> tuple[str | None, bool]:
        """The form of an activity and whether it is inferred."""
        if told.kind == "signing" and _WITNESSED.search(told.window):
            return "in_person", True
        if told.kind in ACTS:
            return None, False
        printed = read_mode(told.phrase, self.vocabulary) or read_mode(told.window, self.vocabulary)
        if printed is not None and not (
            told.kind in ("exercise", "port_call") and printed != "video"
        ):
            return printed, False
        if told.kind in _BODILY or _IN_PERSON.search(told.window):
            return "in_person", True
        if self.at_place(told.window):
            return "in_person", True
        if start.last_day < _REMOTE_SINCE.first_day:
            return "in_person", True
        return None, False

    def at_place(self, words: str) -> bool:
        """Whether a place is named at which something was held (バンコクで開催)."""
        ends = [match.end for match in self.vocabulary.find_wording(words, "place")]
        ends += [match.end for match in self.vocabulary.find_partners(words)]
        return any(_HELD_AT.match(words, end) for end in ends)
