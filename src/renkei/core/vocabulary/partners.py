"""Partners in running text: names, compounds (日米豪印), forces (豪空軍), 訪米, and lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from renkei.core.vocabulary.entries import Form, Match, Partner
from renkei.core.vocabulary.literals import LiteralFinder, trie_pattern

_WORD = re.compile("[一-龥々ァ-ヺー]")
_KATAKANA = re.compile("[ァ-ヺー]")
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
    rare_force: tuple[str, ...]
    rare_force_followers: tuple[str, ...]
    not_force: tuple[str, ...]
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
            start, head = found.start(), found[0][0]
            if head == "日":
                yield from self._members(text, start, self._compound_end(text, found), "compound")
            elif head in self.rules.visit_prefixes:
                if self._is_visit(text, start):
                    yield self._member(text, start + 1, "visit")
            elif self._stands_alone(text, start):
                if found.end() == start + 1:
                    if self._is_force(text, start):
                        yield self._member(text, start, "force")
                elif self._is_pair(text, found):
                    yield from self._members(text, start, self._common_end(text, found), "compound")

    def _member(self, text: str, index: int, form: Form) -> Match[Partner]:
        return Match(index, index + 1, text[index], self.by_compound[text[index]], form)

    def _members(self, text: str, start: int, end: int, form: Form) -> Iterator[Match[Partner]]:
        for index in range(start, end):
            if text[index] in self.by_compound:
                yield self._member(text, index, form)

    def _compound_end(self, text: str, found: re.Match[str]) -> int:
        """Where a compound that begins with 日 ends; its start if it is none.

        A form that is rarely used counts only if a word for a relation of states follows.
        """
        start = found.start()
        if start and text[start - 1] in self.rules.not_before_japan:
            return start
        whole = text.startswith(self.rules.compound_followers, found.end())
        end = found.end() if whole else self._common_end(text, found)
        behind = self.rules.not_behind_compound.get(text[start:end])
        return start if behind and text.startswith(behind, end) else end

    def _common_end(self, text: str, found: re.Match[str]) -> int:
        """The end of the compound without what follows its first rarely used form."""
        common = (*self.rules.common_compound, "・")
        for index in range(found.start() + 1, found.end()):
            if text[index] not in common:
                return index
        return found.end()

    def _is_visit(self, text: str, start: int) -> bool:
        visited, behind = text[start + 1 : start + 2], text[start + 2 : start + 3]
        return (
            visited in self.rules.visit_forms
            and behind not in (*self.rules.not_after_visit, "国")
            and not text.startswith(self.rules.ordinary_words, start + 1)
        )

    def _is_force(self, text: str, start: int) -> bool:
        rare = text[start] in self.rules.rare_force
        followers = self.rules.rare_force_followers if rare else self.rules.force_followers
        return text.startswith(followers, start + 1) and not text.startswith(
            self.rules.not_force, start + 1
        )

    def _stands_alone(self, text: str, start: int) -> bool:
        if start and _WORD.match(text[start - 1]):
            return False
        return not text.startswith(self.rules.ordinary_words, start)

    def _is_pair(self, text: str, found: re.Match[str]) -> bool:
        pair = found[0].replace("・", "")[:2]
        if pair not in self.rules.free_pairs:
            return False
        return pair not in self.rules.doubtful_pairs or text.startswith(
            self.rules.compound_followers, found.end()
        )


def short_form_pattern(rules: MatchingRules, forms: Iterable[str]) -> str:
    """The expression for candidates: 日, 訪 or a common form, and the ``forms`` that follow it.

    It begins with one character class, so that the engine skips from candidate to candidate. A
    katakana form (日ロ, 印パ) is none where it begins a word (日ロードマップ).
    """
    heads = "".join((*rules.visit_prefixes, *rules.common_compound, *rules.rare_force))
    kana = "".join(sorted(form for form in forms if _KATAKANA.match(form)))
    kanji = "".join(sorted(form for form in forms if not _KATAKANA.match(form)))
    ordinary = trie_pattern(rules.ordinary_words)
    return f"[日{heads}](?:・?(?!{ordinary})(?:[{kanji}]|[{kana}](?!{_KATAKANA.pattern})))*"


def list_form_pattern(rules: MatchingRules) -> str:
    """The expression for one character that stands alone between marks of a list."""
    form = f"[{''.join(rules.common_compound)}]"
    return f"{form}(?<!\\w{form})(?=[{_LIST_MARKS}及等のと)]|$)"


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
