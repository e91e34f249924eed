"""Answers of indicators from the register, as one viewer may see it, year by year.

Activities marked higher than the policy are not counted: its sheet goes to whoever may see it,
and the number must not tell of what stands above.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.db.models import Q, QuerySet

from renkei.apps.accounts.rights import may
from renkei.apps.accounts.selectors import Viewer
from renkei.apps.counting.models import Citation, IndicatorQuestion, KeptCount
from renkei.apps.evaluation.models import Indicator, IndicatorValue, Policy, QualitativeTarget
from renkei.apps.evaluation.selectors import visible_policies
from renkei.apps.register.export import partner_codes
from renkei.apps.register.models import Activity
from renkei.apps.register.selectors import visible_activities
from renkei.core.evaluation.counting import (
    Changed,
    Count,
    Kept,
    Question,
    Subject,
    Years,
    changed,
    count,
)
from renkei.core.values import FiscalYear

_REGISTER = "register"
_FIELDS = (
    "title", "kind", "category", "framework", "start", "end", "mode", "level", "counterpart",
    "direction", "place", "agreement", "status",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCount:
    """One fiscal year of an indicator: what the register answers, what was entered, what was kept.

    ``changed`` is what the register says now beside what was kept; None where nothing was.
    """

    indicator: Indicator
    fiscal_year: int
    told: Count
    entered: IndicatorValue | None
    kept: KeptCount | None
    changed: Changed | None

    @property
    def differs(self) -> bool:
        """Both a count and an entered figure are there, and they are not the same."""
        value = self.entered.value if self.entered else None
        return value is not None and value != self.told.number


def question_of(indicator: Indicator) -> IndicatorQuestion | None:
    """The question of an indicator, if it has one."""
    return IndicatorQuestion.objects.filter(indicator=indicator).select_related("actor").first()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as somebody set it, or took it back (then None)."""

    question: Question | None
    who: str
    at: datetime


def earlier(indicator: Indicator) -> list[Asked]:
    """Every question that an indicator had, the latest first; also those taken back."""
    rows = IndicatorQuestion.history.filter(indicator_id=indicator.pk)
    return [
        Asked(
            question=None if row.history_type == "-" else Question.parse(row.text),
            who=str(row.history_user or row.actor),
            at=row.history_date,
        )
        for row in rows.select_related("actor", "history_user").order_by("-history_id")
    ]


def asked(question: IndicatorQuestion) -> Question:
    """The question, ready to be asked."""
    return Question.parse(question.text)


def by_year(viewer: Viewer, indicator: Indicator) -> list[YearCount]:
    """Every year that the indicator has a figure of, or its policy; [] without a question."""
    question = question_of(indicator)
    return _years(viewer, indicator, question) if question else []


def of_policy(viewer: Viewer, policy: Policy) -> dict[int, list[YearCount]]:
    """The answers of all indicators of a policy that have a question, by key of the indicator."""
    rows = IndicatorQuestion.objects.filter(indicator__policy=policy)
    return {
        row.indicator_id: _years(viewer, row.indicator, row)
        for row in rows.select_related("indicator__policy").order_by("indicator_id")
    }


def years_of(indicator: Indicator) -> list[int]:
    """Fiscal years of its targets and actuals, and that of the policy, in order."""
    values = indicator.values.exclude(kind="mid_term_target").exclude(fiscal_year=None)
    figures = values.values_list("fiscal_year", flat=True)
    words = indicator.targets.values_list("fiscal_year", flat=True)
    years = {*figures, *words, indicator.policy.fiscal_year}
    return sorted(year for year in years if year is not None)


def activities_of(viewer: Viewer, keys: Sequence[str]) -> dict[str, Activity]:
    """The activities with these ids that the viewer may see, by id."""
    rows = visible_activities(viewer).filter(pk__in=[int(key) for key in keys])
    return {str(row.pk): row for row in rows}


def silent(viewer: Viewer, policy: Policy | None = None) -> list[YearCount]:
    """Open policies' questions that count nothing in the year of their policy."""
    rows = IndicatorQuestion.objects.filter(
        indicator__policy__in=visible_policies(viewer), indicator__policy__locked=False
    ).exclude(indicator__policy__fiscal_year=None)
    if policy is not None:
        rows = rows.filter(indicator__policy=policy)
    return [
        year
        for row in rows.select_related("indicator__policy").order_by("indicator_id")
        for year in _years(viewer, row.indicator, row, [row.indicator.policy.fiscal_year or 0])
        if not year.told.number
    ]


def above(viewer: Viewer, policy: Policy, question: Question, year: int) -> int:
    """How many the viewer may see that are not counted, being marked higher than the policy."""
    rows = visible_activities(viewer).filter(marking__gt=policy.marking)
    return _count_of_year(question, list(_subjects(rows, question, [year])), year).number


def answer(viewer: Viewer, policy: Policy, question: Question, year: int) -> Count:
    """What a question answers for one fiscal year, as facts that the policy may cite."""
    return _count_of_year(
        question, list(_subjects(_countable(viewer, policy), question, [year])), year
    )


