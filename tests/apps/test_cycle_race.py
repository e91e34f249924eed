"""Two people save the same field at the same moment: one entry stands, the other person is told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection, connections

from renkei.apps.accounts.models import User
from renkei.apps.cycle import continuing, entries, seen
from renkei.apps.cycle.entries import Entered
from renkei.apps.evaluation.models import Policy
from renkei.core.errors import ConflictError
from tests.register import People


@pytest.mark.django_db(transaction=True)
def test_of_two_entries_at_once_one_stands_and_the_other_is_told(people: People) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("the embedded test database lives in memory, within one connection")
    policy = Policy.objects.create(name="見本", fiscal_year=2024, organisation=people.ours)
    policy.indicators.create(number="1-1", name="研修の回数")
    year = continuing.continue_policy(by=people.owner, policy=policy)
    indicator = year.policy.indicators.get()
    shown, both = seen.token(year, indicator, "actual"), Barrier(2)

    def save(by: User, value: int) -> str:
        both.wait(10)
        try:
            entries.set_actual(
                by=by, year=year, indicator=indicator, seen=shown,
                entered=Entered(value=Decimal(value), unit="回", source="業務統計"),
            )  # fmt: skip
        except ConflictError as error:
            return error.code
        finally:
            connections.close_all()
        return str(value)

    with ThreadPoolExecutor(2) as pool:
        results = [pool.submit(save, people.owner, 7), pool.submit(save, people.teammate, 9)]
        told = {one.result(30) for one in results}

    row = indicator.values.get(kind="actual", fiscal_year=2025)
    assert row.value is not None
    assert told == {"RK820", str(int(row.value))}
