"""A worker killed at any moment: every mail arrives, and none twice for its reader."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from tests.mailserver import Catcher, mailserver

__all__ = ["mailserver"]
ROOT = Path(__file__).resolve().parents[2]
MAILS = 12
BEGIN = f"""
from renkei.config.database import prepare
prepare()
from renkei.apps.accounts.choices import Marking, Role
from renkei.apps.accounts.services import add_user, command_line_user
from renkei.apps.notices.models import Mail
from renkei.apps.notices.services import notify, wish
user = add_user(by=command_line_user(), username="reader", password="x", role=Role.READER, weak_password=True)
wish(by=user, delivery="at_once", hour=8, email="reader@example.jp")
for number in range({MAILS}):
    notify(users=[user], code="moved", address="/", key=str(number), marking=Marking.PUBLIC,
           title=f"件{{number}}", state=["lifecycle", "held"])
print(*Mail.objects.values_list("message_id", flat=True))
"""
# takes the claims of dead workers away as time does, works, and dies at the statement asked for
WORK = """
import os, signal, sys
from renkei.config.database import prepare
prepare()
from django.db import connection
from renkei.apps.notices import tasks
from renkei.apps.notices.models import Mail
Mail.objects.filter(state="sending").update(claimed_until="2000-01-01T00:00Z")
moment, seen = int(sys.argv[1]), 0
def statement(execute, *arguments):
    global seen
    seen += 1
    if seen == moment:
        os.kill(os.getpid(), signal.SIGKILL)
    return execute(*arguments)
with connection.execute_wrapper(statement):
    tasks.tick.call()
"""


@pytest.fixture
def machine(tmp_path: Path, mailserver: Catcher) -> Iterator[dict[str, str]]:
    """A new installation that sends to the server; on PostgreSQL with its own database."""
    environment = os.environ | {
        "RENKEI_HOME": str(tmp_path / "home"),
        "PYTHONPATH": str(ROOT),
        "RENKEI_MAIL_HOST": "127.0.0.1",
        "RENKEI_MAIL_PORT": str(mailserver.port),
    }
    url = environment.get("DATABASE_URL")
    if not url:
        yield environment
        return
    name = f"killed_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield environment | {"DATABASE_URL": f"{url.rpartition('/')[0]}/{name}"}
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def run(machine: dict[str, str], *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments], env=machine, capture_output=True, text=True, check=False
    )


def test_nothing_is_lost_and_nobody_reads_a_mail_twice(
    machine: dict[str, str], mailserver: Catcher
) -> None:
    begun = run(machine, "-c", BEGIN)
    assert begun.returncode == 0, begun.stderr
    expected = set(begun.stdout.split())
    assert len(expected) == MAILS
    kills = 0
    for moment in (3, 17, 18, 19, 20, 21, 22, 23, 29):
        done = run(machine, "-c", WORK, str(moment))
        assert done.returncode in (0, -signal.SIGKILL), done.stderr
        kills += done.returncode != 0
    assert kills > 2
    last = run(machine, "-c", WORK, "-1")
    assert last.returncode == 0, last.stderr
    times = Counter(mailserver.ids)
    assert set(times) == expected
    # a kill between the server's receipt and our mark sends once more, under the same Message-ID
    again = sum(times.values()) - MAILS
    assert again <= kills
    bodies = {(str(one["Message-ID"]), one.get_content()) for one in mailserver.mails}
    assert len(bodies) == MAILS


def test_the_worker_itself_killed_and_started_again(
    machine: dict[str, str], mailserver: Catcher
) -> None:
    expected = set(run(machine, "-c", BEGIN).stdout.split())
    command = [sys.executable, "-m", "renkei.config.console", "worker"]
    process = subprocess.Popen(command, env=machine, stderr=subprocess.PIPE)
    assert process.stderr is not None
    process.stderr.readline()
    process.kill()
    process.wait()
    process.stderr.close()
    run(machine, "-c", WORK, "-1")
    assert set(mailserver.ids) == expected
    batch = run(machine, "-m", "renkei.config.console", "worker", "--batch")
    assert batch.returncode == 0, batch.stderr
    assert Counter(mailserver.ids) == Counter(expected)
