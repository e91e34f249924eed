"""Acts of states and forces that are no gathering: said, announced, done, agreed for later."""

from renkei.core.extract.narrative import read_narrative
from tests.core.extract.conftest import Prose, Reader
from tests.core.extract.told import told

EARLIER = "2011年4月、日チリ防衛相会談を実施した。"


def test_what_was_said_at_talks_is_a_second_activity(read: Prose) -> None:
    found = read(
        "2018年8月の日チリ首脳会談の際に発表された「日チリ安全保障共同宣言」においては、協力を確認した。"
        "2019年1月の日チリ首脳会談の際に発出された共同声明では、対話の継続が確認された。"
    )
    assert told(found, "start", "kind", "title") == [
        ("2018-08", "meeting", "日チリ首脳会談"),
        ("2018-08", "statement", "日チリ安全保障共同宣言"),
        ("2019-01", "meeting", "日チリ首脳会談"),
        ("2019-01", "statement", "日チリ共同声明"),
    ]


def test_a_proposal_made_in_a_speech_needs_no_partner(read_with: Reader) -> None:
    found = read_with(
        read_narrative,
        "1\t2018年8月、山田内閣総理大臣は、リマにおいて開催されたシャングリラ会合の基調演説において、"
        "「開かれた南の海」(OSS)の考え方を発表した。\n\n2 チリ\n2019年3月、両国は合意した。\n",
    )
    assert told(found, "start", "kind", "level", "partners", "title") == [
        (
            "2018-08",
            "statement",
            "summit",
            (),
            "シャングリラ会合の基調演説における「開かれた南の海」(OSS)の考え方の発表",
        )
    ]


def test_notices_and_announcements_of_a_government(read: Prose) -> None:
    found = read(
        "2016年11月、日チリ情報保護協定を締結した。"
        "2019年8月には、チリ政府から、同協定を終了させる旨の通告があったが、その後撤回された。"
        "2031年4月、チリ政府は、練習帆船を中心とする艦隊の日本への寄港を発表した。"
    )
    assert told(found, "start", "kind", "title") == [
        ("2016-11", "signing", "日チリ情報保護協定の署名"),
        ("2019-08", "other", "日チリ情報保護協定を終了させる旨の通告"),
        ("2031-04", "statement", "艦隊の日本への寄港の発表"),
    ]


def test_a_company_announces_nothing_that_counts(read: Prose) -> None:
    assert not read("2031年4月、同社は、技術者の派遣を発表した。").records


def test_incidents_between_the_two_sides(read: Prose) -> None:
    found = read(
        "その例として、2028年10月、チリ主催国際観艦式における海自の旗をめぐるチリ側の対応、"
        "同年12月のチリ海軍哨戒艦による自衛隊機(哨戒機、輸送機)への照射事案がある。"
    )
    assert told(found, "start", "kind", "level", "title") == [
        ("2028-10", "other", None, "チリ主催国際観艦式における海自の旗をめぐるチリ側の対応"),
        ("2028-12", "other", None, "チリ海軍哨戒艦による自衛隊機への照射事案"),
    ]


def test_what_others_did_to_each_other_is_no_activity(read: Prose) -> None:
    assert not read("2028年12月のペルー軍によるボリビアへの侵攻以降、協力は停滞した。").records


def test_first_students_and_peacekeeping(read: Prose) -> None:
    found = read(
        EARLIER
        + "防衛大学校では、1978年に初めて留学生として受け入れたのがチリ人学生であり、交流は長い。"
        "チリは、1993年にわが国として国連PKOに自衛隊を派遣した国である。"
    )
    assert told(found, "start", "kind", "title")[1:] == [
        ("1978", "personnel_exchange", "チリ人学生の留学生としての受入れ"),
        ("1993", "other", "わが国として国連PKOに自衛隊を派遣"),
    ]


def test_a_programme_that_began_in_a_year(read: Prose) -> None:
    found = read(
        EARLIER + "2024年から始まった「日チリ将官級交流プログラム」では、将官を招いている。"
    )
    assert told(found, "start", "kind", "title")[1:] == [
        ("2024", "personnel_exchange", "日チリ将官級交流プログラム")
    ]


def test_drills_that_are_to_be_arranged_are_planned(read: Prose) -> None:
    found = read(
        EARLIER
        + "2031年中のチリ海軍を含む艦隊の、東アジアへの展開の機会に、共同訓練の実施に向けて調整する。"
    )
    assert told(found, "start", "kind", "status", "title")[1:] == [
        ("2031", "exercise", "planned", "チリ海軍を含む艦隊との共同訓練")
    ]


def test_attending_a_gathering_is_told_beside_the_talks_held_there(read: Prose) -> None:
    found = read(
        "2014年11月には、山田防衛大臣が第1回日ASEAN防衛担当大臣会合に出席するためチリを訪問し、"
        "その際にモラレス国防大臣と会談した。"
    )
    assert told(found, "kind", "partners", "title") == [
        ("forum", ("ASEAN",), "第1回日ASEAN防衛担当大臣会合"),
        ("meeting", ("CHL",), "日チリ防衛相会談"),
    ]


def test_a_note_on_another_country_is_not_put_under_the_heading(read_with: Reader) -> None:
    found = read_with(
        read_narrative,
        "2 各国\n\n(1)チリ\n2019年3月、日チリ防衛相会談3を行った。\n\n"
        "3\t2018年12月の事案について、防衛省は2019年1月に最終見解を公表し、ペルー側に申し入れた。\n\n"
        "同年4月、日チリ共同訓練を行った。\n",
    )
    assert told(found, "start", "partners") == [
        ("2019-03", ("CHL",)),
        ("2019-01", ("PER",)),
        ("2019-04", ("CHL",)),
    ]


def test_the_same_statement_told_twice_is_one(read: Prose) -> None:
    found = read(
        "2018年5月、「日チリ協力宣言」を発表した。\n\n"
        "2018年5月、両国の協力を進めるため、「日チリ協力宣言」を発表した。"
    )
    assert told(found, "start", "title") == [("2018-05", "日チリ協力宣言")]


def test_what_is_handed_over_is_named_with_its_number(read: Prose) -> None:
    found = read("2023年12月には、中古の巡視艇2隻がチリ海軍に引き渡された。")
    assert told(found, "kind", "title") == [("equipment_transfer", "巡視艇2隻の引渡し")]
