"""The pages on which an edited sheet comes back: download, upload, decide, refusals in the form."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.documents.services import ingest
from renkei.apps.evaluation.models import IndicatorValue, Policy
from renkei.apps.returned.models import ReturnedSheet
from tests.register import People

Opens = Callable[[User], Client]
SAMPLE = Path(__file__).parents[2] / "src/renkei/config/sample/documents/mihon-jizen-bunseki.txt"


@pytest.fixture
def policy(people: People) -> Policy:
    data = SAMPLE.read_bytes()
    ingest(name="a.txt", data=data, by=people.administrator, organisation=people.ours)
    return Policy.objects.get()


def edited(client: Client, policy: Policy) -> SimpleUploadedFile:
    """The sheet from its page with 15 instead of 14."""
    book = openpyxl.load_workbook(
        io.BytesIO(client.get(f"/policies/{policy.pk}/sheet.xlsx").content)
    )
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == 14:
                    cell.value = 15
    target = io.BytesIO()
    book.save(target)
    return SimpleUploadedFile("調書.xlsx", target.getvalue())


def target() -> IndicatorValue:
    return IndicatorValue.objects.get(indicator__number="1-2", kind="target", fiscal_year=2023)


def test_a_sheet_is_downloaded_edited_brought_back_and_accepted(
    people: People, client_of: Opens, policy: Policy
) -> None:
    client = client_of(people.owner)
    base = f"/policies/{policy.pk}/returned/"
    assert base in client.get(f"/policies/{policy.pk}/").content.decode()
    answer = client.post(base, {"file": edited(client, policy)})
    assert answer.status_code == 302
    page = client.get(answer["Location"])
    (row,) = page.context["changes"]
    assert (row["printed"], row["now"], row["value"]) == ("14", "14", "15")
    assert row["change"].place in page.content.decode()
    assert target().value == 14
    chosen = f"{row['change'].pk}:{row['seen']}"
    refused = client.post(answer["Location"] + "decide", {"action": "accept"})
    assert refused.status_code == 400
    assert "RK821" in refused.content.decode()
    done = client.post(answer["Location"] + "decide", {"action": "all", "without_conflict": chosen})
    assert done.status_code == 302
    assert target().value == 15


def test_a_refusal_stands_at_the_file(people: People, client_of: Opens, policy: Policy) -> None:
    client = client_of(people.owner)
    base = f"/policies/{policy.pk}/returned/"
    answer = client.post(base, {"file": SimpleUploadedFile("a.pdf", b"%PDF-1.7")})
    assert answer.status_code == 400
    assert "RK810" in answer.content.decode()
    assert client.post(base, {}).status_code == 400
    assert not ReturnedSheet.objects.exists()


def test_others_read_and_may_not(people: People, client_of: Opens, policy: Policy) -> None:
    owner = client_of(people.owner)
    base = f"/policies/{policy.pk}/returned/"
    where = owner.post(base, {"file": edited(owner, policy)})["Location"]
    row = owner.get(where).context["changes"][0]
    chosen = f"{row['change'].pk}:{row['seen']}"
    stranger = client_of(people.colleague)
    page = stranger.get(where)
    assert page.status_code == 200
    assert 'name="change"' not in page.content.decode()
    data = {"action": "accept", "change": chosen}
    assert stranger.post(where + "decide", data).status_code == 403
    assert stranger.post(base, {"file": edited(owner, policy)}).status_code == 403
    Policy.objects.update(marking=1)
    assert client_of(people.outsider).get(where).status_code == 404
    assert client_of(people.outsider).get(base).status_code == 404
    assert target().value == 14
