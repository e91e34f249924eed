"""What forces did, whom they sent, who signed, and what is told a second time."""

from renkei.core.extract.narrative import read_narrative
from tests.core.extract.conftest import HEAD, Prose, Reader
from tests.core.extract.told import told


def test_a_rescue_and_a_show_are_acts_of_units(read: Prose) -> None:
    found = read(
        "2031年8月には、チリ沖において、日チリが連携して漂流船からの急患輸送を行った。"
        "また、自衛隊は、同年10月に開かれたサンティアゴ・エアショーにP-1哨戒機を参加させた。"
    )
    assert told(found, "start", "kind", "level", "mode") == [
        ("2031-08", "other", "unit", "in_person"),
        ("2031-10", "other", "unit", "in_person"),
    ]


def test_years_that_go_on_share_what_was_sent(read: Prose) -> None:
    found = read(
        "監視活動に関して、チリ海軍は、2030年5月、2031年6月に引き続き、2032年6月も寒波の中で"
        "哨戒機を派遣し、協力を続けている。"
    )
    assert told(found, "start", "kind", "level", "title") == [
        (start, "other", "unit", "チリ海軍の哨戒機派遣")
        for start in ("2030-05", "2031-06", "2032-06")
    ]


def test_what_an_operation_is_sent_tells_the_operation(read_with: Reader) -> None:
    text = (
        "2　各国との協力\n\n(1)パシフィック・パートナーシップ\n2031年5月、日チリ防衛相会談を行った。"
        "自衛隊は、同年以降、医官や衛生部隊などを派遣している。\n"
    )
    found = read_with(read_narrative, text)
    assert told(found, "start", "kind", "partners", "title")[-1] == (
        "2031",
        "other",
        ("USA",),
        "パシフィック・パートナーシップへの自衛隊の医官や衛生部隊派遣",
    )


def test_a_journey_to_attend_talks_is_those_talks(read: Prose) -> None:
    found = read(
        "2019年4月、防衛審議官が第2回日チリ次官級戦略対話出席のためにチリを訪問するなどした。"
        "同年9月、防衛副大臣がチリを訪問し、ソト国防次官との会談やベラ大統領を表敬し、協力を確認した。"
    )
    assert told(found, "start", "kind", "level") == [
        ("2019-04", "consultation", "vice_minister_international"),
        ("2019-09", "meeting", "state_minister"),
    ]


def test_a_statement_after_talks_may_name_who_made_it(read: Prose) -> None:
    found = read(
        "2019年4月、日チリ防衛相会談を行い、同会談後、指針となる共同声明を、両国の間で初めて発表した。"
    )
    assert told(found, "start", "kind") == [("2019-04", "meeting"), ("2019-04", "statement")]


def test_who_signs_is_told_and_who_looks_on_is_not(read: Prose) -> None:
    found = read(
        "2031年2月、外務大臣とソト駐日チリ大使との間で日チリ情報保護協定が署名された。"
        "2031年4月、防衛大臣の立ち会いのもと、日チリ防衛交流に関する覚書の署名が行われた。"
    )
    assert told(found, "start", "kind", "level") == [
        ("2031-02", "signing", "foreign_minister"),
        ("2031-04", "signing", None),
    ]


def test_what_goes_with_a_port_call_is_dated_by_it(read_with: Reader) -> None:
    text = (
        "2　各国との協力\n\nEUとの間では、2031年6月、統幕長がハン軍事委員長と電話会談を行った。"
        "同年9月には、護衛艦「なみかぜ」がEU海上部隊とともにケニアへの共同寄港を実施した。"
        "日EU双方は同寄港にあわせ、ケニアの小学校に対し、教材を贈る物資供与式を行うとともに、"
        "高官級テレビ会議を実施した。\n"
    )
    found = read_with(read_narrative, text)
    assert told(found, "start", "kind", "level", "partners", "mode")[1:] == [
        ("2031-09", "port_call", "unit", ("EU", "KEN"), "in_person"),
        ("2031-09", "other", None, ("EU", "KEN"), "in_person"),
        ("2031-09", "meeting", None, ("EU",), "video"),
    ]


def test_a_ship_that_joins_a_foreign_force_has_its_own_flag(read: Prose) -> None:
    found = read(
        "2031年2月、協議を始めた。2031年10月には、仏空母打撃群に加わるチリ海軍フリゲートも横浜に寄港する予定である。"
    )
    assert told(found, "start", "partners", "status")[-1] == ("2031-10", ("CHL",), "planned")


def test_a_note_has_partners_of_its_own(read_with: Reader) -> None:
    text = (
        f"{HEAD}2031年2月、日チリ防衛相会談を実施した。\n\n"
        "21\tわが国は2024年、ペルー及びカナダとともに第4回会期間会合を東京で共催した。\n"
    )
    found = read_with(read_narrative, text)
    assert told(found, "start", "partners", "level")[-1] == ("2024", ("PER", "CAN"), "working")


def test_an_expert_group_is_named_as_printed_across_a_tab(read: Prose) -> None:
    found = read("2018年4月、視察した。2019年には、4月及び7月にPKO\tEWGに参加した。")
    assert told(found, "start", "title", "framework", "level") == [
        ("2019-04", "PKO EWG", "ADMM-Plus/EWG-PKO", "working"),
        ("2019-07", "PKO EWG", "ADMM-Plus/EWG-PKO", "working"),
    ]


def test_a_named_edition_or_numbered_forum_is_told_once(read: Prose) -> None:
    found = read(
        "2030年2月から3月にかけて、日米チリ共同訓練「コブラ・ゴールド30」に参加した。"
        "2030年に参加した「コブラ・ゴールド30」では、医療の訓練を実施した。"
        "2031年11月、防衛大臣は、第20回マナーマ対話に出席し、ソト国防大臣と会談した。"
        "2032年1月、協議を行った。2031年11月、防衛大臣は、第20回マナーマ対話に出席した。"
    )
    assert told(found, "start", "kind")[:3] == [
        ("2030-02", "exercise"),
        ("2031-11", "forum"),
        ("2031-11", "meeting"),
    ]
    assert [record.kind for record in found.records].count("forum") == 1
