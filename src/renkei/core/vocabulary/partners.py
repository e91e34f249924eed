"""Partners in running text: names, compounds (日米豪印), forces (豪空軍), 訪米, and lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from renkei.core.vocabulary.entries import Form, Match, Partner
from renkei.core.vocabulary.literals import LiteralFinder, trie_pattern

_WORD = "一-龥々ァ-ヺー"
_LIST_MARKS = "、・"


@dataclass(frozen=True, slots=True)
class MatchingRules:
    """What one-character forms and names may stand beside (``vocabulary/matching.yml``)."""

    common_compound: tuple[str, ...]
    not_before_japan: str
    ordinary_words: tuple[str, ...]
    not_behind_compound: Mapping[str, tuple[str, ...]]
    free_pairs: frozenset[str]
    doubtful_pairs: frozenset[str]
    compound_followers: tuple[str, ...]
    force_followers: tuple[str, ...]
    not_before_force: str
    visit_prefixes: tuple[str, ...]
    not_after_visit: tuple[str, ...]
    visit_forms: tuple[str, ...]
    place_followers: tuple[str, ...]
    sea_exceptions: str
    separators: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PartnerFinder:
    """All ways in which partners are printed, compiled once per vocabulary."""

    literals: LiteralFinder
    by_name: Mapping[str, Partner]
    by_compound: Mapping[str, Partner]
    former_names: frozenset[str]
    rules: MatchingRules
    short_forms: re.Pattern[str]
    list_forms: re.Pattern[str]

    def find(self, text: str) -> list[Match[Partner]]:
        """Foreign partners and regions printed in ``text``, in order, without overlap.

        Japan, dependent territories (Guam) and names of seas and straits are left out.
        """
        named = [match for match in self._names(text) if not self._is_place(text, match)]
        short = list(self._short(text))
        listed = _list_members(text, self.list_forms, self.by_compound, named)
        taken = sorted(named + short + listed, key=_by_start)
        return [match for match in _without_overlap(taken) if _foreign(match)]

    def _names(self, text: str) -> Iterator[Match[Partner]]:
        for start, end in self.literals.find(text):
            name = text[start:end]
            form: Form = "former" if name in self.former_names else "name"
            yield Match(start, end, name, self.by_name[name], form)

    def _is_place(self, text: str, match: Match[Partner]) -> bool:
        """ペルシャ湾, 台湾海峡, フィリピン海: a place that bears the name of a country."""
        if match.entry.kind != "country":
            return False
        if text.startswith(self.rules.place_followers, match.end):
            return True
        if not text.startswith("海", match.end):
            return False
        return text[match.end + 1 : match.end + 2] not in set(self.rules.sea_exceptions)

    def _short(self, text: str) -> Iterator[Match[Partner]]:
        for found in self.short_forms.finditer(text):
            group = found.lastgroup
            if group == "pair" and not self._sound_pair(text, found):
                continue
            if group in ("doubtless", "related") and not self._sound_compound(text, found):
                continue
            form: Form = "compound"
            if group in ("force", "visit"):
                form = "force" if group == "force" else "visit"
            for index in range(found.start(), found.end()):
                entry = self.by_compound.get(text[index])
                if entry is not None:
                    yield Match(index, index + 1, text[index], entry, form)

    def _sound_compound(self, text: str, found: re.Match[str]) -> bool:
        behind = self.rules.not_behind_compound.get(found[0])
        return not (behind and text.startswith(behind, found.end()))

    def _sound_pair(self, text: str, found: re.Match[str]) -> bool:
        pair = found[0].replace("・", "")[:2]
        if pair not in self.rules.free_pairs:
            return False
        if pair not in self.rules.doubtful_pairs:
            return True
        return text.startswith(self.rules.compound_followers, found.end())


def short_form_pattern(rules: MatchingRules, rare: frozenset[str]) -> str:
    """The expression for one-character forms; ``rare`` are those that need a word behind them."""
    common = "".join(rules.common_compound)
    ordinary = f"(?!{trie_pattern(rules.ordinary_words)})"
    related = trie_pattern(rules.compound_followers)
    member = f"・?{ordinary}[{common}]"
    rare_member = f"・?{ordinary}[{common}{''.join(sorted(rare))}]"
    japan = f"(?<![{rules.not_before_japan}])日"
    edge = f"(?<![{_WORD}])"
    visited = f"[{''.join(rules.visit_forms)}]"
    stop = f"[{''.join(rules.not_after_visit)}国]"
    return "|".join(
        (
            f"(?P<related>{japan}(?:{rare_member})++(?={related}))",
            f"(?P<doubtless>{japan}(?:{member})++)",
            f"(?P<pair>{edge}{ordinary}[{common}](?:{member})++)",
            f"(?P<force>{edge}{ordinary}[{common}](?={trie_pattern(rules.force_followers)}))",
            f"(?:{'|'.join(rules.visit_prefixes)})(?P<visit>{ordinary}{visited}(?!{stop}))",
        )
    )


def list_form_pattern(rules: MatchingRules) -> str:
    """The expression for one character that stands alone between marks of a list."""
    return f"(?<!\\w)[{''.join(rules.common_compound)}](?=[{_LIST_MARKS}及等のと)]|$)"


def _list_members(
    text: str,
    singles: re.Pattern[str],
    by_compound: Mapping[str, Partner],
    known: list[Match[Partner]],
) -> list[Match[Partner]]:
    """One-character members of lists (米、中、東南アジア、印): each is next to another member."""
    found = [match.start() for match in singles.finditer(text)]
    if not found:
        return []
    starts = {match.start for match in known}.union(found)
    ends = {match.end for match in known}.union(index + 1 for index in found)
    return [
        Match(index, index + 1, text[index], by_compound[text[index]], "list")
        for index in found
        if (index + 1 < len(text) and text[index + 1] in _LIST_MARKS and index + 2 in starts)
        or (index and text[index - 1] in _LIST_MARKS and index - 1 in ends)
    ]


def _by_start(match: Match[Partner]) -> tuple[int, int, int]:
    """Order by start; a force (英 in 英国防相) goes before the longer name, else longest first."""
    return match.start, 0 if match.form == "force" else 1, -match.end


def _without_overlap(matches: list[Match[Partner]]) -> Iterator[Match[Partner]]:
    end = 0
    for match in matches:
        if match.start >= end:
            yield match
            end = match.end


def _foreign(match: Match[Partner]) -> bool:
    return match.entry.code != "JPN" and not match.entry.territory_of
