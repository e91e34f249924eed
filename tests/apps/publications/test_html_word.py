"""HTML and Word hold every word and figure of the sheet, and Word can be read again."""

from __future__ import annotations

import re
from html import unescape

import pytest

from renkei.apps.publications import html, word
from renkei.apps.publications.builders import BUILDERS
from renkei.apps.publications.figures import shown
from renkei.apps.publications.selectors import in_form
from renkei.apps.publications.sheet import Figure, Form, Sheet
from renkei.core.errors import UsageError
from renkei.readers.registry import read_bytes
from tests.apps.publications import example


@pytest.fixture(scope="module")
def whole() -> Sheet:
    return example.sheet()


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def words_of(name: str, sheet: Sheet) -> str:
    data = BUILDERS[name](sheet, None)
    if name == "html":
        return squeezed(unescape(re.sub(r"<[^<>]*>", "", data.decode())))
    return squeezed(read_bytes(f"a.{name}", data).text)


@pytest.mark.parametrize("name", ["html", "docx"])
def test_every_text_and_figure_is_there_whole(whole: Sheet, name: str) -> None:
    printed = words_of(name, whole)
    assert [line for line in example.texts(whole) if squeezed(line) not in printed] == []
    told = [shown(figure, outside=outside) for figure, outside in example.figures(whole)]
    assert [words for words in told if squeezed(words) not in printed] == []


@pytest.mark.parametrize("name", sorted(BUILDERS))
@pytest.mark.parametrize("form", list(Form))
def test_each_form_in_each_format(whole: Sheet, name: str, form: Form) -> None:
    assert len(BUILDERS[name](in_form(whole, form), None)) > 1000


def test_the_forms_hold_what_belongs_to_them(whole: Sheet) -> None:
    assert whole.rating is not None
    reason = squeezed(whole.rating.reason)
    evaluation, monitoring, budget = (words_of("html", in_form(whole, form)) for form in Form)
    assert (reason in evaluation, reason in monitoring, reason in budget) == (True, False, False)
    assert "政策評価調書（個別票）" in budget
    assert "評価結果" not in budget
    assert "政策評価書" not in monitoring


def test_a_form_that_lacks_its_content_is_refused() -> None:
    bare = Sheet(form=Form.MONITORING, title="甲", policy="乙")
    for form in (Form.BUDGET, Form.EVALUATION):
        with pytest.raises(UsageError, match="RK419"):
            in_form(bare, form)


def test_markup_in_a_text_stays_a_text(whole: Sheet) -> None:
    page = html.build(Sheet(form=Form.MONITORING, title="<b>甲</b>", policy='"&<script>')).decode()
    assert "<script>" not in page
    assert "&lt;b&gt;甲" in page


def test_figures_lead_to_their_records_where_there_are_any(whole: Sheet) -> None:
    asked: list[int] = []

    def address_of(record: int) -> str:
        asked.append(record)
        return f"/documents/1/?at={record}"

    figures = [figure for figure, _ in example.figures(whole) if isinstance(figure, Figure)]
    assert figures
    assert html.build(whole, address_of=address_of) == html.build(whole)
    assert asked == []


def test_the_same_sheet_gives_the_same_words(whole: Sheet) -> None:
    assert html.build(whole) == html.build(whole)
    assert (
        read_bytes("a.docx", word.build(whole)).text == read_bytes("a.docx", word.build(whole)).text
    )
