"""Layouts are data: a form is changed by its file, and a wrong file says what is wrong, and where."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
import yaml

from renkei.apps.publications import html
from renkei.apps.publications.layout import loading
from renkei.apps.publications.layout.loading import layout, layout_of, parse, shipped
from renkei.apps.publications.sheet import Field, Indicator, Sheet, YearTarget
from renkei.core.errors import UsageError
from tests.apps.publications import example

FORMS = Path(loading.__file__).parent / "forms"
BY_INDICATOR = (FORMS / "by_indicator.yml").read_text(encoding="utf-8")


def words(sheet: Sheet, text: str | None = None) -> str:
    page = html.build(sheet, parse(text, "own.yml") if text else None).decode()
    return re.sub(r"\s", "", unescape(re.sub(r"<[^<>]*>", "", page)))


def three_years() -> Sheet:
    target = YearTarget(year="令和４年度", progress=("・船長の会合(5月)",))
    indicator = Indicator(number="1", name="船長の往来", mark="③", targets=(target,))
    return example.sheet(fields=(Field(indicators=(indicator,)),), accounts=None)


def test_a_sheet_takes_the_layout_that_suits_it() -> None:
    assert layout_of(example.sheet()).id == "by-field"
    assert layout_of(three_years()).id == "by-indicator"


def test_figures_without_fields_are_printed() -> None:
    """A form for what was done has no room for them."""
    (field,) = example.sheet().fields
    sheet = three_years()
    with_figures = example.sheet(fields=(*sheet.fields, replace(field, name="", number=None)))
    assert layout_of(with_figures).id == "by-field"
    assert "84.5%" in words(with_figures)


def test_the_three_year_form_has_progress_target_and_mark_side_by_side() -> None:
    printed = words(three_years())
    assert (
        "測定指標施策の進捗状況（実績）目標達成【令和４年度の主な実績】●令和４年度の実績・船長の会合(5月)船長の往来③"
        in printed
    )


def test_a_label_and_the_order_are_an_edit_of_the_file() -> None:
    changed = BY_INDICATOR.replace("担当部局名", "担当課室名")
    assert "担当課室名" in words(three_years(), changed)
    assert "担当部局名" not in words(three_years(), changed)


def test_every_layout_names_its_source_and_both_languages() -> None:
    for each in shipped().values():
        assert each.source
        assert set(each.title) == {"ja", "en"}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("{sheet.policy}", "{sheet.polcy}", "polcy"),
        ("of: sheet.indicators", "of: sheet.policy", "no list"),
        ("style: label}", "style: labelled}", "labelled"),
        ("span: 16}", "span: 17}", "50 / 48"),
        ("suits: indicators", "suits: anything", "suits"),
        ("source: >-", "sauce: >-", "sauce"),
        ("include: [accounts.yml]", "include: [budget.yml]", "budget.yml"),
        ("of: row.progress", "of: row.progres", "progres"),
    ],
)
def test_a_wrong_file_says_what_and_where(old: str, new: str, told: str) -> None:
    assert old in BY_INDICATOR
    with pytest.raises(UsageError, match="RK437") as error:
        parse(BY_INDICATOR.replace(old, new), "own.yml")
    assert told in str(error.value)


def test_a_broken_file_and_an_unknown_name_are_refused() -> None:
    with pytest.raises(UsageError, match="RK437"):
        parse("id: [", "own.yml")
    with pytest.raises(UsageError, match="RK436"):
        layout("by-colour")


def test_a_layout_of_ones_own_is_read_from_its_path(tmp_path: Path) -> None:
    path = tmp_path / "own.yml"
    path.write_text(BY_INDICATOR.replace("id: by-indicator", "id: ours"), encoding="utf-8")
    assert layout(str(path)).id == "ours"


def test_the_files_are_plain_yaml() -> None:
    for path in FORMS.rglob("*.yml"):
        assert yaml.safe_load(path.read_text(encoding="utf-8"))
