"""Who met whom, when and in what form, as sentences tell it."""

from typing import Any

from renkei.core.extract.narrative import read_narrative
from tests.core.extract.conftest import Prose, Reader
from tests.core.extract.told import told


def test_each_month_of_each_subject_is_a_talk(read: Any) -> None:
    found = read(
        "2031年2月、統幕長は、ロハス国防軍司令官と電話会談を行った。"
        "陸幕長は同年6月及び9月、ソト陸軍司令官と、海幕長は同年7月、ベラ海軍司令官とそれぞれ"
        "電話会談又はテレビ会談を行い、協力を進めることで一致した。"
    )
    assert told(found, "start", "level", "mode", "title") == [
        ("2031-02", "chief_joint", "phone", "統幕長・ロハス国防軍司令官電話会談"),
        (
            "2031-06",
            "chief_ground",
            "phone_or_video",
            "陸幕長・ソト陸軍司令官電話会談又はテレビ会談",
        ),
        (
            "2031-09",
            "chief_ground",
            "phone_or_video",
            "陸幕長・ソト陸軍司令官電話会談又はテレビ会談",
        ),
        (
            "2031-07",
            "chief_maritime",
            "phone_or_video",
            "海幕長・ベラ海軍司令官電話会談又はテレビ会談",
        ),
    ]
    assert {record.partners for record in found.records} == {("CHL",)}


def test_talks_without_a_verb_of_their_own_share_the_next_one(read: Any) -> None:
    found = read(
        "2030年12月、協議を始めた。空幕長はディアス空軍司令官と、2031年4月及び8月に電話会談を、"
        "11月にテレビ会談を実施し、情報を交わした。"
    )
    assert told(found, "start", "mode") == [
        ("2031-04", "phone"),
        ("2031-08", "phone"),
        ("2031-11", "video"),
    ]


def test_a_visit_made_for_talks_is_those_talks(read: Any) -> None:
    found = read(
        "2019年5月、山田防衛大臣がチリを訪問し、モラレス国防大臣と日チリ防衛相会談を実施した。"
        "同年8月、海幕長が同国を訪問した。"
    )
    assert told(found, "start", "kind", "level", "direction") == [
        ("2019-05", "meeting", "minister", None),
        ("2019-08", "visit", "chief_maritime", "outbound"),
    ]


def test_a_signing_at_a_meeting_is_a_second_activity(read: Any) -> None:
    found = read(
        "2018年3月の日チリ首脳会談に際し、日チリ防衛協力・交流に関する覚書の署名が行われた。"
        "また、2024年1月には、日チリ物品役務相互提供協定に署名し、同年6月の国会承認を経て、"
        "同年9月に発効した。"
    )
    assert told(found, "start", "kind", "agreement", "mode") == [
        ("2018-03", "meeting", None, "in_person"),
        ("2018-03", "signing", "覚書", None),
        ("2024-01", "signing", "ACSA", None),
        ("2024-06", "other", None, None),
        ("2024-09", "entry_into_force", "ACSA", None),
    ]


def test_a_sentence_without_a_date_takes_that_of_the_one_before(read: Any) -> None:
    found = read(
        "2017年7月、佐藤防衛副大臣はレジェス国防次官と会談した。"
        "会談後、日チリ防衛交流に関する覚書への署名が行われた。"
    )
    assert told(found, "start", "kind", "level") == [
        ("2017-07", "meeting", "state_minister"),
        ("2017-07", "signing", None),
    ]
    signing = found.records[1]
    assert "date_shared" in signing.notes
    assert signing.evidence.text.startswith("2017年7月")


def test_exercises_of_several_units_and_months(read: Any) -> None:
    found = read(
        "海自は、2031年9月に、練習艦隊がチリ沖において、同年11月には護衛艦「うみなり」が"
        "イースター島沖において、それぞれ日チリ共同訓練を実施し、技量の向上を図った。"
    )
    assert told(found, "start", "kind", "level", "mode") == [
        ("2031-09", "exercise", "unit", "in_person"),
        ("2031-11", "exercise", "unit", "in_person"),
    ]


