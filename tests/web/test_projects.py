"""Pages of the review data: who takes files in, what is shown, links and their taking back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.evaluation.models import Means, Policy
from renkei.apps.projects.models import Project
from renkei.core.review_sheets.budgets import ProjectYear, budget_rows
from renkei.core.review_sheets.goals import Goal, goal_rows
from renkei.core.review_sheets.layouts import BUDGETS, GOALS
from renkei.core.review_sheets.table import read_table, write_table
from tests.register import People

Opens = Callable[[User], Client]
YEAR = ProjectYear(
    project_id="7001",
    project_name="訓練の交流",
    ministry="見本省",
    review_year=2025,
    budget_year=2024,
    initial=1_000_000,
    total=1_234_567,
    executed=900_400,
)
GOAL = Goal(
    project_id="7001",
    project_name="訓練の交流",
    review_year="2025",
    number="1",
    level="アウトプット",
    indicator="訓練の回数",
    targets={2024: "5"},
    actuals={2024: "0"},
)


def upload(client: Client, data: bytes, name: str = "2-1.csv") -> str:
    file = SimpleUploadedFile(name, data)
    return client.post("/policies/projects/new", {"file": file}, follow=True).content.decode()


@pytest.fixture
def means(people: People) -> Means:
    policy = Policy.objects.create(name="見本の施策", fiscal_year=2025, organisation=people.ours)
    row = Means.objects.create(policy=policy, number=1, name="訓練の交流")
    row.amounts.create(fiscal_year=2024, budget_yen=9_000_000, printed_unit="千円")
    return row


def test_files_are_taken_in_shown_and_told_where_they_drift(
    people: People, client_of: Opens
) -> None:
    client = client_of(people.evaluator)
    assert "取り込んだデータはまだありません" in client.get("/policies/projects/").content.decode()
    page = upload(client, write_table(BUDGETS, budget_rows([YEAR])).removeprefix(b"\xef\xbb\xbf"))
    assert "1行から1事業を取り込みました" in page
    assert "BOM がない" in page
    upload(client, write_table(GOALS, goal_rows([GOAL])), "3-1.csv")
    assert "訓練の交流" in client.get("/policies/projects/?text=見本省").content.decode()
    page = client.get(f"/policies/projects/{Project.objects.get().pk}/").content.decode()
    for words in ("1,234.567", "900.4", "訓練の回数", "2-1.csv 行 2", "3-1.csv 行 2"):
        assert words in page, words


def test_bad_files_get_one_sentence_and_leave_nothing(people: People, client_of: Opens) -> None:
    client = client_of(people.evaluator)
    for data, code in ((b"", "RK103"), (b"a,b\r\n1,2\r\n", "RK601"), (b"PK\x03\x04", "RK613")):
        assert code in upload(client, data)
    assert not Project.objects.exists()


@pytest.mark.parametrize("name", ["owner", "outsider", "attache"])
def test_those_who_may_not_are_refused(
    people: People, client_of: Opens, means: Means, name: str
) -> None:
    client = client_of(getattr(people, name))
    project = Project.objects.create(number="1", name="x")
    assert client.get("/policies/projects/new").status_code == 403
    said = {"means": means.pk, "reason": "r"}
    assert client.post(f"/policies/projects/{project.pk}/links", said).status_code == 403
    assert client.get(f"/policies/projects/{project.pk}/").status_code == 200


def test_a_means_is_linked_compared_and_parted(
    people: People, client_of: Opens, means: Means
) -> None:
    client = client_of(people.evaluator)
    upload(client, write_table(BUDGETS, budget_rows([YEAR, replace(YEAR, budget_year=2023)])))
    address = f"/policies/projects/{Project.objects.get().pk}/"
    assert "同じ名称の達成手段" in client.get(address).content.decode()
    answer = client.post(f"{address}links", {"means": means.pk, "reason": ""})
    assert answer.status_code == 400
    assert "「理由」を入力してください。" in answer.content.decode()
    said = {"means": means.pk, "reason": "名称と所管が同じ"}
    page = client.post(f"{address}links", said, follow=True).content.decode()
    assert "名称と所管が同じ" in page
    assert "相違あり" in page
    link = means.project_links.get()
    client.post(f"{address}links/{link.pk}", {"reason": "別の事業"})
    link.refresh_from_db()
    assert link.ended_by == "evaluator"


def test_a_hidden_policy_stays_hidden(people: People, client_of: Opens, means: Means) -> None:
    means.policy.marking = 1
    means.policy.save()
    address = f"/policies/{means.policy.pk}/review-data/2-1.csv"
    assert client_of(people.outsider).get(address).status_code == 404
    answer = client_of(people.evaluator).get(address)
    assert "2-1_RS_2025" in answer.headers["Content-Disposition"]
    assert read_table(answer.content, "2-1").drifts == ()
    assert client_of(people.evaluator).get(address.replace("2-1", "9-9")).status_code == 404
