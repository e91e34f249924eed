"""The sheet as a page: figures lead to their words, its style is allowed by name, and access."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.documents.models import StoredDocument
from renkei.apps.evaluation.models import Policy
from renkei.apps.publications.html import STYLE_HASH
from tests.register import People

Opens = Callable[[User], Client]
SAMPLE = Path(__file__).parents[2] / "src/renkei/config/sample/documents/mihon-jizen-bunseki.txt"


@pytest.fixture
def policy(document: Callable[..., StoredDocument]) -> Policy:
    document(SAMPLE.read_text("utf-8"), "sheet.txt")
    return Policy.objects.get()


def test_every_figure_read_leads_to_its_words(
    people: People, client_of: Opens, policy: Policy
) -> None:
    client = client_of(people.outsider)
    answer = client.get(f"/policies/{policy.pk}/sheet.html")
    assert STYLE_HASH in answer.headers["Content-Security-Policy"]
    links = re.findall(
        r'<a href="(/documents/\d+/\?at=\d+)#L\d+">([^<]+)</a>', answer.content.decode()
    )
    assert len(links) > 20
    unlinked = re.findall(
        r'<td class="(?:number|middle)[^>]*>[△<\d][\d,.<br>（）]*</td>', answer.content.decode()
    )
    assert [cell for cell in unlinked if not re.search(r">\d{4}</td>", cell)] == []
    assert client.get(links[0][0]).status_code == 200


@pytest.mark.parametrize(("name", "begin"), [("docx", b"PK"), ("xlsx", b"PK"), ("pdf", b"%PDF-")])
def test_every_format_is_a_download(
    people: People, client_of: Opens, policy: Policy, name: str, begin: bytes
) -> None:
    answer = client_of(people.outsider).get(f"/policies/{policy.pk}/sheet.{name}")
    assert answer.content.startswith(begin)


def test_a_form_that_cannot_be_is_told_on_the_page_of_the_policy(
    people: People, client_of: Opens, policy: Policy
) -> None:
    client = client_of(people.outsider)
    for address in ("sheet.html", "sheet.pdf"):
        page = client.get(f"/policies/{policy.pk}/{address}?form=evaluation", follow=True)
        assert "RK419" in page.content.decode()
    assert client.get(f"/policies/{policy.pk}/sheet.html?form=nonsense").status_code == 200


def test_what_may_not_be_seen_is_not_there(
    people: People, client_of: Opens, policy: Policy
) -> None:
    Policy.objects.update(marking=2)
    for name in ("html", "docx"):
        address = f"/policies/{policy.pk}/sheet.{name}"
        assert client_of(people.outsider).get(address).status_code == 404
