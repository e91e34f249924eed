"""A wrong call gets one sentence of ours, in the user's language, and exit code 64."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RENKEI = str(Path(sys.executable).with_name("renkei"))


def call(*arguments: str, language: str = "ja") -> tuple[int, str]:
    """Exit code and standard error of the command as a person runs it."""
    environment = {**os.environ, "RENKEI_LANG": language}
    done = subprocess.run(
        [RENKEI, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (["extrct"], "RK431", "extract"),
        (["extract", "--langg", "ja"], "RK432", "--lang"),
        (["extract"], "RK433", "FILE"),
        (["extract", "--lang", "fr", "x"], "RK434", "ja / en"),
        (["explain", "--line", "0", "x"], "RK434", "--line"),
        (["explain", "x", "y", "--line", "1"], "RK435", "renkei explain --help"),
    ],
)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_wrong_call(arguments: list[str], code: str, words: str, language: str) -> None:
    exit_code, said = call(*arguments, language=language)
    assert exit_code == 64
    assert said.endswith(f"[{code}]\n")
    assert said.count("\n") == 1
    assert words in said
    assert any("ぁ" <= letter <= "ん" for letter in said) == (language == "ja")


def test_no_command_shows_the_overview() -> None:
    exit_code, said = call()
    assert exit_code == 64
    assert "ingest" in said
