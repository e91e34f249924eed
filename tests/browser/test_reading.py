"""Reading: by link, by keyboard, without JavaScript, at every width, as every role."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

SignedIn = Callable[..., Page]
Axe = Callable[[Page], list[str]]
PAGES = (
    "/",
    "/activities/",
    "/activities/?text=%E7%84%A1%E3%81%84%E8%AA%9E",
    "/partners/",
    "/partners/AUS/",
    "/policies/",
    "/documents/",
    "/accounts/2fa/",
    "/accounts/password/change/",
)


def first(page: Page, area: str) -> str:
    """The address of the first record of an area, as the reader would find it."""
    page.goto(f"/{area}/")
    link = page.locator("#main th.title a").first
    return str(link.get_attribute("href"))


def overflow(page: Page) -> int:
    """Pixels by which the page is wider than the screen."""
    return int(
        page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )


def barriers(page: Page, addresses: list[str], serious: Axe) -> dict[str, object]:
    """Serious and critical violations, and what is wider than the screen, by address."""
    problems: dict[str, object] = {}
    for address in addresses:
        page.goto(address)
        if found := serious(page):
            problems[address] = found
        if wide := overflow(page):
            problems[f"{address} is too wide"] = wide
    return problems


@pytest.mark.parametrize("width", [360, 1440])
def test_no_page_has_a_serious_barrier_or_runs_off_the_screen(
    signed_in: SignedIn, axe_serious: Axe, width: int
) -> None:
    page = signed_in("admin", width=width)
    one = {area: first(page, area) for area in ("activities", "policies", "documents")}
    more = [f"{one['documents']}records", f"{one['documents']}leftovers"]
    forms = ["/activities/new", "/documents/new", f"{one['activities']}correct"]
    assert barriers(page, [*PAGES, *one.values(), *more, *forms], axe_serious) == {}


@pytest.mark.parametrize("role", ["reader", "desk", "evaluation", "planner", "attache"])
def test_no_role_meets_a_serious_barrier(signed_in: SignedIn, axe_serious: Axe, role: str) -> None:
    page = signed_in(role, width=360)
    addresses = ["/", "/activities/", first(page, "activities"), first(page, "policies")]
    assert barriers(page, addresses, axe_serious) == {}


def test_an_error_page_has_no_serious_barrier(
    chromium: Browser, signed_in: SignedIn, server: Any, axe_serious: Axe
) -> None:
    state = signed_in("reader").context.storage_state()
    # a page of its own, because Chromium reports a 404 as an error in the console
    context = chromium.new_context(base_url=server.address, storage_state=state, locale="ja-JP")
    page = context.new_page()
    page.goto("/nothing-here")
    expect(page.locator("h1")).to_contain_text("見つかりません")
    assert axe_serious(page) == []
    context.close()


def test_the_sign_in_page_has_no_serious_barrier(page: Page, axe_serious: Axe) -> None:
    page.goto("/accounts/login/")
    assert axe_serious(page) == []


def test_everything_reads_without_javascript(signed_in: SignedIn) -> None:
    page = signed_in("reader", java_script_enabled=False)
    page.goto("/activities/")
    page.get_by_label("相手方").select_option("AUS")
    page.get_by_role("button", name="絞り込む").click()
    assert "partner=AUS" in page.url
    page.locator("th.title a").first.click()
    expect(page.locator("mark.evidence").first).to_be_visible()
    page.get_by_role("link", name="資料をこの行で開く").first.click()
    expect(page.locator("ol.text li:target")).to_be_visible()
    page.goto("/")
    with page.expect_navigation():  # else the next one meets it on its way
        page.locator("svg.chart--map a").first.dispatch_event("click")
    page.goto(first(page, "policies"))
    expect(page.locator("h1")).to_be_visible()


def test_the_keyboard_reaches_the_list_and_a_record(signed_in: SignedIn) -> None:
    page = signed_in("reader")
    page.goto("/activities/")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.closest('th.title') !== null"):
            break
    wanted = page.evaluate("document.activeElement.textContent")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(wanted)


def test_the_printed_words_are_on_the_screen_after_a_jump(signed_in: SignedIn) -> None:
    page = signed_in("reader")
    page.goto("/activities/?text=%E5%8F%B8%E4%BB%A4%E5%AE%98")
    page.locator("th.title a").first.click()
    words = page.locator("mark.evidence").first.inner_text()
    page.get_by_role("link", name="資料をこの行で開く").first.click()
    line = page.locator("ol.text li:target")
    expect(line).to_be_in_viewport()
    assert words[:5] in line.inner_text()
    line.locator("mark a").first.click()
    assert "#e" in page.url  # and on to the index of records


def test_the_map_shows_another_year_and_opens_a_country(signed_in: SignedIn) -> None:
    page = signed_in("reader")
    before = page.locator("svg.chart--map a").count()
    with page.expect_response(lambda answer: "year=" in answer.url):
        page.locator("nav.years a").last.click()
    expect(page.locator("nav.years a[aria-current]")).not_to_have_text("全年度")
    assert page.locator("svg.chart--map a").count() < before
    country = page.locator("svg.chart--map a").first
    address = country.get_attribute("href")
    country.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")


def test_a_page_is_printed_without_its_furniture(signed_in: SignedIn) -> None:
    page = signed_in("reader")
    page.goto("/activities/")
    page.emulate_media(media="print")
    expect(page.locator("nav.nav")).to_be_hidden()
    expect(page.locator(".filters")).to_be_hidden()
    expect(page.locator("table.activities")).to_be_visible()
