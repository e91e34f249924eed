"""The page of open questions: what it shows to whom, answers with reasons, and taking them back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.documents.models import ReadingProposal, SourceRecord, StoredDocument
from renkei.apps.register import services
from renkei.apps.register.link_models import Conflict
from renkei.apps.register.models import Activity, RecordLink
from renkei.apps.register.questions import CONFLICT
from tests.records import Source, talks
from tests.register import People
from tests.web.test_linking import LIST, follow

Opens = Callable[[User], Client]
Stores = Callable[..., StoredDocument]


@pytest.fixture
def conflict(document: Stores) -> Conflict:
    document(LIST.format(country="チリ", mode="電話", twice="", name="甲"), "one.txt")
    document(LIST.format(country="チリ", mode="テレビ", twice="", name="乙"), "other.txt")
    return Conflict.objects.get()


@pytest.fixture
def likely(document: Stores) -> RecordLink:
    document(LIST.format(country="チリ", mode="電話", twice="(2回)", name="丙"), "one.txt")
    document(LIST.format(country="チリ", mode="電話", twice="", name="甲"), "other.txt")
    link = RecordLink.objects.filter(state="proposed").first()
    assert link is not None
    return link


@pytest.fixture
def proposal(people: People) -> ReadingProposal:
    source = Source()
    source.ingest([talks(source)], people.owner, organisation=people.ours)
    services.correct_activity(
        by=people.owner, activity=Activity.objects.get(), version=1,
        values={"mode": "phone"}, reason="議事録",
    )  # fmt: skip
    source.ingest([replace(talks(source), mode="video")], people.owner)
    return ReadingProposal.objects.get()


def show(client: Client, **asked: Any) -> str:
    return client.get("/questions/", asked).content.decode()


def answer(client: Client, row: Any, kind: str, **data: Any) -> str:
    return follow(client, f"/questions/{kind}/{row.pk}", **data)


def decide(client: Client, row: Conflict, *, mode: str = "video", reason: str = "議事録") -> str:
    record = SourceRecord.objects.get(payload__mode=mode)
    version = Activity.objects.get().version
    said = {"action": "decide", "version": version, "record": record.pk, "reason": reason}
    return answer(client, row, CONFLICT, **said)


def test_nothing_is_open(client_of: Opens, people: People) -> None:
    page = show(client_of(people.outsider))
    assert "この種類の未決事項はありません" in page
    assert "nav__number" not in page


def test_both_statements_stand_side_by_side_with_their_words(
    client_of: Opens, people: People, conflict: Conflict
) -> None:
    page = show(client_of(people.owner))
    assert page.count('class="questions__side') >= 2
    for words in ("令和4年度甲の", "令和4年度乙の", "電話会談", "テレビ会談"):
        assert words in page
    assert re.search(r'nav__number">1<', page), "the navigation says how many are open"
    assert re.search(r'href="/questions/">1<', client_of(people.owner).get("/").content.decode())


def test_a_value_that_nobody_printed_says_so(
    client_of: Opens, people: People, conflict: Conflict
) -> None:
    client = client_of(people.owner)
    record = SourceRecord.objects.get(payload__mode="video")
    for notes, told in ((record.notes, 0), ([*record.notes, "mode_inferred"], 1)):
        SourceRecord.objects.filter(pk=record.pk).update(notes=notes)
        for address in ("/questions/", f"/activities/{conflict.activity_id}/"):
            page = re.sub(r" <kbd.*?</kbd>|</label>", "", client.get(address).content.decode())
            assert (
                page.count('テレビ会議</strong> <span class="chip chip--note">形式を推定') == told
            )


def test_who_may_not_decide_may_look(client_of: Opens, people: People, conflict: Conflict) -> None:
    for stranger in (people.colleague, people.outsider):
        client = client_of(stranger)
        page = show(client)
        assert "電話会談" in page
        assert 'name="action"' not in page
        record = SourceRecord.objects.first()
        assert record is not None
        data = {"action": "decide", "record": record.pk, "version": 1, "reason": "x"}
        assert client.post(f"/questions/conflict/{conflict.pk}", data).status_code == 403


def test_a_conflict_is_decided_found_again_and_opened(
    client_of: Opens, people: People, conflict: Conflict
) -> None:
    client = client_of(people.owner)
    assert "理由が必要です" in decide(client, conflict, reason=" ")
    page = decide(client, conflict)
    assert "判断を保存しました" in page
    assert "この種類の未決事項はありません" in page
    assert Activity.objects.get().mode == "video"
    page = show(client, kind="conflict", state="decided")
    assert "議事録" in page
    version = Activity.objects.get().version
    page = answer(
        client, conflict, CONFLICT, action="take_back", version=version, reason="議事録の誤り"
    )
    assert "未決に戻しました" in page


def test_the_second_of_two_is_told(client_of: Opens, people: People, conflict: Conflict) -> None:
    version = Activity.objects.get().version
    decide(client_of(people.owner), conflict)
    record = SourceRecord.objects.get(payload__mode="phone")
    said = {"action": "decide", "version": version, "record": record.pk, "reason": "日程表"}
    page = answer(client_of(people.teammate), conflict, CONFLICT, **said)
    assert "owner さんが変更しました" in page
    assert Activity.objects.get().mode == "video"


def test_a_source_is_split_off(client_of: Opens, people: People, conflict: Conflict) -> None:
    client = client_of(people.owner)
    record = SourceRecord.objects.get(payload__mode="video")
    answer(client, conflict, CONFLICT, action="split", record=record.pk, reason="別の日の会談")
    assert Activity.objects.count() == 2
    page = show(client, kind="link", state="decided")
    assert "別の日の会談" in page


def test_a_likely_link_is_joined_and_taken_back(
    client_of: Opens, people: People, likely: RecordLink
) -> None:
    client = client_of(people.owner)
    page = show(client)
    assert "一つの案件か、別の案件か" in page, "the kind that has open questions comes first"
    assert "一つの案件にまとめました" in answer(
        client, likely, "link", action="join", reason="議事録の日付が同じ"
    )
    assert Activity.objects.count() == 2
    assert "teammate" not in show(client, kind="link", item=likely.pk)
    late = answer(client_of(people.teammate), likely, "link", action="part", reason="別の日")
    assert "owner さんが変更しました" in late
    answer(client, likely, "link", action="take_back", reason="読み違い")
    assert Activity.objects.count() == 3


def test_a_better_reading_is_kept_off_on_the_page(
    client_of: Opens, people: People, proposal: ReadingProposal
) -> None:
    client = client_of(people.owner)
    page = show(client)
    for words in ("訂正と違う読み取り", "電話", "テレビ会議", "国防相会談（5月"):
        assert words in page
    assert "訂正した値を残しました" in answer(
        client, proposal, "reading", action="keep", reason="議事録が正しい"
    )
    assert "議事録が正しい" in show(client, kind="reading", state="decided")
    assert Activity.objects.get().mode == "phone"


def test_a_better_reading_is_taken_over_at_the_record(
    client_of: Opens, people: People, proposal: ReadingProposal
) -> None:
    client = client_of(people.owner)
    activity = Activity.objects.get()
    record = proposal.record
    here = f"/activities/{activity.pk}/"
    checked = f"/documents/{record.document_id}/review/"
    for address in (here, f"{checked}?record={record.pk}"):
        assert "今回読み取った値を採る" in client.get(address).content.decode()
    assert "今回読み取った値を採る" not in client_of(people.outsider).get(here).content.decode()
    done = client.post(
        f"/questions/reading/{proposal.pk}",
        {"action": "take", "reason": "原文を確認", "back": here},
    )
    assert done.headers["Location"] == here
    assert Activity.objects.get().mode == "video"
    page = client.get(here).content.decode()
    assert "採用済み" in page
    assert "原文を確認" in page


def test_nobody_is_sent_elsewhere(
    client_of: Opens, people: People, proposal: ReadingProposal
) -> None:
    data = {"action": "keep", "reason": "原文を確認", "back": "https://example.org/"}
    done = client_of(people.owner).post(f"/questions/reading/{proposal.pk}", data)
    assert done.headers["Location"].startswith("/questions/")


def test_filters_of_the_address(client_of: Opens, people: People, conflict: Conflict) -> None:
    client = client_of(people.owner)
    pair = "-".join(str(pk) for pk in sorted(StoredDocument.objects.values_list("pk", flat=True)))
    shown = show(client, kind="conflict", field="mode", partner="CHL", documents=pair)
    assert "電話会談" in shown
    for other in ({"field": "start"}, {"partner": "KEN"}, {"documents": "7-9"}, {"kind": "?"}):
        page = show(client, **other)
        assert "電話会談" in page, "a filter that is not offered is left out"
    assert "この条件に合う事項はありません" in show(client, kind="conflict", state="decided")


@pytest.mark.parametrize("address", ["link/1", "conflict/999999", "other/1"])
def test_what_is_not_there(
    client_of: Opens, people: People, conflict: Conflict, address: str
) -> None:
    data = {"action": "decide", "reason": "x"}
    assert client_of(people.owner).post(f"/questions/{address}", data).status_code == 404


def test_the_page_in_english(client_of: Opens, people: People, conflict: Conflict) -> None:
    client = client_of(people.owner)
    client.post("/language", {"language": "en"})
    page = show(client)
    assert "Sources that disagree" in page
    assert "Let the chosen value hold" in page
