"""Debian packages that the tests use: what is missing, and bringing it where we may (as root)."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from tools import pgcluster


@dataclass(frozen=True, slots=True)
class Need:
    """A Debian package, how to see that what it gives is there, and what is skipped without it."""

    package: str
    is_there: Callable[[], bool]
    without: str


def _has_japanese_font() -> bool:
    return any(Path("/usr/share/fonts").rglob("NotoSansCJK*"))


def _has_library(name: str) -> bool:
    return any(Path("/usr/lib").glob(f"*/{name}")) or any(Path("/usr/lib").glob(name))


BROWSER_TESTS = "browser tests"
NEEDS = (
    Need("chromium", lambda: shutil.which("chromium") is not None, BROWSER_TESTS),
    Need("libatomic1", lambda: _has_library("libatomic.so.1"), BROWSER_TESTS),  # for Playwright
    Need("fonts-noto-cjk", _has_japanese_font, "the look of screenshots"),
    Need("postgresql", lambda: pgcluster.programs() is not None, "tests on PostgreSQL"),
    Need("poppler-utils", lambda: shutil.which("pdftoppm") is not None, "tests of printed pages"),
)


def missing(without: str | None = None) -> list[Need]:
    """What is not there; only what one kind of tests needs, when it is named."""
    wanted = (need for need in NEEDS if without in (None, need.without))
    return [need for need in wanted if not need.is_there()]


def bring() -> str:
    """Install what is missing when we are root; one line that says what still is, or ""."""
    left = missing()
    if left and os.geteuid() == 0 and shutil.which("apt-get"):
        names = [need.package for need in left]
        print(f"Installing Debian packages: {' '.join(names)}", flush=True)
        if not _install(names):
            print("apt-get could not install all of them; its words are above.", flush=True)
        left = missing()
    if not left:
        return ""
    names = [need.package for need in left]
    skipped = list(dict.fromkeys(need.without for need in left))
    return (
        f"Missing here: {', '.join(names)}. Skipped: {', '.join(skipped)}. "
        f"As root: apt-get install --no-install-recommends {' '.join(names)}"
    )


def _install(names: Sequence[str]) -> bool:
    install = ["apt-get", "install", "-y", "-q", "--no-install-recommends", *names]
    for command in (["apt-get", "update", "-q"], install):
        done = subprocess.run(
            command,
            env={**os.environ, "DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            check=False,
        )
        if done.returncode:
            sys.stderr.write(done.stdout[-3000:])
            return False
    return True
