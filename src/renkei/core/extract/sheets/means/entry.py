"""A means of achievement while its table is read, and the forms its cells take."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from renkei.core.errors import ValueFormError
from renkei.core.grammar.atoms import CIRCLED, ERA
from renkei.core.grammar.grid import GridCell
from renkei.core.records import Amount
from renkei.core.values import FiscalYear, Yen

AMOUNT = re.compile(
    r"(?P<budget>[△▲-]?\d[\d,]*|-{1,3}|/)[ \t]*(?:\((?P<executed>[△▲-]?\d[\d,]*|-{1,3}|/)\))?"
)
START = re.compile(rf"\([ \t]*({ERA}[ \t]*(?:[\d \t]{{1,4}}|元)[ \t]*年[ \t]*度?)[ \t]*\)")
REVIEW = re.compile(r"(?:新\d{2}-|[A-Z])?\d{3,5}(?:-\d{1,3})?")
ENTRY = re.compile(rf"[{CIRCLED}]")
_INDICATOR = re.compile(r"(?<![\d-])\d{1,3}[ \t]?-[ \t]?\d{1,3}(?![\d-])")


@dataclass(slots=True)
class Entry:
    """A means while its rows are read."""

    number: int
    start: int
    end: int
    names: list[str]
    indicators: set[tuple[int, int]] = field(default_factory=set)
    amounts: tuple[Amount, ...] = ()
    review_number: str | None = None
    overview: list[GridCell] = field(default_factory=list)


def amount(words: str, year: FiscalYear, unit: str) -> Amount | None:
    """「21(18)」 of a year: what was budgeted and spent; None if the words are something else."""
    found = AMOUNT.fullmatch(words)
    if found is None or not unit:
        return None
    budget, executed = _yen(found["budget"], unit), _yen(found["executed"], unit)
    return Amount(fiscal_year=year, budget_yen=budget, executed_yen=executed, printed_unit=unit)


def indicators(words: str) -> set[tuple[int, int]]:
    """The numbers of the indicators that the words name: 1-1 and 1-2."""
    numbers = (found[0].split("-") for found in _INDICATOR.finditer(words))
    return {(int(left), int(right)) for left, right in numbers}


def _yen(printed: str | None, unit: str) -> int | None:
    if printed is None:
        return None
    try:
        return Yen.parse(printed, unit).amount_yen
    except ValueFormError:
        return None  # a dash or a slash: nothing was budgeted or spent
