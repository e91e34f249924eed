"""Where the passages of a sheet belong, and names, marks and addresses as printed there."""

from typing import Any

from renkei.core.records import SheetField, Target
from tests.core.extract.sheets.sheet_samples import WRAPPED, extract, wrapped


def one(key: str, text: str = WRAPPED) -> Any:
    [record] = every(key, text)
    return record


def every(key: str, text: str = WRAPPED) -> list[Any]:
    return [r for r in extract(text).records if isinstance(r, SheetField) and r.key == key]


def test_a_name_is_kept_as_printed_at_each_place() -> None:
    summary, analysis, direction = (
        one(f"{key}(1-1)") for key in ("目標の達成状況", "施策の分析", "次期目標等への反映の方向性")
    )
    for record in (summary, analysis, direction):
        assert (record.field_no, record.indicator) == (1, "1-1")
        assert (record.name, record.primary) == ("砕氷船の共同運航の準備", True)
    assert summary.mark == "a"
    assert analysis.evidence.text.startswith("【測定指標１－１")
    assert analysis.value.startswith("運航の区間が定まり")
    assert direction.evidence.text.startswith("１－１")
    assert one("次期目標等への反映の方向性(1-2)").name == "協議の回数"
    assert one("次期目標等への反映の方向性(1-2)").primary is False


def test_a_heading_that_announces_another_field_shows_both_numbers() -> None:
    right = one("評価結果(個別分野1)")
    assert (right.field_no, right.announced_field_no) == (1, 1)
    wrong = one(
        "評価結果(個別分野1)", WRAPPED.replace("評価結果(個別分野１)", "評価結果(個別分野２)")
    )
    assert (wrong.field_no, wrong.announced_field_no) == (1, 2)
    assert wrong.value == "評価結果(個別分野2)"


def test_passages_know_their_field_indicator_and_year() -> None:
    assert one("施策の概要(個別分野2)").field_no == 2
    assert one("施策の概要(個別分野2)").indicator is None
    assert (one("中期目標(1-1)").field_no, one("中期目標(1-1)").indicator) == (1, "1-1")
    assert one("個別分野2").field_no == 2
    assert one("目標の達成状況(個別分野2)").name == "観測網の整備"


SOURCES = wrapped("""
個別分野１ 漁業資源の管理に関する協力¶
施策の概要¶
資源を調べる。¶
作成にあたって使用した資料その他の情報¶
（全般）¶
・水産省ホームページ¶
 第３回資源会合の結果（令和５年６月２日）¶
 （https://example.go.jp/suisan/kaigo_3.html）¶
 資源の評価に関する長い題名の報告書であって二行にわたる¶
もの¶
 （ https://example.go.jp/suisan/long_name_of_a_re
port_on_stocks.pdf）¶
・年次報告 2022¶
第２章 第１節¶
（北洋関連）¶
・北洋委員会¶
（http:// example.org/hokuyo）¶
""")


def test_each_source_has_its_address_and_its_group() -> None:
    found = every("作成にあたって使用した資料その他の情報(個別分野1)", SOURCES)
    assert [(r.address, r.listed_under) for r in found] == [
        ("https://example.go.jp/suisan/kaigo_3.html", "全般"),
        ("https://example.go.jp/suisan/long_name_of_a_report_on_stocks.pdf", "全般"),
        (None, "全般"),
        ("http:// example.org/hokuyo", "北洋関連"),
    ]
    assert found[1].value.split("\n")[:2] == [
        "水産省ホームページ",
        "資源の評価に関する長い題名の報告書であって二行にわたる",
    ]
    assert found[2].value == "年次報告 2022\n第2章 第1節"
    assert "北洋関連" not in found[2].evidence.text


POLICIES = wrapped("""
個別分野１ 漁業資源の管理に関する協力¶
施策の概要¶
資源を調べる。¶
関連する内閣の重要政策（施策方針演説等のうち主なもの）¶
・海の計画（令和４年３月１日 閣議決定）¶
○資源の節¶
○協力の節¶
・第 210 回国会の演説（令和４年 10 月３日）¶
測定指標１－１ 会合の回数¶
中期目標値 令和３年度 令和４年度¶
--年度 年度目標値 実績値 年度目標値 実績値¶
－ 10 12 15 16¶
""")


def test_bullets_of_another_sign_belong_to_the_entry_above() -> None:
    assert [r.value for r in every("関連する内閣の重要政策(個別分野1)", POLICIES)] == [
        "海の計画(令和4年3月1日 閣議決定)\n○資源の節\n○協力の節",
        "第 210 回国会の演説(令和4年 10 月3日)",
    ]


TARGETS = wrapped("""
個別分野１ 漁業資源の管理に関する協力¶
施策の概要¶
資源を調べる。¶
測定指標１－１ 資源の調査¶
令和４年度目標¶
１ 次の調査を行う。¶
（１）沿岸の調査¶
ア 春の調査¶
イ 秋の調査¶
（２）沖合の調査¶
２（１）報告書を作る。¶
（２）会合で示す。¶
施策の進捗状況・実績¶
１（１）沿岸の調査を終えた。これは計画の
（２）にあたる調査を含む。¶
（２）沖合の調査は延期した。¶
２ 報告書を作った。¶
・英語版¶
・要約版¶
""")


def test_items_are_kept_down_to_their_last_number() -> None:
    [target] = [r for r in extract(TARGETS).records if isinstance(r, Target)]
    assert [part.number for part in target.item_parts] == [
        "1", "1(1)", "1(1)ア", "1(1)イ", "1(2)", "2(1)", "2(2)",
    ]  # fmt: skip
    assert target.item_parts[3].text == "イ 秋の調査"
    assert [part.number for part in target.progress_parts] == [
        "1(1)", "1(2)", "2", "2・", "2・",
    ]  # fmt: skip
    assert (
        target.progress_parts[0].text
        == "(1)沿岸の調査を終えた。これは計画の(2)にあたる調査を含む。"
    )
    assert target.evidence.text.endswith("・要約版")
    assert len(target.items) == len(target.progress) == 2
