"""An actual beside its target: met or not, and by what rate where a rate has a meaning."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from renkei.core.errors.message import Message
from renkei.core.evaluation.indicators import Definition, Kind
from renkei.core.evaluation.rating.scheme import Grade
from renkei.core.evaluation.rating.wording import RULES


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """``rate`` is None where there is none; ``why`` is the key of WHY that says so.

    ``behind`` is how many places a rank lies behind its target; ``boundless`` is nothing where
    less is better. ``better`` compares with the
    baseline; None where none is known.
    """

    met: bool
    rate: Fraction | None = None
    why: str = ""
    behind: int | None = None
    boundless: bool = False
    better: bool | None = None


def compare(
    definition: Definition, target: Decimal, actual: Decimal, better: bool | None = None
) -> Comparison:
    """How ``actual`` stands to ``target``. No rounding takes place."""
    up = definition.improvement == "up"
    met = actual >= target if up else actual <= target
    if definition.kind is Kind.RANK:
        behind = int(target - actual if up else actual - target)
        return Comparison(met=met, why="rank", behind=behind, better=better)
    part, whole = (actual, target) if up else (target, actual)
    if not up and actual == 0 < target:
        return Comparison(met=met, boundless=True, better=better)
    if part < 0 or whole <= 0:
        return Comparison(met=met, why="no_rate", better=better)
    return Comparison(met=met, rate=Fraction(part) / Fraction(whole), better=better)


def meets(grade: Grade, found: Comparison) -> tuple[bool | None, str]:
    """Whether the grade is reached; None with a key of WHY where that cannot be told."""
    if grade.within_places is not None and found.behind is not None:
        return found.behind <= grade.within_places, ""
    if grade.better_than_baseline:
        return found.better, "" if found.better is not None else "no_baseline"
    least = grade.at_least if grade.above is None else grade.above
    if least is None or found.boundless:
        return True, ""
    if found.rate is not None:
        return (found.rate >= least if grade.above is None else found.rate > least), ""
    # Met is a rate of at least 1, and not met is one below it: some thresholds need no more.
    if found.met and (least < 1 or (least == 1 and grade.above is None)):
        return True, ""
    if not found.met and least >= 1:
        return False, ""
    return None, found.why


def rule_words(grade: Grade) -> Message:
    """What the grade asks for."""
    if grade.better_than_baseline:
        return RULES["better_than_baseline"]
    key, least = ("rate_above", grade.above) if grade.above else ("rate_at_least", grade.at_least)
    rate = percent(least or Fraction(0))
    return Message(RULES[key].ja.format(rate=rate), RULES[key].en.format(rate=rate))


def percent(rate: Fraction, *, down: bool = False) -> str:
    """The rate in percent to one place, halves up or all ``down``, without a needless .0."""
    tenths = rate * 1000 // 1 if down else (rate * 2000 + 1) // 2
    whole, part = divmod(int(tenths), 10)
    return f"{whole}.{part}%" if part else f"{whole}%"


def amount(figure: Fraction) -> str:
    """A figure to two places, rounded up (a bound that is met), without needless zeros."""
    hundredths = -(-figure * 100 // 1)
    whole, part = divmod(int(hundredths), 100)
    return f"{whole}.{part:02d}".rstrip("0") if part else str(whole)
