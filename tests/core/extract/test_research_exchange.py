"""Research exchange: numbered items of a fiscal year."""

from renkei.core.extract.research_exchange import read_research_exchange

TEXT = """\
●令和4年度の実績
・次の交流を実施した。
①モンゴル国防大学に研究者3名を派遣
②チリ国防次官を受け入れ、アルゼンチンを含む地域の情勢について懇談
③ARF国防大学等校長会議に参加(オンライン形式)
・所主催の会議に講演者を招へい(オンライン形式)
①海洋研究ワークショップ:カナダから2名の研究者を招へいして開催
\t二国間の研究交流\t③
"""


def test_items_with_partners_persons_and_form(read_with):
    found = read_with(read_research_exchange, TEXT).records
    rows = [(r.number, r.partners, r.persons, r.direction, r.mode, r.notes) for r in found]
    assert rows == [
        (1, ("MNG",), 3, "outbound", None, ()),
        (2, ("CHL",), None, "inbound", None, ()),
        (3, (), None, "outbound", "video", ()),
        (1, ("CAN",), 2, "inbound", "video", ("mode_from_heading",)),
    ]
    assert {str(record.fiscal_year) for record in found} == {"2022"}
    assert found[2].framework == "ARF/HDUCIM"


def test_numbered_items_on_anything_else_are_not_read(read_with):
    text = "●令和4年度\n①施設の整備を進めた\n②車両3両を更新\n\t基盤の強化\t③\n"
    assert list(read_with(read_research_exchange, text).records) == []
