"""The import directions that no contract can see: what is really loaded."""

import subprocess
import sys


def test_core_and_command_line_load_without_django() -> None:
    script = """
import pkgutil, sys, importlib
import renkei.core, renkei.cli, renkei.readers
for package in (renkei.core, renkei.cli, renkei.readers):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
print(",".join(sorted({"django", "ninja", "allauth"} & set(sys.modules))))
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ""
