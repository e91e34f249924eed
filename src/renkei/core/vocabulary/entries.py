"""What the vocabulary holds: one frozen class per kind of entry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

PartnerKind = Literal["country", "organisation", "region"]
Form = Literal["name", "former", "compound", "force", "visit", "list"]
EntryT = TypeVar("EntryT")


@dataclass(frozen=True, slots=True)
class FormerName:
    """A name no longer used; ``until`` is the first day (ISO) on which it was not valid."""

    name: str
    until: str
    source: str


@dataclass(frozen=True, slots=True)
class Partner:
    """A state, an international organisation or a region.

    ``names[0]`` is the name that is shown. ``compound`` are one-character forms. A territory
    (``territory_of``) is a place and no partner of its own.
    """

    code: str
    kind: PartnerKind
    en: str
    names: tuple[str, ...]
    source: tuple[str, ...]
    compound: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()
    alpha2: str = ""
    numeric: str = ""
    region: str = ""
    territory_of: str = ""

    @property
    def ja(self) -> str:
        """The Japanese name that is shown."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Framework:
    """A multilateral body, dialogue, mechanism or exercise series.

    ``loose`` are those of ``names`` that are ordinary words too: a match on them is weak.
    """

    code: str
    kind: str
    en: str
    names: tuple[str, ...]
    source: tuple[str, ...]
    parent: str = ""
    host: str = ""
    since: str = ""
    loose: tuple[str, ...] = ()

    @property
    def ja(self) -> str:
        """The Japanese name that is shown."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Office:
    """An office: ours with a ``level`` of the interchange format, or theirs with a ``rank``."""

    side: Literal["ours", "counterpart", "title"]
    code: str
    en: str
    names: tuple[str, ...]
    source: tuple[str, ...]
    loose: tuple[str, ...] = ()
    since: str = ""
    until: str = ""

    @property
    def ja(self) -> str:
        """The Japanese name that is shown."""
        return self.names[0]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation of our own side; ``parent`` is the code of the one above it."""

    code: str
    ja: str
    en: str
    names: tuple[str, ...]
    source: tuple[str, ...]
    parent: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """Words that tell a code of one field (``mode``, ``kind``, ``status`` …)."""

    field: str
    code: str
    names: tuple[str, ...]
    source: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Era:
    """An era; ``first_day`` is ISO and inclusive."""

    code: str
    ja: str
    en: str
    short: tuple[str, ...]
    sign: str
    first_day: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A printed unit; ``factor`` (decimal as text) turns the figure into the base of its kind."""

    code: str
    kind: str
    en: str
    names: tuple[str, ...]
    factor: str


@dataclass(frozen=True, slots=True)
class Term:
    """A code or term of the house with its name and definition in both languages."""

    group: str
    code: str
    ja: str
    en: str
    definition_ja: str
    definition_en: str


@dataclass(frozen=True, slots=True)
class Match(Generic[EntryT]):
    """A name found in a text: ``start`` inclusive, ``end`` exclusive, and the entry it names.

    ``form`` says how it was printed: as a name, a former name, inside a compound (日米豪), before
    a force or office (豪空軍), after 訪, or as one character of a list.
    """

    start: int
    end: int
    text: str
    entry: EntryT
    form: Form = "name"

    @property
    def span(self) -> tuple[int, int]:
        """Start (inclusive) and end (exclusive)."""
        return self.start, self.end
