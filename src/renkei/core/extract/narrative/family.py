"""From a document of running prose to the activities it tells."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from renkei.core.extract.base import Extraction
from renkei.core.extract.narrative.clauses import Clause, choose, split_clauses
from renkei.core.extract.narrative.context import Context
from renkei.core.extract.narrative.naming import BARE
from renkei.core.extract.narrative.people import find_people
from renkei.core.extract.narrative.records import RecordBuilder
from renkei.core.extract.narrative.repeats import Repeats
from renkei.core.extract.narrative.singly import one_by_one
from renkei.core.extract.narrative.telling import Teller, Told
from renkei.core.grammar.layout import is_sheet
from renkei.core.grammar.prose_dates import Carried, DateGroup, Point, read_dates
from renkei.core.grammar.prose_events import Event, find_events, find_nouns
from renkei.core.grammar.titles import best_framework
from renkei.core.grammar.years import year_of_edition
from renkei.core.records import Activity, Leftover
from renkei.core.source import Evidence
from renkei.core.text.mapped import MappedText, Replacement
from renkei.core.text.prepared import Prepared
from renkei.core.text.prose import Block, sentences
from renkei.core.vocabulary import Vocabulary

_PROSE = re.compile(r"(?:\d{4}|元|\d)年\d{1,2}月[^。]{0,400}。", re.DOTALL)
_ASIDES = re.compile(r"\((?:いずれも)?当時\)|\(現[^()]{1,20}\)")
_OFF = re.compile(r"(?P<word>中止|延期|取りやめ)(?:と?な[りっ]|し|され)")
_AFTER_THAT = re.compile("(?:署名|会談|会合|協議|訪問)後の")
_BACK = re.compile(r"会談後|会合後|署名後|その際|同会談|同会合|加えて|これら|なお、|また、")
# 「…が発表した「構想」を支持し」: what the sentence is not about dates nothing behind it
_MENTION = re.compile(r"(?:発表|発出|採択|表明|署名|締結)(?:し|され)た[「一-龥ァ-ヺA-Z]")
_BESIDE = re.compile(
    r"[^、。]{0,12}同(?:寄[港航]|訪問|会談|会合|会議|訓練)(?:に(?:あわせ|合わせ|際し)て?|の際に?|の機会に)、"
)
_HELD_LATER = re.compile(
    r"[^。]{0,40}?(?:(?:開か|開催さ|行わ|実施さ)れ|(?:実施|開催|参加)(?:し(?!く)|され)|行って)"
)
_BEFORE_DATE = re.compile(
    r"(?:[」』]|「[^」]{1,30}」|\([^()]{1,40}\)|など|等){0,3}(?:は|が|を|に)、?"
)


@dataclass(slots=True)
class _Last:
    """The date told last in a block, for sentences that go on without one."""

    block: int
    point: Point
    at: int
    partners: tuple[str, ...] = ()


@dataclass(slots=True)
class _Result:
    records: list[Activity] = field(default_factory=list)
    leftovers: list[Leftover] = field(default_factory=list)


def applies(text: str) -> bool:
    """Whether the document is prose that tells dated events, and no evaluation sheet."""
    return not is_sheet(text) and _PROSE.search(text) is not None


def read_narrative(source: Prepared, vocabulary: Vocabulary) -> Extraction:
    """Read every sentence with a date in body text and notes; boxes and captions are passed by."""
    if not applies(source.text):
        return Extraction()
    published = source.document.published_year or year_of_edition(source.text)
    return Reader(source, vocabulary, published).run()


class Reader:
    """Reads blocks of prose one after the other; ``result`` fills up as it goes."""

    def __init__(
        self, source: Prepared, vocabulary: Vocabulary, published: int | None = None
    ) -> None:
        self.source = source
        self.vocabulary = vocabulary
        self.context = Context(vocabulary)
        self.teller = Teller(self.context)
        self.builder = RecordBuilder(self.context)
        self.result = _Result()
        self.last: _Last | None = None
        self.repeats = Repeats(vocabulary)
        self.published = published

    def run(self) -> Extraction:
        found = self.source.blocks
        marks = {block.mark for block in found if block.kind == "note" and block.mark}
        self.context.dates = Carried(published=self.published)
        for number, block in enumerate(found):
            if block.kind == "heading":
                self.context.enter(block)
            elif block.kind == "body":
                self.block(number, block, marks)
            elif block.kind == "note":
                self.note(number, block)
        return self.extraction()

    def extraction(self) -> Extraction:
        """What was read so far."""
        records = sorted(self.result.records, key=lambda record: record.evidence.start)
        return Extraction(tuple(records), tuple(self.result.leftovers))

    def note(self, number: int, block: Block) -> None:
        """A note has dates and people of its own and leaves those of the body alone."""
        context, last = self.context, self.last
        kept = context.dates, context.before, context.topic, context.topic_name
        context.dates = Carried(published=self.published)
        context.in_note = True
        context.stand_alone(block.text.text)
        self.block(number, block, set())
        context.in_note = False
        context.dates, context.before, context.topic, context.topic_name = kept
        self.last = last

    def block(self, number: int, block: Block, marks: set[str]) -> None:
        text = _plain(block.text, marks)
        for start, end in sentences(Block("body", text)):
            self.sentence(number, text, start, end)

    def sentence(self, number: int, text: MappedText, start: int, end: int) -> None:
        words = text.text[start:end]
        self.context.sentence(words)
        groups = read_dates(words, self.context.dates)
        self.undatable(text, start, words)
        if groups:
            self.dated(number, text, start, words, split_clauses(words, groups))
        elif self.last is not None and self.last.block == number:
            self.undated(text, start, words)
        self.context.before = words

    # --- sentences with dates

    def dated(
        self, number: int, text: MappedText, start: int, words: str, clauses: list[Clause]
    ) -> None:
        told_any = False
        for clause in clauses:
            events = clause.events or self.topic_event(words, clause) or []
            lowest = clause.start
            for event in events:
                for told in self.teller.tell(words, clause, event, lowest):
                    told_any = self.add(number, text, start, clause, told) or told_any
                lowest = event.done if event.done <= clause.end else clause.start
            if not events:
                told_any = self.called_off(number, text, start, words, clause) or told_any
            people = find_people(words, clause.lead, clause.end, self.vocabulary)
            self.context.remember(people)
        if not told_any and any(clause.group.points for clause in clauses):
            self.leave(text, start, words, clauses)

    def topic_event(self, words: str, clause: Clause) -> list[Event]:
        """「日中安保対話は、2015年3月に東京で開かれ」: the event stands before its date."""
        verb = _HELD_LATER.match(words, clause.start, clause.end)
        nouns = find_nouns(words, clause.lead, clause.group.start)
        if verb is None or not nouns or clause.group.aside:
            return []
        kind, begin, stop = nouns[-1]
        if _BEFORE_DATE.fullmatch(words, stop, clause.group.start) is None:
            return []
        return [Event(kind, begin, stop, verb.end(), "topic")]

    def called_off(
        self, number: int, text: MappedText, start: int, words: str, clause: Clause
    ) -> bool:
        """「2020年は…中止となった」: the event is the one of the sentence before."""
        off = _OFF.search(words, clause.start)
        if off is None:
            return False
        before = self.context.before
        nouns = find_nouns(words, clause.start, off.start())
        if nouns:
            before = words
        nouns = nouns or find_nouns(before, 0, len(before)) or find_nouns(words, 0, len(words))
        if not nouns:
            return False
        kind, begin, stop = nouns[-1]
        event = Event(kind, begin, stop, stop, "background")
        first = clause.start if before is words else 0
        whole = Clause(clause.group, first, first, len(before))
        status = "postponed" if off["word"] == "延期" else "cancelled"
        for told in self.teller.tell(before, whole, event, 0):
            told = replace(told, window=words[clause.start : off.end()])
            for point in clause.group.points:
                evidence = self.evidence(text, start + point.start_at, start + off.end())
                record = self.builder.record(told, point, evidence, status=status)
                self.result.records.append(replace(record, mode=None))
        return True

    def add(self, number: int, text: MappedText, start: int, clause: Clause, told: Told) -> bool:
        if not told.title or not (told.partners or self.without_partner(told)):
            return False
        for point in clause.group.points:
            end = max(told.event.done, point.end_at)
            evidence = self.evidence(text, start + point.start_at, start + end)
            for one in one_by_one(told, self.vocabulary):
                self.keep(self.builder.record(one, point, evidence))
            at = start + told.event.start
            if not (self.last and self.last.block == number and _MENTION.match(text.text, at)):
                self.last = _Last(number, point, start + point.start_at, told.partners)
        return True

    def without_partner(self, told: Told) -> bool:
        """Gatherings of many, and what was said at one, need not name a partner."""
        if told.kind in ("forum", "exercise", "capacity_building"):
            return BARE.fullmatch(told.title) is None
        return told.kind == "statement" and best_framework(told.window, self.vocabulary) is not None

    def keep(self, record: Activity) -> None:
        """Add a record, unless it was told before; talks take the place of the visit for them."""
        records = self.result.records
        if record.kind in ("meeting", "two_plus_two") and record.rule.endswith("background"):
            signed = bool(records) and records[-1].kind == "signing"
            before = records[-2:-1] if signed else records[-1:]
            if before and before[0].kind == "visit" and _same_time(before[0], record):
                del records[-2 if signed else -1]
        if not self.repeats.known(record):
            records.append(record)

    # --- sentences without a date

    def undated(self, text: MappedText, start: int, words: str) -> None:
        """「会談後、覚書に署名した」: dated by the sentence before it."""
        beside = _BESIDE.match(words) is not None
        if _BACK.match(words) is None and "会談後" not in words and not beside:
            return
        last = self.last
        assert last is not None  # the caller looked
        clause = Clause(DateGroup((last.point,), 0, 0), 0, 0, len(words))
        after = _AFTER_THAT.match(words)
        start_at = after.end() - 1 if after else 0
        lowest = 0
        found = find_events(words, start_at, len(words), at_date=after is not None)
        for event in choose(words, start_at, found):
            if not (
                event.kind in ("signing", "statement")
                or (beside and (event.how == "done" or event.kind == "ceremony"))
                or self._numbered(words, event)
                or (after and event.how == "background")
            ):
                continue
            for told in self.teller.tell(words, clause, event, lowest):
                if not told.partners:
                    told = replace(told, partners=last.partners)
                evidence = self.evidence(text, last.at, start + event.done)
                notes = ("date_shared",)
                self.keep(self.builder.record(told, last.point, evidence, notes=notes))
            lowest = event.done if beside else 0

    def _numbered(self, words: str, event: Event) -> bool:
        """A gathering with its number (第7回…に出席し) is an occurrence of its own."""
        return (
            event.kind == "forum"
            and event.how == "done"
            and re.search(r"第\d+回[^、。]{0,20}\Z", words[: event.start]) is not None
        )

    # --- what is not understood

    def undatable(self, text: MappedText, start: int, words: str) -> None:
        """「昨年12月」 in a text that prints no year of publication: an event that nobody can date."""
        for begin, end in self.context.dates.unresolved[:1]:
            if find_events(words, end, len(words), at_date=True):
                evidence = self.evidence(text, start + begin, start + len(words))
                self.result.leftovers.append(Leftover(evidence, "date_not_understood"))

    def leave(self, text: MappedText, start: int, words: str, clauses: list[Clause]) -> None:
        first = clauses[0].group.points[0]
        nouns = find_nouns(words, clauses[0].start, len(words))
        if nouns:
            evidence = self.evidence(text, start + first.start_at, start + len(words))
            self.result.leftovers.append(Leftover(evidence, "event_not_understood"))

    def evidence(self, text: MappedText, start: int, end: int) -> Evidence:
        return self.source.quote(text, start, end)


def _same_time(first: Activity, second: Activity) -> bool:
    return first.start == second.start and first.partners == second.partners


def _plain(text: MappedText, marks: set[str]) -> MappedText:
    """The text without (当時) and without the numbers of notes."""
    edits = [Replacement(found.start(), found.end(), "") for found in _ASIDES.finditer(text.text)]
    if marks:
        numbers = "|".join(sorted(marks, key=len, reverse=True))
        pattern = re.compile(
            rf"(?<=[^\d\s.、。(年月回第約計・+～-])(?:{numbers})"
            r"(?=[がはのをにとで、。/]|され|し[たて、]|(?<![A-Za-z]\d)(?<![A-Za-z]\d\d)\()"
        )
        edits += [Replacement(f.start(), f.end(), "") for f in pattern.finditer(text.text)]
    return text.replace(sorted(edits, key=lambda edit: edit.start)) if edits else text