def cited(viewer: Viewer, target: QualitativeTarget) -> list[Activity]:
    """What a target's progress cites, by date, as far as the viewer may see it."""
    return [row.activity for row in _citations(viewer, target)]


def cited_by_item(viewer: Viewer, target: QualitativeTarget) -> dict[int | None, list[Activity]]:
    """The same by item of the target, counted from 0; None for the target as a whole."""
    found: dict[int | None, list[Activity]] = {}
    for row in _citations(viewer, target):
        found.setdefault(row.item, []).append(row.activity)
    return found


def cited_in_policy(viewer: Viewer, policy: Policy) -> dict[int, list[Citation]]:
    """What the progress of each indicator of a policy cites, by key of the indicator."""
    rows = _seen(viewer, Citation.objects.filter(target__indicator__policy=policy))
    found: dict[int, list[Citation]] = {}
    for row in rows.select_related("target").order_by(
        "target__fiscal_year", "target_id", "item", "activity__start", "activity_id"
    ):
        found.setdefault(row.target.indicator_id, []).append(row)
    return found


def of_year(viewer: Viewer, policies: Collection[int], year: int) -> dict[int, set[int]]:
    """Activities that the indicators of policies cite or count for a year, by key of the indicator.

    Citations are one query; each question is asked for itself.
    """
    found: dict[int, set[int]] = defaultdict(set)
    cited = Citation.objects.filter(
        target__indicator__policy__in=policies, target__fiscal_year=year
    )
    for row in _seen(viewer, cited).select_related("target"):
        found[row.target.indicator_id].add(row.activity_id)
    asked = IndicatorQuestion.objects.filter(indicator__policy__in=policies)
    for question in asked.select_related("indicator__policy"):
        for answer in _years(viewer, question.indicator, question, [year]):
            keys = (int(key) for event in answer.told.counted for key in event.keys)
            found[question.indicator_id].update(keys)
    return found


def may_ask(viewer: Viewer, policy: Policy) -> bool:
    """Whether the viewer may set the question of an indicator of this policy."""
    return may(viewer, "counting.ask", policy) and not policy.locked


def _citations(viewer: Viewer, target: QualitativeTarget) -> QuerySet[Citation]:
    return _seen(viewer, target.citations.all()).order_by("activity__start", "activity_id")


def _seen(viewer: Viewer, rows: QuerySet[Citation]) -> QuerySet[Citation]:
    visible = visible_activities(viewer).values("pk")
    return rows.filter(activity__in=visible).select_related("activity")


def _years(
    viewer: Viewer, indicator: Indicator, held: IndicatorQuestion, years: Sequence[int] = ()
) -> list[YearCount]:
    """The answers of ``years``; of all that the indicator knows where none are given."""
    kept = {row.fiscal_year: row for row in reversed(indicator.kept_counts.all())}
    entered = _entered(indicator)
    question, wanted = asked(held), years or years_of(indicator)
    subjects = list(_subjects(_countable(viewer, indicator.policy), question, wanted))
    return [
        _year(indicator, _count_of_year(question, subjects, year), year, entered, kept)
        for year in wanted
    ]


def _count_of_year(question: Question, subjects: Sequence[Subject], year: int) -> Count:
    """The answer for the fiscal year that begins in ``year``; other years are not left out of it."""
    one = FiscalYear(year)
    near = [each for each in subjects if each.payload["fiscal_year"] in (year, None)]
    return count(replace(question, fiscal_year=Years(one, one)), near)


def _year(
    indicator: Indicator,
    told: Count,
    year: int,
    entered: dict[int, IndicatorValue],
    kept: dict[int, KeptCount],
) -> YearCount:
    row = kept.get(year)
    return YearCount(
        indicator=indicator,
        fiscal_year=year,
        told=told,
        entered=entered.get(year),
        kept=row,
        changed=changed(_kept(row), told) if row else None,
    )


def _kept(row: KeptCount) -> Kept:
    return Kept(question=row.question, number=row.number, keys=tuple(map(tuple, row.keys)))


def _entered(indicator: Indicator) -> dict[int, IndicatorValue]:
    """The actual of each year; the first component where there are several."""
    rows = indicator.values.filter(kind="actual").exclude(fiscal_year=None)
    return {row.fiscal_year: row for row in rows.order_by("-component") if row.fiscal_year}


def _countable(viewer: Viewer, policy: Policy) -> QuerySet[Activity]:
    return visible_activities(viewer).filter(marking__lte=policy.marking)


def _subjects(
    rows: QuerySet[Activity], question: Question, years: Sequence[int]
) -> Iterator[Subject]:
    """Activities of the years, or of no known one, that concern a partner asked for."""
    rows = rows.filter(Q(fiscal_year__in=years) | Q(fiscal_year=None))
    if question.partners:
        rows = rows.filter(partners__in=question.partners).distinct()
    for row in rows.defer("search_text"):
        payload = {name: getattr(row, name) for name in _FIELDS if getattr(row, name)}
        payload |= {"partners": partner_codes(row), "fiscal_year": row.fiscal_year}
        yield Subject(key=str(row.pk), document=_REGISTER, payload=payload)
