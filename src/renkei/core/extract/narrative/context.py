"""What a sentence takes from the text around it: chapter, country, theme, people, agreements."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from renkei.core.extract.narrative.people import People
from renkei.core.grammar.prose_dates import Carried
from renkei.core.grammar.titles import best_framework
from renkei.core.text.prose import Block
from renkei.core.vocabulary import Framework, Vocabulary

_TOPIC = re.compile(
    r"(?:(?:また|なお|さらに|このほか|そのほか|加えて)、)?(?P<name>[^、。]{2,16}?)"
    r"(?:\([^()]{1,40}\))?"
    r"(?:と(?:の(?:間|関係|軍種間)[^、。]{0,12}?(?:(?P<firm>では|については|において|として))|は)|は、)"
)
_THEME = re.compile(
    r"(?:(?:また|なお|さらに|このほか)、)?(?P<theme>[^、。]{2,24}?)(?:において|について|に関して|として)(?:は|も)?、"
)
_CONJUNCTION = re.compile("(?:また|なお|さらに|このほか|そのほか|加えて)、")
_OF_COUNTRY = re.compile(
    r"(?:の)?(?:国防|海軍|陸軍|空軍|国軍|首相|大統領|国王|皇太子)|に対して?は?、"
)
_MANY = re.compile("諸国|その他|各国")
_ANEW = re.compile(r"こうした|このように|以上のように|これらの取組")
_CAPACITY = "能力構築支援"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading and what it names: partners, a framework."""

    name: str
    level: int
    partners: tuple[str, ...]
    regions: bool
    framework: Framework | None


@dataclass(slots=True)
class Context:
    """The state of reading: changes from sentence to sentence, in order of the document."""

    vocabulary: Vocabulary
    headings: list[Heading] = field(default_factory=list)
    topic: tuple[str, ...] = ()
    topic_name: str | None = None
    capacity: bool = False
    dates: Carried = field(default_factory=Carried)
    people: People = field(default_factory=People)
    agreement: str = ""
    series: dict[str, tuple[str, ...]] = field(default_factory=dict)
    before: str = ""
    in_note: bool = False
    section: str | None = None

    def enter(self, block: Block) -> None:
        """A heading: what stood under headings of its level or below is over."""
        name = block.text.text.strip()
        found = self.vocabulary.find_partners(name)
        partners = tuple(dict.fromkeys(m.entry.code for m in found if m.entry.kind != "region"))
        regions = any(m.entry.kind == "region" for m in found) or _MANY.search(name) is not None
        listed = len(partners) > 1 and all(m.form == "name" for m in found)
        if regions or listed:
            kinds = {code: self.vocabulary.partners[code].kind for code in partners}
            partners = tuple(code for code in partners if kinds[code] == "organisation")
        framework = best_framework(name, self.vocabulary)
        if framework is not None and framework.kind != "mechanism" and "日" not in name:
            partners = ()  # the name of a forum, not of a partner
        self.headings = [each for each in self.headings if each.level < block.level]
        self.headings.append(Heading(name, block.level, partners, regions, framework))
        self.topic, self.topic_name = (), None
        self.capacity = _CAPACITY in name and "協力・交流" not in name
        self.forget_people()

    def forget_people(self) -> None:
        """Nobody is carried over to the next country."""
        self.people = People()
        self.agreement = ""
        self.series = {}

    def note_series(self, words: str, partners: tuple[str, ...]) -> None:
        """Keep with whom a named series of exercises is held, for its editions told of later."""
        framework = best_framework(words, self.vocabulary)
        if framework is not None:
            self.series[framework.code] = partners

    def series_partners(self, words: str) -> tuple[str, ...]:
        """The partners told of the series that ``words`` name; empty if none were."""
        framework = best_framework(words, self.vocabulary) if self.series else None
        return self.series.get(framework.code, ()) if framework is not None else ()

    def remember(self, people: People) -> None:
        """Whoever is told of now is carried on to sentences that name nobody."""
        if people.office:
            self.people = replace(
                self.people, office=people.office, level=people.level, ours=people.ours
            )
        if people.theirs:
            self.people = replace(self.people, theirs=people.theirs, rank=people.rank)

    def sentence(self, words: str) -> None:
        """Take note of a country or a theme that the sentence begins with."""
        named = _TOPIC.match(words)
        known = named is not None and (named["firm"] or self.many) and self._topic(named["name"])
        if self.many and not known:
            subject = self._subject(words)
            if subject:
                self._topic(subject)
            elif _ANEW.match(words):
                self.topic, self.topic_name = (), None
        theme = _THEME.match(words)
        if theme is not None:
            self.capacity = _CAPACITY in theme["theme"] or (
                self.capacity and theme[0].endswith("も、")
            )

    def stand_alone(self, words: str) -> None:
        """A note may belong to a page before its heading: the one country it names is its topic."""
        named = {
            match.entry.code: match.entry
            for match in self.vocabulary.find_partners(words)
            if match.entry.kind == "country" and match.entry.code != "JPN"
        }
        if len(named) == 1 and self.partners and not set(named) & set(self.partners):
            ((code, partner),) = named.items()
            self.topic, self.topic_name = (code,), partner.ja

    def _subject(self, words: str) -> str:
        """The country whose minister or forces the sentence begins with, or whom it is about."""
        begin = _CONJUNCTION.match(words)
        start = begin.end() if begin else 0
        for match in self.vocabulary.find_partners(words[: start + 24]):
            if match.start == start and _OF_COUNTRY.match(words, match.end):
                return match.entry.ja
        return ""

    def _topic(self, printed: str) -> bool:
        """Take the partner of that name as the topic; False if it names none."""
        name = re.sub(r"^(?:また|なお|さらに|この|同)", "", printed)
        partner = self.vocabulary.partner(name)
        if partner is None or partner.kind == "region" or partner.code == "JPN":
            return False
        if (partner.code,) != self.partners:
            self.topic, self.topic_name = (partner.code,), partner.ja
            self.capacity = False
            self.forget_people()
        return True

    @property
    def many(self) -> bool:
        """Whether the text is in a chapter on several countries."""
        return bool(self.headings) and self.headings[-1].regions

    @property
    def framework(self) -> Framework | None:
        """The framework that the nearest heading names."""
        return next((each.framework for each in reversed(self.headings) if each.framework), None)

    @property
    def operation(self) -> Framework | None:
        """The operation that the nearest heading is about (パシフィック・パートナーシップ)."""
        named = self.framework
        return named if named is not None and named.kind == "operation" else None

    @property
    def partners(self) -> tuple[str, ...]:
        """The partners of the country the text is about; empty in a chapter on many."""
        if self.topic:
            return self.topic
        for heading in reversed(self.headings):
            if heading.partners or heading.regions:
                return heading.partners
        return ()

    @property
    def listed_under(self) -> str | None:
        """The heading the partners are from, as printed."""
        if self.topic_name:
            return self.topic_name
        named = [each for each in self.headings if each.partners or "諸国" in each.name]
        return named[-1].name if named else (self.headings[-1].name if self.headings else None)

    @property
    def mechanism(self) -> Framework | None:
        """A mechanism that the heading is about (…連絡メカニズム)."""
        for heading in reversed(self.headings[-2:]):
            if heading.framework is not None and heading.framework.kind == "mechanism":
                return heading.framework
        return None
