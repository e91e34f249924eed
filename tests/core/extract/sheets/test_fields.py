"""Header fields, passages, rating and remarks."""

from renkei.core.records import Opinion, Rating, SheetField
from tests.core.extract.sheets.sheet_samples import TABBED, WRAPPED, extract


def fields(text: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for record in extract(text).records:
        if isinstance(record, SheetField):
            found.setdefault(record.key, []).append(record.value)
    return found


def test_header_in_cells() -> None:
    found = fields(TABBED)
    assert found["政策名"] == ["島嶼国との協力"]
    assert found["番号"] == ["③"]
    assert found["評価方式"] == ["総合・実績・事業"]
    assert found["施策名"] == ["島嶼国との協力"]
    assert found["担当部局名"] == ["島嶼局"]
    assert found["政策評価実施予定時期"] == ["令和6年8月"]
    assert found["様式名"] == ["令和5年度事前分析表(モニタリング)"]
    assert found["様式番号"] == ["海洋省5-Ⅱ-3"]


def test_header_in_running_text() -> None:
    found = fields(WRAPPED)
    assert found["施策名"] == ["北方の国々との協力"]
    assert found["担当部局名"] == ["寒冷地局"]
    assert found["政策評価実施時期"] == ["令和5年8月"]


def test_fields_of_the_policy_come_once() -> None:
    found = fields(WRAPPED)
    assert found["個別分野1"] == ["砕氷船の運航に関する協力及び寒冷地の研究"]
    assert found["個別分野2"] == ["観測網の整備"]


def test_passages_are_keyed_by_field_or_indicator() -> None:
    found = fields(WRAPPED)
    assert found["施策の概要(個別分野2)"] == ["観測点を増やす。"]
    assert found["中期目標(1-1)"] == ["令和 10 年に共同運航を始める。"]
    assert found["中期目標(1-3)"] == ["派遣の枠組みを整える。"]
    assert found["次期目標等への反映の方向性(個別分野1)"] == ["協力は妥当であり、続ける。"]
    assert found["次期目標等への反映の方向性(1-2)"] == ["協議の回数\n回数は年6回を保つ。"]
    assert found["作成にあたって使用した資料その他の情報(個別分野1)"] == [
        "海洋省ホームページ\n(https://example.go.jp/hoppou.html)",
        "協議の記録",
    ]
    assert fields(TABBED)["測定指標の選定理由及び目標の設定の根拠(1-1)"] == [
        "講座は人材の育成に欠かせない。"
    ]


def test_rating_with_its_grounds() -> None:
    rating = next(r for r in extract(WRAPPED).records if isinstance(r, Rating))
    assert (rating.scale_value, rating.letter, rating.label) == (2, "A", "目標達成")
    assert rating.reason == "主な指標がすべて目標に達したことから、左記のとおり判定した。"
    assert rating.notes == ("scale_from_label",)


def test_one_opinion_per_remark() -> None:
    assert [r.value for r in extract(WRAPPED).records if isinstance(r, Opinion)] == [
        "砕氷船の協力は時宜を得たものである。引き続き関係国との調整に努められたい。",
        "観測点の数だけで進み具合を測るのは難しいのではないか。",
    ]


def test_a_sheet_without_numbered_indicators_is_left_to_others() -> None:
    assert not extract("施策名\t島の協力\n測定指標\t会談の実施\n評価結果\n施策の分析\n").records


def test_the_summary_keeps_name_and_mark_as_printed_there() -> None:
    found = fields(WRAPPED)
    assert found["目標の達成状況(1-1)"] == ["砕氷船の共同運航の準備 * a"]
    assert found["目標の達成状況(2-1)"] == ["観測点の数 b"]


def test_notes_and_sources_of_a_table() -> None:
    found = fields(WRAPPED)
    assert found["注(1-2)"] == ["(注)副局長以上が出席した協議"]
    assert found["注(R1-1)"] == ["(出典:寒冷地局)", "* 暦年の値"]
    assert found["注(R1-2)"] == ["注:令和3年度はオンライン"]
    assert fields(TABBED)["注(1-2)"] == [
        "(出典:「測量の担い手に関する調査」)",
        "(注)「港湾」には漁港を含む。",
    ]


def test_introductions_and_overviews_are_kept() -> None:
    found = fields(TABBED)
    assert found["目標の前文(1-1 令和4年度目標)"] == ["今年度は次を行う。"]
    assert found["達成手段の概要(1-1)"] == ["1 講座を開く。"]
    assert found["達成手段の概要(1-2)"] == ["教材を作り、配る。", "また、改訂する。"]


def test_a_policy_printed_apart_from_its_label_is_told_by_the_measure() -> None:
    sheet = "政策名 番号 ②\n評価方式\n1,000\n{name}\n総合･実績･事業\n令和５年度政策評価書\n"
    rest = "施策名 港の整備\n個別分野1 港\n施策の概要\n港を直す。\n"
    assert fields(sheet.format(name="港の整備") + rest)["政策名"] == ["港の整備"]
    assert "政策名" not in fields(sheet.format(name="港の管理") + rest)
