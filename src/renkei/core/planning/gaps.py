"""Gaps between what is meant to be and what the register has: each says how it was found.

All years are fiscal years. Only what was held counts as activity.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

HIGH_LEVEL = "high_level"
FRAMEWORK = "framework"


class GapKind(StrEnum):
    """Why something is called a gap."""

    NO_HIGH_LEVEL = "no_high_level"
    AGREEMENT_IDLE = "agreement_idle"
    FRAMEWORK_MISSED = "framework_missed"
    PLAN_OPEN = "plan_open"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """``subject`` is a partner or a framework by code; ``year`` the last with activity (None: never),
    for a framework the last that was missed (all in ``years``), for a plan that of the plan.
    ``about`` names the agreement or the project; ``means`` is what a proposal begins with.
    """

    kind: GapKind
    subject: str
    year: int | None
    means: str = ""
    about: str = ""
    short: int = 0
    years: tuple[int, ...] = ()

    @property
    def key(self) -> str:
        """The same gap has the same key; a case proposed from it keeps it."""
        return f"{self.kind}:{self.subject}:{self.year or ''}:{self.means}"


@dataclass(frozen=True, slots=True)
class Due:
    """What a plan wants of one partner and means in the year: ``times``, of which ``held``."""

    partner: str
    means: str
    about: str
    times: int
    held: int


def no_high_level(last: Mapping[str, int | None], now: int, years: int) -> list[Gap]:
    """Partners whose last high-level exchange is ``years`` years back or more, or who had none.

    The latest first: what lapsed lately is the easiest to take up again.
    """
    return [
        Gap(kind=GapKind.NO_HIGH_LEVEL, subject=code, year=year, means=HIGH_LEVEL)
        for code, year in sorted(last.items(), key=lambda one: (-(one[1] or 0), one[0]))
        if year is None or now - year >= years
    ]


def idle_agreements(
    agreements: Iterable[tuple[str, str]], last: Mapping[str, int], now: int, years: int
) -> list[Gap]:
    """Pairs of partner and agreement where nothing was held with the partner for ``years`` years."""
    return [
        Gap(kind=GapKind.AGREEMENT_IDLE, subject=code, year=last.get(code), about=name)
        for code, name in sorted(set(agreements))
        if code not in last or now - last[code] >= years
    ]


def missed(met: Mapping[str, Collection[int]], now: int, years: int) -> list[Gap]:
    """Of the last ``years`` years, those without our attendance in a framework attended before.

    ``met`` are the years in which we attended. The current year is not over and is left out.
    """
    found = {
        code: tuple(
            year for year in range(max(now - years, min(attended) + 1), now) if year not in attended
        )
        for code, attended in sorted(met.items())
        if attended
    }
    return [
        Gap(kind=GapKind.FRAMEWORK_MISSED, subject=code, year=each[-1], years=each, means=FRAMEWORK)
        for code, each in found.items()
        if each
    ]


def open_in_plan(due: Iterable[Due], now: int) -> list[Gap]:
    """What the plan of the year wants more of than was held."""
    return [
        Gap(
            kind=GapKind.PLAN_OPEN, subject=one.partner, year=now, means=one.means,
            about=one.about, short=one.times - one.held,
        )
        for one in due
        if one.held < one.times
    ]  # fmt: skip
