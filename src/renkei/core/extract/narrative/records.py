"""From a clause and its events to activity records: one per date and event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from renkei.core.extract.narrative import titles
from renkei.core.extract.narrative.clauses import Clause
from renkei.core.extract.narrative.context import Context
from renkei.core.extract.narrative.people import (
    People,
    compound,
    find_people,
    level_of_rank,
    participants,
)
from renkei.core.grammar.prose_dates import Point
from renkei.core.grammar.prose_events import Event, find_nouns
from renkei.core.grammar.titles import best_framework, partner_codes, read_mode, read_ordinal
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
_OTHERS = {
    "approval": "other",
    "negotiation": "other",
    "revision": "other",
    "posting": "personnel_exchange",
    "invitation": "personnel_exchange",
    "boarding": "other",
    "opening": "other",
    "plan": "other",
    "planned_call": "port_call",
}
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
_ACTS = frozenset(
    {
        "signing",
        "entry_into_force",
        "statement",
        "other",
        "equipment_transfer",
        "equipment_cooperation",
    }
)
_BODILY = frozenset({"exercise", "port_call", "visit", "personnel_exchange"})
_FIXED_LEVELS = {"two_plus_two": "minister", "exercise": "unit", "port_call": "unit"}
# From this month on talks were held remotely as a rule: nothing is taken for granted any more.
_REMOTE_SINCE = PartialDate(2020, 3)
_IN_PERSON = re.compile(
    r"訪[問日中印米豪韓露英仏独伊加比越泰]|来日|対面|東京|防衛省にて|出迎え|において(?:実施|開催)|招へい"
)
_INBOUND = re.compile(r"訪日|来日|来訪|(?:統|陸|海|空)幕長を訪問|大臣を訪問|基地を訪問|駐屯地")
_DELEGATION = re.compile(r"代表団|訪問団|部隊|護衛艦|艦艇|搭乗員|戦区")
_CARRIED = frozenset({"meeting", "consultation"})
_STATUS = {"plan": "planned", "planned_call": "planned"}
_BARE = re.compile(r"(?:第\d+回)?(?:目の)?(?:同|本)?(?:協議|会合|会議|対話|会談)")
_AGREED = frozenset({"signing", "entry_into_force", "approval", "negotiation", "revision"})
_RELATIONS = frozenset({"exercise", "consultation", "two_plus_two"})
_SUPPORT = re.compile(r"能力(?:構築|強化|向上)支援")
_SHIP = re.compile(
    r"(?:護衛艦|輸送艦|補給艦|練習艦|駆逐艦|フリゲート|艦艇)(?:「[^」]{1,12}」)?(?:が|は)"
)
_GENERIC = re.compile(r"新たな|^(?:同|本)?(?:協定|覚書|計画|宣言|文書|取決め)$|^同")
_TWO_OBJECTS = re.compile(r"(?<=協定|覚書|宣言)(?:\([^()]*\))?及び")


@dataclass(frozen=True, slots=True)
class Told:
    """An event as one sentence tells it, before it is given its dates."""

    kind: str
    title: str
    partners: tuple[str, ...]
    people: People
    phrase: str
    window: str
    event: Event
    agreement: str | None = None
    notes: tuple[str, ...] = ()


class Teller:
    """Tells events of a sentence by what it says and by the context."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.vocabulary = context.vocabulary

    def tell(self, text: str, clause: Clause, event: Event, lowest: int) -> Iterator[Told]:
        """The event of a clause; two signings where two agreements are signed."""
        kind = self.kind(text, clause, event)
        people = self.people(text, clause, event, lowest)
        low = clause.start if not clause.borrowed and event.how != "topic" else 0
        begin, stop = titles.phrase(text, low, event.start, event.end)
        words = titles.clean(text[begin:stop])
        own = text[clause.start : clause.end if clause.borrowed else event.done]
        if event.kind in _AGREED:
            yield from self.acts(text, clause, event, lowest, kind, people, own)
            return
        partners, notes = self.partners(text, clause, event, words, own)
        kind, words = self.antecedent(kind, words)
        title = self.title(kind, words, people, partners, text, clause, event)
        yield Told(kind, title, partners, people, words, own, event, None, notes)

    # --- kind

    def kind(self, text: str, clause: Clause, event: Event) -> str:
        """The kind of the record for the kind of the words."""
        kind = _OTHERS.get(event.kind, event.kind)
        if clause.frame and kind == "visit":
            return clause.frame
        if kind == "visit" and _SHIP.search(text, max(clause.lead, event.start - 60), event.start):
            return "port_call"
        support = _SUPPORT.search(text, clause.start, event.start) is not None
        if support and event.kind in ("forum", "invitation", "exercise"):
            return "capacity_building"
        if self.context.capacity and event.kind in ("forum", "invitation"):
            return "capacity_building"
        return kind

    def antecedent(self, kind: str, words: str) -> tuple[str, str]:
        """同会合: the meeting of the sentence before."""
        if kind != "forum" or not _BARE.fullmatch(words) or read_ordinal(words):
            return kind, words
        before = self.context.before
        named = [noun for noun in find_nouns(before, 0, len(before)) if noun[0] == "two_plus_two"]
        if not named:
            return kind, words
        begin, stop = titles.phrase(before, 0, named[-1][1], named[-1][2])
        return "two_plus_two", titles.clean(before[begin:stop])

    # --- people and partners

    def people(self, text: str, clause: Clause, event: Event, lowest: int) -> People:
        """Who takes part: in the clause, else in its lead, else whoever was told of before."""
        vocabulary = self.vocabulary
        end = clause.end if clause.borrowed else event.done
        found = [find_people(text, max(lowest, clause.start), end, vocabulary)]
        if lowest > clause.start:
            found.append(find_people(text, clause.start, end, vocabulary))
        found.append(find_people(text, clause.lead, clause.group.start, vocabulary))
        if clause.borrowed:
            found.append(find_people(text, clause.end, event.done, vocabulary))
        carried = self.context.people if event.kind in _CARRIED else People()
        ours = next((each for each in found if each.office), carried)
        theirs = next((each for each in found if each.theirs), carried)
        return People(
            office=ours.office,
            level=ours.level,
            ours=ours.ours,
            theirs=theirs.theirs,
            rank=theirs.rank,
            units=any(each.units for each in found),
        )

    def partners(
        self, text: str, clause: Clause, event: Event, words: str, own: str
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """A compound in the title counts; else those who take part, with the chapter's country."""
        named = compound(words, 0, len(words), self.vocabulary)
        chapter = self.context.partners
        if named:
            return named, ()
        taking = participants(own, 0, len(own), self.vocabulary)
        if not taking and clause.borrowed:
            taking = participants(text, clause.end, event.done, self.vocabulary)
        inside = participants(words, 0, len(words), self.vocabulary)
        codes = tuple(dict.fromkeys((*chapter, *taking, *inside)))
        if set(chapter) - set(taking):
            return codes, ("partner_from_heading",)
        return codes, ()

    # --- agreements

    def acts(
        self,
        text: str,
        clause: Clause,
        event: Event,
        lowest: int,
        kind: str,
        people: People,
        own: str,
    ) -> Iterator[Told]:
        """Signing, entry into force, approval by the Diet, start of negotiations, revision."""
        start = max(lowest, clause.start)
        stop = clause.end if clause.borrowed else event.start
        found = titles.agreement_object(text, start, stop, event.end)
        if event.kind == "revision" and clause.group.aside:
            found = titles.agreement_object(text, 0, text.rfind("(", 0, clause.group.start), 0)
        for part in _TWO_OBJECTS.split(found) if kind == "signing" else [found]:
            name = self.agreement_name(text, part, event)
            if not name:
                continue
            self.context.agreement = name
            partners = compound(name, 0, len(name), self.vocabulary) or self.context.partners
            partners = partners or partner_codes(text[:stop], self.vocabulary)[:2]
            shown = self.agreement_shown(name, partners)
            tail = {
                "signing": "の署名",
                "entry_into_force": "の発効",
                "approval": "の国会承認",
                "negotiation": "の交渉開始",
                "revision": "の改定",
            }.get(event.kind, "")
            if "運用" in text[event.start : event.end]:
                tail = "の運用開始"
            code = self.agreement_code(name) if kind in ("signing", "entry_into_force") else None
            yield Told(kind, shown + tail, partners, people, name, own, event, code)

    def agreement_name(self, text: str, found: str, event: Event) -> str:
        """The name as printed; for 同協定 or none at all, the agreement named last."""
        if found and not _GENERIC.search(found):
            return found
        earlier = titles.last_agreement(text[: event.start])
        if earlier and not _GENERIC.search(earlier):
            return earlier
        mechanism = self.context.mechanism
        if mechanism is not None and "メカニズム" in text:
            return mechanism.ja
        return self.context.agreement or found

    def agreement_shown(self, name: str, partners: tuple[str, ...]) -> str:
        """The name with the relation it belongs to, and the mechanism that 本 points to."""
        mechanism = self.context.mechanism
        if mechanism is not None:
            name = name.replace("本メカニズム", mechanism.code)
        if "日" in name or len(name) > 16:
            return name
        return titles.pair(partners, self.vocabulary) + name

    def agreement_code(self, name: str) -> str:
        """The code of the agreement's kind."""
        found = self.vocabulary.find_wording(name, "agreement")
        named = [match for match in found if match.entry.code != "その他"]
        return named[-1].entry.code if named else "その他"

    # --- titles

    def title(
        self,
        kind: str,
        words: str,
        people: People,
        partners: tuple[str, ...],
        text: str,
        clause: Clause,
        event: Event,
    ) -> str:
        """A title of printed words in the manner of the lists."""
        vocabulary = self.vocabulary
        low = min(clause.lead, event.start)
        verb = text[event.start : event.end]
        if kind == "port_call":
            return titles.call_title(text, low, event.done, partners, vocabulary)
        if event.kind == "visit":
            who = titles.actor(text, low, event.start) or people.ours or people.theirs
            shown = titles.visit_title(verb, who, partners, vocabulary)
            if clause.frame:
                begin, start, stop = clause.frame_at
                first, last = titles.phrase(text, begin, start, stop)
                return f"{text[first:last]}({shown})"
            return shown
        if kind == "meeting" and event.how == "verb":
            return self.courtesy(text, low, event, people)
        if kind == "meeting":
            level = self.level(kind, words, people)
            return titles.talk_title(words, people, partners, level, vocabulary)
        if event.kind == "invitation":
            return titles.invitation_title(text, low, event.done)
        if event.kind == "statement":
            return titles.statement_title(verb, partners, vocabulary)
        if event.kind in ("posting", "equipment_transfer", "boarding", "opening", "plan"):
            return titles.told_title(text, clause.start, event.end)
        return self.named(kind, words, text, event, partners)

    def courtesy(self, text: str, low: int, event: Event, people: People) -> str:
        """「統幕長…皇太子表敬」: who calls, on whom."""
        theirs_called = not people.ours or not text[low : event.start].endswith(people.ours)
        first, second = (
            (people.ours, people.theirs) if theirs_called else (people.theirs, people.ours)
        )
        return f"{first}{second}表敬"

    def named(
        self, kind: str, words: str, text: str, event: Event, partners: tuple[str, ...]
    ) -> str:
        """The phrase with what it needs: the relation, the mechanism, the full name."""
        framework = best_framework(words, self.vocabulary)
        if framework is None and _BARE.fullmatch(words):
            outer = best_framework(text[: event.start], self.vocabulary) or self.context.framework
            if outer is not None and outer.kind != "mechanism":
                return re.sub(r"(?:協議|会合|会議|対話)$", "", words) + outer.ja
        mechanism = self.context.mechanism
        if kind == "consultation" and mechanism is not None and framework is None:
            return mechanism.code + words
        if kind == "exercise" and words in ("訓練", "共同訓練", "演習"):
            series = best_framework(text[: event.start], self.vocabulary)
            if series is not None:
                return f"「{series.ja}」{words}"
        if kind in _RELATIONS and framework is None and self._lacks_relation(words, partners):
            ordinal = re.match(r"(?:初の|第\d+回(?:目の)?)", words)
            at = ordinal.end() if ordinal else 0
            return words[:at] + titles.pair(partners, self.vocabulary) + words[at:]
        return words

    def _lacks_relation(self, words: str, partners: tuple[str, ...]) -> bool:
        if not partners or "多国間" in words or compound(words, 0, len(words), self.vocabulary):
            return False
        return not any(name in words for code in partners for name in self._names(code))

    def _names(self, code: str) -> tuple[str, ...]:
        return self.vocabulary.partners[code].names

    # --- level and mode

    def level(self, kind: str, words: str, people: People) -> str | None:
        """Our side's level: by the title, by our office, by the rank of the other side."""
        if kind in _ACTS:
            return None
        if kind in _FIXED_LEVELS:
            return _FIXED_LEVELS[kind]
        named = self.vocabulary.find_offices(words, "title")
        if kind == "consultation":
            if people.level == "vice_minister_international":
                return people.level
            return named[0].entry.code if named else "working"
        if kind == "personnel_exchange":
            return (
                "unit"
                if re.search("佐官|将官", words)
                else "working"
                if "専門家" in words
                else None
            )
        if kind == "meeting" and "首脳" in words:
            return "summit"
        if kind == "meeting" and named:
            return named[0].entry.code
        if kind == "capacity_building":
            return None
        level = people.level or (level_of_rank(people.rank) if kind == "meeting" else None)
        return level or (named[0].entry.code if named else None)

    def mode(self, told: Told, start: PartialDate) -> tuple[str | None, bool]:
        """The form of an activity and whether it is inferred."""
        if told.kind in _ACTS:
            return None, False
        printed = read_mode(told.phrase, self.vocabulary) or read_mode(told.window, self.vocabulary)
        if printed is not None and not (
            told.kind in ("exercise", "port_call") and printed != "video"
        ):
            return printed, False
        if told.kind in _BODILY or _IN_PERSON.search(told.window):
            return "in_person", True
        if start.last_day < _REMOTE_SINCE.first_day:
            return "in_person", True
        return None, False

    # --- records

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
        framework = best_framework(told.phrase, self.vocabulary) or best_framework(
            told.window, self.vocabulary
        )
        if framework is None and told.kind in ("consultation", "signing", "entry_into_force"):
            framework = self.context.mechanism
        level = self.level(told.kind, told.phrase, told.people)
        direction = None
        if told.event.kind == "visit":
            inbound = _INBOUND.search(told.window[-40:]) is not None
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
            listed_under=self.context.listed_under,
        )
