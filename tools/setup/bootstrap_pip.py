"""pip for an environment on a machine that has none.

Debian takes ensurepip out of its Python, and an ordinary user cannot install python3-venv. Three
ways are tried, none of which changes the machine: ensurepip; the pip wheel of a package index
that pip is configured for; the pip wheel in Debian's python3-pip-whl, unpacked but not installed.
"""

import configparser
import hashlib
import html
import importlib.util
import os
import re
import shutil
import ssl
import subprocess
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from pathlib import Path

from tools.setup import PYTHON, SYSTEM_CERTIFICATES, SetupError, run

TIMEOUT_SECONDS = 60
WHEEL = re.compile(r"pip-(\d+(?:\.\d+)*)-py3-none-any\.whl")
LINK = re.compile(r'<a\s[^>]*?href="([^"]+)"', re.IGNORECASE)


def into_environment() -> None:
    """Put pip into .venv, or raise SetupError with what to install."""
    if importlib.util.find_spec("ensurepip"):
        run([PYTHON, "-m", "ensurepip", "--default-pip"], doing="Installing pip")
        return
    with tempfile.TemporaryDirectory(prefix="renkei-pip-") as name:
        folder = Path(name)
        wheel = from_configured_index(folder) or from_debian(folder)
        if wheel is None:
            raise SetupError(
                "Python has no ensurepip here, and no pip wheel could be fetched from a package "
                "index or from Debian. Check the network, or install python3-venv, and try again."
            )
        run(
            [PYTHON, wheel / "pip", "install", "--no-index", "--quiet", wheel],
            doing="Installing pip from its wheel",
        )


def from_configured_index(folder: Path) -> Path | None:
    """The newest pip wheel of the folders and the index that pip's own configuration names."""
    for place in _pip_setting("find-links").split():
        wheels = sorted(Path(place).glob("pip-*-py3-none-any.whl"), key=_version)
        if wheels:
            return wheels[-1]
    index = _pip_setting("index-url")
    if not index:
        return None
    try:
        return _download(index.rstrip("/") + "/pip/", folder)
    except (urllib.error.URLError, TimeoutError, ValueError):
        return None  # the next way is tried; when all fail the message says what to install


def _download(page_address: str, folder: Path) -> Path | None:
    certificates = _pip_setting("cert") or str(SYSTEM_CERTIFICATES)
    context = ssl.create_default_context(
        cafile=certificates if Path(certificates).is_file() else None
    )

    def fetch(address: str) -> bytes:
        if urllib.parse.urlsplit(address).scheme not in {"http", "https", "file"}:
            raise ValueError(f"not a package index: {address}")
        with urllib.request.urlopen(address, timeout=TIMEOUT_SECONDS, context=context) as answer:  # noqa: S310  # scheme checked above
            data: bytes = answer.read()
        return data

    links = [html.unescape(link) for link in LINK.findall(fetch(page_address).decode())]
    wheels = [link for link in links if WHEEL.search(link)]
    if not wheels:
        return None
    address = urllib.parse.urljoin(page_address, max(wheels, key=lambda link: _version(Path(link))))
    data = fetch(urllib.parse.urldefrag(address).url)
    wanted = urllib.parse.parse_qs(urllib.parse.urlsplit(address).fragment).get("sha256")
    if wanted and hashlib.sha256(data).hexdigest() != wanted[0]:
        raise ValueError("the pip wheel does not have the hash that the index names")
    found = WHEEL.search(address)
    assert found is not None
    path = folder / found.group(0)
    path.write_bytes(data)
    return path


def from_debian(folder: Path) -> Path | None:
    """Unpack the wheel of Debian's python3-pip-whl; apt works in the folder, so needs no root."""
    if not shutil.which("apt-get"):
        return None
    for name in ("lists/partial", "archives/partial"):
        (folder / name).mkdir(parents=True)
    apt = ["apt-get", "-qq", "-o", f"Dir::State::Lists={folder}/lists"]
    apt += ["-o", f"Dir::Cache={folder}", "-o", "APT::Sandbox::User="]
    for action in (["update"], ["download", "python3-pip-whl"]):
        done = subprocess.run([*apt, *action], cwd=folder, capture_output=True, check=False)
        if done.returncode:
            return None
    for package in folder.glob("*.deb"):
        subprocess.run(["dpkg-deb", "-x", package, folder], check=True, capture_output=True)
    return next(iter(folder.glob("usr/share/python-wheels/pip-*.whl")), None)


def _pip_setting(name: str) -> str:
    """A setting as pip sees it: the environment first, then the user's file, then the machine's."""
    from_environment = os.environ.get("PIP_" + name.upper().replace("-", "_"))
    if from_environment:
        return from_environment
    home = Path.home()
    config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
    files = [Path("/etc/pip.conf"), home / ".pip/pip.conf", config / "pip/pip.conf"]
    if os.environ.get("PIP_CONFIG_FILE"):
        files.append(Path(os.environ["PIP_CONFIG_FILE"]))
    parser = configparser.RawConfigParser()
    parser.read(files)
    for section in ("install", "global"):
        if parser.has_option(section, name):
            return parser.get(section, name)
    return ""


def _version(path: Path) -> tuple[int, ...]:
    found = WHEEL.search(path.name)
    return tuple(map(int, found.group(1).split("."))) if found else ()
