"""What holds on every page: reachable, accessible, in its width, nothing asked of other hosts."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Browser, Page

if TYPE_CHECKING:
    from tests.browser.conftest import Server

# a page by its address, or by the list whose first link of that form leads to it
START = {
    "home": "/",
    "activities": "/activities/",
    "activities filtered": "/activities/?text=訓練",
    "activities, nothing found": "/activities/?text=ｚｚｚ",
    "activity entered": "/activities/new",
    "partners": "/partners/",
    "documents": "/documents/",
    "document added": "/documents/new",
    "policies": "/policies/",
    "second factor": "/accounts/2fa/",
    "password": "/accounts/password/change/",
    "not found": "/nowhere/",
}
DETAIL = {
    "activity": ("/activities/", r"^/activities/\d+/$"),
    "partner": ("/partners/", r"^/partners/\w+/$"),
    "document": ("/documents/", r"^/documents/\d+/$"),
    "policy": ("/policies/", r"^/policies/\d+/$"),
}
FOLLOW = {
    "activity corrected": ("activity", "correct"),
    "records of a document": ("document", "records"),
    "leftovers of a document": ("document", "leftovers"),
}
PAGES = [*START, *DETAIL, *FOLLOW]
SIGN_IN = "/accounts/login/"


@pytest.fixture(scope="session")
def state(chromium: Browser, server: Server) -> dict[str, Any]:
    """Cookies of the administrator, who sees every page, signed in once."""
    context = chromium.new_context(base_url=server.address)
    page = context.new_page()
    page.goto(SIGN_IN)
    page.locator("input[name=login]").fill("admin")
    page.locator("input[name=password]").fill(server.passwords["admin"])
    page.locator("main form button[type=submit]").click()
    page.wait_for_url(f"{server.address}/")
    kept: dict[str, Any] = dict(context.storage_state())
    context.close()
    return kept


@pytest.fixture(scope="session")
def addresses(chromium: Browser, server: Server, state: dict[str, Any]) -> dict[str, str]:
    """Address of every page by its name; details are found by following the lists."""
    context = chromium.new_context(base_url=server.address, storage_state=state)
    page = context.new_page()
    found = dict(START)
    for name, (listed, form) in DETAIL.items():
        page.goto(listed)
        links = [link.get_attribute("href") or "" for link in page.locator("main a").all()]
        found[name] = next(link for link in links if re.match(form, link))
    for name, (parent, last) in FOLLOW.items():
        found[name] = found[parent] + last
    context.close()
    return found


@pytest.fixture
def opened(
    new_page: Callable[..., Page],
    addresses: dict[str, str],
    state: dict[str, Any],
    forgiven: list[str],
) -> Callable[..., Page]:
    """Opens a page by its name, as the administrator."""

    def open_named(name: str, **options: Any) -> Page:
        if name == "not found":
            forgiven.append("404")
        page = new_page(storage_state=state, **options)
        page.goto(addresses[name])
        return page

    return open_named


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [360, 1280])
def test_page_is_accessible_and_keeps_its_width(
    name: str,
    width: int,
    opened: Callable[..., Page],
    axe_serious: Callable[[Page], list[str]],
) -> None:
    page = opened(name, width=width)
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.lang") == "ja"
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "scrolls sideways"
    assert axe_serious(page) == []


@pytest.mark.parametrize("name", PAGES)
def test_page_in_english_has_no_japanese_of_its_own(name: str, opened: Callable[..., Page]) -> None:
    """Buttons, headings of tables and the menu are English; what was read stays as printed."""
    page = opened(name, locale="en-US")
    page.locator("button[name=language][value=en]").click()
    page.wait_for_load_state()
    assert page.evaluate("document.documentElement.lang") == "en"
    own = page.locator("nav, button, th[scope=col], legend, label").all_inner_texts()
    assert [text for text in own if re.search("[ぁ-んァ-ヶ]", text)] == []


@pytest.mark.parametrize("name", [*START, *DETAIL])
def test_page_is_read_without_script(name: str, opened: Callable[..., Page]) -> None:
    page = opened(name, java_script_enabled=False)
    with_script = opened(name)
    own = page.locator("main").inner_text()
    assert page.locator("h1").inner_text() == with_script.locator("h1").inner_text()
    assert len(own) >= 0.9 * len(with_script.locator("main").inner_text())


def test_sign_in_page_is_accessible(page: Page, axe_serious: Callable[[Page], list[str]]) -> None:
    page.goto(SIGN_IN)
    assert axe_serious(page) == []
