"""The pages of findings: from the list to a clean corrected text, who may, and what is kept."""

from collections.abc import Callable

import pytest
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.audit.models import Event
from renkei.apps.checking.models import Clearance, Decision, Edit
from renkei.apps.documents.models import StoredDocument
from tests.register import People

Opens = Callable[[User], Client]
Makes = Callable[..., StoredDocument]

WRONG = """港湾の整備について

海図等などを配布した（令和４年度：海図経費（達成手段②）。
沿岸の沿岸の調査を行った。
"""
RIGHT = """港湾の整備について

海図等を配布した（令和４年度：海図経費（達成手段②））。
沿岸の調査を行った。
"""


@pytest.fixture
def wrong(document: Makes) -> StoredDocument:
    return document(WRONG, "wrong.txt")


def address(document: StoredDocument, part: str = "findings/") -> str:
    return f"/documents/{document.pk}/{part}"


def act(client: Client, document: StoredDocument, what: str, rule: str = "", **more: object) -> str:
    """Send the form of the first open finding (of ``rule``); the page that follows."""
    page = client.get(address(document)).context
    wanted = [row for row in page["rows"] if rule in row.title]
    data = {"finding": wanted[0].key, "seen": page["seen"], "act": what} | more
    return client.post(address(document, "findings/decide"), data, follow=True).content.decode()


def test_the_gravest_finding_stands_beside_its_words(
    people: People, client_of: Opens, wrong: StoredDocument
) -> None:
    answer = client_of(people.owner).get(address(wrong))
    page = answer.content.decode()
    assert [row.severity for row in answer.context["rows"]] == ["error", "warning", "warning"]
    assert '<mark class="evidence">' in page
    assert "括弧の対応" in page
    assert "<script>" not in page


def test_an_officer_takes_a_document_to_a_clean_corrected_text(
    people: People, client_of: Opens, wrong: StoredDocument
) -> None:
    client = client_of(people.owner)
    act(client, wrong, "accept", rule="重なり")
    act(client, wrong, "accept", rule="重なり")
    words = client.get(address(wrong)).context["places"][0].words
    act(client, wrong, "correct", place=0, text=words.replace("）。", "））。"), reason="閉じ忘れ")

    assert client.get(address(wrong)).context["rows"] == []
    corrected = client.get(address(wrong, "corrected.txt"))
    assert corrected.content.decode() == RIGHT
    assert "attachment" in corrected.headers["Content-Disposition"]
    wrong.refresh_from_db()
    assert wrong.text == WRONG, "the original stays"
    page = client.get(address(wrong, "corrections")).content.decode()
    assert page.count("<ins>") == 3
    assert "閉じ忘れ" in page
    assert set(Event.objects.values_list("action", flat=True)) >= {"correct_text"}
    assert (
        client.post(address(wrong, "findings/clear"), {"seen": _seen(client, wrong)}).status_code
        == 302
    )
    assert Clearance.objects.get().signed == []


def _seen(client: Client, document: StoredDocument) -> str:
    return str(client.get(address(document)).context["seen"])


def test_a_correction_is_taken_back(
    people: People, client_of: Opens, wrong: StoredDocument
) -> None:
    client = client_of(people.owner)
    act(client, wrong, "accept", rule="重なり")
    edit = Edit.objects.get()
    client.post(address(wrong, "findings/back"), {"kind": "edit", "act": edit.pk})
    assert len(client.get(address(wrong)).context["rows"]) == 3
    again = client.post(
        address(wrong, "findings/back"), {"kind": "edit", "act": edit.pk}, follow=True
    )
    assert "[RK526]" in again.content.decode()


def test_a_dismissal_is_remembered_in_the_same_words(
    people: People, client_of: Opens, wrong: StoredDocument, document: Makes
) -> None:
    client = client_of(people.owner)
    assert "[RK524]" in act(client, wrong, "dismiss")
    act(client, wrong, "dismiss", reason="原文どおり")
    assert len(client.get(address(wrong)).context["rows"]) == 2
    assert len(client.get(address(wrong) + "?state=dismissed").context["rows"]) == 1

    next_version = document("表紙\n\n" + WRONG, "wrong-2.txt")
    page = client.get(address(next_version) + "?state=dismissed")
    assert "原文どおり" in page.content.decode()
    assert len(client.get(address(next_version)).context["rows"]) == 2


def test_a_task_is_given_to_somebody_who_may(
    people: People, client_of: Opens, wrong: StoredDocument
) -> None:
    client = client_of(people.owner)
    assert "[RK525]" in act(client, wrong, "task", assignee=people.attache.pk)
    act(client, wrong, "task", assignee=people.teammate.pk, reason="確かめて")
    task = Decision.objects.get()
    assert (task.assignee, task.reason) == (people.teammate, "確かめて")
    home = client_of(people.teammate).get("/").content.decode()
    assert "あなたへの依頼" in home
    assert task.fingerprint in home
    assert "あなたへの依頼" not in client_of(people.owner).get("/").content.decode()


def test_open_errors_are_signed_for_or_the_document_is_not_cleared(
    people: People, client_of: Opens, wrong: StoredDocument
) -> None:
    client = client_of(people.owner)
    to, seen = address(wrong, "findings/clear"), _seen(client, wrong)
    assert "[RK527]" in client.post(to, {"seen": seen}, follow=True).content.decode()
    assert not Clearance.objects.exists()
    client.post(to, {"seen": seen, "reason": "原本どおり公表済み"})
    assert [one["rule"] for one in Clearance.objects.get().signed] == ["layout.brackets_unbalanced"]
    act(client, wrong, "accept", rule="重なり")
    assert client.get(address(wrong)).context["clearance"] is None, "an edit makes it void"


def test_who_comes_second_is_told(people: People, client_of: Opens, wrong: StoredDocument) -> None:
    first, second = client_of(people.owner), client_of(people.planner)
    page = second.get(address(wrong)).context
    act(first, wrong, "accept", rule="重なり")
    data = {"finding": page["rows"][0].key, "seen": page["seen"], "act": "dismiss", "reason": "否"}
    answer = second.post(address(wrong, "findings/decide"), data, follow=True)
    assert "[RK502]" in answer.content.decode()
    assert not Decision.objects.exists()


@pytest.mark.parametrize(
    ("name", "allowed"),
    [("owner", True), ("teammate", True), ("planner", True), ("evaluator", True),
     ("administrator", True), ("colleague", False), ("outsider", False), ("attache", False)],
)  # fmt: skip
def test_who_may_decide(
    name: str, allowed: bool, people: People, client_of: Opens, wrong: StoredDocument
) -> None:
    client = client_of(getattr(people, name))
    page = client.get(address(wrong)).context
    assert page["may_decide"] is allowed
    data = {"finding": page["rows"][-1].key, "seen": page["seen"], "act": "accept"}
    status = client.post(address(wrong, "findings/decide"), data).status_code
    assert status == (302 if allowed else 403)
    assert Edit.objects.exists() is allowed


def test_a_restricted_document_is_not_there_for_those_below(
    people: People, client_of: Opens, document: Makes
) -> None:
    secret = document(WRONG, "secret.txt", marking=2)
    client = client_of(people.owner)
    for part in ("findings/", "corrections", "corrected.txt"):
        assert client.get(address(secret, part)).status_code == 404
    for part in ("findings/decide", "findings/back", "findings/clear"):
        assert client.post(address(secret, part), {}).status_code == 404
