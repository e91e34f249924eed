"""Whether one activity is meant by a question: yes, no, or not told by its record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from renkei.core.evaluation.counting.question import CODES, Dates, Question, Years
from renkei.core.values import FiscalYear, PartialDate

Payload = Mapping[str, Any]
Answer = bool | None
_VAGUE_MODE = "phone_or_video"
_VAGUE_MODES = {"phone", "video"}


def answers(question: Question, payload: Payload) -> Iterator[tuple[str, Answer]]:
    """The name of each condition with its answer; None where the record does not tell."""
    for name in CODES:
        if wanted := getattr(question, name):
            yield name, _code(name, wanted, payload)
    if question.framework:
        yield "framework", _framework(question.framework, payload.get("framework"))
    if question.partners:
        yield "partners", _partners(question, frozenset(payload.get("partners") or ()))
    if question.fiscal_year:
        yield "fiscal_year", in_years(question.fiscal_year, payload)
    if question.dates:
        yield "dates", _in_dates(question.dates, payload)


def _code(name: str, wanted: frozenset[str], payload: Payload) -> Answer:
    told = payload.get(name)
    if name == "status":
        return (told or "held") in wanted
    if name == "agreement":
        return told in wanted
    if not told:
        return None
    if told == _VAGUE_MODE and told not in wanted and wanted & _VAGUE_MODES:
        return True if wanted >= _VAGUE_MODES else None
    return told in wanted


def _framework(wanted: frozenset[str], told: str | None) -> bool:
    """Also a body of the framework asked for (EWG of ADMM-Plus)."""
    return bool(told) and any(
        told == code or str(told).startswith((f"{code}/", f"{code}-")) for code in wanted
    )


def _partners(question: Question, told: frozenset[str]) -> Answer:
    if not told:
        return None
    if question.partner_rule == "any":
        return bool(told & question.partners)
    if question.partner_rule == "all":
        return told >= question.partners
    return told == question.partners


def in_years(years: Years, payload: Payload) -> Answer:
    """By the fiscal year told, else by the date if it is precise enough."""
    told = payload.get("fiscal_year")
    if told:
        return years.first <= FiscalYear(int(told)) <= years.last
    date = _date(payload)
    if date is None:
        return None
    if date.fiscal_year is not None:
        return years.first <= date.fiscal_year <= years.last
    first, last = FiscalYear.of(date.first_day), FiscalYear.of(date.last_day)
    return _within(
        years.first <= first, last <= years.last, last < years.first or first > years.last
    )


def _in_dates(dates: Dates, payload: Payload) -> Answer:
    """By the day of its beginning."""
    date = _date(payload)
    if date is None:
        return None
    first, last = dates.first.first_day, dates.last.last_day
    outside = date.last_day < first or date.first_day > last
    return _within(first <= date.first_day, date.last_day <= last, outside)


def _within(begins: bool, ends: bool, outside: bool) -> Answer:
    if outside:
        return False
    return True if begins and ends else None


def _date(payload: Payload) -> PartialDate | None:
    text = payload.get("start")
    return PartialDate.parse(text) if text else None
