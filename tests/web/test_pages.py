"""Every page for every role: who gets in, what nobody learns, what the headers say."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.documents.models import StoredDocument
from renkei.apps.register.models import Activity
from tests.register import People

Opens = Callable[[User], Client]
PAGES = [
    "/", "/activities/", "/partners/", "/partners/NZL/", "/documents/", "/policies/",
    "/policies/projects/",
]  # fmt: skip
ROLES = ["owner", "outsider", "planner", "attache", "evaluator", "administrator"]


@pytest.mark.parametrize("address", [*PAGES, "/activities/new", "/activities/all.csv"])
def test_nobody_reads_without_signing_in(db: None, address: str) -> None:
    answer = Client().get(address)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("role", ROLES)
def test_every_role_reads_every_page(
    people: People, activity: Callable[..., Activity], client_of: Opens, role: str
) -> None:
    activity()
    client = client_of(getattr(people, role))
    for address in PAGES:
        assert client.get(address).status_code == 200, address


@pytest.mark.parametrize("marking", [1, 2])
def test_what_is_above_the_clearance_is_nowhere(
    people: People, activity: Callable[..., Activity], client_of: Opens, marking: int
) -> None:
    activity(title="公開の会談")
    hidden = activity(title="秘の会談", place="秘の場所", marking=marking)
    client = client_of(people.outsider)
    for address in [*PAGES, "/activities/?text=秘の", "/activities/all.csv"]:
        answer = client.get(address)
        body = b"".join(answer) if answer.streaming else answer.content
        assert "秘の会談" not in body.decode("utf-8-sig"), address
    assert client.get(f"/activities/{hidden.pk}/").status_code == 404
    assert client.get(f"/activities/{hidden.pk}/correct").status_code == 404
    assert "1件" in client.get("/activities/").content.decode()


def test_hidden_and_missing_look_the_same(
    people: People, activity: Callable[..., Activity], client_of: Opens
) -> None:
    hidden = activity(marking=2)
    client = client_of(people.outsider)
    one = client.get(f"/activities/{hidden.pk}/").content.decode()
    other = client.get("/activities/99999/").content.decode()
    assert one.replace(str(hidden.pk), "").count("見つかりません") == other.count("見つかりません")
    assert hidden.title not in one


def test_a_restricted_document_is_nowhere(
    people: People, document: Callable[..., StoredDocument], client_of: Opens
) -> None:
    stored = document(marking=2)
    client = client_of(people.owner)
    for part in ("", "records", "leftovers", "original"):
        assert client.get(f"/documents/{stored.pk}/{part}").status_code == 404
    assert stored.name not in client.get("/documents/").content.decode()
    assert client_of(people.administrator).get(f"/documents/{stored.pk}/").status_code == 200


def test_pages_carry_a_strict_policy(people: People, client_of: Opens) -> None:
    policy = client_of(people.owner).get("/").headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


@pytest.mark.parametrize("address", ["/", "/activities/", "/documents/", "/partners/"])
def test_pages_ask_the_database_as_often_for_more_rows(
    people: People,
    activity: Callable[..., Activity],
    client_of: Opens,
    django_assert_max_num_queries: Any,
    address: str,
) -> None:
    client = client_of(people.administrator)
    activity()
    client.get(address)
    with django_assert_max_num_queries(30) as few:
        client.get(address)
    for number in range(12):
        activity(title=f"第{number}回会談", partners=["NZL", "AUS", "FRA"][: number % 3 + 1])
    with django_assert_max_num_queries(30) as many:
        client.get(address)
    assert len(many) == len(few)


def test_the_language_sticks_to_the_person(people: People, client_of: Opens) -> None:
    client = client_of(people.owner)
    assert "交流案件" in client.get("/activities/").content.decode()
    answer = client.post("/language", {"language": "en", "next": "/activities/?kind=visit"})
    assert answer.headers["Location"] == "/activities/?kind=visit"
    page = client.get("/activities/")
    assert page.headers["Content-Language"] == "en"
    assert "交流案件" not in page.content.decode().replace("日本語", "")
    assert client_of(people.owner).get("/").headers["Content-Language"] == "en"  # elsewhere too


def test_the_language_of_somebody_not_signed_in_sticks_to_the_browser(db: None) -> None:
    client = Client()
    client.post("/language", {"language": "en", "next": "/accounts/login/"})
    assert "Sign in to Renkei" in client.get("/accounts/login/").content.decode()


@pytest.mark.parametrize(
    "back", ["https://elsewhere.example/", "//elsewhere.example", "javascript:x"]
)
def test_the_language_switch_leads_nowhere_else(db: None, back: str) -> None:
    answer = Client().post("/language", {"language": "en", "next": back})
    assert answer.headers["Location"] == "/"


def test_a_form_from_elsewhere_is_refused_in_words(people: People) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(people.owner)
    answer = client.post("/activities/new", {})
    assert answer.status_code == 403
    assert "もう一度入力" in answer.content.decode()


def test_an_error_of_the_server_is_told_in_both_languages(
    people: People, client_of: Opens, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = client_of(people.owner)
    client.raise_request_exception = False
    monkeypatch.setattr("renkei.web.partners.views.figures.by_region", None)
    answer = client.get("/partners/")
    assert answer.status_code == 500
    assert "サーバーで処理できませんでした" in answer.content.decode()
    assert "The server could not answer" in answer.content.decode()
