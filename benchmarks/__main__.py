"""Every benchmark after the other, each in a process of its own: `python -m benchmarks`."""

import subprocess
import sys

ALL = (
    "benchmarks.extraction",
    "benchmarks.checks",
    "benchmarks.sheets",
    "benchmarks.ingest",
    "benchmarks.list_page",
    "benchmarks.cases",
)


def main() -> int:
    """Run them all; the exit code is 1 when one could not run."""
    failed = 0
    for name in ALL:
        print(f"== {name}", flush=True)
        failed |= subprocess.run([sys.executable, "-m", name], check=False).returncode != 0
    return failed


if __name__ == "__main__":
    sys.exit(main())
