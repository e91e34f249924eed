"""`renkei vocabulary` lists entries and shows what is found in a text."""

import pytest
from click.testing import CliRunner

from renkei.cli.vocabulary import KINDS, vocabulary
from renkei.core.vocabulary import load


def run(*arguments: str) -> list[list[str]]:
    done = CliRunner().invoke(vocabulary, arguments, catch_exceptions=False)
    assert done.exit_code == 0
    return [line.split("\t") for line in done.output.splitlines()]


def test_every_entry_is_listed() -> None:
    held = load()
    rows = run()
    assert {row[0] for row in rows} == set(KINDS)
    assert len([row for row in rows if row[0] == "partner"]) == len(held.partners)
    assert len([row for row in rows if row[0] == "term"]) == len(held.terms)


def test_the_names_are_in_the_language_asked_for() -> None:
    names = {row[1]: row[2] for row in run("--kind", "partner", "--lang", "en")}
    assert names["NZL"].startswith("New Zealand / ")
    assert {row[1]: row[2] for row in run("--kind", "term")}["verdict=unchecked"] == "未確認"


def test_a_text_shows_what_is_found_in_it() -> None:
    rows = run("統幕長とチリ海軍司令官との電話会談")
    assert ["partner", "チリ", "CHL (force)"] in rows or ["partner", "チリ", "CHL (name)"] in rows
    assert ["office", "統幕長", "chief_joint (ours)"] in rows
    assert any(row[0] == "wording" and row[2] == "mode=phone" for row in rows)


@pytest.mark.parametrize(
    ("language", "words"), [("ja", "見つかりません"), ("en", "No word of the vocabulary")]
)
def test_nothing_found_is_said(language: str, words: str) -> None:
    assert words in run("あ", "--lang", language)[0][0]
