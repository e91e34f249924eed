"""Reading the documents of ../shared/corpus into a new SQLite register: seconds per run.

The register is made beforehand; start-up of the interpreter and of Django is counted apart.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.shared import shared

CORPUS = shared() / "corpus"
RENKEI = str(Path(sys.executable).with_name("renkei"))
RUNS = 3


def main() -> int:
    """Measure and print."""
    files = sorted(map(str, CORPUS.glob("*.txt")))
    if not files:
        print(f"{CORPUS} is not there", file=sys.stderr)
        return 1
    for run in range(1, RUNS + 1):
        with tempfile.TemporaryDirectory(prefix="renkei-bench-") as home:
            start_up = _timed(home, "user", "list")  # makes the register
            start_up = _timed(home, "user", "list")
            whole = _timed(home, "ingest", *files)
            again = _timed(home, "ingest", *files)
        print(
            f"run {run}: {len(files)} documents in {whole[0]:.2f} s ({whole[1]:.2f} s of processor"
            f" time), of it start-up {start_up[0]:.2f} s; a second time {again[0]:.2f} s"
        )
    return 0


def _timed(home: str, *arguments: str) -> tuple[float, float]:
    """Wall clock and processor seconds of one command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    environment = {**os.environ, "RENKEI_HOME": home}
    environment.pop("DATABASE_URL", None)
    subprocess.run(
        [RENKEI, *arguments], env=environment, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    wall = time.perf_counter() - started
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
