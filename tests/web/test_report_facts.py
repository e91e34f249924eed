"""Facts of reports on the pages of documents and partners, in both languages."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.documents.models import StoredDocument
from tests.register import People

REPORT = """2　各国との防衛協力・交流

（1）ペルー
ペルーは、わが国の「包括的パートナー」である。2031年4月、日ペルー情報保護協定への署名が行われ、同年9月に発効した。2032年5月以降、計7回、実務者協議が行われた。

資料51（最近の日ペルー防衛協力・交流の主要な実績）

3　多国間の取組

パシフィック・パートナーシップには、わが国のほか、ペルー、チリ及びトンガが参加している。
"""
Opens = Callable[[User], Client]
Makes = Callable[..., StoredDocument]


def page(client: Client, address: str, language: str = "ja") -> str:
    answer = client.get(address, headers={"accept-language": language})
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_partner_page_tells_what_documents_say_with_the_place(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored = document(REPORT, "report.txt")
    client = client_of(people.administrator)
    shown = page(client, "/partners/PER/")
    for words in (
        "資料に記された概要",
        "包括的パートナー",
        "関係の呼称",
        "日ペルー情報保護協定",
        "署名 2031年4月",
        "発効 2031年9月",
        "実務者協議が行われた: 計7回",
        "資料51 最近の日ペルー防衛協力・交流の主要な実績",
        "パシフィック・パートナーシップ",
    ):
        assert words in shown
    assert f"/documents/{stored.pk}/?at=" in shown
    other = page(client, "/partners/TON/")
    assert "パシフィック・パートナーシップ" in other
    assert "包括的パートナー" not in other


def test_what_may_not_be_seen_is_not_told(
    people: People, client_of: Opens, document: Makes
) -> None:
    document(REPORT, "report.txt", marking=2)
    shown = page(client_of(people.outsider), "/partners/PER/")
    assert "包括的パートナー" not in shown
    assert "資料に記された概要" not in shown


def test_records_of_a_document_in_both_languages(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored = document(REPORT, "report.txt")
    client = client_of(people.administrator)
    japanese = page(client, f"/documents/{stored.pk}/records")
    assert "ペルー · 関係の呼称" in japanese
    assert "2032年5月から" in japanese
    client.cookies["renkei_language"] = "en"
    english = page(client, f"/documents/{stored.pk}/records", "en")
    assert "Peru · Name of the relationship" in english
    assert "Signing April 2031 · Entry into force September 2031" in english
    assert "Members Japan, Peru, Chile, Tonga" in english


def test_a_record_under_review_shows_every_value_in_words(
    people: People, client_of: Opens, document: Makes
) -> None:
    stored = document(REPORT, "report.txt")
    record = stored.records.get(type="agreement")
    client = client_of(people.administrator)
    shown = page(client, f"/documents/{stored.pk}/review/?record={record.pk}")
    for words in ("発効済", "2031年9月", "情報保護協定", "ペルー"):
        assert words in shown
    assert "in_force" not in shown
