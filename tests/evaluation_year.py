"""A policy, its year of evaluation, and ways to bring that along."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renkei.apps.accounts.models import User
from renkei.apps.cycle import continuing, entries, steps
from renkei.apps.cycle.checklist import POINTS
from renkei.apps.cycle.entries import Entered
from renkei.apps.cycle.models import PolicyYear
from renkei.apps.evaluation.models import Indicator, Policy
from renkei.core.errors import UsageError
from tests.register import People


@pytest.fixture
def sheet(people: People) -> Policy:
    """A policy of 2024 with a counted, a worded and a reference indicator, and a means."""
    policy = Policy.objects.create(
        name="見本の施策", number="3-1", fiscal_year=2024, organisation=people.ours, marking=1
    )
    field = policy.fields.create(number=1, name="交流")
    counted = policy.indicators.create(
        number="1-1", name="研修の回数", primary=True, mark="a", field=field
    )
    counted.values.create(kind="target", fiscal_year=2024, value=8, unit="回", text="8回")
    counted.values.create(kind="actual", fiscal_year=2024, value=6, unit="回", text="6回")
    worded = policy.indicators.create(
        number="1-2", name="連携の進展", measure="qualitative", field=field
    )
    worded.targets.create(fiscal_year=2024, items=["協議を開く", "文書を作る"], progress=["開いた"])
    policy.indicators.create(number="参1", name="来訪者数", reference=True)
    means = policy.means.create(number=1, name="研修事業", indicators=["1-1"], field=field)
    means.amounts.create(fiscal_year=2024, budget_yen=1_000, executed_yen=700)
    policy.sheet_fields.create(key="担当部局", value="見本課")
    return policy


@pytest.fixture
def year(people: People, sheet: Policy) -> PolicyYear:
    made = continuing.continue_policy(by=people.owner, policy=sheet)
    return continuing.plan(
        by=people.evaluator, year=made, basic_goal="平和", start=2024, end=2026, full=[2025]
    )


def counted(year: PolicyYear) -> Indicator:
    return year.policy.indicators.get(number="1-1")


def worded(year: PolicyYear) -> Indicator:
    return year.policy.indicators.get(number="1-2")


def set_targets(people: People, year: PolicyYear) -> None:
    entries.set_target(
        by=people.owner,
        year=year,
        indicator=counted(year),
        entered=Entered(value=Decimal(9), unit="回"),
        fiscal_year=2025,
        reason="前年度の一割増し",
    )
    entries.set_items(
        by=people.owner,
        year=year,
        indicator=worded(year),
        items=["協議を開く", "要領を作る"],
        fiscal_year=2025,
        reason="計画の初年度",
    )


def advance(by: User, year: PolicyYear, reason: str = "") -> PolicyYear:
    year.refresh_from_db()
    return steps.advance(by=by, year=year, seen=year.stage, reason=reason)


def measure(people: People, year: PolicyYear) -> None:
    entries.set_actual(
        by=people.owner,
        year=year,
        indicator=counted(year),
        entered=Entered(value=Decimal(0), unit="回", source="業務統計"),
    )
    entries.set_progress(
        by=people.owner, year=year, indicator=worded(year), item=1, text="要領の案を作った"
    )


def to_decision(people: People, year: PolicyYear) -> PolicyYear:
    set_targets(people, year)
    advance(people.owner, year)
    measure(people, year)
    advance(people.owner, year)
    entries.rate(
        by=people.owner, year=year, scale_value=3, label="相当程度進展あり", reason="開けなかった"
    )
    advance(people.owner, year)
    for point in POINTS:
        steps.tick(by=people.evaluator, year=year, point=point.code)
    advance(people.evaluator, year)
    remark = steps.add_opinion(by=people.secretary, year=year, text="原因を詳しく")
    with pytest.raises(UsageError, match="RK765"):
        advance(people.secretary, year)
    steps.answer(by=people.owner, year=year, opinion=remark, text="書き加えた")
    return advance(people.secretary, year)
