"""`make check` and `make test`: every check of the house, one after the other.

All stages run even when one fails, so that one run tells everything; any failure makes the exit
code 1. The last line is `N passed, N failed`: tests, and each failed check counts as one.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tools import pgcluster, system

ROOT = Path(__file__).resolve().parents[1]
BIN = Path(sys.executable).parent
STAGE_LIMIT_SECONDS = 15 * 60
DJANGO = [sys.executable, "-m", "django"]

CHECKS: dict[str, list[str]] = {
    "format": [f"{BIN}/ruff", "format", "--check", "."],
    "lint": [f"{BIN}/ruff", "check", "."],
    "types": [f"{BIN}/mypy"],
    "types of tools": [f"{BIN}/mypy", "--strict", "tools"],
    "import contracts": [f"{BIN}/lint-imports", "--no-cache"],
    "migrations": [*DJANGO, "makemigrations", "--check", "--dry-run"],
    "settings": [*DJANGO, "check", "--fail-level", "WARNING"],
    "corpus report": [sys.executable, "-m", "tools.corpus"],
}

PYTEST = [sys.executable, "-m", "pytest", "-q", "--no-header", "-p", "no:cacheprovider"]
PURE = ["tests/core", "tests/property", "tests/readers", "tests/cli"]
CLOSING_LINE = ROOT / ".cache" / "check.txt"  # for .ci/run, which repeats it as its last line


@dataclass(slots=True)
class Result:
    """What came of all stages; counts are tests, `broken` names stages that failed."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0
    broken: list[str] = field(default_factory=list)
    note: str = ""


def run_checks(result: Result, env: dict[str, str]) -> None:
    """The static checks; each failure counts as one failed."""
    for name, command in CHECKS.items():
        started = time.monotonic()
        code = _run(command, env)
        words = "ok" if code == 0 else f"FAILED (exit code {code})"
        print(f"== {name}: {words}, {time.monotonic() - started:.1f} s", flush=True)
        if code:
            result.broken.append(name)
            result.failed += 1


def run_tests(result: Result, env: dict[str, str]) -> None:
    """Pure tests first, then everything else on SQLite, the same on PostgreSQL, the browser."""
    two = ["-n", "2"]
    rest = [f"--ignore={path}" for path in PURE]
    _stage("tests without a database", [*PYTEST, *two, *PURE], result, env)
    others = [*two, *rest, "-m", "not browser", "tests"]
    _stage("tests on SQLite", [*PYTEST, *others], result, env)
    if pgcluster.programs():
        with_cluster = [sys.executable, "-m", "tools.pgcluster", *PYTEST]
        _stage("tests on PostgreSQL", [*with_cluster, *others], result, env)
    if not system.missing(system.BROWSER_TESTS):
        _stage("tests in the browser", [*PYTEST, "-m", "browser", "tests"], result, env)


def _stage(name: str, command: Sequence[str], result: Result, env: dict[str, str]) -> None:
    print(f"\n== {name}", flush=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="renkei-check-") as folder:
        report = Path(folder) / "report.xml"
        code = _run([*command, f"--junit-xml={report}"], env)
        counted = _count(report, result)
    if code and (code != 1 or not counted):
        # not failed tests but a stage that could not run: no test found, a crash, the time limit
        result.failed += 1
        print(f"{name}: could not finish (exit code {code})", flush=True)
    if code:
        result.broken.append(name)
    print(f"== {name}: {time.monotonic() - started:.0f} s", flush=True)


def _count(report: Path, result: Result) -> int:
    """Add the counts of a JUnit report; the number of tests that failed in it."""
    if not report.is_file():
        return 0
    suites = ElementTree.parse(report).getroot().iter("testsuite")  # noqa: S314  # written by us
    failed_here = 0
    for suite in suites:
        total, skipped, failures, errors = (
            int(suite.get(key, "0")) for key in ("tests", "skipped", "failures", "errors")
        )
        failed_here += failures + errors
        result.skipped += skipped
        result.passed += total - skipped - failures - errors
    result.failed += failed_here
    return failed_here


def _run(command: Sequence[str], env: dict[str, str]) -> int:
    try:
        return subprocess.run(
            command,
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            timeout=STAGE_LIMIT_SECONDS,
            check=False,
        ).returncode
    except subprocess.TimeoutExpired:
        print(f"Stopped after {STAGE_LIMIT_SECONDS // 60} minutes.", flush=True)
        return 124


def main() -> int:
    """0 when nothing failed."""
    parser = argparse.ArgumentParser(prog="tools.check", description=__doc__)
    parser.add_argument("--only", choices=["tests", "static"], help="leave the other half out")
    only = parser.parse_args().only
    started = time.monotonic()
    result = Result()
    CLOSING_LINE.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory(prefix="renkei-home-") as home:
        env = {
            **os.environ,
            "RENKEI_HOME": home,
            "DJANGO_SETTINGS_MODULE": "renkei.config.settings",
        }
        env.pop("DATABASE_URL", None)
        if only != "tests":
            run_checks(result, env)
        if only != "static":
            result.note = system.bring()
            run_tests(result, env)
    print()
    if result.note:
        print(result.note)
    if result.broken:
        print(f"Failed: {', '.join(result.broken)}")
    print(f"{time.monotonic() - started:.0f} s, {result.skipped} tests skipped")
    closing = f"{result.passed} passed, {result.failed} failed"
    CLOSING_LINE.parent.mkdir(exist_ok=True)
    CLOSING_LINE.write_text(closing + "\n")
    print(closing, flush=True)
    return 1 if result.failed or result.broken else 0


if __name__ == "__main__":
    sys.exit(main())
