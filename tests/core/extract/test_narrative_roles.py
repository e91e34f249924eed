"""Who signs, who meets whom, on which ship, with whom a series of exercises is held."""

from tests.core.extract.conftest import Prose
from tests.core.extract.told import told


def test_the_level_of_a_signing_is_that_of_who_signs(read: Prose) -> None:
    found = read(
        "2018年3月、海幕長は、ベラ海軍司令官との間で「海上での協力に関する取決め」に署名した。"
        "2019年7月には、両首相の立ち合いのもと、防衛交流に関する覚書の署名が行われた。"
        "2019年9月、防衛交流に関する協定が署名された。"
    )
    assert told(found, "start", "kind", "level", "mode") == [
        ("2018-03", "signing", "chief_maritime", None),
        ("2019-07", "signing", None, "in_person"),
        ("2019-09", "signing", None, None),
    ]


def test_talks_with_a_minister_of_another_department_are_named_after_him(read: Prose) -> None:
    found = read("2031年8月、山田防衛大臣は、ピニョ首相府エネルギー大臣と会談を行った。")
    assert told(found, "level", "title", "counterpart") == [
        ("minister", "防衛大臣・ピニョ首相府エネルギー大臣会談", "ピニョ首相府エネルギー大臣")
    ]


def test_an_office_held_beside_another_is_told(read: Prose) -> None:
    found = read("2031年8月、陸幕長は、ソト国軍副司令官兼陸軍司令官と電話会談を行った。")
    assert told(found, "title") == [("陸幕長・ソト国軍副司令官兼陸軍司令官電話会談",)]


def test_a_ship_in_port_is_a_call_and_boarding_it_a_visit(read: Prose) -> None:
    found = read(
        "2031年4月、バルパライソ港に寄港中の護衛艦「うみなり」にフレイ大統領が乗艦し、"
        "田中防衛大臣政務官と意見を交わした。"
    )
    assert told(found, "kind", "level", "title") == [
        ("port_call", "unit", "護衛艦「うみなり」バルパライソ港寄港"),
        ("visit", "parliamentary_vice_minister", "フレイ大統領の護衛艦「うみなり」乗艦"),
    ]


def test_a_series_is_held_with_whom_it_was_before(read: Prose) -> None:
    found = read(
        "自衛隊は、2011年から米チリ共催の多国間共同訓練「コブラ・ゴールド」に継続的に参加しており、"
        "直近では2031年1月から3月にかけて実施された「コブラ・ゴールド31」に参加した。"
    )
    assert told(found, "start", "partners") == [
        ("2011", ("USA", "CHL")),
        ("2031-01", ("USA", "CHL")),
    ]


def test_a_place_tells_that_a_seminar_was_held_there(read: Prose) -> None:
    found = read("2031年3月、サンティアゴにおいて、航空気象に関するセミナーを実施した。")
    assert told(found, "kind", "mode") == [("forum", "in_person")]
