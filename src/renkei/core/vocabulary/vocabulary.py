"""The vocabulary: every name the language of these documents knows, and how to find them."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TypeVar

from renkei.core.vocabulary.compounds import split_whole
from renkei.core.vocabulary.entries import (
    Era,
    FormerName,
    Framework,
    Match,
    Office,
    Organisation,
    Partner,
    Term,
    Unit,
    Wording,
)
from renkei.core.vocabulary.literals import Guard, LiteralFinder, trie_pattern
from renkei.core.vocabulary.partners import (
    MatchingRules,
    PartnerFinder,
    list_form_pattern,
    short_form_pattern,
)

Named = TypeVar("Named", Framework, Office, Organisation, Wording)
Built = TypeVar("Built")
Language = Literal["ja", "en"]
_TABLES = Path(__file__).with_name("tables.json")


# Not slotted: the finders are compiled when first used and kept on the instance.
@dataclass(frozen=True)
class Vocabulary:
    """All entries. Text given to it is normalised text (`renkei.core.text`)."""

    partners: Mapping[str, Partner]
    frameworks: Mapping[str, Framework]
    offices: tuple[Office, ...]
    organisations: Mapping[str, Organisation]
    wording: tuple[Wording, ...]
    eras: tuple[Era, ...]
    units: tuple[Unit, ...]
    multipliers: Mapping[str, str]
    terms: Mapping[tuple[str, str], Term]
    guards: Mapping[str, Guard]
    office_guards: Mapping[str, Guard]
    rules: MatchingRules

    @property
    def countries(self) -> tuple[Partner, ...]:
        """All countries and territories of ISO 3166-1."""
        return tuple(entry for entry in self.partners.values() if entry.kind == "country")

    # --- partners

    def partner(self, name: str) -> Partner | None:
        """The partner of that printed name or one-character form, by exact match; else None."""
        printed = unicodedata.normalize("NFKC", name.strip())
        return self._by_name.get(printed) or self._by_compound.get(printed)

    def find_partners(self, text: str) -> list[Match[Partner]]:
        """Foreign partners in running text, in order (see :class:`PartnerFinder`)."""
        return self._partner_finder.find(text)

    def split_compound(self, text: str) -> tuple[Partner, ...] | None:
        """The foreign partners a compound or list is wholly made of; None if it is anything else.

        >>> [entry.code for entry in load().split_compound("日米豪印")]
        ['USA', 'AUS', 'IND']
        """
        printed = unicodedata.normalize("NFKC", text.strip())
        return split_whole(printed, self._by_form, self.rules.separators)

    # --- frameworks, offices, organisations, wording

    def framework(self, name: str) -> Framework | None:
        """The framework of that printed name, by exact match; else None."""
        return self._framework_by_name.get(unicodedata.normalize("NFKC", name.strip()))

    def find_frameworks(self, text: str) -> list[Match[Framework]]:
        """Named frameworks in running text. ``match.text in match.entry.loose`` is a weak one."""
        return _found(self._framework_finder, self._framework_by_name, text)

    def find_offices(
        self, text: str, side: Literal["ours", "counterpart", "title"]
    ) -> list[Match[Office]]:
        """Offices of one side in running text; ``title`` are the level words of meeting titles.

        Ours and theirs are found together, so that 大臣 is not found inside 国防大臣; a name
        that both sides have (外務大臣) is found for either.
        """
        by_name = self._offices_by_name[side]
        finder = self._title_finder if side == "title" else self._office_finder
        return [
            Match(start, end, text[start:end], by_name[text[start:end]])
            for start, end in finder.find(text)
            if text[start:end] in by_name
        ]

    def level(self, office: str) -> str | None:
        """The level code of an office of ours or of a level word (防衛相会談), exact; else None."""
        for side in ("ours", "title"):
            entry = self._offices_by_name[side].get(office)
            if entry is not None:
                return entry.code
        return None

    def rank(self, office: str) -> str | None:
        """The rank class of an office of the other side, by exact match; else None."""
        entry = self._offices_by_name["counterpart"].get(office)
        return entry.code if entry is not None else None

    def find_organisations(self, text: str) -> list[Match[Organisation]]:
        """Organisations of our own side in running text."""
        return _found(self._organisation_finder, self._organisation_by_name, text)

    def find_wording(self, text: str, field: str) -> list[Match[Wording]]:
        """Words that tell a code of ``field`` (mode, kind, status, agreement …), longest first."""
        finder, by_name = self._wording_finders[field]
        return _found(finder, by_name, text)

    def words(self, field: str) -> Mapping[str, str]:
        """Every word of ``field`` with the code it tells, for building patterns."""
        return {name: entry.code for name, entry in self._wording_finders[field][1].items()}

    # --- glossary

    def label(self, code: str, language: Language, group: str | None = None) -> str:
        """The term shown for a code. Without ``group`` the first group that has the code counts.

        Raises KeyError for a code that the glossary does not hold.
        """
        term = self.terms[(group, code)] if group else self._term_by_code[code]
        return term.ja if language == "ja" else term.en

    # --- compiled on first use

    @cached_property
    def _term_by_code(self) -> Mapping[str, Term]:
        by_code: dict[str, Term] = {}
        for term in self.terms.values():
            by_code.setdefault(term.code, term)
        return by_code

    @cached_property
    def _by_name(self) -> Mapping[str, Partner]:
        names = {former.name: entry for entry in self.partners.values() for former in entry.former}
        names.update({name: entry for entry in self.partners.values() for name in entry.names})
        return names

    @cached_property
    def _by_compound(self) -> Mapping[str, Partner]:
        return {form: entry for entry in self.partners.values() for form in entry.compound}

    @cached_property
    def _by_form(self) -> Mapping[str, Partner]:
        return {**self._by_compound, **self._by_name}

    @cached_property
    def _partner_finder(self) -> PartnerFinder:
        forms = set(self._by_compound) - {"日"}
        return PartnerFinder(
            literals=LiteralFinder(re.compile(trie_pattern(self._by_name)), self.guards),
            by_name=self._by_name,
            by_compound=self._by_compound,
            former_names=frozenset(
                former.name for entry in self.partners.values() for former in entry.former
            ),
            rules=self.rules,
            short_forms=re.compile(short_form_pattern(self.rules, forms)),
            list_forms=re.compile(list_form_pattern(self.rules)),
        )

    @cached_property
    def _framework_by_name(self) -> Mapping[str, Framework]:
        return _names_of(self.frameworks.values())

    @cached_property
    def _framework_finder(self) -> LiteralFinder:
        return _finder(self._framework_by_name)

    @cached_property
    def _organisation_by_name(self) -> Mapping[str, Organisation]:
        return _names_of(self.organisations.values())

    @cached_property
    def _organisation_finder(self) -> LiteralFinder:
        return _finder(self._organisation_by_name)

    @cached_property
    def _offices_by_name(self) -> Mapping[str, Mapping[str, Office]]:
        return _by_group(self.offices, lambda office: office.side)

    @cached_property
    def _office_finder(self) -> LiteralFinder:
        names = {**self._offices_by_name["counterpart"], **self._offices_by_name["ours"]}
        return _finder(names, self.office_guards)

    @cached_property
    def _title_finder(self) -> LiteralFinder:
        return _finder(self._offices_by_name["title"])

    @cached_property
    def _wording_finders(self) -> Mapping[str, tuple[LiteralFinder, Mapping[str, Wording]]]:
        named = _by_group(self.wording, lambda word: word.field)
        return {field: (_finder(names), names) for field, names in named.items()}


def _names_of(entries: Iterable[Named]) -> dict[str, Named]:
    names: dict[str, Named] = {}
    for entry in entries:
        for name in entry.names:
            names.setdefault(name, entry)
    return names


def _finder(
    names: Iterable[str], guards: Mapping[str, Guard] = MappingProxyType({})
) -> LiteralFinder:
    return LiteralFinder(re.compile(trie_pattern(names)), guards)


def _by_group(
    entries: tuple[Named, ...], key: Callable[[Named], str]
) -> Mapping[str, Mapping[str, Named]]:
    groups: dict[str, list[Named]] = {}
    for entry in entries:
        groups.setdefault(key(entry), []).append(entry)
    return {group: _names_of(members) for group, members in groups.items()}


def _found(finder: LiteralFinder, by_name: Mapping[str, Named], text: str) -> list[Match[Named]]:
    return [
        Match(start, end, text[start:end], by_name[text[start:end]])
        for start, end in finder.find(text)
    ]


# --- loading


@cache
def load() -> Vocabulary:
    """The packaged vocabulary. Reads one JSON file once; patterns are compiled when first used."""
    return from_tables(json.loads(_TABLES.read_text(encoding="utf-8")))


def from_tables(tables: Mapping[str, Any]) -> Vocabulary:
    """A vocabulary from tables of the shape that ``tools/build_vocabulary.py`` writes."""
    terms = _build(Term, tables["terms"])
    rules = tables["rules"]
    return Vocabulary(
        partners={entry.code: entry for entry in map(_partner, tables["partners"])},
        frameworks={entry.code: entry for entry in _build(Framework, tables["frameworks"])},
        offices=_build(Office, tables["offices"]),
        organisations={row.code: row for row in _build(Organisation, tables["organisations"])},
        wording=_build(Wording, tables["wording"]),
        eras=_build(Era, tables["eras"]),
        units=_build(Unit, tables["units"]),
        multipliers=tables["multipliers"],
        terms={(term.group, term.code): term for term in terms},
        guards=_guards(tables["guards"]),
        office_guards=_guards(tables["office_guards"]),
        rules=MatchingRules(
            **{
                **_tuples(rules),
                "free_pairs": frozenset(rules["free_pairs"]),
                "doubtful_pairs": frozenset(rules["doubtful_pairs"]),
                "not_behind_compound": _tuples(rules["not_behind_compound"]),
            }
        ),
    )


def _partner(row: Mapping[str, Any]) -> Partner:
    former = tuple(FormerName(**each) for each in row.get("former", ()))
    return Partner(**{**_tuples(row), "former": former})


def _guards(rows: Mapping[str, Any]) -> dict[str, Guard]:
    return {name: Guard(**_tuples(row)) for name, row in rows.items()}


def _build(kind: type[Built], rows: Iterable[Mapping[str, Any]]) -> tuple[Built, ...]:
    return tuple(kind(**_tuples(row)) for row in rows)


def _tuples(row: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in row.items()}
