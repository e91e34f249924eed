"""Runs a command with DATABASE_URL of a private, throw-away PostgreSQL cluster.

    python -m tools.pgcluster COMMAND...

The cluster lives in a temporary directory, listens on 127.0.0.1 on a free port, touches no cluster
of the system, and is stopped and deleted whatever happens to the command: PostgreSQL refuses to
run as root, so root hands it to the user postgres, and the kernel stops it when we are killed.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType

START_SECONDS = 60
ROLE = DATABASE = "renkei"
TRADED_FOR_SPEED = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"]


class ClusterError(Exception):
    """The cluster could not be made; the text says why."""


def programs() -> Path | None:
    """The directory of the newest PostgreSQL server programs on this machine, or None."""
    found = sorted(
        Path("/usr/lib/postgresql").glob("*/bin/initdb"),
        key=lambda path: int(path.parts[-3]) if path.parts[-3].isdigit() else 0,
    )
    if found:
        return found[-1].parent
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).resolve().parent if elsewhere else None


@contextmanager
def cluster() -> Iterator[str]:
    """A running cluster, as the DATABASE_URL of an empty database whose role may create others."""
    folder = programs()
    if folder is None:
        raise ClusterError("PostgreSQL is not installed (no initdb found).")
    with tempfile.TemporaryDirectory(prefix="renkei-pg-") as name:
        home = Path(name)
        if os.geteuid() == 0:
            shutil.chown(home, "postgres", "postgres")
        data, port = home / "data", _free_port()
        make = ["initdb", "-D", str(data), "-U", ROLE, "-E", "UTF8", "--locale=C.UTF-8"]
        _run(folder, [*make, "-A", "trust", "-N"], home)
        server = _start(folder, data, port, home)
        try:
            _wait(folder, server, port, home)
            reach = ["-h", "127.0.0.1", "-p", str(port), "-U", ROLE]
            _run(folder, ["createdb", *reach, DATABASE], home)
            yield f"postgres://{ROLE}@127.0.0.1:{port}/{DATABASE}"
        finally:
            _stop(server)


def _as_server_user(parent_death: bool = False) -> list[str]:
    prefix = ["setpriv"]
    if os.geteuid() == 0:
        prefix += ["--reuid", "postgres", "--regid", "postgres", "--init-groups"]
    if parent_death:
        prefix += ["--pdeathsig", "INT"]
    return [*prefix, "--"] if len(prefix) > 1 else []


def _run(folder: Path, command: Sequence[str], home: Path) -> None:
    program, *rest = command
    done = subprocess.run(
        [*_as_server_user(), str(folder / program), *rest],
        cwd=home,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise ClusterError(f"{program} failed: {(done.stderr or done.stdout).strip()}")


def _start(folder: Path, data: Path, port: int, home: Path) -> subprocess.Popen[bytes]:
    command = [*_as_server_user(parent_death=True), str(folder / "postgres"), "-D", str(data)]
    command += ["-p", str(port), "-k", str(home), "-c", "listen_addresses=127.0.0.1"]
    for setting in TRADED_FOR_SPEED:
        command += ["-c", setting]
    log = (home / "log").open("wb")
    with log:
        return subprocess.Popen(
            command,
            cwd=home,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # an interrupt at the terminal reaches us, and we stop it
        )


def _wait(folder: Path, server: subprocess.Popen[bytes], port: int, home: Path) -> None:
    until = time.monotonic() + START_SECONDS
    ask = [str(folder / "pg_isready"), "-q", "-h", "127.0.0.1", "-p", str(port)]
    while subprocess.run(ask, check=False).returncode:
        if server.poll() is not None or time.monotonic() > until:
            words = (home / "log").read_text(errors="replace").strip().splitlines()[-3:]
            raise ClusterError(f"PostgreSQL did not start: {' / '.join(words)}")
        time.sleep(0.1)


def _stop(server: subprocess.Popen[bytes]) -> None:
    if server.poll() is not None:
        return
    server.send_signal(signal.SIGINT)  # fast shutdown: open connections are closed
    try:
        server.wait(timeout=30)
    except subprocess.TimeoutExpired:
        server.send_signal(signal.SIGQUIT)
        server.wait(timeout=10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _terminate(number: int, _frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


def main(command: Sequence[str]) -> int:
    """Run the command; its exit code, or 1 when the cluster could not be made."""
    if not command:
        print(__doc__, file=sys.stderr)
        return 2
    # SIGINT too: a shell starts background jobs with it ignored, and Python then leaves it so
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, _terminate)
    try:
        with cluster() as address:
            return subprocess.run(
                command, env={**os.environ, "DATABASE_URL": address}, check=False
            ).returncode
    except ClusterError as error:
        print(f"pgcluster: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
