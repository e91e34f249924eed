"""Killed at any moment the register is as before; two processes at once make one document."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]

# Runs like a command, and kills itself with SIGKILL at the statement asked for: 0 is while the
# original is being brought to disk, -1 never. Prints the number of statements when it survives.
INGEST = """
import os, signal, sys
from renkei.config.database import prepare
prepare()
from django.db import connection
from renkei.apps.accounts.services import command_line_user
from tests.records import Source, consultation, sheet, students, talks

moment, seen = int(sys.argv[1]), 0

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

def statement(execute, *arguments):
    global seen
    seen += 1
    if seen == moment:
        die()
    return execute(*arguments)

source = Source()
records = [talks(source), consultation(source), *students(source), *sheet(source)]
by = command_line_user()
if moment == 0:
    os.fsync = die
with connection.execute_wrapper(statement):
    source.ingest(records, by)
print(seen)
"""
STATE = """
import json
from renkei.config.database import prepare
prepare()
from django.apps import apps
counts = {
    model._meta.label: model._default_manager.count()
    for label in ("documents", "register", "evaluation", "audit")
    for model in apps.get_app_config(label).get_models()
}
print(json.dumps(counts))
"""


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[dict[str, str]]:
    """The environment of a new installation: its own home and, on PostgreSQL, its own database."""
    environment = os.environ | {"RENKEI_HOME": str(tmp_path / "home"), "PYTHONPATH": str(ROOT)}
    url = environment.get("DATABASE_URL")
    if not url:
        yield environment
        return
    name = sql.Identifier(f"interrupted_{os.getpid()}")
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(name))
        base, _, _ = url.rpartition("/")
        yield environment | {"DATABASE_URL": f"{base}/interrupted_{os.getpid()}"}
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(name))


def run(machine: dict[str, str], script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=machine,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def state(machine: dict[str, str]) -> dict[str, int]:
    done = run(machine, STATE)
    assert done.returncode == 0, done.stderr
    counts: dict[str, int] = json.loads(done.stdout)
    return counts


@pytest.mark.slow
def test_killed_at_any_moment_nothing_is_there_and_again_completes(
    machine: dict[str, str], tmp_path: Path
) -> None:
    before = state(machine)

    for moment in (0, 1, 2, 3, 5, 8, 13, 21, 30):
        killed = run(machine, INGEST, str(moment))
        assert killed.returncode == -signal.SIGKILL, (moment, killed.stdout, killed.stderr)
        assert state(machine) == before

    whole = run(machine, INGEST, "-1")
    assert whole.returncode == 0, whole.stderr
    assert int(whole.stdout) > 30
    after = state(machine)
    assert after["documents.StoredDocument"] == 1
    assert after["register.Activity"] == 2
    assert after["evaluation.IndicatorValue"] == 3
    originals = [path for path in (tmp_path / "home" / "files").rglob("*") if path.is_file()]
    assert len([path for path in originals if not path.name.startswith(".")]) == 1

    last = run(machine, INGEST, "-1")
    assert last.returncode == 0, last.stderr
    assert state(machine) == after


@pytest.mark.slow
def test_processes_at_once_on_a_new_home_make_one_document(machine: dict[str, str]) -> None:
    """They also race for the secret key and for making the tables."""
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", INGEST, "-1"], env=machine, stderr=subprocess.PIPE, text=True
        )
        for _ in range(3)
    ]
    errors = [process.communicate(timeout=120)[1] for process in runs]

    assert [process.returncode for process in runs] == [0, 0, 0], errors
    counts = state(machine)
    assert counts["documents.StoredDocument"] == 1
    assert counts["documents.Reading"] == 1
    assert counts["register.Activity"] == 2
    assert counts["audit.Event"] == 1
