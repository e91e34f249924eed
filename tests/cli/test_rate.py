"""`renkei rate` on a sheet of our own, as a person and a pipeline meet it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.core.extract.sheets.sheet_samples import TABBED, WRAPPED

RENKEI = [sys.executable, "-m", "renkei.config.console", "rate"]
SCHEME = """
id: mine
version: "7"
title: {ja: 自前の方式, en: My own}
source: 手引
thresholds_from: source
indicator:
  method: rate
  period: last
  grades: [{mark: "3", at_least: "0.5"}, {mark: "5"}]
"""


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*RENKEI, *arguments],
        capture_output=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
    )


@pytest.fixture(params=[TABBED, WRAPPED], ids=["monitoring", "evaluation"])
def sheet(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / "sheet.txt"
    path.write_text(request.param, encoding="utf-8")
    return path


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_text_tells_outcome_and_grade(sheet: Path, language: str) -> None:
    done = run(str(sheet), "--lang", language)
    told = done.stdout.decode()
    assert done.returncode == 0, done.stderr.decode()
    assert ("施策の評定" in told) == (language == "ja")
    assert ("Grade of the policy" in told) == (language == "en")


def test_json_lines_hold_each_mark_and_the_grade(sheet: Path) -> None:
    lines = [json.loads(line) for line in run(str(sheet), "--format", "jsonl").stdout.splitlines()]
    assert [line["type"] for line in lines[-1:]] == ["grade_check"]
    assert {line["document"] for line in lines} == {sheet.name}
    assert (
        run(str(sheet), "--format", "jsonl").stdout == run(str(sheet), "--format", "jsonl").stdout
    )


def test_a_scheme_of_ones_own_is_taken_from_a_file(tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.txt"
    sheet.write_text(TABBED, encoding="utf-8")
    path = tmp_path / "mine.yml"
    path.write_text(SCHEME, encoding="utf-8")
    done = run(str(sheet), "--scheme", str(path))
    assert "自前の方式（版 7）" in done.stdout.decode()


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (["--scheme", "nothing"], 64, "RK731"),
        (["--scheme", "missing.yml"], 64, "RK732"),
    ],
)
def test_a_wrong_scheme_is_one_sentence(sheet: Path, arguments, code, error) -> None:
    done = run(str(sheet), *arguments)
    assert done.returncode == code
    assert error in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1


def test_marks_of_another_scheme_are_listed(tmp_path: Path) -> None:
    path = tmp_path / "sheet.txt"
    path.write_text(WRAPPED, encoding="utf-8")
    done = run(str(path), "--scheme", "common")
    assert done.returncode == 0
    assert "この方式にない評定 2 件：1-1 a、1-2 b" in done.stdout.decode()


def test_a_file_without_indicators_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("港の花壇に水をまいた。\n", encoding="utf-8")
    done = run(str(path))
    assert done.returncode == 65
    assert "RK734" in done.stderr.decode()
