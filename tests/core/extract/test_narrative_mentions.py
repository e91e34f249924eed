"""What a sentence mentions beside its matter: people, ports, notes, statements of others, series."""

from renkei.core.extract.narrative import read_narrative
from tests.core.extract.conftest import HEAD, Prose, Reader
from tests.core.extract.told import told


def test_whoever_met_before_is_not_at_the_consultation(read: Prose) -> None:
    found = read(
        "2031年2月、山田防衛大臣は、ソト国防大臣と会談を行った。"
        "同年5月には、第3回日チリ防衛当局間協議が開催された。"
        "同年6月の日チリ首脳会談において、両首脳は覚書の交渉を歓迎した。"
        "同年7月には、電話会談を行った。"
    )
    assert told(found, "start", "kind", "counterpart") == [
        ("2031-02", "meeting", "ソト国防大臣"),
        ("2031-05", "consultation", None),
        ("2031-06", "meeting", None),
        ("2031-07", "meeting", "ソト国防大臣"),
    ]


def test_whom_several_met_is_named_once_behind_them(read: Prose) -> None:
    found = read(
        "2031年3月には、山田防衛大臣が電話会談を、同年8月には、田中防衛大臣がテレビ会談を、"
        "それぞれソト国防大臣との間で実施した。"
    )
    assert told(found, "start", "mode", "counterpart") == [
        ("2031-03", "phone", "ソト国防大臣"),
        ("2031-08", "video", "ソト国防大臣"),
    ]


def test_an_office_told_of_by_name_afterwards_is_named_so(read: Prose) -> None:
    found = read(
        "2031年4月、山田防衛大臣は、チリの国防大臣として9年ぶりに訪日したソト国防大臣と会談を行った。"
    )
    assert told(found, "counterpart", "title") == [("ソト国防大臣", "日チリ防衛相会談")]


def test_the_office_in_the_name_of_a_gathering_is_nobody(read: Prose) -> None:
    found = read("統幕長は、2031年8月、チリ軍が主催する太平洋参謀長等会議にオンラインで参加した。")
    assert told(found, "kind", "level", "counterpart") == [("forum", "chief_joint", None)]


def test_the_host_of_a_port_call_takes_no_part_in_the_drill_before_it(read_with: Reader) -> None:
    text = (
        "2　各国との協力\n\nEUとの間では、2031年9月には、護衛艦「なみかぜ」が"
        "欧州連合海軍部隊との海賊対処共同訓練やケニアへの共同寄港を実施した。\n"
    )
    assert told(read_with(read_narrative, text), "kind", "partners", "title") == [
        ("exercise", ("EU",), "日EU海賊対処共同訓練"),
        ("port_call", ("EU", "KEN"), "護衛艦「なみかぜ」ケニア共同寄港"),
    ]


def test_the_number_of_a_note_may_stand_inside_a_verb(read_with: Reader) -> None:
    text = (
        f"{HEAD}2028年以来、海上安全保障に関する会期間会合が開催14されており、資料集を作成した。\n\n"
        "14\t2028年5月に始まったこの会合は、各国の沿岸警備に関する知見を共有し、信頼を深めることを目的としている。\n"
    )
    assert told(read_with(read_narrative, text), "start", "kind", "framework") == [
        ("2028", "forum", "ARF/ISM-MS")
    ]


def test_a_statement_of_others_dates_nothing_behind_it(read: Prose) -> None:
    found = read(
        "2031年12月、山田防衛大臣は、第9回ADMMプラスに出席し、2029年5月にASEANが発表した"
        "「海に関するASEANアウトルック」を支持する旨述べた。"
        "なお、同会合では、「ADMMプラスの海の安全に関する共同宣言」が採択された。"
    )
    assert told(found, "start", "kind", "title") == [
        ("2031-12", "forum", "第9回ADMMプラス"),
        ("2031-12", "statement", "ADMMプラスの海の安全に関する共同宣言"),
        ("2029-05", "statement", "海に関するASEANアウトルック"),
    ]
    assert told(found, "partners")[-1] == (("ASEAN",),)


def test_a_summit_of_an_organisation_is_no_talk_with_its_host(read: Prose) -> None:
    found = read("軍楽隊は、2031年11月に同国で開催されたAPEC首脳会議の場において演奏を披露した。")
    assert told(found, "start", "title", "level") == [("2031-11", "APEC首脳会議", "summit")]


def test_an_edition_of_a_programme_takes_its_name(read: Prose) -> None:
    found = read(
        "「HA/DRに関する日ASEAN招へいプログラム」を2028年から実施しており、"
        "2031年2月には、第4回招へいプログラムとして、各国の担当者を招へいし、視察を実施した。"
    )
    assert told(found, "start", "title", "framework") == [
        ("2028", "HA/DRに関する日ASEAN招へいプログラム", "Japan-ASEAN-HADR"),
        ("2031-02", "第4回HA/DRに関する日ASEAN招へいプログラム", "Japan-ASEAN-HADR"),
    ]


def test_support_begun_for_all_names_no_partner(read_with: Reader) -> None:
    text = (
        "4　能力構築支援\n\n"
        "防衛省は、2027年に防衛関連分野における能力構築支援を開始し、各国に広げた。\n"
        "2028年1月、開始から一年を迎え、これまでの成果をまとめている。\n"
    )
    assert told(read_with(read_narrative, text), "start", "kind", "partners") == [
        ("2027", "capacity_building", ())
    ]
