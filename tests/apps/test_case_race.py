"""Two server processes on PostgreSQL: two officers decide the same case at the same moment."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from threading import Barrier
from typing import Any

import psycopg
import pytest
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "a" * 32
ROUNDS = 6
BEGIN = f"""
import json
from renkei.config.database import prepare
prepare()
from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from renkei.apps.accounts.choices import Marking, Role
from renkei.apps.accounts.models import Organisation
from renkei.apps.accounts.services import add_user, command_line_user
from renkei.apps.coordination.services import propose
by, owner = command_line_user(), Organisation.objects.get(code="MSO")
sessions = []
for name in ("first", "second"):
    user = add_user(by=by, username=name, password="x", role=Role.DESK_OFFICER, weak_password=True,
                    clearance=Marking.INTERNAL, organisation=owner)
    store = SessionStore()
    store["_auth_user_id"] = str(user.pk)
    store["_auth_user_backend"] = "allauth.account.auth_backends.AuthenticationBackend"
    store["_auth_user_hash"] = user.get_session_auth_hash()
    store.create()
    sessions.append(store.session_key)
cases = [propose(by=by, values={{"title": f"見本{{n}}"}}, organisation=owner).pk for n in range({ROUNDS})]
print(json.dumps({{"sessions": sessions, "cases": cases}}))
"""
END = """
import json, sys
from renkei.config.database import prepare
prepare()
from renkei.apps.coordination.models import Case
print(json.dumps([
    [case.state, case.version, [move.after for move in case.moves.all()]]
    for case in Case.objects.order_by("pk")
]))
"""


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A database of its own on the PostgreSQL of this run."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        pytest.skip("needs PostgreSQL: python -m tools.pgcluster python -m pytest ...")
    name = f"race_{os.getpid()}"
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        yield os.environ | {
            "RENKEI_HOME": str(tmp_path / "home"),
            "PYTHONPATH": str(ROOT),
            "DATABASE_URL": f"{url.rpartition('/')[0]}/{name}",
        }
        server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def script(machine: dict[str, str], text: str) -> Any:
    done = subprocess.run(
        [sys.executable, "-c", text], env=machine, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def serve(machine: dict[str, str], stack: ExitStack) -> str:
    """The address of a server process of its own."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "renkei.config.console", "serve", "--workers", "1"]
    process = subprocess.Popen(
        [*command, "--port", str(port)], env=machine, stdout=subprocess.DEVNULL
    )
    stack.callback(process.wait, 20)
    stack.callback(process.send_signal, signal.SIGINT)
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return f"http://127.0.0.1:{port}"
        assert process.poll() is None
        time.sleep(0.1)
    raise AssertionError("the server did not answer")


class Stay(urllib.request.HTTPRedirectHandler):
    """Shows a redirect instead of following it."""

    def redirect_request(self, *_: Any) -> None:
        return None


def decide(address: str, session: str, case: int, both: Barrier, to: str) -> tuple[int, str]:
    data = urllib.parse.urlencode({"to": to, "version": 1, "reason": f"理由 {to}"}).encode()
    request = urllib.request.Request(  # noqa: S310 - our own address
        f"{address}/cases/{case}/move",
        data,
        {"Cookie": f"sessionid={session}; csrftoken={TOKEN}", "X-CSRFToken": TOKEN},
    )
    both.wait(20)
    try:
        with urllib.request.build_opener(Stay).open(request, timeout=30) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def test_both_get_the_truth_and_no_decision_is_lost(machine: dict[str, str]) -> None:
    begun = script(machine, BEGIN)
    with ExitStack() as stack, ThreadPoolExecutor(2) as pool:
        servers = [serve(machine, stack), serve(machine, stack)]
        for case in begun["cases"]:
            both = Barrier(2)
            answers = [
                pool.submit(decide, servers[n], begun["sessions"][n], case, both, to)
                for n, to in enumerate(("cancelled", "postponed"))
            ]
            codes = sorted((one.result()[0], "RK832" in one.result()[1]) for one in answers)
            assert codes == [(302, False), (400, True)]
    for state, version, moves in script(machine, END):
        assert version == 2
        assert moves == ["proposed", state]
        assert state in ("cancelled", "postponed")
