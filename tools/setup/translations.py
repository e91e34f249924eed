"""Compiles .po to .mo with Babel, so that no gettext is needed on the machine."""

import subprocess
from pathlib import Path

from tools.setup import PYTHON, ROOT, SetupError, say

LOCALE = ROOT / "src" / "renkei" / "locale"
SCRIPT = """
import sys
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
for name in sys.argv[1:]:
    with open(name, "rb") as source:
        catalog = read_po(source, abort_invalid=True)
    with open(name[:-3] + ".mo", "wb") as target:
        write_mo(target, catalog)
"""


def stale() -> list[Path]:
    """The .po files whose .mo is missing or older."""
    return [po for po in sorted(LOCALE.rglob("*.po")) if _is_stale(po)]


def compile_stale() -> bool:
    """Compile what is stale; True when something was."""
    files = stale()
    if not files:
        return False
    done = subprocess.run(
        [PYTHON, "-c", SCRIPT, *files], capture_output=True, text=True, check=False
    )
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:]
        raise SetupError(f"A translation file cannot be read: {' '.join(reason)}")
    say(f"setup: compiled {len(files)} translation file(s)")
    return True


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.is_file() or mo.stat().st_mtime < po.stat().st_mtime
