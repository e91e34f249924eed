"""The API answers what the viewer may see, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client

from renkei.api.urls import api
from renkei.apps.documents.models import StoredDocument
from renkei.apps.evaluation.models import Policy
from renkei.apps.register.models import Activity
from tests.records import Source, sheet, talks
from tests.register import People

OPENAPI = Path(__file__).resolve().parents[2] / "src" / "renkei" / "api" / "openapi.json"


@pytest.fixture
def ask(client: Client, people: People) -> Callable[..., tuple[int, object]]:
    """Asks as a person of the fixture; the status and the answer."""

    def get(person: str, path: str, **query: object) -> tuple[int, object]:
        client.logout()
        if person != "nobody":
            client.force_login(
                getattr(people, person), "allauth.account.auth_backends.AuthenticationBackend"
            )
        answer = client.get(f"/api{path}", query)
        return answer.status_code, answer.json()

    return get


def test_the_committed_description_is_current() -> None:
    current = json.dumps(api.get_openapi_schema(), ensure_ascii=False, indent=1) + "\n"

    assert OPENAPI.read_text("utf-8") == current, "run: .venv/bin/python -m renkei.api.describe"


@pytest.mark.parametrize(
    "path",
    ["/activities", "/activities/1", "/documents", "/documents/1", "/documents/1/records",
     "/documents/1/leftovers", "/partners", "/partners/NZL", "/policies", "/policies/1/indicators"],
)  # fmt: skip
def test_nobody_is_told_nothing(ask: Callable[..., tuple[int, object]], path: str) -> None:
    assert ask("nobody", path)[0] == 401


def test_every_address_is_behind_the_sign_in() -> None:
    described = api.get_openapi_schema()["paths"]

    for path, methods in described.items():
        for method, operation in methods.items():
            assert operation.get("security"), f"{method} {path} asks for no sign-in"


def test_activities_with_sources_and_history(
    ask: Callable[..., tuple[int, object]], people: People
) -> None:
    source = Source()
    source.ingest([talks(source)], people.administrator)

    status, answer = ask("outsider", "/activities", partner="NZL", year=2018, text="会談")
    assert status == 200
    assert isinstance(answer, dict)
    assert answer["page"] == {"number": 1, "pages": 1, "total": 1}
    (item,) = answer["items"]
    (evidence,) = item["sources"]
    assert source.document.text[evidence["start"] : evidence["end"]] == evidence["text"]
    assert "counterpart" not in item

    status, answer = ask("outsider", f"/activities/{item['id']}")
    assert status == 200
    assert isinstance(answer, dict)
    assert [version["action"] for version in answer["history"]] == ["created"]


@pytest.mark.parametrize(
    ("person", "seen"),
    [("outsider", 1), ("owner", 2), ("colleague", 2), ("attache", 2), ("administrator", 3)],
)
def test_lists_and_single_records_by_clearance(
    ask: Callable[..., tuple[int, object]],
    activity: Callable[..., Activity],
    person: str,
    seen: int,
) -> None:
    rows = [activity(marking, title=f"会談{marking}") for marking in (0, 1, 2)]

    _, answer = ask(person, "/activities")
    assert isinstance(answer, dict)
    assert answer["page"]["total"] == seen
    opened = [ask(person, f"/activities/{row.pk}")[0] for row in rows]
    assert opened == [200] * seen + [404] * (3 - seen)
    _, partner = ask(person, "/partners/NZL")
    assert isinstance(partner, dict)
    assert partner["activities"] == seen


@pytest.mark.parametrize(
    ("person", "seen"), [("outsider", 0), ("attache", 0), ("owner", 1), ("administrator", 1)]
)
def test_documents_and_policies_by_clearance(
    ask: Callable[..., tuple[int, object]], people: People, person: str, seen: int
) -> None:
    source = Source()
    source.ingest(sheet(source), people.administrator, marking=1)
    document, policy = StoredDocument.objects.get(), Policy.objects.get()
    status = 200 if seen else 404

    for path in ("/documents", "/policies"):
        _, answer = ask(person, path)
        assert isinstance(answer, list)
        assert len(answer) == seen
    for path in (
        f"/documents/{document.pk}",
        f"/documents/{document.pk}/records",
        f"/documents/{document.pk}/leftovers",
        f"/policies/{policy.pk}/indicators",
    ):
        assert ask(person, path)[0] == status, path
    if seen:
        _, indicators = ask(person, f"/policies/{policy.pk}/indicators")
        assert isinstance(indicators, list)
        values = {value["kind"]: value for value in indicators[0]["values"]}
        assert values["actual"]["absence"] == ""
        assert "value" not in values["mid_term_target"]
        _, records = ask(person, f"/documents/{document.pk}/records", type="rating")
        assert isinstance(records, list)
        assert [record["type"] for record in records] == ["rating"]


@pytest.mark.parametrize(
    "query", [{"page": 0}, {"per_page": 5000}, {"year": "令和"}, {"since": "5月"}]
)
def test_what_cannot_be_asked_is_refused(
    ask: Callable[..., tuple[int, object]], query: dict[str, object]
) -> None:
    assert ask("outsider", "/activities", **query)[0] == 422


def test_the_sentence_is_in_the_language_of_the_person(
    ask: Callable[..., tuple[int, object]], people: People
) -> None:
    people.outsider.language = "en"
    people.outsider.save()

    _, english = ask("outsider", "/activities/9")
    _, japanese = ask("owner", "/activities/9")
    assert isinstance(english, dict)
    assert isinstance(japanese, dict)
    assert english["code"] == japanese["code"] == "RK505"
    assert "There is no" in english["message"]
    assert "ありません" in japanese["message"]
