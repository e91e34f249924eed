"""The throw-away cluster: it runs, and nothing of it stays, whatever happens to the command."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools import pgcluster

pytestmark = pytest.mark.skipif(
    pgcluster.programs() is None, reason="PostgreSQL is not installed (no initdb)"
)
ROOT = Path(__file__).resolve().parents[2]
ASK = """
import os, psycopg
with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    for name in ("server_encoding", "lc_ctype"):
        print(connection.execute(f"show {name}").fetchone())
"""


def _started(tmp_path: Path, script: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tools.pgcluster", sys.executable, "-c", script],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def _servers(folder: Path) -> list[str]:
    """Command lines of running servers whose data lies under the folder."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue  # the process ended while we looked
        if str(folder) in words and "postgres" in words and "pgcluster" not in words:
            found.append(words)
    return found


@pytest.fixture
def folder() -> Iterator[Path]:
    """A short directory that the user postgres can enter (pytest's own are closed to others)."""
    path = Path(tempfile.mkdtemp(prefix="pgt-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path)


def test_command_gets_a_database_that_holds_japanese(folder: Path) -> None:
    with _started(folder, ASK) as process:
        words, _ = process.communicate(timeout=120)
    assert process.returncode == 0, words
    assert words.splitlines() == ["('UTF8',)", "('C.UTF-8',)"]
    assert list(folder.iterdir()) == []
    assert _servers(folder) == []


def test_exit_code_of_the_command_is_kept_and_nothing_stays(folder: Path) -> None:
    with _started(folder, "import sys; sys.exit(7)") as process:
        process.communicate(timeout=120)
    assert process.returncode == 7
    assert list(folder.iterdir()) == []


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_server_stops_when_we_are_stopped(folder: Path, number: signal.Signals) -> None:
    with _started(folder, "import time; print('up', flush=True); time.sleep(60)") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "up\n"
        assert _servers(folder) != []
        process.send_signal(number)
        process.wait(timeout=60)
    until = time.monotonic() + 30
    while _servers(folder) and time.monotonic() < until:
        time.sleep(0.1)
    assert _servers(folder) == []
    if number != signal.SIGKILL:
        assert list(folder.iterdir()) == []
