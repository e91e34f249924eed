"""Agreements: steps told as activities as one record, bare mentions, official names."""

from __future__ import annotations

from typing import Any

from renkei.core.pipeline import read
from renkei.core.records.encode import to_json_all
from renkei.core.source import DocumentRef
from renkei.core.text.document import Document


def agreements(body: str, heading: str = "ペルー") -> list[dict[str, Any]]:
    text = f"2　各国との防衛協力・交流\n\n（1）{heading}\n{body}\n"
    reading = read(Document(DocumentRef("report.txt", "0" * 64), text))
    for record in reading.records:
        evidence = record.evidence
        assert text[evidence.start : evidence.end] == evidence.text
    return [row for row in to_json_all(reading.records) if row["type"] == "agreement"]


def test_signing_approval_and_entry_into_force_are_one_agreement() -> None:
    [row] = agreements(
        "2031年4月、日ペルー情報保護協定への署名が行われ、同年6月の国会承認を経て同年9月に発効した。"
    )
    assert (row["name"], row["agreement"], row["partners"]) == (
        "日ペルー情報保護協定",
        "情報保護協定",
        ["PER"],
    )
    assert (row["signed"], row["approved"], row["in_force"], row["stage"]) == (
        "2031-04",
        "2031-06",
        "2031-09",
        "in_force",
    )
    assert row["evidence"]["text"].startswith("2031年4月")
    assert row["evidence"]["text"].endswith("発効し")


def test_memoranda_are_told_apart_by_name() -> None:
    rows = agreements(
        "2031年4月、防衛協力・交流に関する覚書に署名した。"
        "2032年5月、衛生分野の協力に関する覚書に署名した。"
    )
    assert [(row["signed"], row["stage"]) for row in rows] == [
        ("2031-04", "signed"),
        ("2032-05", "signed"),
    ]


def test_a_mention_counts_only_where_no_date_is_told() -> None:
    rows = agreements(
        "両国は、日ペルーACSAや日ペルー円滑化協定といった基盤を整えてきた。"
        "2031年4月、日ペルーACSAへの署名が行われた。"
    )
    assert [(row["name"], row.get("signed"), row["rule"]) for row in rows] == [
        ("日ペルー円滑化協定", None, "report.agreement.mention"),
        ("日ペルーACSA", "2031-04", "agreements.steps"),
    ]


def test_the_furthest_stage_of_what_is_not_signed_yet() -> None:
    [row] = agreements(
        "2031年4月の会談では、防衛装備品・技術移転協定の交渉を始めることで一致した。"
        "2032年5月の会談では、防衛装備品・技術移転協定が実質合意に至ったことを歓迎した。"
    )
    assert (row["partners"], row["stage"], row["notes"]) == (
        ["PER"],
        "agreed_in_principle",
        ["partner_from_heading"],
    )


def test_entry_into_force_without_a_date_adds_to_a_dated_signing() -> None:
    rows = agreements(
        "2031年4月、日ペルー情報保護協定への署名が行われた。"
        "両大臣は、日ペルー情報保護協定の署名・発効を歓迎した。"
        "両大臣は、日ペルー防衛協力・交流に関する覚書への大臣による署名を踏まえ、協力を深めた。"
    )
    assert [(row["name"], row.get("signed"), row["stage"]) for row in rows] == [
        ("日ペルー情報保護協定", "2031-04", "signed"),
        ("日ペルー情報保護協定", None, "in_force"),
        ("日ペルー防衛協力・交流に関する覚書", None, "signed"),
    ]


def test_an_official_name_stands_in_a_note() -> None:
    rows = agreements(
        "2031年4月、ペルーを訪問し、日ペルー海上事故防止協定12に基づく会合を開いた。\n\n"
        "12\t 正式名称：海における事故の予防に関する日本国政府とペルー共和国政府との間の協定。\n"
    )
    named = [row for row in rows if "official_name" in row]
    assert [(row["name"], row["partners"], row["official_name"]) for row in named] == [
        (
            "日ペルー海上事故防止協定",
            ["PER"],
            "海における事故の予防に関する日本国政府とペルー共和国政府との間の協定",
        )
    ]


def test_a_planned_signing_makes_no_agreement() -> None:
    assert agreements("2031年4月、覚書に署名する予定であったが、署名は中止となった。") == []
