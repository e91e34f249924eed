"""Lines, paragraphs and page numbers of hard-wrapped text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.text.blocks import (
    close_up,
    has_paragraph_marks,
    is_page_number,
    join_paragraphs,
    join_span,
    join_words,
    open_brackets,
    text_lines,
)

WORDS = st.text(alphabet="港abc１。（ \t\n\r\f", max_size=60)


@given(WORDS, st.integers(0, 60), st.integers(0, 60))
def test_lines_stand_where_they_say(text: str, start: int, end: int) -> None:
    for line in text_lines(text, min(start, end), max(start, end)):
        assert text[line.start : line.end] == line.text
        assert line.text == line.text.strip()
        assert "\n" not in line.text


@given(WORDS)
def test_joining_loses_no_word(text: str) -> None:
    printed = "".join(text.split())
    assert "".join(join_span(text, 0, len(text)).split()) == printed
    assert "".join(join_paragraphs(text, 0, len(text), marked=True).split()) == printed


def test_a_blank_goes_only_between_latin_words() -> None:
    assert join_words(["国連の", "活動"]) == "国連の活動"
    assert join_words(["Think", "Tank"]) == "Think Tank"
    assert join_words(["第", "75", "回"]) == "第75回"


def test_paragraph_marks_need_several_sentences_and_nearly_all_of_them() -> None:
    assert has_paragraph_marks("行った。 \n\n" * 6)
    assert not has_paragraph_marks("行った。 \n\n" * 2)
    assert not has_paragraph_marks("行った。\n\n" * 6 + "行った。 \n\n" * 6)


def test_marks_part_paragraphs_and_wrapped_lines_are_joined() -> None:
    text = "一つ目の段落は続\n\nく。 \n二つ目。 \n"
    assert join_paragraphs(text, 0, len(text), marked=True) == "一つ目の段落は続く。\n二つ目。"


def test_without_marks_a_long_line_that_breaks_off_goes_on() -> None:
    long = "長" * 40
    text = f"見出しの行\n{long}\n\n続きである。\n"
    expected = f"見出しの行\n{long}続きである。"
    assert join_paragraphs(text, 0, len(text), marked=False) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("前の行\n\n\n45\n次の行", "前の行次の行"),
        ("前の行\n\n\n- 45 -\n次の行", "前の行次の行"),
        ("前の行\n45\n次の行", "前の行45次の行"),
        ("前の行\n\n\n45 名\n次の行", "前の行45 名次の行"),
    ],
)
def test_page_numbers_stand_alone_after_empty_lines(text: str, expected: str) -> None:
    assert join_span(text, 0, len(text)) == expected
    lone = [line for line in text_lines(text, 0, len(text)) if is_page_number(line)]
    assert bool(lone) == ("45" not in expected)


def test_open_brackets() -> None:
    assert open_brackets("(注「甲」") == 1
    assert open_brackets("甲)") == 0
    assert open_brackets("「甲(乙") == 2


def test_blanks_of_narrow_cells_are_closed_between_japanese_characters() -> None:
    assert close_up("知日 派の 育成") == "知日派の育成"
    assert close_up("トラック 1.5 及び") == "トラック 1.5 及び"
