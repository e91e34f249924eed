"""Why a record says what it says: the atoms found in its words, and the words it inferred from.

This looks at the document again for people who ask; no record depends on it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any, Literal, NamedTuple

from renkei.core.grammar.years import FISCAL_YEAR, YEAR, year_of
from renkei.core.records import Record
from renkei.core.text import Document
from renkei.core.text.normalise import fold
from renkei.core.values import ERAS, FiscalYear, PartialDate
from renkei.core.vocabulary import Vocabulary

SIDES: tuple[Literal["ours", "counterpart"], ...] = ("ours", "counterpart")
_DATES = {
    "fiscal_year": re.compile(FISCAL_YEAR),
    "year": re.compile(YEAR),
    "month": re.compile(r"(?<!\d)(?:1[0-2]|[1-9])[ ]?月|同月|翌月"),
    "day": re.compile(r"(?<!\d)[0-3]?\d[ ]?日(?!本)"),
    "same": re.compile(r"同年度?|翌年度?|昨年度?|本年度?|同日"),
    "ordinal": re.compile(r"第\d{1,4}回"),
    "count": re.compile(r"(?<![\d,.])\d[\d,.]*+[ ]?(?:回|名|人|件|か国|千円|百万円|億円)"),
}
_YEARS = re.compile(rf"{FISCAL_YEAR}|{YEAR}|(?<!\d)\d{{1,2}}[ ]?年度?")


class Atom(NamedTuple):
    """Words of the record that the vocabulary or a date pattern knows, and as what."""

    kind: str
    words: str
    code: str


class Ground(NamedTuple):
    """The words from which what ``note`` tells was inferred; line 0: from nothing printed."""

    note: str
    line: int
    words: str


def atoms(record: Record, vocabulary: Vocabulary) -> list[Atom]:
    """What was known of the words of ``record``, in order of the words, each once."""
    folded = fold(record.evidence.text)
    found = [*names(folded, vocabulary), *_dates(folded)]
    return list(dict.fromkeys(atom for _, atom in sorted(found)))


def grounds(document: Document, record: Record, vocabulary: Vocabulary) -> list[Ground]:
    """For each note of ``record`` the nearest words above it that say what was inferred."""
    found = []
    for note in record.notes:
        says = _says(note, record, vocabulary)
        line, words = _above(document, record.evidence.line, says) if says else (0, "")
        found.append(Ground(note, line, words))
    return found


def names(folded: str, known: Vocabulary) -> Iterator[tuple[int, Atom]]:
    """Every name of the vocabulary in a folded text, with where it begins; by kind."""
    for partner in known.find_partners(folded):
        code = f"{partner.entry.code} ({partner.form})"
        yield partner.start, Atom("partner", partner.text, code)
    for framework in known.find_frameworks(folded):
        yield framework.start, Atom("framework", framework.text, framework.entry.code)
    for side in SIDES:
        for office in known.find_offices(folded, side):
            yield office.start, Atom("office", office.text, f"{office.entry.code} ({side})")
    for organisation in known.find_organisations(folded):
        yield organisation.start, Atom("organisation", organisation.text, organisation.entry.code)
    for field in sorted({wording.field for wording in known.wording}):
        for word in known.find_wording(folded, field):
            yield word.start, Atom("wording", word.text, f"{field}={word.entry.code}")


def _dates(folded: str) -> Iterator[tuple[int, Atom]]:
    for kind, pattern in _DATES.items():
        for found in pattern.finditer(folded):
            year = year_of(found[0]) if kind in ("fiscal_year", "year") else None
            yield found.start(), Atom(kind, found[0], str(year or ""))


Says = Callable[[str], str]
"""The words of a folded line that say what is looked for; "" for none."""


def _says(note: str, record: Record, vocabulary: Vocabulary) -> Says | None:
    if note == "year_inferred":
        return _year_words(record)
    if note == "month_inferred":
        months = [int(month) for date in _dates_in(record) if (month := date[5:7])]
        words = "|".join(rf"(?<!\d){month}[ ]?月" for month in months)
        return _last_of(words) if words else None
    if note == "partner_from_heading":
        return _partner_words(record, vocabulary)
    return None


def _year_words(record: Record) -> Says | None:
    fiscal = getattr(record, "fiscal_year", None)
    wanted = {fiscal.start} if isinstance(fiscal, FiscalYear) else set()
    wanted |= {int(date[:4]) for date in _dates_in(record)}

    def words(line: str) -> str:
        told = [found[0] for found in _YEARS.finditer(line) if _tells(found[0], wanted)]
        return told[-1] if told else ""

    return words if wanted else None


def _dates_in(record: Record) -> list[str]:
    """Every date of a record: "2020", "2020-05"."""
    values = (getattr(record, field.name) for field in fields(record))
    return [str(value) for value in values if isinstance(value, PartialDate)]


def _tells(printed: str, wanted: set[int]) -> bool:
    """Whether a printed year is one of ``wanted``; one without era may be of any (28年度)."""
    year = year_of(printed)
    if year is not None:
        return year in wanted
    number = int(re.split(r"\D", printed)[0])
    return any(era.western(number) in wanted for era in ERAS)


def _partner_words(record: Record, vocabulary: Vocabulary) -> Says | None:
    heading: Any = getattr(record, "listed_under", None)
    codes = getattr(record, "partners", None) or (getattr(record, "partner", None),)
    known = (vocabulary.partners.get(str(code)) for code in codes)
    names = [heading] if heading else [n for partner in known if partner for n in partner.names]
    return _last_of("|".join(re.escape(fold(name)) for name in names)) if names else None


def _last_of(pattern: str) -> Says:
    compiled = re.compile(pattern)

    def words(line: str) -> str:
        told = [found[0] for found in compiled.finditer(line)]
        return told[-1] if told else ""

    return words


def _above(document: Document, line: int, says: Says) -> tuple[int, str]:
    """The nearest line from the record's own up, and its words; (0, "") where none says it."""
    for number in range(line, 0, -1):
        words = says(fold(document.line(number).text))
        if words:
            return number, words
    return 0, ""
