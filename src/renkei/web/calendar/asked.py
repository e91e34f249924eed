"""What the address of the calendar asks for, and what of it was not understood."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode

from renkei.apps.accounts.selectors import organisations
from renkei.apps.calendar.entries import By, CalendarFilter
from renkei.apps.register.choices import CATEGORIES
from renkei.apps.register.selectors import partners
from renkei.core.coordination.spans import COUNTED, Period, Span, day_of, period, shifted
from renkei.core.errors import UsageError
from renkei.web.labels import language

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Asked:
    """A span around a day, the rows, the filter; ``problems`` are sentences."""

    span: Span
    day: date
    by: By
    only: CalendarFilter
    problems: tuple[str, ...] = field(default=())

    @property
    def period(self) -> Period:
        """The days that are shown."""
        return period(self.span, self.day)

    @property
    def counted(self) -> bool:
        """Whether numbers are shown, not titles."""
        return self.span in COUNTED

    def parameters(self) -> dict[str, str]:
        """The words of the address."""
        own = {"span": str(self.span), "day": str(self.day), "rows": str(self.by)}
        return own | self.only.parameters()

    def address(self, name: str = "calendar", **changes: str) -> str:
        """An address with these words and ``changes``; an empty one takes a word away."""
        words = {key: value for key, value in (self.parameters() | changes).items() if value}
        return f"{reverse(name)}?{urlencode(words)}"

    def moved(self, times: int) -> str:
        """The address of the span so many later."""
        return self.address(day=str(shifted(self.span, self.day, times)))

    def on(self, day: date) -> Asked:
        """The same around another day."""
        return replace(self, day=day)


def read(query: QueryDict, today: date) -> Asked:
    """What is asked for; what is not understood is left out and said."""
    problems: list[str] = []
    span = _one_of(Span, query.get("span", ""), "RK911", Span.MONTH, problems)
    default = By.PARTNER if span in COUNTED else By.NONE
    by = _one_of(By, query.get("rows", ""), "RK912", default, problems)
    only = _filter(query, problems)
    return Asked(span, _day(query.get("day", ""), today, problems), by, only, tuple(problems))


def _one_of(
    choices: type[Choice], text: str, code: str, default: Choice, problems: list[str]
) -> Choice:
    try:
        return choices(text) if text else default
    except ValueError:
        problems.append(UsageError(code, found=text[:40]).message(language()))
        return default


def _day(text: str, today: date, problems: list[str]) -> date:
    try:
        return day_of(text) if text else today
    except UsageError as error:
        problems.append(error.message(language()))
        return today


def _filter(query: QueryDict, problems: list[str]) -> CalendarFilter:
    known: dict[str, tuple[Callable[[str], bool], str, str]] = {
        "partner": (lambda code: partners().filter(pk=code).exists(), "相手国等", "partner"),
        "organisation": (
            lambda code: organisations().filter(code=code).exists(),
            "組織",
            "organisation",
        ),
        "means": (lambda code: code in CATEGORIES, "手段", "means"),
    }
    values = {"text": query.get("text", "").strip()[:200]}
    for name, (exists, ja, en) in known.items():
        code = query.get(name, "").strip()
        if code and (len(code) > 40 or "\0" in code or not exists(code)):
            error = UsageError("RK914", found=code[:40], what_ja=ja, what_en=en)
            problems.append(error.message(language()))
            code = ""
        values[name] = code
    return CalendarFilter(**values)
