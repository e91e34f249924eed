"""`make lock`: writes constraints.txt, the exact version of every Python package we install.

A fresh environment is filled from the pins of pyproject.toml alone and what came is written down.
Versions only: no hashes and no addresses, so the file is the same wherever packages come from.
"""

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HEAD = "# Written by `make lock` from pyproject.toml. Do not edit by hand.\n"
PIP_PIN = "pip==26.3"


def main() -> int:
    """Resolve and write; the exit code is pip's when it fails."""
    with tempfile.TemporaryDirectory(prefix="renkei-lock-") as name:
        python = Path(name) / "bin" / "python"
        pip = [str(python), "-m", "pip", "--disable-pip-version-check"]
        subprocess.run([sys.executable, "-m", "venv", name], check=True)
        with (ROOT / "pyproject.toml").open("rb") as file:
            build = tomllib.load(file)["build-system"]["requires"]
        # over what the interpreter brought, which differs from machine to machine
        subprocess.run([*pip, "install", "--quiet", PIP_PIN, *build], check=True)
        subprocess.run([*pip, "install", "--quiet", "-e", f"{ROOT}[dev,bench]"], check=True)
        frozen = subprocess.run(
            [*pip, "freeze", "--all", "--exclude-editable"],
            check=True,
            capture_output=True,
            text=True,
        ).stdout.splitlines()
    pins = sorted((line for line in frozen if "==" in line), key=str.lower)
    (ROOT / "constraints.txt").write_text(HEAD + "\n".join(pins) + "\n")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except subprocess.CalledProcessError as error:
        sys.exit(error.returncode)
