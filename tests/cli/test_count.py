"""`renkei count` over lists of our own."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

RENKEI = [sys.executable, "-m", "renkei.config.console", "count"]
LISTS = Path(__file__).parents[1] / "core" / "extract" / "lists"
SHEET = LISTS / "plain_western.txt"


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*RENKEI, *arguments],
        capture_output=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
    )


def test_the_number_opens_into_its_activities() -> None:
    head, *events = map(
        json.loads, run("kind=meeting", str(SHEET), "--format", "jsonl").stdout.splitlines()
    )
    counted = [event for event in events if event["outcome"] == "counted"]
    assert head["number"] == len(counted) > 0
    assert {event["kind"] for event in counted} == {"meeting"}
    assert all(event["failed"] for event in events if event["outcome"] == "left_out")


def test_the_same_file_twice_counts_its_activities_once() -> None:
    once, twice = (
        json.loads(run("kind=meeting", *files, "--format", "jsonl").stdout.splitlines()[0])
        for files in ([str(SHEET)], [str(SHEET), str(SHEET)])
    )
    assert once == twice


@pytest.mark.parametrize(("language", "word"), [("ja", "件"), ("en", "counted")])
def test_the_text_tells_number_and_places(language: str, word: str) -> None:
    told = run("kind=meeting", str(SHEET), "--lang", language).stdout.decode()
    assert word in told.splitlines()[1]
    assert f"({SHEET.name}:" in told


def test_a_wrong_question_is_one_sentence() -> None:
    done = run("kind=party", str(SHEET))
    assert done.returncode == 64
    assert "RK742" in done.stderr.decode()
    assert len(done.stderr.decode().splitlines()) == 1


def test_a_missing_file_is_told_and_the_others_are_counted() -> None:
    done = run("kind=meeting", "missing.txt", str(SHEET))
    assert done.returncode != 0
    assert "RK101" in done.stderr.decode()
    assert "件" in done.stdout.decode()
