"""`renkei review`, as a person runs it on a machine of their own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLE = (
    Path(__file__).resolve().parents[2]
    / "src/renkei/config/sample/documents/mihon-seisaku-hyoka.txt"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One installation; it does not exist yet."""
    return tmp_path_factory.mktemp("machine") / "home"


def call(home: Path, *arguments: str, typed: str = "") -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [Path(sys.executable).with_name("renkei"), *arguments],
        env=environment | {"RENKEI_HOME": str(home)},
        input=typed,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def run(home: Path, *arguments: str) -> str:
    done = call(home, *arguments)
    assert (done.returncode, done.stderr) == (0, "") or arguments[0] == "ingest"
    return done.stdout


def test_progress_is_told_per_document_and_rule(home: Path) -> None:
    assert "読み取った記録はまだありません" in run(home, "review")
    run(home, "ingest", str(SAMPLE))
    shown = run(home, "review", "--lang", "en")

    assert SAMPLE.name in shown
    assert "Unchecked" in shown
    total = int(shown.splitlines()[-1].split()[2])
    assert shown.splitlines()[-1] == f"0 of {total} records are checked (0 of them in bulk)."
    assert total > 0
    assert run(home, "review", SAMPLE.name) == run(home, "review", "1")
    assert "読み取った記録はまだありません" in run(home, "review", "no-such.txt")


@pytest.fixture(scope="module")
def checker(home: Path) -> str:
    """The account of a person who may check."""
    user = ["user", "add", "checker", "--role", "administrator", "--clearance", "restricted"]
    done = call(home, *user, "--password-stdin", typed="correct horse battery\n")
    assert done.returncode == 0, done.stderr
    return "checker"


def test_verdicts_are_given_by_a_person_and_taken_back(home: Path, checker: str) -> None:
    run(home, "ingest", str(SAMPLE))
    exported = run(home, "export", "records").splitlines()
    first, second = (json.loads(line)["id"] for line in exported[:2])
    who = ["--as", checker, "--lang", "en"]
    assert run(home, "verdict", "accept", "1", first, *who) == "1 records were accepted.\n"
    assert run(home, "verdict", "reject", "1", second, "--reason", "x", *who) == "Rejected.\n"
    assert run(home, "review", "--lang", "en").splitlines()[-1].startswith("2 of ")
    assert run(home, "verdict", "undo", "1", second, *who) == "The verdict was taken back.\n"
    told = run(home, "verdict", "accept", SAMPLE.name, "--rule", "activities.list.entry", *who)
    number = int(told.split()[0])
    assert number > 1
    assert f"({number} of them in bulk)" in run(home, "review", "--lang", "en")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["accept", "1", "activity", "--as", "nobody"], "RK505"),
        (["accept", "no-such.txt", "x", "--as", "checker"], "RK505"),
        (["accept", "1", "activity", "--as", "checker"], "RK428"),
        (["accept", "1", "--as", "checker"], "RK447"),
    ],
)
def test_wrong_verdicts_say_what_to_do(
    home: Path, checker: str, arguments: list[str], code: str
) -> None:
    run(home, "ingest", str(SAMPLE))
    done = call(home, "verdict", *arguments)
    assert (done.returncode, code in done.stderr) == (64, True), done.stderr
