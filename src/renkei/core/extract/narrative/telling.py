"""From a clause and its events to what they tell: kind, people, partners, agreement, title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from renkei.core.extract.narrative import titles
from renkei.core.extract.narrative.clauses import Clause
from renkei.core.extract.narrative.context import Context
from renkei.core.extract.narrative.naming import BARE, Namer
from renkei.core.extract.narrative.people import (
    People,
    compound,
    find_people,
    in_role,
    participants,
)
from renkei.core.grammar.prose_events import Event, find_nouns
from renkei.core.grammar.titles import best_framework, partner_codes, read_ordinal

_OTHERS = {
    "approval": "other",
    "negotiation": "other",
    "revision": "other",
    "posting": "personnel_exchange",
    "invitation": "personnel_exchange",
    "boarding": "visit",
    "opening": "other",
    "notice": "other",
    "incident": "other",
    "peacekeeping": "other",
    "announcement": "statement",
    "students": "personnel_exchange",
    "planned_drill": "exercise",
    "plan": "other",
    "deed": "other",
    "ceremony": "other",
    "deployment": "other",
    "planned_call": "port_call",
    "planned_visit": "visit",
}
_NAMED_ONCE = 40  # 「それぞれX国防大臣との間で」
_DRILLS = frozenset({"exercise", "named"})
_CARRIED = frozenset({"meeting", "consultation"})
_AGREED = frozenset({"signing", "entry_into_force", "approval", "negotiation", "revision"})
_SUPPORT = re.compile(r"能力(?:構築|強化|向上)支援")
_SHIP = re.compile(
    r"(?:護衛艦|輸送艦|補給艦|練習艦|駆逐艦|フリゲート|艦艇)(?:「[^」]{1,12}」)?(?:が|は)"
)
_JOINS = re.compile(r"(?<!から)(?:参加|出席)(?!させ)")
_GENERIC = re.compile(r"新たな|^(?:同|本)?(?:協定|覚書|計画|宣言|文書|取決め)$|^同")
_CONTRACT = re.compile(r"契約(?:書)?(?:を|が|に)\Z")
_BOTH = re.compile("双方は|両国は")
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
        self.namer = Namer(context)

    def tell(self, text: str, clause: Clause, event: Event, lowest: int) -> Iterator[Told]:
        """The event of a clause; two signings where two agreements are signed."""
        kind = self.kind(text, clause, event)
        if kind == "named":
            return
        people = self.people(text, clause, event, lowest)
        low = clause.start if not clause.borrowed and event.how != "topic" else 0
        begin, stop = titles.phrase(text, low, event.start, event.end)
        words = titles.clean(text[begin:stop])
        own = text[clause.start : clause.end if clause.borrowed else event.done]
        if event.kind in _AGREED:
            yield from self.acts(text, clause, event, lowest, kind, people, own)
            return
        near = text[lowest : event.done] if clause.start < lowest < event.start else own
        if event.how == "topic":
            near = own = text[clause.lead : event.done]
            if kind == "capacity_building":
                near += text[event.done : clause.end]  # whom it supports
        partners, notes = self.partners(text, clause, event, words, near)
        acting = in_role(kind, near, self.vocabulary)
        if acting and kind == "statement":
            partners, notes = acting, ()
        partners = tuple(dict.fromkeys((*partners, *acting)))
        kind, words = self.antecedent(kind, words)
        title = self.namer.title(kind, words, people, partners, text, clause, event)
        yield Told(kind, title, partners, people, words, own, event, None, notes)

    # --- kind

    def kind(self, text: str, clause: Clause, event: Event) -> str:
        """The kind of the record for the kind of the words."""
        kind = _OTHERS.get(event.kind, event.kind)
        if clause.frame and kind == "visit":
            return clause.frame
        if kind == "visit" and _SHIP.search(text, max(clause.lead, event.start - 60), event.start):
            return "port_call"
        if kind == "named":
            series = best_framework(text[event.start : event.end], self.vocabulary)
            return "exercise" if series is not None and series.kind == "exercise" else kind
        if kind == "forum" and text[event.end : event.done].endswith("を参加させ"):
            return "other"  # what units show or play there
        support = _SUPPORT.search(text, clause.start, event.start) is not None
        if support and event.kind in ("forum", "invitation", "exercise"):
            return "capacity_building"
        if self.context.capacity and event.kind in ("forum", "invitation"):
            return "capacity_building"
        return kind

    def antecedent(self, kind: str, words: str) -> tuple[str, str]:
        """同会合: the meeting of the sentence before."""
        if kind != "forum" or not BARE.fullmatch(words) or read_ordinal(words):
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
        whole = clause.borrowed or event.kind == "boarding"  # the host stands behind the verb
        end = clause.end if whole else event.done
        found = [find_people(text, max(lowest, clause.start), end, vocabulary)]
        if lowest > clause.start:
            found.append(find_people(text, clause.start, end, vocabulary))
        found.append(find_people(text, clause.lead, clause.group.start, vocabulary))
        if clause.borrowed:
            found.append(find_people(text, clause.end, event.done, vocabulary))
        elif event.how == "shared" and (each := text.find("それぞれ", clause.end)) >= 0:
            found.append(find_people(text, each, each + _NAMED_ONCE, vocabulary))
        joins = event.kind == "forum" and _JOINS.search(text[event.end : event.done])
        carries = (event.kind in _CARRIED or joins) and not _BOTH.search(text[: event.start])
        carried = self.context.people if carries else People()
        ours = next((each for each in found if each.office), carried)
        same = ours.level in (None, carried.level)  # not another's guest
        talks = event.kind == "meeting" and "首脳" not in text[max(0, event.start - 2) : event.end]
        known = carried if same and talks else People()
        theirs = next((each for each in found if each.theirs), known)
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
        operation = self.context.operation
        if operation is not None and operation.host and not named and not chapter:
            return (operation.host,), ("partner_from_heading",)
        if named:
            return named, ()
        taking = participants(own, 0, len(own), self.vocabulary, masked=bool(chapter))
        if not taking and event.kind in _DRILLS:
            taking = self.context.series_partners(words)
        if not taking and (clause.borrowed or not chapter):
            taking = participants(text, clause.lead, clause.start, self.vocabulary)
        if not taking and clause.borrowed:
            taking = participants(text, clause.end, event.done, self.vocabulary)
        if taking and self.context.in_note:
            return taking, ()  # a note stands below some chapter, not in it
        inside = participants(words, 0, len(words), self.vocabulary)
        whole = set(chapter) <= set(taking)
        codes = tuple(dict.fromkeys((*(() if whole else chapter), *taking, *inside)))
        if event.kind in _DRILLS:
            self.context.note_series(words, codes)
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
        if _CONTRACT.search(text, start, event.start):
            return
        found = titles.agreement_object(text, start, stop, event.end)
        if event.kind == "revision" and clause.group.aside:
            found = titles.agreement_object(text, 0, text.rfind("(", 0, clause.group.start), 0)
        for part in _TWO_OBJECTS.split(found) if kind == "signing" else [found]:
            name = self.agreement_name(text, part, event)
            if not name:
                continue
            self.context.agreement = name
            partners = compound(name, 0, len(name), self.vocabulary)
            if not partners and event.kind == "signing":
                partners = self.parties_of_talks(text, clause.start, event)
            partners = partners or self.context.partners
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
            if "運用" in text[event.start : event.end]:
                name = text[: event.start]  # what starts to work is what was agreed before
            code = self.agreement_code(name) if kind in ("signing", "entry_into_force") else None
            signers = replace(people, level=self.signer(text, start, event))
            yield Told(kind, shown + tail, partners, signers, name, own, event, code)

    def parties_of_talks(self, text: str, start: int, event: Event) -> tuple[str, ...]:
        """What several sign at talks of theirs is of all of them: 「日英伊会談を行い、…署名」."""
        named = compound(text, start, event.start, self.vocabulary)
        return named if len(named) > 1 and set(self.context.partners) <= set(named) else ()

    def signer(self, text: str, start: int, event: Event) -> str | None:
        """Our level if the words of the signing itself name who signed."""
        own = find_people(text, start, event.start, self.vocabulary)
        return own.level if event.kind == "signing" else None

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
