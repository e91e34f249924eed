"""`python3 -m tools.setup [--extra NAME]...`: brings .venv, assets and translations up to date."""

import argparse
import fcntl
import sys
import time

from tools.setup import ROOT, SetupError, assets, packages, say, translations


def main() -> int:
    """Run the steps in order; 1 when one could not be done."""
    parser = argparse.ArgumentParser(prog="tools.setup", description=__doc__)
    parser.add_argument("--extra", action="append", default=[], help="also install this extra")
    extras = parser.parse_args().extra
    started = time.monotonic()
    try:
        with (ROOT / "Makefile").open() as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)  # two makes at once take turns
            changed = [
                packages.bring_environment(),
                packages.install(extras),
                assets.bring(),
                translations.compile_stale(),
            ]
    except SetupError as error:
        print(f"setup: {error}", file=sys.stderr)
        return 1
    if any(changed):
        say(f"setup: done in {time.monotonic() - started:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
