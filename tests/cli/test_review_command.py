"""`renkei review`, as a person runs it on a machine of their own."""

from __future__ import annotations

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


def run(home: Path, *arguments: str) -> str:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    done = subprocess.run(
        [Path(sys.executable).with_name("renkei"), *arguments],
        env=environment | {"RENKEI_HOME": str(home)},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
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
