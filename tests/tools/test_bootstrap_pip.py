"""pip on a machine without ensurepip: from the index or the folder that pip is configured for."""

import hashlib
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from tools.setup import bootstrap_pip

OLD, NEW = "pip-9.0.1-py3-none-any.whl", "pip-26.3-py3-none-any.whl"
CONTENT = b"a wheel"
HASH = hashlib.sha256(CONTENT).hexdigest()


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nothing on standard error."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = partial(Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/simple"
        finally:
            server.shutdown()


@pytest.fixture(autouse=True)
def _no_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("INDEX_URL", "FIND_LINKS", "CONFIG_FILE"):
        monkeypatch.delenv(f"PIP_{name}", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def _index(folder: Path, fragment: str) -> None:
    page = folder / "simple" / "pip"
    page.mkdir(parents=True)
    links = [f'<a href="../../files/{name}#sha256={fragment}">{name}</a>' for name in (NEW, OLD)]
    (page / "index.html").write_text("<html>" + "<br>".join(links))
    (folder / "files").mkdir()
    for name in (OLD, NEW):
        (folder / "files" / name).write_bytes(CONTENT)


def test_newest_wheel_of_the_configured_index_is_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _index(tmp_path, HASH)
    target = tmp_path / "target"
    target.mkdir()
    with _served(tmp_path) as address:
        monkeypatch.setenv("PIP_INDEX_URL", address)
        wheel = bootstrap_pip.from_configured_index(target)
    assert wheel == target / NEW
    assert wheel.read_bytes() == CONTENT


def test_wheel_with_another_hash_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _index(tmp_path, "0" * 64)
    with _served(tmp_path) as address:
        monkeypatch.setenv("PIP_INDEX_URL", address)
        assert bootstrap_pip.from_configured_index(tmp_path) is None


def test_index_that_does_not_answer_leaves_it_to_the_next_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with _served(tmp_path) as address:
        pass  # closed again: nobody listens there now
    monkeypatch.setenv("PIP_INDEX_URL", address)
    assert bootstrap_pip.from_configured_index(tmp_path) is None


def test_folder_of_wheels_in_the_users_pip_configuration_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    for name in (OLD, NEW):
        (wheels / name).write_bytes(CONTENT)
    config = tmp_path / "config" / "pip"
    config.mkdir(parents=True)
    (config / "pip.conf").write_text(f"[global]\nfind-links = {wheels}\n")
    assert bootstrap_pip.from_configured_index(tmp_path) == wheels / NEW
