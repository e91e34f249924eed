"""A feed as iCalendar (RFC 5545). The markings decide what of an entry goes out.

Public entries go as they are; of internal ones only the days; restricted ones are left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from icalendar import Calendar, Event

from renkei.apps.calendar.entries import Entry, found
from renkei.apps.calendar.feeds import view_of
from renkei.apps.calendar.models import Feed
from renkei.core import vocabulary
from renkei.core.coordination.leaving import Leaves, in_feed
from renkei.core.coordination.spans import Period
from renkei.core.errors.messages import Language

PAST, FUTURE = timedelta(days=92), timedelta(days=3653)
MOST = 5000
"""Entries of each kind in a feed at most; the latest days are left out first, and it says so."""
_STATUS = {
    "cancelled": "CANCELLED",
    "approved": "CONFIRMED",
    "held": "CONFIRMED",
    "reported": "CONFIRMED",
    "closed": "CONFIRMED",
}
"""Everything else is not settled."""
_ONLY_DAYS = {"ja": "予定あり（{marking}）", "en": "Engaged ({marking})"}
_UNSURE = {"ja": "（日未定）{title}", "en": "{title} (day not known)"}
_POSTPONED = {"ja": "【延期】{title}", "en": "Postponed: {title}"}
_CUT = {
    "ja": "予定が多いため、先の日のものは省いています。表示を絞ってフィードを作り直してください。",
    "en": "There are too many entries: the latest days are left out. Narrow the view and make the "
    "feed again.",
}
_DAY = len("2026-04-01")


@dataclass(frozen=True, slots=True)
class Written:
    """The feed, and of how many entries it gives the title and of how many the days only."""

    data: bytes
    titles: int
    only_days: int


def written(
    feed: Feed, today: date, language: Language, address: Callable[[Entry], str]
) -> Written:
    """What the person of the feed may see now, as far as it may go out."""
    whole = Period(today - PAST, today + FUTURE)
    seen = found(feed.user, view_of(feed), whole, most=MOST)
    leaving = [(one, in_feed(one.marking)) for one in seen.entries]
    calendar = Calendar()
    calendar.add("prodid", "-//Renkei//Calendar//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("name", feed.name)
    calendar.add("x-wr-calname", feed.name)
    if seen.cut:
        calendar.add("description", _CUT[language])
        calendar.add("x-wr-caldesc", _CUT[language])
    for entry, leaves in leaving:
        if leaves is not Leaves.NEVER:
            calendar.add_component(_event(entry, leaves, language, address(entry)))
    numbers = [leaves for _, leaves in leaving]
    return Written(calendar.to_ical(), numbers.count(Leaves.FREELY), numbers.count(Leaves.RELEASED))


def _event(entry: Entry, leaves: Leaves, language: Language, address: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.what}-{entry.pk}@renkei")
    event.add("dtstamp", entry.updated)
    event.add("last-modified", entry.updated)
    event.add("sequence", entry.version - 1)
    event.add("dtstart", entry.period.first)
    event.add("dtend", entry.period.last + timedelta(days=1))
    event.add("status", _STATUS.get(entry.state, "TENTATIVE"))
    # a month or a year that is only known as such keeps nobody busy
    event.add("transp", "OPAQUE" if entry.exact == _DAY else "TRANSPARENT")
    event.add("url", address)
    if leaves is Leaves.FREELY:
        _tell(event, entry, language)
    else:
        event.add("class", "CONFIDENTIAL")
        marking = vocabulary.load().label("internal", language, "marking")
        event.add("summary", _ONLY_DAYS[language].format(marking=marking))
    return event


def _tell(event: Event, entry: Entry, language: Language) -> None:
    """What an entry says that may go out as it is."""
    title = entry.title if entry.exact == _DAY else _UNSURE[language].format(title=entry.title)
    if entry.state == "postponed":
        title = _POSTPONED[language].format(title=title)
    event.add("class", "PUBLIC")
    event.add("summary", title)
    if entry.place:
        event.add("location", entry.place)
    known = vocabulary.load().partners
    named = [known[code] for code in entry.partners if code in known]
    if named:
        names = [one.ja if language == "ja" else one.en for one in named]
        event.add("description", ("、" if language == "ja" else ", ").join(names))
