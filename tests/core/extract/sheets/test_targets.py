"""Yearly targets in words, their items, and the progress told for the same year."""

from renkei.core.records import Target
from tests.core.extract.sheets.sheet_samples import TABBED, WRAPPED, extract


def targets(text: str) -> dict[tuple[str, int], Target]:
    return {
        (r.number, r.fiscal_year.start): r for r in extract(text).records if isinstance(r, Target)
    }


def test_items_follow_their_numbers_and_not_every_number() -> None:
    found = targets(WRAPPED)["1-1", 2021]
    assert found.items == (
        "1(1)ノルウェーと運航の区間を定める。\n(2)費用を見積もる。",
        "2 要員の訓練を始める。",
    )
    assert found.progress == (
        "1 区間を定めた。費用は12 月までに見積もった。\n10 月の会合で確認した。",
        "2 訓練を始めた。",
    )


def test_an_introduction_is_no_item() -> None:
    found = targets(TABBED)["1-1", 2022]
    assert [item[:1] for item in found.items] == ["1", "2"]
    assert found.items[0] == "1 パラオ及びフィジーで講座を開く。"


def test_progress_goes_to_the_target_before_it() -> None:
    found = targets(TABBED)
    assert len(found["1-1", 2022].progress) == 2
    assert found["1-1", 2023].progress == ()


def test_a_target_goes_on_after_the_heading_of_its_own_field() -> None:
    text = (
        "測定指標3-1 連絡 *\n中期目標(--年度)\n連絡を密にする。\n令和元年度目標\n1 会う。\n"
        "個別分野3 連絡体制\n施策の概要\n連絡する。\n"
        "施策の進捗状況・実績\n1 二度会った。\n"
        "個別分野4 別の分野\n施策の概要\n別の話。\n施策の進捗状況・実績\n1 別の実績。\n"
    )
    found = targets(text)
    assert set(found) == {("3-1", 2019)}
    assert found["3-1", 2019].progress == ("1 二度会った。",)


def test_text_without_numbers_is_one_item() -> None:
    text = "測定指標1-1 交渉\n中期目標\n進める。\n令和3年度目標\n交渉を続ける。\n10 月に会う。\n"
    assert targets(text)["1-1", 2021].items == ("交渉を続ける。\n10 月に会う。",)


def test_bullets_are_items_where_nothing_is_numbered() -> None:
    text = "測定指標1-1 交渉\n中期目標\n進める。\n令和3年度目標\n・会う。\n・書く。\n"
    assert targets(text)["1-1", 2021].items == ("・会う。", "・書く。")


def test_a_first_item_that_looks_like_a_count_is_kept_if_a_second_follows() -> None:
    text = "測定指標1-1 会議\n中期目標\n開く。\n令和4年度目標\n1 年に二度開く。\n2 記録する。\n"
    assert len(targets(text)["1-1", 2022].items) == 2
