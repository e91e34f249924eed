"""From the entries of one line to activity records: one per date, with what was inferred."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from renkei.core.extract.activity_lists.drafts import Draft, DraftReader
from renkei.core.extract.activity_lists.lines import Heading, ListLine
from renkei.core.grammar.entries import Entry
from renkei.core.grammar.months import Occurrence, read_months
from renkei.core.grammar.titles import Title, best_framework, read_title
from renkei.core.grammar.year_lists import Block
from renkei.core.records import Activity, Leftover
from renkei.core.records.codes import (
    ActivityKind,
    Agreement,
    Category,
    Direction,
    Level,
    Mode,
    Status,
)
from renkei.core.records.types import LISTED
from renkei.core.vocabulary import Framework, Vocabulary

_RULE = f"{LISTED}entry"
_UNDATED: tuple[Occurrence | None, ...] = (None,)
_TAIL_STATUS = (("延期", "postponed"), ("中止", "cancelled"), ("予定", "planned"))
_CATEGORIES = {
    "capacity_building": "capacity_building",
    "exercise": "unit",
    "port_call": "unit",
    "consultation": "working_level",
    "two_plus_two": "high_level",
    "equipment_transfer": "equipment_technology",
    "equipment_cooperation": "equipment_technology",
    "personnel_exchange": "unit",
    "research_exchange": "education_research",
}
_DEFAULT_CATEGORIES = {"meeting": "high_level", "visit": "high_level", "forum": "framework"}
_FRAMEWORK_KINDS = {"exercise": "exercise", "forum": "forum", "framework": "forum", "body": "forum"}
_GATHERING = re.compile(r"会合|WG|ワーキング・?グループ|参加|出席")
_GATHERINGS = {"working_level": "consultation", "high_level": "meeting"}


@dataclass(frozen=True, slots=True)
class EntryContext:
    """What heads an entry: its block, the country heading, the group and its framework."""

    block: Block
    heading: Heading | None
    group: str | None
    framework: Framework | None

    @property
    def section(self) -> int:
        """Number of the indicator, counted from 1."""
        return self.block.section.number


class RecordBuilder:
    """Builds records by one vocabulary; remembers titles it has read."""

    def __init__(self, vocabulary: Vocabulary, ends_event: re.Pattern[str]) -> None:
        self.vocabulary = vocabulary
        self.drafts = DraftReader(vocabulary, ends_event)
        self.ends_event = ends_event
        self.titles: dict[tuple[str, str], Title] = {}
        self.categories: dict[str | None, str | None] = {}

    def line(
        self, line: ListLine, entries: list[Entry], context: EntryContext
    ) -> Iterator[tuple[list[Activity], Leftover | None]]:
        """Per entry its records, or what was not understood."""
        for draft in self.drafts.read(line.text, entries):
            yield self.records(line, draft, context)

    def records(
        self, line: ListLine, draft: Draft, context: EntryContext
    ) -> tuple[list[Activity], Leftover | None]:
        """One record per date; without a date one record that has no start."""
        title = self.title(draft)
        event = bool(title.kinds or title.framework or title.counterpart)
        event = event or self.ends_event.search(draft.outside) is not None
        if not draft.outside or not (event or draft.months):
            return [], self.leftover(line, draft, "entry_not_understood")
        year = context.block.year
        dates = [
            date for start, end in draft.months for date in read_months(line.text, start, end, year)
        ]
        if draft.months and not dates:
            return [], self.leftover(line, draft, "date_not_understood")
        if draft.times and len(dates) == 1:
            dates = dates * draft.times
        records = [
            self.activity(line, draft, title, kind, date, len(dates), context)
            for date in (dates or _UNDATED)
            for kind in self.kinds(draft, title, context)
        ]
        return records, None

    def leftover(self, line: ListLine, draft: Draft, reason: str) -> Leftover:
        """The whole entry, with the reason why it was not read."""
        return Leftover(line.evidence(draft.start, draft.evidence_end), reason)

    def title(self, draft: Draft) -> Title:
        """The title's reading; equal titles are read once."""
        key = (draft.outside, draft.brackets)
        if key not in self.titles:
            self.titles[key] = read_title(*key, self.vocabulary)
        return self.titles[key]

    def activity(
        self,
        line: ListLine,
        draft: Draft,
        title: Title,
        kind: str,
        date: Occurrence | None,
        count: int,
        context: EntryContext,
    ) -> Activity:
        """One record; what is not printed is inferred and noted, or left out."""
        heading = context.heading.partners if context.heading else ()
        notes = [*draft.notes]
        if len(heading) > 1 and set(heading) & set(title.partners):
            heading = ()  # of the countries of the heading the title names its own
        if title.bilateral and not set(heading) & set(title.partners):
            notes += ["heading_not_applied"] if heading else []
            heading = ()  # 「日比防衛相会談」 stands below another country's heading
        if date is None:
            notes.append("date_not_printed")
        elif date.year_inferred:
            notes.append("year_inferred")
        if kind == "other" and title.framework is None:
            notes.append("kind_unknown")
        mode = draft.mode or title.mode
        if mode is None:
            notes.append("mode_inferred")
        if set(heading) - set(title.partners):
            notes.append("partner_from_heading")
        whole = date is None or count == 1 or draft.entry.parts[0].kind == "months"
        end = draft.evidence_end if whole or date is None else date.span_end
        framework = title.framework or self.body_of(context, draft)
        return Activity(
            evidence=line.evidence(draft.start, end),
            rule=_RULE,
            notes=tuple(notes),
            title=draft.title,
            kind=cast("ActivityKind", kind),
            category=cast("Category | None", self.category(kind, context)),
            partners=tuple(dict.fromkeys((*heading, *title.partners))),
            framework=framework.code if framework else None,
            start=date.start if date else None,
            end=date.end if date else None,
            fiscal_year=context.block.year,
            mode=cast("Mode", mode or "in_person"),
            level=cast("Level | None", draft.level or title.level),
            counterpart=title.counterpart,
            direction=cast("Direction | None", title.direction if kind == "visit" else None),
            place=draft.place,
            ordinal=title.ordinal,
            agreement=cast("Agreement | None", title.agreement),
            status=cast("Status", draft.status or self.status(line.text, draft)),
            section=str(context.section),
            listed_under=context.heading.name if context.heading else context.group,
        )

    def kinds(self, draft: Draft, title: Title, context: EntryContext) -> tuple[str, ...]:
        """The kind by the title's words; where these are silent, by framework and indicator."""
        about = self.about(context)
        many = about == "framework" or context.framework is not None
        if title.kinds == ("consultation",) and many:
            return ("forum",)
        if title.kinds:
            return title.kinds
        framework = title.framework or context.framework
        if _GATHERING.search(draft.outside):
            if about in _GATHERINGS and not many:
                return (_GATHERINGS[about],)
            partners = title.partners or (context.heading and context.heading.partners)
            return ("consultation",) if partners and not many else ("forum",)
        if framework is not None:
            return (_FRAMEWORK_KINDS.get(framework.kind, "other"),)
        return ("meeting",) if title.counterpart else ("other",)

    def body_of(self, context: EntryContext, draft: Draft) -> Framework | None:
        """The body of the framework that heads the list (ARF: 国防当局間会合), or the framework."""
        whole = context.framework
        if whole is None:
            return None
        for name in whole.names:
            body = best_framework(f"{name}{draft.outside}", self.vocabulary)
            if body is not None and body.parent == whole.code:
                return body
        return whole

    def about(self, context: EntryContext) -> str | None:
        """The means that the indicator's name tells, as a category code."""
        name = context.block.section.name
        if name not in self.categories:
            found = self.vocabulary.find_wording(name or "", "category")
            self.categories[name] = found[0].entry.code if found else None
        return self.categories[name]

    def category(self, kind: str, context: EntryContext) -> str | None:
        """The means of the basic policy: by kind where it is clear, else by the indicator."""
        return _CATEGORIES.get(kind) or self.about(context) or _DEFAULT_CATEGORIES.get(kind)

    def status(self, text: str, draft: Draft) -> str:
        """Held, unless the words behind the months say otherwise."""
        for start, end in draft.months:
            for word, code in _TAIL_STATUS:
                if word in text[start:end]:
                    return code
        return "held"
