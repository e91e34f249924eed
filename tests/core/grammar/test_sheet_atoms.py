"""Atoms of sheets: fiscal years in heads and lists, circled numbers, marks, citations."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.grammar.atoms import (
    FISCAL_YEAR,
    MARK,
    broken,
    carried_years,
    circled_number,
    fiscal_year,
    fiscal_years,
)
from renkei.core.grammar.sheet_means import citations


def starts(years: object) -> list[int | None]:
    return [year.start if year else None for year in years]  # type: ignore[attr-defined]


@given(st.text(alphabet="目標値年度", min_size=1), st.text(alphabet=" \n\t", max_size=3))
def test_a_broken_word_matches_with_blanks_anywhere(word: str, gap: str) -> None:
    assert re.fullmatch(broken(word), gap.join(word))


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("平成30・令和元・2年度", [2018, 2019, 2020]),
        ("令和3～5年度", [2021, 2023]),
        ("令和\n2年度", [2020]),
        ("2019・2020年度", [2019, 2020]),
        ("3・4年度", []),
    ],
)
def test_lists_carry_the_era_on(printed: str, expected: list[int]) -> None:
    assert starts(fiscal_years(printed)) == expected


def test_heads_carry_the_era_on() -> None:
    assert starts(carried_years(["平成31年度", "令和2年度", "3年度"])) == [2019, 2020, 2021]
    assert starts(carried_years(["3年度", "令和4年度"])) == [None, 2022]


def test_no_fiscal_year_is_none() -> None:
    assert fiscal_year("来年度") is None
    assert re.search(FISCAL_YEAR, "平成 30\n年度の値")
    assert not re.search(FISCAL_YEAR, "平成 30 年の値")


@pytest.mark.parametrize(
    ("sign", "number"), [("①", 1), ("⑳", 20), ("㉑", 21), ("㉟", 35), ("㊱", 36), ("㊿", 50)]
)
def test_circled_numbers(sign: str, number: int) -> None:
    assert circled_number(sign) == number


def test_what_is_no_circled_number() -> None:
    assert circled_number("1") is None
    assert circled_number("㈱") is None


@pytest.mark.parametrize("mark", ["a", "S", "◎", "×", "達成", "未達成", "概ね達成"])
def test_marks(mark: str) -> None:
    assert re.fullmatch(MARK, mark)


@pytest.mark.parametrize("words", ["ab", "10", "達成度", "件"])
def test_what_is_no_mark(words: str) -> None:
    assert not re.fullmatch(MARK, words)


@given(st.text(alphabet="(令和2年度:甲達成手段①)、。\n", max_size=80))
def test_every_mention_is_cited_or_left_over(text: str) -> None:
    found, unread = citations(text, 0, len(text))
    mentions = len(re.findall(r"達\s*成\s*手\s*段\s*①", text))
    read = {(c.start, c.end) for c in found}
    covered = sum(
        any(start <= m.start() and m.end() <= end for start, end in read)
        for m in re.finditer(r"達\s*成\s*手\s*段\s*①", text)
    )
    assert covered + len(unread) >= mentions
    for citation in found:
        assert citation.years
        assert "。" not in citation.name
