"""What every test may use: the corpus where it is, and a register home that is thrown away."""

import atexit
import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from tools.shared import shared

SHARED = shared()
LOCAL = {"127.0.0.1", "::1", "localhost"}

# before Django reads its settings: no test touches the register of the checkout
_HOME = tempfile.mkdtemp(prefix="renkei-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["RENKEI_HOME"] = _HOME
os.environ["DJANGO_SETTINGS_MODULE"] = "renkei.config.settings"

# two busy cores are slow now and then, which is no failure; CI tries the same examples every time
settings.register_profile("house", deadline=None, print_blob=True)
settings.register_profile("ci", deadline=None, print_blob=True, derandomize=True, database=None)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "house")


def pytest_report_header() -> str:
    """Say where the corpus is, since tests are skipped without it."""
    return f"corpus: {SHARED / 'corpus'}" if SHARED.is_dir() else f"corpus: none ({SHARED})"


@pytest.fixture(autouse=True, scope="session")
def _no_network() -> Iterator[None]:
    """A test that reaches for another machine fails at once and says where it went."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        is_local = self.family == socket.AF_UNIX or str(address[0]) in LOCAL
        assert is_local, f"a test reached for the network: {address}"
        connect(self, address)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", guarded)
        yield


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
