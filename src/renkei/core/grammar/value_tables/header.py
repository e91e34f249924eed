"""The header of a value table in running text: its years and kinds as columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from renkei.core.grammar.atoms import BARE_YEAR, ERA, FISCAL_YEAR, GAP, broken, carried_years
from renkei.core.grammar.value_tables.model import Column
from renkei.core.records.codes import ValueKind
from renkei.core.values import FiscalYear

_TOKEN = re.compile(
    rf"(?=[中年目実基明大昭平令達一ーMTSHR\d-])"  # cheap, tried first at every character
    rf"(?:(?P<mid>{broken('中期目標')}{GAP}値?(?!{GAP}\())"
    rf"|(?P<target>(?:{broken('年度')}{GAP})?{broken('目標値')})"
    rf"|(?P<base>{broken('基準値')})"
    rf"|(?P<actual>{broken('実績値')}|(?<=\s)実績(?=\s))"
    rf"|(?P<year>{FISCAL_YEAR}|{BARE_YEAR})"
    rf"|(?P<noyear>[-一ー]{{1,3}}{GAP}{broken('年度')})"
    rf"|(?P<status>{broken('達成')}{GAP}(?:{broken('状況')}|度)))"
)
# What the header 「平成30・令和元・2年度目標の達成状況」 leaves between two tokens.
_STATUS_PIECE = re.compile(rf"(?:{ERA}|[元\d・･、～/]|年度|目標|の)*")
_KINDS: dict[str, ValueKind] = {"target": "target", "actual": "actual"}


class Token(NamedTuple):
    """A word of a header."""

    kind: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table, and where its header begins and ends.

    ``by_row`` is True where kinds stand before rows (目標値 10 12 / 実績値 9 11) and not above
    columns; ``years`` are then the columns, and ``kind_at`` the first row.
    """

    columns: tuple[Column, ...]
    start: int
    end: int
    has_status: bool
    by_row: Token | None = None
    years: tuple[FiscalYear, ...] = ()
    mid_term_year: str | None = None


def tokens(text: str, start: int, end: int) -> list[Token]:
    """The header words between ``start`` and ``end``."""
    return [
        Token(found.lastgroup or "", found.start(), found.end(), found[0])
        for found in _TOKEN.finditer(text, start, end)
    ]


def find_header(text: str, start: int, end: int) -> Header | None:
    """The first run of header words that has a year and a kind. None if there is no table."""
    runs = _runs(text, tokens(text, start, end))
    for index, run in enumerate(runs):
        kinds = {token.kind for token in run}
        if "year" in kinds and kinds & {"target", "actual"}:
            more = any(later[0].kind in _KINDS and len(later) == 1 for later in runs[index + 1 :])
            return _columns(run, more)
    return None


def _runs(text: str, found: list[Token]) -> list[list[Token]]:
    """Group tokens that nothing but a status header stands between."""
    runs: list[list[Token]] = []
    for token in found:
        if runs:
            between = "".join(text[runs[-1][-1].end : token.start].split())
            if not between or (_STATUS_PIECE.fullmatch(between) and not between.isdecimal()):
                runs[-1].append(token)
                continue
        runs.append([token])
    return runs


def _columns(run: list[Token], more_kinds: bool) -> Header | None:
    """``more_kinds``: below the header there are kinds that head a row."""
    years = [token for token in run if token.kind == "year"]
    kinds = [token for token in run if token.kind in _KINDS]
    has_mid = any(token.kind == "mid" for token in run)
    has_status = any(token.kind == "status" for token in run)
    start, end = run[0].start, run[-1].end
    parsed = carried_years([token.text for token in years])
    if None in parsed:
        return None
    known = [year for year in parsed if year is not None]
    below = [token for token in kinds if token.start > years[0].start]
    has_base = any(token.kind == "base" for token in run)
    if not below:
        columns = _above(["base"] * has_base + [token.kind for token in kinds], known)
        return Header(columns, start, end, has_status) if columns else None
    if has_base:
        return None
    groups = _groups(below)
    mid_year: FiscalYear | None = None
    no_year = next((token for token in run if token.kind == "noyear"), None)
    mid_printed = no_year if has_mid else None
    if has_mid and no_year is None and len(known) == len(groups) + 1:
        mid_year = known.pop()
        mid_printed = years[-1]
    middle = (Column("mid_term_target", mid_year),) if has_mid else ()
    by_row = len(below) == 1 and below[0] is run[-1] and not has_mid
    if by_row and (more_kinds or len(known) > 1):
        return Header((), start, below[0].start, has_status, below[0], tuple(known))
    if len(groups) == len(known):
        pairs = zip(known, groups, strict=True)
        columns = middle + tuple(Column(kind, year) for year, kinds in pairs for kind in kinds)
        printed = "".join(mid_printed.text.split()) if mid_printed else None
        return Header(columns, start, end, has_status, mid_term_year=printed)
    return None


def _above(kinds: list[str], years: list[FiscalYear]) -> tuple[Column, ...]:
    """Columns where all kinds stand above the years; nothing where they do not tell the columns.

    One kind spans all years, as many kinds as years go in pairs. 「基準値 目標値 実績値」 are the
    value of a base year, the target of a year to come, and actuals of years that follow one another.
    """
    if len(set(kinds)) == 1 and kinds[0] in _KINDS:
        return tuple(Column(_KINDS[kinds[0]], year) for year in years)
    if kinds == ["base", "target", "actual"] and len(years) > 2:
        base, aim, *later = (year.start for year in years)
        if later != list(range(later[0], later[0] + len(later))) or aim < later[-1] or base > aim:
            return ()
        return tuple(Column("target" if year is years[1] else "actual", year) for year in years)
    if len(kinds) == len(years) and all(kind in _KINDS for kind in kinds):
        return tuple(Column(_KINDS[kind], year) for kind, year in zip(kinds, years, strict=True))
    return ()


def _groups(kinds: list[Token]) -> list[list[ValueKind]]:
    """Kinds by year: a target opens a year, an actual closes it."""
    groups: list[list[ValueKind]] = []
    for token in kinds:
        kind = _KINDS[token.kind]
        if kind == "actual" and groups and groups[-1] == ["target"]:
            groups[-1].append(kind)
        else:
            groups.append([kind])
    return groups
