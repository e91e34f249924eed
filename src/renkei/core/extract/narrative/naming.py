"""Titles and levels of activities told in prose, by what the sentence and its place say."""

from __future__ import annotations

import re

from renkei.core.extract.narrative import acts, titles
from renkei.core.extract.narrative.clauses import Clause
from renkei.core.extract.narrative.context import Context
from renkei.core.extract.narrative.people import People, compound, level_of_rank
from renkei.core.grammar.prose_events import Event
from renkei.core.grammar.titles import best_framework

ACTS = frozenset(
    {
        "signing",
        "entry_into_force",
        "statement",
        "other",
        "equipment_transfer",
        "equipment_cooperation",
    }
)
_FIXED_LEVELS = {"two_plus_two": "minister", "exercise": "unit", "port_call": "unit"}
INBOUND = re.compile(r"訪日|来日|来訪|(?:統|陸|海|空)幕長を訪問|大臣を訪問|基地を訪問|駐屯地")
BARE = re.compile(
    r"(?:第\d+回)?(?:目の)?(?:同|本)?(?:協議|会合|会議|対話|会談|(?:招へい)?プログラム)"
)
_EXPERTS = re.compile("EWG|専門家会合|作業部会|会期間会合|委員会")
_NAMED_AS_RELATION = 4
_RELATIONS = frozenset({"exercise", "consultation", "two_plus_two"})


class Namer:
    """Composes titles of printed words, and tells the level of our side."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.vocabulary = context.vocabulary

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
        if event.kind in ("visit", "planned_visit"):
            who = titles.actor(text, clause.start, event.start)
            who = who or titles.actor(text, low, clause.group.start) or people.ours or people.theirs
            if INBOUND.search(text[max(0, event.start - 8) : event.end]) and verb[:2] == "を訪":
                verb = "訪日"
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
        if event.kind == "equipment_transfer":
            own = text[clause.start : clause.end] if clause.borrowed else ""
            own += text[event.start if own else clause.start : event.end]
            return titles.transfer_title(self.context.before + text[: event.start], own)
        shown = self.act(text, clause, event, low)
        if not shown and event.kind == "statement":
            return titles.statement_title(verb, partners, vocabulary)
        return shown or self.named(kind, words, text, event, partners)

    def act(self, text: str, clause: Clause, event: Event, low: int) -> str:
        """The title of an act that its own verb tells; empty for others."""
        words = text[event.start : event.end]
        match event.kind:
            case "invitation":
                return titles.invitation_title(text, low, event.done)
            case "statement" if "考え方" in words:
                return acts.speech_title(text, event.start, event.end)
            case "boarding":
                return titles.boarding_title(text, clause.start, event.end)
            case "notice" | "announcement":
                return acts.said_title(text, clause.start, event, self.context.agreement)
            case "incident":
                return re.sub(r"\([^()]*\)", "", words)
            case "planned_drill":
                return acts.drill_title(text, clause.start)
            case "students":
                return acts.students_title(text, event.end)
            case "deployment":
                return self.sending(text, low, event)
            case "posting" | "opening" | "plan" | "peacekeeping" | "deed" | "ceremony":
                return titles.told_title(text, clause.start, event.end)
            case _:
                return ""

    def sending(self, text: str, low: int, event: Event) -> str:
        """「X軍の哨戒機派遣」: who sends what, and to which operation the chapter is about."""
        shown = titles.sending_title(text, low, event.end)
        operation = self.context.operation
        return f"{operation.ja}への{shown}" if operation else shown

    def courtesy(self, text: str, low: int, event: Event, people: People) -> str:
        """「統幕長…皇太子表敬」: who calls, on whom."""
        caller = re.search(r"(?P<who>[^\sぁ-ん、。]{2,30})の表敬を受", text[low : event.end])
        if caller is not None:
            return f"{caller['who']}{people.office}表敬"
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
        if framework is None and BARE.fullmatch(words):
            outer = best_framework(text[: event.start], self.vocabulary) or self.context.framework
            if outer is not None and outer is not self.context.mechanism:
                return (
                    re.sub(r"(?:協議|会合|会議|対話|(?:招へい)?プログラム)$", "", words) + outer.ja
                )
        mechanism = self.context.mechanism
        if kind == "consultation" and mechanism is not None and framework is None:
            return mechanism.code + words
        if kind == "exercise" and "「" not in words:
            quoted = re.search(r"「([^「」]{2,30})」(?:で|に(?:おいて|参加))", text[: event.start])
            series = best_framework(quoted[1], self.vocabulary) if quoted else None
            if quoted and series is not None and series.kind == "exercise":
                return f"「{quoted[1]}」"
        bare = framework is None or words.startswith(("共同訓練", "親善訓練"))
        if kind in _RELATIONS and bare and self._lacks_relation(words, partners):
            ordinal = re.match(r"(?:初の|第\d+回(?:目の)?)", words)
            at = ordinal.end() if ordinal else 0
            return words[:at] + titles.pair(partners, self.vocabulary) + words[at:]
        return words

    def _lacks_relation(self, words: str, partners: tuple[str, ...]) -> bool:
        many = len(partners) > _NAMED_AS_RELATION
        if (
            not partners
            or many
            or "多国間" in words
            or compound(words, 0, len(words), self.vocabulary)
        ):
            return False
        return not any(name in words for code in partners for name in self._names(code))

    def _names(self, code: str) -> tuple[str, ...]:
        return self.vocabulary.partners[code].names

    def level(self, kind: str, words: str, people: People) -> str | None:
        """Our side's level: by the title, by our office, by the rank of the other side."""
        if kind in ("signing", "statement"):
            return people.level
        if kind in ACTS:
            return None
        if kind in _FIXED_LEVELS:
            return _FIXED_LEVELS[kind]
        named = self.vocabulary.find_offices(words, "title")
        if kind == "forum" and _EXPERTS.search(words):
            return "working"
        if kind == "forum" and named:
            return named[0].entry.code
        if kind == "consultation":
            return self._of_consultation(words, people)
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

    def _of_consultation(self, words: str, people: People) -> str:
        if people.level == "vice_minister_international" and "準備会合" not in words:
            return people.level
        named = self.vocabulary.find_offices(words, "title")
        return named[0].entry.code if named and "準備会合" not in words else "working"
