"""Several sources on the page of an activity: shown, explained, decided, split and joined."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from renkei.apps.accounts.models import User
from renkei.apps.documents.models import SourceRecord, StoredDocument
from renkei.apps.register.models import Activity, Partner, RecordLink
from renkei.web.activities.several import questions
from tests.register import People

Opens = Callable[[User], Client]
LIST = """令和4年度{name}の実施施策に係る政策評価書

測定指標 二国間・多国間における交流の実施
●令和4年度の交流実績
<チリ>
海幕長と{country}海軍司令官との{mode}会談(6月{twice})
"""


@pytest.fixture
def told(document: Callable[..., StoredDocument]) -> Activity:
    document(LIST.format(country="チリ", mode="電話", twice="", name="甲"), "one.txt")
    document(LIST.format(country="チリ", mode="テレビ", twice="", name="乙"), "other.txt")
    return Activity.objects.get()


def follow(client: Client, address: str, **data: Any) -> str:
    return client.post(address, data, follow=True).content.decode()


def test_both_sources_and_why_they_are_one_event(
    client_of: Opens, people: People, told: Activity
) -> None:
    page = client_of(people.outsider).get(f"/activities/{told.pk}/").content.decode()
    assert "令和4年度甲の" in page
    assert "令和4年度乙の" in page
    assert "出典の間の不一致" in page
    assert "同じ案件とした根拠" in page
    assert "この値を採る" not in page, "only who may correct may decide"


def test_a_conflict_is_decided_and_opened_again(
    client_of: Opens, people: People, told: Activity
) -> None:
    client = client_of(people.owner)
    address = f"/activities/{told.pk}/conflicts/mode"
    video = SourceRecord.objects.get(payload__mode="video")
    page = follow(client, address, version=told.version, record=video.pk, reason="")
    assert "理由が必要です" in page
    page = follow(client, address, version=told.version, record=video.pk, reason="議事録による")
    assert "判断を保存しました" in page
    assert "議事録による" in page
    decided = Activity.objects.get()
    assert decided.mode == "video"
    page = follow(
        client, address, action="take_back", version=decided.version, reason="議事録の誤り"
    )
    assert "未決に戻しました" in page
    denied = client_of(people.colleague).post(address, {"record": video.pk, "version": 1})
    assert denied.status_code == 403


def test_sources_are_split_and_put_together_again(
    client_of: Opens, people: People, told: Activity
) -> None:
    client = client_of(people.owner)
    record = SourceRecord.objects.get(payload__mode="video")
    page = follow(client, f"/activities/{told.pk}/sources/{record.pk}/part", reason="別の日の会談")
    assert "別の案件に分けました" in page
    assert "別の案件としたもの" in page
    assert Activity.objects.count() == 2
    link = RecordLink.objects.get()
    follow(client, f"/activities/{told.pk}/links/{link.pk}", action="take_back", reason="誤り")
    assert Activity.objects.count() == 1


def test_a_proposal_is_answered(
    client_of: Opens, people: People, document: Callable[..., StoredDocument]
) -> None:
    document(LIST.format(country="チリ", mode="電話", twice="(2回)", name="丙"), "one.txt")
    document(LIST.format(country="チリ", mode="電話", twice="", name="甲"), "other.txt")
    assert Activity.objects.count() == 3
    link = RecordLink.objects.filter(state="proposed").first()
    assert link is not None
    activity = Activity.objects.get(sources__record=link.one)
    client = client_of(people.owner)
    page = client.get(f"/activities/{activity.pk}/").content.decode()
    assert "同じ案件かもしれないもの" in page
    address = f"/activities/{activity.pk}/links/{link.pk}"
    page = follow(client, address, action="join", reason="議事録の日付が同じ")
    assert "一つの案件にまとめました" in page
    assert Activity.objects.count() == 2
    left = Activity.objects.get(sources__record=link.one)
    follow(client, f"/activities/{left.pk}/links/{link.pk}", action="take_back", reason="読み違い")
    assert Activity.objects.count() == 3


CHILE = {"CHL": Partner(code="CHL", name_ja="チリ", name_en="Chile")}


def record(**payload: Any) -> SourceRecord:
    evidence = {"document": {"name": "a.txt"}, "line": 1}
    return SourceRecord(payload={"evidence": evidence, **payload})


@pytest.mark.django_db
def test_every_value_is_told_in_words() -> None:
    records = [record(mode="phone", partners=["CHL"]), record(mode="video", partners=["CHL"])]
    with translation.override("ja"):
        (found,) = questions(Activity(pk=1, mode="phone"), records, CHILE)
        assert found.name == "形式"
        assert [(one.words, one.holds) for one in found.choices] == [
            ("電話", True),
            ("テレビ会議", False),
        ]


@pytest.mark.django_db
def test_partners_are_told_by_name_and_silence_is_no_disagreement() -> None:
    records = [record(partners=["CHL"], mode=None), record(partners=["CHL", "KEN"], mode="phone")]
    with translation.override("ja"):
        (found,) = questions(Activity(pk=1), records, CHILE)
        assert [one.words for one in found.choices] == ["チリ", "チリ、KEN"]
