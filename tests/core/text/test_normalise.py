"""Normalising changes how words are written and never loses where they stand."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from renkei.core.text import MappedText, join_wrapped, normalise
from renkei.core.text.normalise import fold

STRANGE = "防衛1２，,．（）～〜~−―ー　〈〉ｶﾞﾊﾟｱﾞがかうゝ\u3099\u309aｳﾞ㍻㋿①㈱⻑⽇\n\t≪|&"


def normal(text: str) -> str:
    return normalise(MappedText.of(text)).text


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("（２０２１年４月～６月）", "(2021年4月～6月)"),
        ("10月〜12月、1~3月", "10月～12月、1～3月"),
        ("１，２３４，５６７千円", "1,234,567千円"),
        ("６，７月及び１０，１１月", "6、7月及び10、11月"),
        ("△−５", "△-5"),
        ("ｻｲﾊﾞｰ､ﾊﾟｰﾄﾅｰｼｯﾌﾟ", "サイバー、パートナーシップ"),
        ("ウ\u3099ェトナム、か\u3099いこう", "ヴェトナム、がいこう"),
        ("か\u3099\u3099、漢\u3099、う\u3099、ゝﾞ", "が゛、漢゛、ゔ、ゞ"),
        ("㍻31年㋿元年", "平成31年令和元年"),
        ("①㈱髙Ⅲ", "①㈱髙Ⅲ"),
        ("⽇本の部隊⻑", "日本の部隊長"),
        ("〈オーストラリア〉", "<オーストラリア>"),
        ("ｱﾞ", "ア゛"),
        ("一\r\n二\r三\n\r\n四\f五", "一\n二\n三\n\n四\n五"),
    ],
)
def test_what_is_folded(printed: str, expected: str) -> None:
    assert normal(printed) == expected


@example("か\u3099\u3099")
@given(st.text(STRANGE, max_size=40))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = normal(text)
    assert normal(once) == once


@given(st.text(STRANGE, max_size=40))
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text(max_size=60))
def test_any_text_maps_back_completely_and_in_order(text: str) -> None:
    mapped = normalise(MappedText.of(text))
    position = 0
    for index in range(len(mapped.text)):
        span = mapped.span(index, index + 1)
        assert position in (span.start, span.end)  # the second of a squared era ends where it did
        assert 1 <= len(span) <= 2
        position = span.end
    assert position == len(text)


@given(st.text(STRANGE, max_size=40))
def test_each_character_comes_from_words_that_normalise_to_it(text: str) -> None:
    mapped = normalise(MappedText.of(text))
    for index, character in enumerate(mapped.text):
        span = mapped.span(index, index + 1)
        assert character in normal(text[span.start : span.end]) or character in ",、"


@pytest.mark.parametrize(
    ("printed", "joined"),
    [
        ("防衛相\n会談", "防衛相会談"),
        ("防衛相　\r\n　会談", "防衛相会談"),
        ("Free and\nOpen", "Free and Open"),
        ("Free and\n \n Open", "Free and Open"),
        ("第3回ADMM\nプラス", "第3回ADMMプラス"),
        ("一\r二", "一二"),
        ("空 白は残る", "空 白は残る"),
        ("\n始め", "始め"),
    ],
)
def test_wrapped_lines_are_joined(printed: str, joined: str) -> None:
    assert join_wrapped(MappedText.of(printed)).text == joined


@given(
    st.lists(st.text("防衛会談 \u3000\tab", max_size=8), max_size=6),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_joining_loses_nothing_but_white_space(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    mapped = join_wrapped(MappedText.of(text))
    assert "".join(mapped.text.split()) == "".join(text.split())
    for index, character in enumerate(mapped.text):
        if not character.isspace():
            span = mapped.span(index, index + 1)
            assert text[span.start : span.end] == character
