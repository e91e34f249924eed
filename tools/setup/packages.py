"""The virtual environment and the pinned Python packages in it."""

import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

from tools.setup import (
    CONSTRAINTS,
    PYTHON,
    ROOT,
    VENV,
    SetupError,
    bootstrap_pip,
    fingerprint,
    is_done,
    mark_done,
    run,
    say,
)

PIP: list[str | Path] = [
    PYTHON,
    "-m",
    "pip",
    "--disable-pip-version-check",
    "--no-input",
    "--quiet",
]


def bring_environment() -> bool:
    """Make .venv with pip in it unless a working one is there; True when it was made."""
    if sys.version_info[:2] != (3, 11):
        found = ".".join(map(str, sys.version_info[:2]))
        raise SetupError(
            f"Python 3.11 is needed and {sys.executable} is {found}; "
            "name another one with `make PYTHON=/path/to/python3.11 ...`."
        )
    mark = fingerprint(str(VENV), sys.version)
    if is_done("environment", mark) and os.access(PYTHON, os.X_OK):
        return False
    if _is_usable():
        mark_done("environment", mark)
        return False
    say(f"setup: making {VENV.name} with Python {sys.version.split()[0]}")
    shutil.rmtree(VENV, ignore_errors=True)
    run([sys.executable, "-m", "venv", "--without-pip", VENV], doing="Making .venv")
    bootstrap_pip.into_environment()
    mark_done("environment", mark)
    return True


def install(extras: Iterable[str]) -> bool:
    """Install the package, editable, with every pin of constraints.txt; True when pip ran.

    Extras already installed stay: `make demo` after `make test` takes nothing away.
    """
    with (ROOT / "pyproject.toml").open("rb") as file:
        settings = tomllib.load(file)
    pins = fingerprint(settings["project"], settings["build-system"], CONSTRAINTS)
    todo = [extra for extra in ["base", *extras] if not is_done(f"packages-{extra}", pins)]
    if not todo:
        return False
    names = [extra for extra in todo if extra != "base"]
    target = f"{ROOT}[{','.join(names)}]" if names else str(ROOT)
    say(f"setup: installing the pinned Python packages ({', '.join(todo)})")
    pinned = _pin("pip")
    if pinned:
        run([*PIP, "install", pinned], doing="Bringing pip to its pin")
    run(
        [*PIP, "install", "--constraint", CONSTRAINTS, "--editable", target],
        doing="Installing the Python packages",
        env={"PIP_CONSTRAINT": str(CONSTRAINTS)},
    )
    for extra in todo:
        mark_done(f"packages-{extra}", pins)
    return True


def install_apart(package: str, folder: Path) -> None:
    """Install one pinned package into a folder of its own, outside .venv."""
    run(
        [*PIP, "install", "--no-deps", "--target", folder, package],
        doing=f"Installing {package}",
    )


def _pin(name: str) -> str | None:
    for line in CONSTRAINTS.read_text().splitlines():
        if line.lower().startswith(f"{name}=="):
            return line.strip()
    return None


def _is_usable() -> bool:
    """Whether a .venv made by other means is there, of this Python, and not moved since."""
    script = VENV / "bin" / "pip"
    if not script.is_file() or not os.access(PYTHON, os.X_OK):
        return False
    if not script.read_text(errors="replace").startswith(f"#!{VENV}/bin/python"):
        return False
    ask = [str(PYTHON), "-c", "import pip, sys; print(sys.version)"]
    done = subprocess.run(ask, capture_output=True, text=True, check=False)
    return done.stdout.strip() == sys.version
