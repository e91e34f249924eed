"""The audit trail by page: found by object, person and action; for administrators alone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

import renkei.apps
from renkei.apps.accounts.models import User
from renkei.apps.coordination import services, starting
from renkei.core import vocabulary
from tests.register import People

Opens = Callable[[User], Client]
WRITTEN = re.compile(r'\b_?tell\(\s*by,\s*"(\w+)"|\baction="(\w+)"')


@pytest.mark.usefixtures("people")
def test_an_administrator_follows_a_case(people: People, client_of: Opens) -> None:
    case = starting.propose(
        by=people.owner, values={"title": "見本協議"}, organisation=people.ours, marking=1
    )
    services.remark(by=people.colleague, case=case, text="日程を確かめたい")
    client = client_of(people.administrator)
    told = client.get("/audit/", {"kind": "case", "key": case.pk}).content.decode()
    assert told.index("意見を記入") < told.index("案件を提案</th>")
    assert f'href="/cases/{case.pk}/"' in told
    table = client.get("/audit/", {"actor": "owner"}).content.decode().split("<tbody>")[1]
    assert "案件を提案" in table
    assert "意見を記入" not in table
    assert "一致する記録はありません" in client.get("/audit/", {"actor": "誰か"}).content.decode()
    assert client.get("/audit/", {"action": "無効"}).status_code == 400


@pytest.mark.parametrize(
    "name", ["owner", "planner", "decider", "outsider", "attache", "evaluator", "secretary"]
)
def test_nobody_else_reads_it(people: People, client_of: Opens, name: str) -> None:
    assert client_of(getattr(people, name)).get("/audit/").status_code == 403


def test_every_action_has_a_name() -> None:
    """An action that nobody named would stand on the page as a code."""
    known = {code for group, code in vocabulary.load().terms if group == "audit_action"}
    written = {
        name
        for path in Path(renkei.apps.__path__[0]).rglob("*.py")
        for pair in WRITTEN.findall(path.read_text("utf-8"))
        for name in pair
        if name
    }
    assert len(written) > 40
    assert written - known == set()
