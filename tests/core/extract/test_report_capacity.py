"""Programmes of capacity building told in prose, in items and in tables."""

from __future__ import annotations

from typing import Any

from renkei.core.extract.report import read_report
from renkei.core.pipeline import read
from renkei.core.records.encode import to_json_all
from renkei.core.source import DocumentRef
from renkei.core.text.document import Document


def reading(text: str) -> Any:
    document = Document(DocumentRef("report.txt", "0" * 64), text)
    return read(document, readers=((read_report, "white_paper"),))


def programmes(body: str, heading: str = "能力構築支援の取組") -> list[dict[str, Any]]:
    text = f"4　{heading}\n\n2031年4月、協議を行った。{body}\n"
    found = reading(text)
    for record in found.records:
        evidence = record.evidence
        assert text[evidence.start : evidence.end] == evidence.text
    return [row for row in to_json_all(found.records) if row["type"] == "capacity_building"]


def told(rows: list[dict[str, Any]]) -> list[tuple[Any, ...]]:
    return [(row["partners"], row.get("field"), row.get("form")) for row in rows]


def test_partner_by_partner_with_the_form_of_the_sentence() -> None:
    rows = programmes(
        "2031年5月から2032年2月までの間に実施した事業は9件であった。"
        "派遣として、チリにおける港湾管理に関する講義、ペルー海軍に対する水路測量セミナーや救難教育を実施した。"
    )
    assert told(rows) == [
        (["CHL"], "港湾管理に関する講義", "dispatch"),
        (["PER"], "水路測量セミナー", "dispatch"),
        (["PER"], "救難教育", "dispatch"),
    ]
    assert {row["period"] for row in rows} == {"2031年5月から2032年2月"}
    assert rows[0]["notes"] == ["date_shared"]
    assert rows[0]["evidence"]["text"] == "チリにおける港湾管理に関する講義"


def test_online_and_invited_pieces_tell_their_own_form() -> None:
    rows = programmes(
        "また、トンガに対しては、通信技術セミナーをオンラインで実施するとともに、"
        "軍医官5名を招へいして衛生研修を行った。"
    )
    assert told(rows) == [
        (["TON"], "通信技術セミナー", "online"),
        (["TON"], "衛生研修", "invitation"),
    ]
    assert rows[1]["persons"] == 5


def test_what_is_dated_is_an_activity_and_not_read_here() -> None:
    assert programmes("2032年6月、チリに対する救難教育を実施した。") == []
    assert programmes("チリに対する救難教育を実施した。", heading="各国との協力") == []


def test_items_of_a_figure_name_partner_field_and_who_works_along() -> None:
    rows = programmes(
        "\n\n○南米　…　ペルー軍に対する能力構築支援（水路測量）の実施　など\n"
        "○豪州　…　オーストラリア主催のトンガに対する能力構築支援「サザン・リーフ」への参加　など\n",
        heading="多国間の取組",
    )
    assert [(r["partners"], r["field"], r["co_operating"]) for r in rows] == [
        (["PER"], "水路測量", []),
        (["TON"], "サザン・リーフ", ["AUS"]),
    ]


def test_a_table_with_columns_and_a_country_over_two_rows() -> None:
    rows = programmes(
        "\n\n表1　能力構築支援の実施状況\n"
        "対象国\t分野\t形式\t実施時期\t参加人数\t連携国\n"
        "チリ\t救難\t派遣\t2031年6月\t12名\t米、豪\n"
        "水路測量\tオンライン\t2031年7月\t8名\tカナダ\n"
        "トンガ\t衛生\t招へい\t2031年8月\t5名\tなし\n"
        "合計\t3件\n"
        "ペルー\t衛生\t招へい\t2031年8月\t5名\tなし\n"
    )
    assert told(rows) == [
        (["CHL"], "救難", "dispatch"),
        (["CHL"], "水路測量", "online"),
        (["TON"], "衛生", "invitation"),
    ]
    assert [(row["period"], row["persons"], row["co_operating"]) for row in rows] == [
        ("2031年6月", 12, ["USA", "AUS"]),
        ("2031年7月", 8, ["CAN"]),
        ("2031年8月", 5, []),
    ]
    assert rows[1]["notes"] == ["partner_from_heading"]


def test_fields_of_a_map_that_stand_apart_from_their_countries_are_left_over() -> None:
    found = reading(
        "4　能力構築支援\n\n2031年4月、協議を行った。\n\n"
        "図表Ⅱ-1 能力構築支援の状況（2031.4～2032.3）\n\n"
        "チリ\nペルー\nトンガ\n\n救難\n水路測量\n衛生\n\n※地図の色は地域を示しており、国境を示すものではない。\n"
    )
    assert [row["partner"] for row in to_json_all(found.records) if row["type"] == "listed_partner"] == [
        "CHL", "PER", "TON",
    ]  # fmt: skip
    assert [(left.reason, left.evidence.text) for left in found.leftovers] == [
        ("partner_not_told", "救難\n水路測量\n衛生")
    ]
