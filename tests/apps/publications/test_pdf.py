"""The PDF holds every word and figure whole, without a box, and is the same every time."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from renkei.apps.publications import fonts, pdf
from renkei.apps.publications.figures import shown
from renkei.apps.publications.sheet import Entry, Field, Form, Indicator, Sheet
from renkei.core.errors import InputError
from tests.apps.publications import example

HEAD_POINTS, FOOT_POINTS = 55, 50  # margins of a page, where head and number stand


@pytest.fixture(scope="module")
def whole() -> Sheet:
    return example.sheet()


@pytest.fixture(scope="module")
def printed(whole: Sheet) -> str:
    """All text between the margins, without white space."""
    return text_of(pdf.build(whole))


def text_of(data: bytes, *, squeezed: bool = True, heads: bool = False) -> str:
    document = pypdfium2.PdfDocument(data)
    parts = []
    for page in document:
        width, height = page.get_size()
        words = page.get_textpage().get_text_bounded(0, FOOT_POINTS, width, height - HEAD_POINTS)
        parts.append(words if heads else without_repeated_head(words, parts))
    text = "".join(parts)
    return re.sub(r"\s", "", text) if squeezed else text


def without_repeated_head(words: str, before: list[str]) -> str:
    """A page that begins with the head of a table that runs over, without this head."""
    first, _, rest = words.partition("\r\n")
    return rest if any(first in page.split("\r\n") for page in before) else words


def test_every_text_is_printed_whole(whole: Sheet, printed: str) -> None:
    lines = [re.sub(r"\s", "", line) for line in example.texts(whole)]
    assert [line for line in lines if line not in printed] == []


def test_every_figure_is_printed(whole: Sheet, printed: str) -> None:
    words = [shown(figure, outside=outside) for figure, outside in example.figures(whole)]
    assert [word for word in words if word not in printed] == []
    for kept in ("<375>", "△<28>", "△217", "125万件", "8.0倍", "84.5%", "③相当程度進展あり（Ｂ）"):
        assert kept in printed


def test_no_character_is_a_box(printed: str) -> None:
    assert not set(printed) & set("\0\ufffd\ufffe\u25a1")


def test_the_same_sheet_gives_the_same_bytes(whole: Sheet) -> None:
    assert pdf.build(whole) == pdf.build(whole)


def test_pages_are_numbered_and_say_which_row_runs_over(whole: Sheet) -> None:
    document = pypdfium2.PdfDocument(pdf.build(whole))
    count = len(document)
    assert count > 4
    heads = []
    for number, page in enumerate(document, start=1):
        text = page.get_textpage().get_text_bounded()
        assert f"{number} / {count}" in text
        heads.append(text.split("\r\n")[0])
    over = [head for head in heads if "（続き）" in head]
    assert over[0].endswith("海洋における国際的な協力の推進　─　施策の分析（続き）")
    assert all("見本省３－Ⅱ－４" in head for head in over)


def test_the_pdf_is_tagged_and_says_its_language_and_title(whole: Sheet) -> None:
    data = pdf.build(whole)
    assert b"/StructTreeRoot" in data
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"/Lang(ja-JP)" in data
    title = pypdfium2.PdfDocument(data).get_metadata_dict()["Title"]
    assert title == "令和３年度政策評価書（見本省３－Ⅱ－４）"


def test_a_table_that_runs_over_repeats_its_head() -> None:
    indicators = tuple(
        Indicator(number=f"1-{number}", name=f"指標{number}", mark="ｂ") for number in range(1, 80)
    )
    field = Field(number=1, name="対話", indicators=indicators)
    text = text_of(pdf.build(example.sheet(fields=(field,), results=())), heads=True)
    assert text.count("測定指標達成") >= 2


def test_text_that_looks_like_typst_stays_text() -> None:
    entry = Entry(label="施策の概要", text='#panic("x") [甲] $乙$ <丙> @丁 \\ *戊* _己_')
    text = text_of(pdf.build(example.sheet(header=(entry,))))
    assert '#panic("x")[甲]$乙$<丙>@丁\\*戊*_己_' in text


def test_numbers_and_japanese_are_not_pushed_apart() -> None:
    entry = Entry(label="施策の概要", text="令和2年10月10日にUNの会合で3か国と話した。")
    text = text_of(pdf.build(example.sheet(header=(entry,))), squeezed=False)
    assert "令和2年10月10日にUNの会合で3か国と話した。" in text


def test_a_character_no_font_has_is_named() -> None:
    entry = Entry(label="施策の概要", text="\U0001f6a2で訪れた。")
    with pytest.raises(InputError, match="RK412") as caught:
        pdf.build(example.sheet(header=(entry,)))
    assert "U+1F6A2" in caught.value.message("ja")


def test_a_missing_font_is_an_error_that_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(fonts, "FOLDER", tmp_path)
    with pytest.raises(InputError, match="RK411") as caught:
        pdf.build(example.sheet())
    assert "make setup" in caught.value.message("ja")


def test_a_marking_stands_on_the_first_and_on_following_pages() -> None:
    document = pypdfium2.PdfDocument(pdf.build(example.sheet(marking="部内限り")))
    texts = [page.get_textpage().get_text_bounded() for page in document]
    assert "部内限り" in texts[0]
    assert all("部内限り" in text for text in texts[2:])


def test_a_sheet_with_nothing_but_a_name_is_still_a_sheet() -> None:
    bare = Sheet(form=Form.MONITORING, title="事前分析表", policy="名だけの施策")
    assert "名だけの施策" in text_of(pdf.build(bare))
