"""Frameworks told by a report: members with years, bodies, levels, beginnings, chairs."""

from __future__ import annotations

from typing import Any

from renkei.core.extract.narrative import read_narrative
from renkei.core.extract.report import read_report
from renkei.core.pipeline import read
from renkei.core.records.encode import to_json_all
from renkei.core.source import DocumentRef
from renkei.core.text.document import Document


def frameworks(body: str, heading: str = "多国間の取組") -> list[dict[str, Any]]:
    text = f"3　{heading}\n\n2031年4月、多国間の会合に参加した。{body}\n"
    document = Document(DocumentRef("report.txt", "0" * 64), text)
    reading = read(document, readers=((read_report, "white_paper"),))
    for record in reading.records:
        evidence = record.evidence
        assert text[evidence.start : evidence.end] == evidence.text
    return [row for row in to_json_all(reading.records) if row["type"] == "framework"]


def test_members_with_the_year_they_joined() -> None:
    [row] = frameworks(
        "西太平洋海軍シンポジウムは、海の協力を話し合う場である。"
        "西太平洋海軍シンポジウムには、現在7か国（ペルー、チリ（以上1990年から）、トンガ（1994年から）"
        "に、日本、カナダ（以上1996年から）、メキシコ）と1機関（EU）がメンバーとして参加する。"
    )
    assert (row["name"], row["code"]) == ("西太平洋海軍シンポジウム", "WPNS")
    assert [(m["code"], m.get("since")) for m in row["members"]] == [
        ("PER", "1990"),
        ("CHL", "1990"),
        ("TON", "1994"),
        ("JPN", "1996"),
        ("CAN", "1996"),
        ("MEX", None),
        ("EU", None),
    ]


def test_those_who_take_part() -> None:
    [row] = frameworks(
        "パシフィック・パートナーシップには、わが国のほか、ペルー、チリ及びトンガが参加している。"
    )
    assert [member["code"] for member in row["members"]] == ["JPN", "PER", "CHL", "TON"]


def test_bodies_below_a_framework() -> None:
    rows = frameworks(
        "ARFは、閣僚会合のもとに、①ARF賢人会合、②海の分科会が設置されている。"
        "なお、ARFでは、2003年の閣僚会合以降、ARF防衛当局者会合（DOD：Defence Officials）が開催されている。"
    )
    assert [(r["name"], r.get("code"), r["parent"], r.get("since")) for r in rows] == [
        ("ARF賢人会合", "ARF/EEP", "ARF", None),
        ("海の分科会", None, "ARF", None),
        ("ARF防衛当局者会合", "ARF/DOD", "ARF", "2003"),
    ]


def test_bodies_named_once_for_several_fields() -> None:
    rows = frameworks("防衛医学、サイバーの2つの専門家会合を設置した。", heading="ADMMプラスの取組")
    assert [(r["name"], r["code"], r["notes"]) for r in rows] == [
        ("防衛医学専門家会合", "ADMM-Plus/EWG-MM", ["title_shared"]),
        ("サイバー専門家会合", "ADMM-Plus/EWG-CS", ["title_shared"]),
    ]


def test_level_and_beginning() -> None:
    rows = frameworks(
        "2015年5月以降、課長級会合である日米韓防衛実務者協議が行われている。"
        "2018年から、防衛省は日ASEAN防衛当局次官級会合を開催している。"
        "2019年から、多国間共同訓練「コモド」に参加している。"
    )
    assert [(r["code"], r.get("level"), r.get("since")) for r in rows] == [
        ("DTT", "課長級", "2015-05"),
        ("Japan-ASEAN-Defence-Vice-Ministers", "次官級", "2018"),
    ]


def test_who_is_in_the_chair_and_how_long() -> None:
    rows = frameworks(
        "2031年から2034年までの間、わが国とチリがサイバー分野の共同議長国を務める。"
        "また、2032年5月には、漁業監視委員会議長国であるペルーを訪問した。"
    )
    assert [(r["name"], r["chairs"]) for r in rows] == [
        (
            "サイバー専門家会合",
            [
                {"code": "JPN", "since": "2031", "until": "2034"},
                {"code": "CHL", "since": "2031", "until": "2034"},
            ],
        ),
        ("漁業監視委員会", [{"code": "PER", "since": "2032-05"}]),
    ]


def test_a_chart_of_bodies_with_their_levels() -> None:
    rows = frameworks(
        "\n\n図表Ⅰ-1 ASEAN地域フォーラム（ARF）の組織図\n\n"
        "※参加国：ASEAN10か国＋3か国（日本・カナダ・インド）\n\n"
        "ARF高級事務レベル会合\nSenior Officials\n… 局長級の会議。毎年開催\n"
    )
    assert [(r["code"], r.get("level"), [m["code"] for m in r["members"]]) for r in rows] == [
        ("ARF", None, ["ASEAN", "JPN", "CAN", "IND"]),
        ("ARF/SOM", "局長級", []),
    ]


def test_a_note_tells_of_what_it_stands_at() -> None:
    text = (
        "3　多国間の取組\n\n2031年4月、域外国9か国11を加えたADMMプラスの会合を開催した。\n\n"
        "11\t 2011年5月に発足し、わが国のほか、ペルー、チリ及びトンガが参加している。\n"
    )
    document = Document(DocumentRef("report.txt", "0" * 64), text)
    reading = read(document, readers=((read_report, "white_paper"),))
    [row] = [r for r in to_json_all(reading.records) if r["type"] == "framework"]
    assert (row["code"], row["since"], row["notes"]) == (
        "ADMM-Plus", "2011-05", ["subject_inferred"],
    )  # fmt: skip


def test_what_was_read_here_is_no_leftover_of_the_activities() -> None:
    text = (
        "3　多国間の取組\n\n2031年4月、多国間の会合を開催した。\n"
        "2014年から、わが国はチリと共にHA/DR-EWGの共同議長を務め、訓練を通じて関係を深めた。\n"
    )
    document = Document(DocumentRef("report.txt", "0" * 64), text)
    alone = read(document, readers=((read_narrative, "white_paper"),))
    both = read(document, readers=((read_narrative, "white_paper"), (read_report, "white_paper")))
    assert [item.reason for item in alone.leftovers] == ["event_not_understood"]
    assert both.leftovers == ()
