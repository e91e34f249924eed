"""Hard-wrapped prose of a report: body, headings, notes, boxes, and what stands in between."""

import pytest

from renkei.core.text import MappedText, normalise
from renkei.core.text.prose import Block, blocks, sentences
from renkei.core.text.prose_lines import read_rows

PAGE = """2 \t地域との協力\t地域との協力

1　ペルー

（1）ペルーとの協力の意義など
ペルーは、太平洋を挟んでわが国と向き合う国で

あり、津波への備えを共に考えてきた。アジア太平
洋経済協力（A

Asia Pacific Economic Cooperation
PEC）の場でも、両国の大臣が折に触れて

港を訪れるペルー海軍の帆船（2031年10月）

動画：日ペルー親善訓練
URL：https://example.org/v

7\t 正式名称は、日本国政府とペルー共和国政府との間の防衛の分野における協力と交流に関する覚書とされている。

意見を交わしている。
防衛省は、金
キム

 大中氏の訪日の折に、若い幹部の交流を
始めた。

連絡官の声

私は、2031年1月から、陸上総隊で勤務していま
す。毎日が勉強です。

315 令和13年版\t防衛白書

 2032年2月、日ペルー防衛相会談を実施し、訓練
の回数を増やすことで一致した。
"""


def parts(text: str) -> list[tuple[str, str]]:
    found = blocks(normalise(MappedText.of(text)))
    return [(block.kind, block.text.text) for block in found]


def test_a_page_is_taken_apart() -> None:
    found = parts(PAGE)
    headings = [words for kind, words in found if kind == "heading"]
    assert headings == ["地域との協力", "ペルー", "ペルーとの協力の意義など"]
    body = "".join(words for kind, words in found if kind == "body")
    assert "アジア太平洋経済協力(APEC)の場でも、両国の大臣が折に触れて意見を交わしている。" in body
    assert "2032年2月、日ペルー防衛相会談を実施し、訓練の回数を増やすことで一致した。" in body
    assert "金大中氏" in body
    for stray in ("Economic", "帆船", "example.org", "315", "勤務", "正式名称", "キム"):
        assert stray not in body
    assert [kind for kind, words in found if "勤務" in words] == ["box"]


def test_a_note_keeps_its_number_apart() -> None:
    note = next(block for block in blocks(normalise(MappedText.of(PAGE))) if block.kind == "note")
    assert note.mark == "7"
    assert note.text.text.startswith("正式名称は、")


def test_spans_map_back() -> None:
    for block in blocks(normalise(MappedText.of(PAGE))):
        for start, end in sentences(block):
            span = block.text.span(start, end)
            assert PAGE[span.start] in (block.text.text[start], *"（　")
            assert 0 <= span.start < span.end <= len(PAGE)


def test_paragraphs_on_one_line_each() -> None:
    text = "1 チリ\n\nチリとの間では、協力が進んでいる。2031年2月、会談した。\n\n短い説明\n"
    assert parts(text) == [
        ("heading", "チリ"),
        ("body", "チリとの間では、協力が進んでいる。2031年2月、会談した。"),
    ]


def test_sentences_end_outside_brackets() -> None:
    text = "AはBである(注。記)。次の「文。」もある。"
    block = Block("body", MappedText.of(text))
    assert [text[a:b] for a, b in sentences(block)] == [
        "AはBである(注。記)。",
        "次の「文。」もある。",
    ]


def test_what_has_no_end_is_cut() -> None:
    block = Block("body", MappedText.of("あ" * 4000))
    assert [b - a for a, b in sentences(block)] == [1500, 1500, 1000]


FIGURE = """1 地域との協力・対話、訓練・
交流の意義

防衛省は、太平洋の島々との間で、海の安全にかかる
取組を積み重ねてきた。毎年の協議では、実務者会合

（実務者会合A）とは

の成果を確かめている。

波の高い港で上陸の手順を説明する、<tab>
海自の救難隊員と島の警備隊員の様子

〇　ガイアナ … 研修の実施、「カリブ海の

安全」の開催など

5 回以上
2 回

海の向こうの国々と進める救難の計画と地図の凡例

2　訓練
"""


def test_labels_of_figures_and_captions_stay_out_of_the_body() -> None:
    found = parts(FIGURE.replace("<tab>", "\t"))
    assert [words for kind, words in found if kind == "heading"] == [
        "地域との協力・対話、訓練・交流の意義",
        "訓練",
    ]
    [body] = [words for kind, words in found if kind == "body"]
    assert body == (
        "防衛省は、太平洋の島々との間で、海の安全にかかる取組を積み重ねてきた。"
        "毎年の協議では、実務者会合の成果を確かめている。"
    )


def test_headings_do_not_tell_the_width_of_the_column() -> None:
    chapters = [f"（{number}）ペルーとの協力の意義{number}" for number in range(1, 7)]
    sentence = (
        "ペルーとの間では、2031年4月に海の安全をめぐる協議を行い、今後も続けることで一致した。"
    )
    text = "\n\n".join(f"{heading}\n{sentence * (at + 1)}" for at, heading in enumerate(chapters))
    found = parts(text + "\n")
    assert [kind for kind, _ in found] == ["heading", "body"] * 6
    assert found[3][1] == sentence * 2


@pytest.mark.parametrize("number", ["1", "- 12 -", "p. 3"])
@pytest.mark.parametrize(
    "before", ["防衛相会談を行った。", "両国は毎年の協議を続けることで一致し、次の会合を"]
)
def test_a_page_number_right_below_prose_is_no_line_of_it(before: str, number: str) -> None:
    rows = list(read_rows(f"{before}\n{number}\n東京で開くこととした。"))
    assert [row.text for row in rows] == [before, "東京で開くこととした。"]
    assert rows[1].gap is before.endswith("。")


def test_a_number_in_a_column_of_short_words_stays() -> None:
    assert [row.text for row in read_rows("派遣\n12\n受入れ\n7")] == ["派遣", "12", "受入れ", "7"]
