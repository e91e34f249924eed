"""What every test may use: the corpus where it is, and a register home that is thrown away."""

import atexit
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = ROOT.parent / "shared"

# before Django reads its settings: no test touches the register of the checkout
_HOME = tempfile.mkdtemp(prefix="renkei-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["RENKEI_HOME"] = _HOME
os.environ["DJANGO_SETTINGS_MODULE"] = "renkei.config.settings"


def pytest_report_header() -> str:
    """Say where the corpus is, since tests are skipped without it."""
    return f"corpus: {SHARED / 'corpus'}" if SHARED.is_dir() else f"corpus: none ({SHARED})"


@pytest.fixture(scope="session")
def shared_path() -> Callable[[str], Path]:
    """Path of a file under ../shared, such as "gold/mod_students.tsv"; skips when it is absent."""

    def find(name: str) -> Path:
        path = SHARED / name
        if not path.exists():
            pytest.skip(f"../shared/{name} is not on this machine")
        return path

    return find


@pytest.fixture(scope="session")
def corpus_path(shared_path: Callable[[str], Path]) -> Callable[[str], Path]:
    """Path of a document of the corpus by its file name; skips when it is absent."""
    return lambda name: shared_path(f"corpus/{name}")


@pytest.fixture(scope="session")
def corpus_text(corpus_path: Callable[[str], Path]) -> Callable[[str], str]:
    """Text of a document of the corpus by its file name; skips when it is absent."""
    return lambda name: corpus_path(name).read_text("utf-8")
