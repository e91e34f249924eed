"""From a sentence to clauses: each date with the words it governs and the events in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from renkei.core.grammar.prose_acts import announced, incident_at, plan_at
from renkei.core.grammar.prose_dates import DateGroup
from renkei.core.grammar.prose_events import Event, find_events, find_nouns

_TALKS = frozenset({"meeting", "two_plus_two", "consultation"})
_OCCASIONS = frozenset({"forum", "capacity_building"})
_SENDINGS = frozenset({"invitation", "posting"})
_LASTING = frozenset({"posting", "deployment", "equipment_transfer", "signing"})
_SAID = frozenset({"notice", "announcement"})
_REPORT = re.compile(
    r"(?:一致|合意|確認|共有|歓迎|表明|評価|強調|説明|議論|発信|意見交換)(?:を)?(?:し|行)"
)
_ANEW = re.compile(r"ほか、|会談後|その際|とともに、[^。]{0,40}(?:訪|会談|寄港)")
_HABIT = re.compile(
    r"これまで|継続的に|定期的に|例年|頻繁に|活発に行われ|たこと(?:を|が|に|など|、)"
)
_OPEN = re.compile(r"(?:が|は|と|を|に|で|て|機)、?\Z")
_GOING_ON = re.compile(r"に(?:引き?続き|続いて)、?\Z")
_HOME = re.compile(r"訪日|来日|来訪")
_WELCOMED = re.compile(r"(?:し|れ)?(?:た|る)(?:こと|旨|との)")
_AFTERWARDS = re.compile(r"の[^、。]{1,20}(?:後|以来)、")
_ERRAND = re.compile(r"(?:出席|参加|実施|開催)のため(?:に|、)?[^、。]{0,12}\Z")
_TOPIC_OF_DATE = re.compile(r"(?:され|し)た[^、。]{1,30}は、?\Z")  # 「X年に合意された協定は」
_WHEN = re.compile(r"すると、\Z")  # 「X日に就任すると、」
_UNTIL = re.compile(r"まで(?!に)")
# 「X年に公表した指針においても、…」: the date is that of the text, not of what is done by it
_DATED_TEXT = re.compile(
    r"に[^、。に]{0,12}(?:公表|発表|策定|決定|制定|改定)(?:し|され)た[^、。]{1,40}?"
    r"(?:において|に基づ|を踏まえ|に沿っ|に従)"
)
# 「X月の会合を始め、…に出席し」: of what stands behind nobody says when
_FOREMOST = re.compile(r"を始め(?:と[しす]|、|に)|に加え、")
_BEGUN = re.compile(r"、?(?:始ま|始められ|開始され|続けられ)(?:った|た|ている)")
_NAME = 30
_CLOSING = re.compile(r"(?<=、)[^、。「」]{1,20}は、?\Z")


@dataclass(slots=True)
class Clause:
    """A date group, the words before it that belong to it (``lead``) and those it governs."""

    group: DateGroup
    lead: int
    start: int
    end: int
    events: list[Event] = field(default_factory=list)
    borrowed: bool = False
    frame: str = ""
    frame_at: tuple[int, int, int] = (0, 0, 0)


def split_clauses(text: str, groups: list[DateGroup]) -> list[Clause]:
    """One clause per date. A topic (空幕長は) at the end of a clause leads the next one."""
    clauses: list[Clause] = []
    lead = 0
    for index, group in enumerate(groups):
        end = groups[index + 1].start if index + 1 < len(groups) else len(text)
        following = end
        if index + 1 < len(groups):
            closing = _CLOSING.search(text, group.end, end)
            if closing is not None:
                following = closing.start()
        clause = Clause(group, lead, group.end, following)
        clause.events = _told(text, clause)
        clauses.append(clause)
        lead = following
    _frames(clauses)
    _plans(text, clauses)
    _share(text, clauses)
    return clauses


def _told(text: str, clause: Clause) -> list[Event]:
    found = [
        event
        for event in find_events(text, clause.start, clause.end, at_date=True)
        if event.kind != "announcement" or announced(text, event.start)
    ]
    if clause.group.aside:
        return [event for event in found if event.kind == "revision"][:1]
    if clause.group.since:
        lasting = [event for event in found if event.how == "done" or event.kind in _LASTING]
        return lasting[:1] or _begun(text, clause)
    if _is_limit(text, clause):
        return []
    return choose(text, clause.start, found)


def _is_limit(text: str, clause: Clause) -> bool:
    """「X月まで延長し」: how long, not when; a range of days (10日から14日まで) is when."""
    days = any(point.end for point in clause.group.points)
    return not days and _UNTIL.match(text, clause.start) is not None


def _begun(text: str, clause: Clause) -> list[Event]:
    """「2014年から始まった「…交流プログラム」」: what has been held since then."""
    begun = _BEGUN.match(text, clause.start)
    nouns = find_nouns(text, clause.start, clause.end) if begun else []
    if begun is None or not nouns or nouns[0][1] - begun.end() > _NAME:
        return []
    kind, start, end = nouns[0]
    return [Event(kind, start, end, end, "background")]


def choose(text: str, start: int, found: list[Event]) -> list[Event]:
    """The events that took place: no mere settings, no habits, no visit beside its meeting."""
    if _AFTERWARDS.match(text, start):  # 「X年の民政移管後、…」: when, nobody says
        found = [event for event in found if event.how == "background"]
    if _DATED_TEXT.match(text, start):
        return []
    found = _foremost(text, found)
    events = [event for event in found if not _is_habit(text, start, event)]
    others = [event for event in events if event.how != "setting"]
    events = [event for event in events if _counts(event, others)]
    events = _without_reports(text, events)
    return _without_repeats(text, events)


def _foremost(text: str, found: list[Event]) -> list[Event]:
    """The event that is told as the foremost of several stands alone at its date."""
    for index, event in enumerate(found):
        if _FOREMOST.match(text, event.end):
            return found[: index + 1]
    return found


def _is_habit(text: str, start: int, event: Event) -> bool:
    behind = text[event.done : event.done + 8]
    if event.how in ("done", "verb") and _WELCOMED.match(behind):
        return True
    before = text[max(start, event.start - 40) : event.start]
    clause = before.rpartition("、")
    words = clause[2] + text[event.start : event.done + 4]
    return _HABIT.search(words) is not None or "これまで" in before


def _counts(event: Event, others: list[Event]) -> bool:
    if event.how != "setting":
        return True
    if event.kind in _TALKS:
        return True
    return not others and event.kind != "forum"


def _without_reports(text: str, events: list[Event]) -> list[Event]:
    """What stands behind 「…で一致し」 is what the talks were about, unless ほか begins anew."""
    if not events:
        return events
    first = events[0]
    report = _REPORT.search(text, first.done)
    if report is None:
        return events
    return [
        event
        for event in events
        if event.start <= report.start() or _ANEW.search(text, report.start(), event.start)
    ]


def _without_repeats(text: str, events: list[Event]) -> list[Event]:
    kept: list[Event] = []
    for event in events:
        if event.kind == "other_call":
            event = Event("port_call", event.start, event.end, event.done, event.how)
        last = kept[-1] if kept else None
        if last is not None and event.start < last.end:
            continue
        same = [each for each in kept if each.kind == event.kind]
        if same and not _anew(text, same[-1], event):
            continue
        kept.append(event)
    acts = [event for event in kept if event.kind in _OCCASIONS and event.how != "as"]
    if acts:
        kept = [event for event in kept if event.kind not in _SENDINGS and event.how != "as"]
    elif any(event.how == "as" for event in kept):
        kept = [event for event in kept if event.kind not in _SENDINGS]
    return _visits_for_talks(text, kept)


def _visits_for_talks(text: str, kept: list[Event]) -> list[Event]:
    """A visit made for talks is those talks; a courtesy call belongs to the visit abroad."""
    visits = [event for event in kept if event.kind == "visit"]
    abroad = any(not _HOME.search(text[event.start : event.end]) for event in visits)
    calls = [event for event in kept if event.kind == "meeting" and event.how == "verb"]
    talks = [event for event in kept if event.kind in _TALKS and event not in calls]
    if visits and calls and abroad and not talks:
        return [event for event in kept if event not in calls]
    talks += calls
    if talks:
        last = talks[-1]
        kept = [event for event in kept if event.kind != "visit" or _later(text, last, event)]
    if visits:
        kept = [event for event in kept if not text[: event.end].endswith("観艦式")]
    return kept


def _later(text: str, talks: Event, visit: Event) -> bool:
    """Whether the visit is told after the talks and was not made for them (出席のために訪独)."""
    between = text[talks.end : visit.start]
    return visit.start > talks.start and _ERRAND.search(between) is None


def _anew(text: str, before: Event, event: Event) -> bool:
    """Two of a kind: two signings, or a second talk that ほか or とともに brings in."""
    if event.kind == "signing":
        return False
    if before.done == event.done and len(text[before.end : event.start]) <= 30:
        return True
    return re.search(r"ほか、|とともに、", text[before.end : event.start]) is not None


def _frames(clauses: list[Clause]) -> None:
    """「2018年には、…交流が再開されており、同年4月に」: the year frames the months that follow."""
    for before, clause in pairwise(clauses):
        yearly = all(point.start.month is None for point in before.group.points)
        inner = any(point.notes for point in clause.group.points)
        same = clause.group.points[0].start.year == before.group.points[0].start.year
        if yearly and inner and same and not before.group.since:
            told = before.events[:1]
            before.events = []
            for each in clauses[clauses.index(clause) :] if told else ():
                each.frame = told[0].kind
                each.frame_at = (before.start, told[0].start, told[0].end)
            break


def _plans(text: str, clauses: list[Clause]) -> None:
    """「同年秋の…への参加で一致」: what the date announces, not what took place; and incidents."""
    for clause in clauses:
        plan = plan_at(text, clause.start, clause.end)
        if plan is not None:
            clause.events = [Event(*plan, "planned")]
        incident = incident_at(text, clause.start, clause.end)
        if incident is not None and not clause.events:
            clause.events = [Event("incident", *incident, incident[1], "background")]


def _share(text: str, clauses: list[Clause]) -> None:
    """A clause without an event has that of the next one (それぞれ), if it is left open."""
    for index in range(len(clauses) - 2, -1, -1):
        clause, following = clauses[index], clauses[index + 1]
        if clause.events or not following.events or clause.frame or clause.group.aside:
            continue
        if _WHEN.search(text, clause.start, clause.end) or _is_limit(text, clause):
            continue
        yearly = all(point.start.month is None for point in clause.group.points)
        event = following.events[0]
        named = _listed(text, clause, event)
        shared = "それぞれ" in text[clause.end : event.done + 1] or _shares(text, clause, event)
        if named is not None:
            clause.events = [named]
        elif (shared and not yearly) or _GOING_ON.search(text, clause.start, clause.end):
            clause.events = [event]
            clause.borrowed = True


def _listed(text: str, clause: Clause, event: Event) -> Event | None:
    """「第1回会合、2020年1月には第2回会合が開催され」: the noun is there, its verb is not."""
    nouns = find_nouns(text, clause.start, clause.end)
    if not nouns or nouns[-1][0] != event.kind or text[nouns[-1][2] : clause.end] != "、":
        return None
    kind, start, end = nouns[-1]
    return Event(kind, start, end, end, "shared")


def _shares(text: str, clause: Clause, event: Event) -> bool:
    words = text[clause.start : clause.end]
    if event.kind in _SAID or _TOPIC_OF_DATE.search(words):
        return False
    return _OPEN.search(words) is not None and event.how in ("done", "verb") and len(words) < 60