def test_a_compound_in_the_title_tells_the_partners(read: Any) -> None:
    found = read(
        "2032年1月から3月にかけて、日米豪共同訓練「コープ・ノース32」を実施した。"
        "同年4月には、日米韓防衛相テレビ会談を行った。"
    )
    assert told(found, "start", "partners", "framework") == [
        ("2032-01", ("USA", "AUS"), "Cope North"),
        ("2032-04", ("USA", "KOR"), None),
    ]
    assert str(found.records[0].end) == "2032-03"


def test_the_topic_of_a_paragraph_is_the_partner(read_with: Reader) -> None:
    text = (
        "5　中南米諸国\n\n"
        "ペルーとの間では、2031年6月、防衛交流に関する覚書が署名された。\n\n"
        "ウルグアイとの間では、同年8月に、第1回防衛当局間協議がオンラインで開催された。\n"
    )
    found = read_with(read_narrative, text)
    assert told(found, "partners", "kind", "mode", "listed_under") == [
        (("PER",), "signing", None, "ペルー"),
        (("URY",), "consultation", "video", "ウルグアイ"),
    ]
    assert found.records[0].notes == ()
    assert "year_inferred" in found.records[1].notes


def test_planned_and_cancelled(read: Any) -> None:
    found = read(
        "第4回日チリ防衛当局間協議は2019年6月に開催された。なお、2020年は感染症の影響により中止となった。"
        "2031年10月には、チリ海軍の帆船が横浜に寄港する予定である。"
    )
    assert told(found, "start", "kind", "status") == [
        ("2019-06", "consultation", "held"),
        ("2020", "consultation", "cancelled"),
        ("2031-10", "port_call", "planned"),
    ]


def test_the_form_is_left_open_once_talks_were_often_remote(read: Any) -> None:
    found = read(
        "2019年9月、第2回防衛当局間協議を開催した。2021年9月、第3回防衛当局間協議を開催した。"
        "2022年9月、東京において第4回防衛当局間協議を開催した。"
    )
    assert told(found, "start", "mode") == [
        ("2019-09", "in_person"),
        ("2021-09", None),
        ("2022-09", "in_person"),
    ]


def test_the_guest_of_one_is_not_the_guest_of_another(read: Prose) -> None:
    found = read(
        "2031年3月、山田防衛大臣は、モラレス国防大臣とテレビ会談を行った。"
        "陸幕長は同年5月に、海幕長は同年7月に、それぞれカウンターパートと電話会談を実施した。"
    )
    assert told(found, "start", "counterpart", "title") == [
        ("2031-03", "モラレス国防大臣", "日チリ防衛相テレビ会談"),
        ("2031-05", None, "陸幕長電話会談"),
        ("2031-07", None, "海幕長電話会談"),
    ]


def test_days_of_one_month_are_one_range(read: Prose) -> None:
    found = read(
        "2031年2月10日から14日まで、日チリ共同訓練を実施した。"
        "同年5月20日から、日チリ共同訓練を実施した。"
    )
    assert [(str(record.start), record.end and str(record.end)) for record in found.records] == [
        ("2031-02-10", "2031-02-14"),
        ("2031-05-20", None),
    ]


def test_approval_and_calls_in_other_words(read: Prose) -> None:
    found = read(
        "2030年8月に合意された日チリ物品役務相互提供協定は、2031年1月に国会で承認され、同年8月に発効した。"
        "2031年9月、チリ海軍フリゲート「リンセ」が横須賀に入港した。"
    )
    assert told(found, "start", "kind", "title") == [
        ("2031-01", "other", "日チリ物品役務相互提供協定の国会承認"),
        ("2031-08", "entry_into_force", "日チリ物品役務相互提供協定の発効"),
        ("2031-09", "port_call", "チリ海軍フリゲート「リンセ」横須賀入港"),
    ]
