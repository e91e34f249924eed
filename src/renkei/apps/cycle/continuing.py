"""Starting the year of a policy: of the sheet itself, or as the continuation of another year."""

from __future__ import annotations

from typing import TypeVar

from django.db import models, transaction

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.counting import services as counting
from renkei.apps.cycle.choices import Standing, SuccessionKind
from renkei.apps.cycle.locking import open_for, tell
from renkei.apps.cycle.models import Figure, PolicyYear, Succession
from renkei.apps.evaluation.models import (
    Indicator,
    IndicatorValue,
    Means,
    Policy,
    PolicyField,
)
from renkei.core.errors import ConflictError, UsageError

# Title, time, result and material of a sheet: said anew each year.
_OF_ONE_YEAR = (
    *("様式名", "様式番号", "整理番号", "表題", "標題"),
    *("政策評価実施時期", "政策評価実施予定時期", "評価実施時期"),
    *("評価結果", "判断根拠", "目標達成度合い", "目標の達成状況", "政策目標の達成度合い"),
    *("施策の分析", "次期目標等への反映の方向性", "学識経験を有する者の知見の活用"),
    *("施策の進捗状況・実績の前文", "政策評価を行う過程", "作成にあたって使用した資料"),
)
Row = TypeVar("Row", bound=models.Model)

PLAN_YEARS = range(3, 6)


@transaction.atomic
def start(*, by: User, policy: Policy) -> PolicyYear:
    """Begin to work on a sheet that was read. Raises ConflictError RK751, UsageError RK768."""
    current = Policy.objects.select_for_update(of=("self",)).get(pk=policy.pk)
    require(by, "cycle.enter", current)
    if current.fiscal_year is None:
        raise UsageError("RK768", name=current)
    if PolicyYear.objects.filter(policy=current).exists():
        raise ConflictError("RK751", name=current, year=current.fiscal_year)
    year = PolicyYear.objects.create(policy=current)
    tell(by, "start_year", year)
    return year


@transaction.atomic
def continue_policy(*, by: User, policy: Policy) -> PolicyYear:
    """Begin the next year of a policy with its whole tree; nothing is typed again.

    Figures of the years before are copied, so that the sheet has its columns; marks are not, nor
    what the sheet says of its own year. A question that an indicator asks goes on being asked.
    Raises DeniedError, ConflictError RK751 and UsageError RK768.
    """
    old = Policy.objects.select_for_update(of=("self",)).get(pk=policy.pk)
    require(by, "cycle.enter", old)
    if old.fiscal_year is None:
        raise UsageError("RK768", name=old)
    following = old.fiscal_year + 1
    if old.next_years.exists():
        raise ConflictError("RK751", name=old, year=following)
    new = _anew(old, document=None, fiscal_year=following, locked=False, version=1)
    note_author(new, by, "")
    new.save()
    fields = _copy_fields(old, new)
    _copy_indicators(old, new, fields, by)
    _copy_means(old, new, fields)
    for line in old.sheet_fields.all():
        if not line.key.startswith(_OF_ONE_YEAR):
            _anew(line, policy=new, record=None, touched=True).save()
    year = PolicyYear.objects.create(policy=new, previous=old, **_schedule(old))
    tell(by, "continue_policy", year, previous=old.pk)
    return year


@transaction.atomic
def plan(
    *, by: User, year: PolicyYear, basic_goal: str, start: int, end: int, full: list[int]
) -> PolicyYear:
    """Say to which basic goal and plan the policy belongs, and when it is evaluated in full.

    Raises UsageError RK759 for a plan that takes less than three or more than five years.
    """
    current = open_for(by, "cycle.review", year)
    years = end - start + 1
    if years not in PLAN_YEARS:
        raise UsageError("RK759", start=start, end=end, years=years)
    current.basic_goal = basic_goal.strip()
    current.plan_start, current.plan_end = start, end
    current.evaluation_years = sorted(each for each in full if start <= each <= end)
    current.version += 1
    current.save()
    tell(by, "plan_years", current, start=start, end=end, full=current.evaluation_years)
    return current


def _schedule(old: Policy) -> dict[str, object]:
    year = PolicyYear.objects.filter(policy=old).first()
    if year is None:
        return {}
    names = ("basic_goal", "plan_start", "plan_end", "evaluation_years", "scheme")
    return {name: getattr(year, name) for name in names}


def _anew(row: Row, **values: object) -> Row:
    """An unsaved copy of a row."""
    names = [f.attname for f in row._meta.concrete_fields if not f.primary_key]
    copy = type(row)(**{name: getattr(row, name) for name in names})
    for name, value in values.items():
        setattr(copy, name, value)
    return copy


def _copy_fields(old: Policy, new: Policy) -> dict[int | None, PolicyField | None]:
    copies: dict[int | None, PolicyField | None] = {None: None}
    for field in old.fields.all():
        copy = _anew(field, policy=new)
        copy.save()
        copies[field.pk] = copy
    return copies


def _copy_indicators(
    old: Policy, new: Policy, fields: dict[int | None, PolicyField | None], by: User
) -> None:
    for row in old.indicators.prefetch_related("values__figure", "targets"):
        field = fields[row.field_id]
        copy = _anew(row, policy=new, field=field, mark="", record=None, touched=True, version=1)
        note_author(copy, by, "")
        copy.save()
        for value in row.values.all():
            _copy_value(value, copy, by)
        for target in row.targets.all():
            _anew(target, indicator=copy, record=None, touched=True).save()
        counting.go_on_asking(by=by, earlier=row, later=copy)
        Succession.objects.create(
            earlier=row,
            later=copy,
            into=new,
            kind=SuccessionKind.CONTINUED,
            standing=Standing.CONFIRMED,
            actor=by,
        )


def _copy_value(value: IndicatorValue, indicator: Indicator, by: User) -> None:
    copy = _anew(value, indicator=indicator, record=None, touched=True, version=1)
    note_author(copy, by, "")
    copy.save()
    figure: Figure | None = getattr(value, "figure", None)
    if figure is not None:
        _anew(figure, value=copy).save()


def _copy_means(old: Policy, new: Policy, fields: dict[int | None, PolicyField | None]) -> None:
    for row in Means.objects.filter(policy=old).prefetch_related("amounts"):
        copy = _anew(row, policy=new, field=fields[row.field_id], record=None, touched=True)
        copy.save()
        for amount in row.amounts.all():
            _anew(amount, means=copy).save()
