"""A policy of the register in the layouts of the review data.

What these layouts cannot hold stays out and is told as a loss: a dash where a value should be is
written as a dash, and the order of means and indicators is that of the sheet.
"""

from __future__ import annotations

from collections.abc import Iterator

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.evaluation import selectors as evaluation
from renkei.apps.evaluation.models import Indicator, IndicatorValue, Policy
from renkei.apps.projects.models import ProjectLink
from renkei.core.review_sheets.budgets import ProjectYear, budget_rows
from renkei.core.review_sheets.goals import Goal, goal_rows
from renkei.core.review_sheets.layouts import BUDGETS, GOALS
from renkei.core.review_sheets.table import write_table
from renkei.core.values import decimal_text

_MEASURES = {"quantitative": "定量的", "qualitative": "定性的"}
_SERIES = {"target": "targets", "actual": "actuals"}


def export(viewer: Viewer, policy: Policy, layout: str) -> bytes:
    """The CSV file "2-1" of the means, or "3-1" of the indicators of ``policy``."""
    if layout == BUDGETS.code:
        return write_table(BUDGETS, budget_rows(_years(viewer, policy)))
    return write_table(GOALS, goal_rows(_goals(viewer, policy)))


def _years(viewer: Viewer, policy: Policy) -> Iterator[ProjectYear]:
    numbers = _numbers(policy)
    for means in evaluation.means(viewer, policy):
        for amount in means.amounts.all():
            past = amount.executed_yen is not None
            yield ProjectYear(
                project_id=numbers.get(means.pk, means.review_number),
                project_name=means.name,
                ministry=_organisation(policy),
                review_year=policy.fiscal_year or amount.fiscal_year,
                budget_year=amount.fiscal_year,
                initial=None if past else amount.budget_yen,
                total=amount.budget_yen if past else None,
                executed=amount.executed_yen,
            )


def _numbers(policy: Policy) -> dict[int, str]:
    """Number of the project by key of the means that a person linked to it."""
    links = ProjectLink.objects.filter(means__policy=policy, ended_at=None)
    return dict(links.order_by("pk").values_list("means", "project__number"))


def _organisation(policy: Policy) -> str:
    return policy.organisation.name_ja if policy.organisation else ""


def _goals(viewer: Viewer, policy: Policy) -> Iterator[Goal]:
    for indicator in evaluation.indicators(viewer, policy):
        values = list(indicator.values.all())
        for component in dict.fromkeys(value.component for value in values) or [""]:
            mine = [value for value in values if value.component == component]
            yield _goal(policy, indicator, component, mine)


def _goal(
    policy: Policy, indicator: Indicator, component: str, values: list[IndicatorValue]
) -> Goal:
    series: dict[str, dict[int, str]] = {"targets": {}, "actuals": {}}
    for value in values:
        if value.kind in _SERIES and value.fiscal_year and (text := _text(value)):
            series[_SERIES[value.kind]].setdefault(value.fiscal_year, text)
    targets = list(indicator.targets.all())
    return Goal(
        project_id="",
        project_name=policy.name,
        review_year=str(policy.fiscal_year or ""),
        number=indicator.number,
        level="",
        measure=_MEASURES.get(indicator.measure, ""),
        goal=_lines(item for target in targets for item in target.items),
        indicator=" ".join(filter(None, (indicator.name, component))),
        unit=next((value.unit for value in values if value.unit), ""),
        result=_lines(item for target in targets for item in target.progress),
        targets=series["targets"],
        actuals=series["actuals"],
        target_years=dict.fromkeys(series["targets"], "1"),
    )


def _text(value: IndicatorValue) -> str:
    if value.value is not None:
        return decimal_text(value.value)
    return "-" if value.absence == "dash" else ""


def _lines(items: Iterator[str]) -> str:
    return "\n".join(items)
