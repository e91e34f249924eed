"""What `make setup` does, in steps that each do nothing when nothing changed.

Runs on the machine's own Python with the standard library only, before anything is installed.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
STAMPS = VENV / "renkei-setup"
CONSTRAINTS = ROOT / "constraints.txt"
SYSTEM_CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")


class SetupError(Exception):
    """A step could not be done; the text says what is missing and what to do."""


def say(text: str) -> None:
    """Print one line at once, also when output goes to a file."""
    print(text, flush=True)


def run(
    command: Sequence[str | Path],
    *,
    doing: str,
    cwd: Path = ROOT,
    env: Mapping[str, str] | None = None,
) -> None:
    """Run a command quietly; when it fails, show what it said and raise SetupError."""
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **(env or {})},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        sys.stderr.write(done.stdout[-4000:])
        raise SetupError(f"{doing} failed (exit code {done.returncode}); its words are above.")


def fingerprint(*parts: object) -> str:
    """A short hash of values and of the contents of files."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.read_bytes() if isinstance(part, Path) else json.dumps(part).encode()
        digest.update(hashlib.sha256(data).digest())
    return digest.hexdigest()[:32]


def is_done(step: str, mark: str) -> bool:
    """Whether the step was finished before with the same inputs."""
    stamp = STAMPS / step
    return stamp.is_file() and stamp.read_text() == mark


def mark_done(step: str, mark: str) -> None:
    """Remember that the step was finished with these inputs; call it last in a step."""
    STAMPS.mkdir(parents=True, exist_ok=True)
    (STAMPS / step).write_text(mark)
