"""Two people press at the same moment: one verdict stands, the other person is told."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from renkei.apps.accounts.models import User
from renkei.apps.documents import review_services as reviews
from renkei.apps.documents.models import Review
from renkei.core.errors import ConflictError
from tests.records import Source, talks
from tests.register import People


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_stands_and_the_other_is_told(people: People) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("the embedded test database lives in memory, within one connection")
    source = Source()
    document = source.ingest([talks(source)], people.administrator).document
    record = document.records.get()
    seen, both = reviews.stamp(record, None), Barrier(2)

    def alone(by: User) -> str:
        both.wait(10)
        try:
            reviews.review_record(by=by, record=record, verdict="accepted", seen=seen)
        except ConflictError as error:
            return error.code
        finally:
            connections.close_all()
        return "stands"

    def in_bulk(by: User) -> str:
        both.wait(10)
        try:
            reviews.bulk_accept(by=by, document=document, rule=record.rule, expected=1)
        except ConflictError as error:
            return error.code
        finally:
            connections.close_all()
        return "stands"

    with ThreadPoolExecutor(2) as pool:
        results = [
            pool.submit(alone, people.evaluator),
            pool.submit(in_bulk, people.planner),
        ]
        told = {one.result(30) for one in results}

    assert Review.objects.filter(ended_at=None).count() == 1
    assert "stands" in told
    assert told <= {"stands", "RK502", "RK512"}
    assert len(told) == 2
