"""Frameworks and their bodies: members with years, levels, since when, who is in the chair."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from renkei.core.extract.report.organisation_chart import read_charts
from renkei.core.grammar.bodies import Named, bodies, find_chair, find_level, level_in_name
from renkei.core.grammar.dated import Dates
from renkei.core.grammar.memberships import Membership, counted_members, taking_part
from renkei.core.grammar.outline import Sentence
from renkei.core.grammar.prose_dates import DateGroup
from renkei.core.records import Chair, Framework, Member, Record
from renkei.core.text.prepared import Prepared
from renkei.core.values import PartialDate
from renkei.core.vocabulary import Framework as Entry
from renkei.core.vocabulary import Match, Vocabulary

_NEAR = 24
_GOES_ON = re.compile(
    r"開催(?:し|され)(?:て|、|る)|行われ|実施(?:され|して)|始ま|発足|設立|設置され"
)
_FIRST = re.compile(r"(?P<year>\d{4})年の(?:第1回|[^、。]{2,12}以降)")
_OUR_PART = re.compile(r"に(?:継続的に)?(?:参加|派遣)")
_OFFICE = re.compile(r"(?P<name>[^\sぁ-ん、。]{1,30}(?:委員会|会合|会議|理事会))\Z")
_ADDED = re.compile(r"を(?:加えた|含む|含めた|除く)")
_DRILLS = frozenset({"exercise", "operation"})
_PASSIVE = re.compile(r"行われ|実施され|開催され")
_OF_FIELD = re.compile(r"(?P<field>[^\sぁ-ん、。]{1,12})分野の\Z")
_JAPAN = re.compile(r"わが国|我が国|日本|(?<![一-龥])日(?=[^本])")
_MEMBERS = (counted_members, taking_part)


def read_frameworks(
    source: Prepared, told: Sequence[Sentence], dates: Dates, vocabulary: Vocabulary
) -> Iterator[Record]:
    """What sentences and organisation charts tell of frameworks."""
    reader = _Reader(source, dates, vocabulary)
    for index, sentence in enumerate(told):
        yield from reader.sentence(index, sentence)
    yield from read_charts(source, vocabulary)


class _Reader:
    def __init__(self, source: Prepared, dates: Dates, vocabulary: Vocabulary) -> None:
        self.source = source
        self.dates = dates
        self.vocabulary = vocabulary

    def sentence(self, index: int, sentence: Sentence) -> Iterator[Record]:
        words = sentence.words
        yield from self.members(index, sentence)
        told = [self.body(sentence, body) for body in bodies(words)]
        told = [record for record in told if record.code or record.parent]
        yield from told
        if "議長" in words:
            yield from self.chair(index, sentence)
        codes = {record.code for record in told}
        yield from (r for r in self.standing(index, sentence) if r.code not in codes)

    # --- members

    def members(self, index: int, sentence: Sentence) -> Iterator[Record]:
        for find in _MEMBERS:
            found = find(sentence.words, self.vocabulary)
            subject = self.subject(sentence, found.start) if found else None
            if found is None or subject is None:
                continue
            name, entry, notes = subject
            group = self.dates.before(index, found.start)
            since = group if group and "発足" in sentence.words[group.end : found.start] else None
            yield self.record(
                sentence,
                (found.start, found.end),
                "report.framework.members",
                name,
                entry,
                since=since.points[0].start if since else None,
                members=_members(found),
                notes=notes,
            )
            return

    # --- bodies

    def body(self, sentence: Sentence, body: Named) -> Framework:
        parent = self.parent(sentence, body.start)
        entry = self.entry_of_body(body, parent)
        first = _FIRST.search(sentence.words, 0, body.start)
        return self.record(
            sentence,
            (body.start, body.end),
            "report.framework.body",
            body.name,
            entry,
            parent=parent.code if parent else None,
            level=body.level,
            notes=("title_shared",) if body.end - body.start < len(body.name) else (),
            since=PartialDate(int(first["year"])) if first else None,
        )

    def parent(self, sentence: Sentence, at: int) -> Entry | None:
        """The framework that has the body: that of the sentence before it, else of the chapter."""
        before = [m.entry for m in self.strong(sentence.words[:at]) if not m.entry.parent]
        found = before or [
            m.entry for m in self.strong(sentence.anchor + "。" + (sentence.under or ""))
        ]
        if not found:
            return None
        return self.vocabulary.frameworks.get(found[-1].parent) or found[-1]

    def entry_of_body(self, body: Named, parent: Entry | None) -> Entry | None:
        """The entry of the vocabulary; (ADSOM)プラス is printed for ADSOMプラス."""
        short = re.sub(r"^.*\(([^()]+)\)(.*)$", r"\1\2", body.name)
        names = [body.name, short, body.short]
        if parent is not None and body.short:
            names.insert(0, f"{parent.names[-1]}-{body.short}")
        for name in names:
            entry = self.vocabulary.framework(name) if name else None
            if entry is not None:
                return entry
        return None

    # --- chairs

    def chair(self, index: int, sentence: Sentence) -> Iterator[Record]:
        words = sentence.words
        found = find_chair(words)
        if found is None:
            return
        if found["being"]:
            behind = [m for m in self.partners(words) if m[0] == found.end()]
            codes = [code for _, _, code in behind]
            end = behind[0][1] if behind else found.end()
        else:
            codes, end = self.chairs_before(words, found.start()), found.end()
        named = self.of_office(words, found.start())
        if not codes or named is None:
            return
        name, entry, begin = named
        group = self.dates.before(index, found.start())
        begin = min(begin, group.start) if group else begin
        since, until = _term(group)
        chairs = tuple(Chair(code=code, since=since, until=until) for code in codes)
        yield self.record(
            sentence, (begin, end), "report.framework.chair", name, entry, chairs=chairs
        )

    def chairs_before(self, words: str, at: int) -> list[str]:
        """Japan, and the partners named beside it in the same clause."""
        low = max(0, at - 60)
        japan = _JAPAN.search(words, low, at) or _JAPAN.match(words)
        partners = [code for start, end, code in self.partners(words) if low <= start and end <= at]
        return ["JPN", *dict.fromkeys(partners)] if japan and partners else []

    def of_office(self, words: str, at: int) -> tuple[str, Entry | None, int] | None:
        """The framework in whose chair someone is: its name, entry and start."""
        field = _OF_FIELD.search(words[:at])
        before = self.strong(words[:at].removesuffix("の"))
        if field and (entry := self.vocabulary.framework(field["field"] + "専門家会合")):
            return field["field"] + "専門家会合", entry, field.start("field")
        office = _OFFICE.search(words[:at])
        if office and not any(m.end > office.start("name") for m in before):
            name = office["name"]
            return name, None, office.start("name")
        if before:
            return before[-1].text, before[-1].entry, before[-1].start
        return None

    def partners(self, words: str) -> list[tuple[int, int, str]]:
        return [
            (m.start, m.end, m.entry.code)
            for m in self.vocabulary.find_partners(words)
            if m.entry.kind == "country"
        ]

    # --- level and beginning

    def standing(self, index: int, sentence: Sentence) -> Iterator[Framework]:
        """「2015年以降、局長級会合である…会合が行われている」: since when, and at what level."""
        words = sentence.words
        level = find_level(words)
        since = self.since(index, sentence)
        if level is None and since is None:
            return
        named = self.strong(words)
        notes: tuple[str, ...] = ()
        spans = [level[1:3]] if level else []
        spans += [since[1:]] if since else []
        if named:
            match = named[0] if level is None else min(named, key=lambda m: _apart(m, level))
            if since is None and level is not None and _apart(match, level) > _NEAR:
                return
            name, entry = match.text, match.entry
            spans.append(match.span)
        elif sentence.mark and (subject := self.subject(sentence, 0)):
            name, entry, notes = subject
        else:
            return
        if entry.kind in _DRILLS and not _PASSIVE.search(words):
            return
        yield self.record(
            sentence,
            (min(s for s, _ in spans), max(e for _, e in spans)),
            "report.framework.standing",
            name,
            entry,
            level=level.name if level else level_in_name(name),
            since=since[0] if since else None,
            notes=notes,
        )

    def since(self, index: int, sentence: Sentence) -> tuple[PartialDate, int, int] | None:
        """When what goes on began, with the place of the date."""
        words = sentence.words
        first = _FIRST.search(words)
        if first and sentence.mark and _GOES_ON.search(words, first.end()):
            return PartialDate(int(first["year"])), *first.span()
        for group in self.dates.of(index):
            if not group.since or group.aside:
                continue
            stop = words.find("、", group.end + 1)
            clause = words[group.end :] if stop < 0 else words[group.end : group.end + 120]
            if _GOES_ON.search(clause) and not _OUR_PART.search(clause[:60]):
                return group.points[0].start, group.start, group.end
        return None

    # --- common

    def strong(self, words: str) -> list[Match[Entry]]:
        """Frameworks named in ``words`` by names that are no ordinary words."""
        return [m for m in self.vocabulary.find_frameworks(words) if m.text not in m.entry.loose]

    def subject(self, sentence: Sentence, before: int) -> tuple[str, Entry, tuple[str, ...]] | None:
        """The framework the sentence is about: named in it, else where the note stands."""
        named = self.strong(sentence.words[:before])
        if named:
            return named[0].text, named[0].entry, ()
        if _ADDED.match(sentence.behind) and (whole := self.strong(sentence.behind)):
            return whole[0].text, whole[0].entry, ("subject_inferred",)
        around = self.strong(sentence.anchor) or self.strong(sentence.under or "")
        if not around:
            return None
        return around[-1].text, around[-1].entry, ("subject_inferred",)

    def record(
        self,
        sentence: Sentence,
        span: tuple[int, int],
        rule: str,
        name: str,
        entry: Entry | None,
        *,
        parent: str | None = None,
        level: str | None = None,
        since: PartialDate | None = None,
        members: tuple[Member, ...] = (),
        chairs: tuple[Chair, ...] = (),
        notes: tuple[str, ...] = (),
    ) -> Framework:
        start, end = span
        return Framework(
            evidence=self.source.quote(sentence.text, sentence.start + start, sentence.start + end),
            rule=rule,
            notes=notes,
            name=name,
            code=entry.code if entry else None,
            parent=parent or (entry.parent or None if entry else None),
            level=level,
            since=since,
            members=members,
            chairs=chairs,
        )


def _members(found: Membership) -> tuple[Member, ...]:
    return tuple(
        Member(code=each.code, since=PartialDate(each.year) if each.year else None)
        for each in found.members
    )


def _term(group: DateGroup | None) -> tuple[PartialDate | None, PartialDate | None]:
    """First and last year of a term of office; no last one for 2014年から."""
    if group is None:
        return None, None
    point = group.points[0]
    return point.start, point.end


def _apart(match: Match[Entry], level: Named) -> int:
    """How far the name stands from the level."""
    return min(abs(match.start - level.end), abs(level.start - match.end))
