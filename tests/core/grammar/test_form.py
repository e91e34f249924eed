"""The outline of a sheet: headings, their numbers and names, and what is no heading."""

import pytest

from renkei.core.grammar.form import outline


def kinds(text: str) -> list[tuple[str, str]]:
    return [(section.kind, section.number) for section in outline(text).sections]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("個別分野 3 海の安全", ("field", "3")),
        ("測定指標 1-2 会合の数", ("indicator", "1-2")),
        ("測定指標12 会合の数", ("indicator", "12")),
        ("参考指標2:会合の数", ("reference", "2")),
        ("参考指標:会合の数", ("reference", "")),
        ("参考指標 会合の数", ("reference", "")),
        ("中期目標(--年度)", ("mid_term", "")),
        ("令和元年度目標", ("target", "")),
        ("令和 2 年度の目標", ("target", "")),
        ("施策の進捗状況・実績", ("progress", "")),
        ("【令和4年度目標】", ("target", "")),
        ("○施策の概要", ("overview", "")),
        ("施策に関係する内閣の重要政策", ("policies", "")),
        ("個別分野3海の安全", ("field", "3")),
        ("施策の進捗状況(実績)", ("progress", "")),
        ("令和3・4年度目標の達成状況:b", ("status", "")),
        ("評価結果(個別分野2)", ("result", "2")),
        ("【測定指標2-1 会合の数】", ("cited", "2-1")),
        ("次期目標等への反映の方向性", ("direction", "")),
        ("作成に当たって使用した資料その他の情報", ("sources", "")),
    ],
)
def test_headings(line: str, expected: tuple[str, str]) -> None:
    assert kinds(f"前の文。\n{line}\n次の文。\n")[0] == expected


@pytest.mark.parametrize(
    "text",
    [
        "測定指標1-1の目標を見直す。",
        "測定指標の選び方",
        "中期目標\n値",
        "令和2年度目標値",
        "年度目標",
        "個別分野の概要",
        "達成手段名",
        "参考指標として掲げた。",
        "また、\n測定指標2-1 会合の数を見直し、",
        "測定指標3-1 会合を開いた。その結果は次のとおり。",
    ],
)
def test_what_is_no_heading(text: str) -> None:
    assert kinds(text) == []


def test_a_mention_that_wraps_is_no_heading_in_a_marked_text() -> None:
    marked = "行った。 \n\n" * 6
    wrapped = marked + "所掌が変わり\n\n測定指標2-5 会合の数は終了した \n\n"
    assert kinds(wrapped) == []
    assert kinds(marked + "測定指標2-5 会合の数 \n\n") == [("indicator", "2-5")]


def test_a_name_goes_on_while_a_bracket_is_open() -> None:
    section = outline("測定指標 1-5 調査の結果(信頼できると\n\n答えた割合)\n\n中期目標\n").of(
        "indicator"
    )
    assert section[0].name is not None
    assert section[0].name.text == "調査の結果(信頼できると答えた割合)"


@pytest.mark.parametrize("star", ["* 名", "名 *", "名*", "名\n*\n"])
def test_a_star_anywhere_beside_the_name_marks_it_primary(star: str) -> None:
    words = star.replace("名", "測定指標1-1 会合") if star[0] == "*" else f"測定指標1-1 {star}"
    name = outline(f"{words}\n中期目標\n目指す。\n").of("indicator")[0].name
    assert name is not None
    assert name.starred
    assert "*" not in name.text


def test_only_a_field_that_opens_counts() -> None:
    text = (
        "個別分野1 甲\n1-1 名 b\n個別分野2 乙\n2-1 名 b\n前文。\n"
        "個別分野1 甲\n施策の概要\n個別分野2 乙\n測定指標2-1 名\n"
    )
    fields = outline(text).fields
    assert sorted(fields) == [1, 2]
    assert text.count("\n", 0, fields[1].start) == 5


def test_a_section_runs_to_the_next() -> None:
    form = outline("施策の概要\n甲\n評価結果\n乙\n")
    assert [form.text[s.body : s.end].strip() for s in form.sections] == ["甲", "乙"]
