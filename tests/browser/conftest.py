"""Chromium of the machine against the real server (gunicorn) with the sample set."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

from tools import system

START_SECONDS = 120
PAGE_MILLISECONDS = 15_000
SERIOUS = {"serious", "critical"}
# no call home, no sandbox inside the sandbox, no shared memory that containers keep small
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this directory is a browser test."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True, slots=True)
class Server:
    """The running server: its address without a slash at the end, and passwords by user name."""

    address: str
    passwords: dict[str, str]


@dataclass  # no slots: Playwright keeps its wrapper of a method on the object
class Trouble:
    """What a page must not do: errors in its console, requests to other hosts."""

    lines: list[str] = field(default_factory=list)

    def watch(self, page: Page, address: str) -> None:
        """Collect trouble of a page until it is closed."""
        page.on("pageerror", lambda error: self.lines.append(f"script error: {error}"))
        page.on("console", self._hear)
        page.on("request", lambda request: self._see(request.url, address))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self.lines.append(f"console: {message.text} {message.location['url']}")

    def _see(self, url: str, address: str) -> None:
        if not url.startswith((address, "data:", "blob:", "about:")):
            self.lines.append(f"request leaves the server: {url}")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=10):  # noqa: S310  # our own address
            return True
    except urllib.error.HTTPError:
        return True
    except (urllib.error.URLError, TimeoutError, ConnectionError):
        return False


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """`renkei demo` as a person starts it, in a home of its own; stopped as Ctrl-C stops it."""
    home = tmp_path_factory.mktemp("demo")
    log = home / "log"
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    environment = {**os.environ, "RENKEI_HOME": str(home / "var"), "PYTHONUNBUFFERED": "1"}
    environment.pop("DATABASE_URL", None)
    command = [str(Path(sys.executable).with_name("renkei")), "demo", "--port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        until = time.monotonic() + START_SECONDS
        while not _answers(address):
            if process.poll() is not None or time.monotonic() > until:
                pytest.fail(f"renkei demo did not answer:\n{log.read_text()[-3000:]}")
            time.sleep(0.2)
        yield Server(address, json.loads((home / "var" / "demo.json").read_text()))
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's Chromium; the tests are skipped where there is none."""
    missing = [need.package for need in system.missing(system.BROWSER_TESTS)]
    if missing:
        pytest.skip(f"not installed: {', '.join(missing)} (as root, make test brings them)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def forgiven() -> list[str]:
    """Words of trouble that a test expects, such as "404"; it adds them to the list."""
    return []


@pytest.fixture
def new_page(
    chromium: Browser, server: Server, forgiven: list[str]
) -> Iterator[Callable[..., Page]]:
    """Opens pages with their own cookies, such as `new_page(width=360, java_script_enabled=False)`.

    Keyword arguments other than `width` go to Playwright's `new_context`. When the test ends, a
    page that had script errors or asked another host for something fails it.
    """
    trouble = Trouble()
    contexts: list[BrowserContext] = []

    def open_page(width: int = 1280, **options: Any) -> Page:
        options.setdefault("locale", "ja-JP")
        context = chromium.new_context(
            base_url=server.address, viewport={"width": width, "height": 800}, **options
        )
        context.set_default_timeout(PAGE_MILLISECONDS)
        contexts.append(context)
        page = context.new_page()
        trouble.watch(page, server.address)
        return page

    with ExitStack() as stack:
        yield open_page
        for context in contexts:
            stack.callback(context.close)
    rest = [line for line in trouble.lines if not any(words in line for words in forgiven)]
    assert rest == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    """A page nobody has signed in on."""
    return new_page()


@pytest.fixture
def signed_in(new_page: Callable[..., Page], server: Server) -> Callable[..., Page]:
    """Opens a page signed in as a user of the sample set: `signed_in("desk", width=360)`."""

    def open_as(user: str, **options: Any) -> Page:
        page = new_page(**options)
        page.goto("/accounts/login/")
        page.locator("input[name=login]").fill(user)
        page.locator("input[name=password]").fill(server.passwords[user])
        page.locator("main form button[type=submit]").click()
        page.wait_for_url(f"{server.address}/")
        return page

    return open_as


@pytest.fixture(scope="session")
def axe_serious() -> Callable[[Page], list[str]]:
    """Names the serious and critical accessibility violations of the page as it stands."""

    def check(page: Page) -> list[str]:
        found = Axe().run(page).response["violations"]
        return [
            f"{item['id']}: {node['html'][:120]}"
            for item in found
            if item["impact"] in SERIOUS
            for node in item["nodes"]
        ]

    return check
