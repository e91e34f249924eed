"""Checking records by keyboard, without JavaScript, and readable for everyone at both widths."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

SignedIn = Callable[..., Page]


def open_check(page: Page) -> None:
    """The page on which the records of the first document are checked."""
    page.goto("/documents/")
    links = [link.get_attribute("href") or "" for link in page.locator("main a").all()]
    address = next(link for link in links if re.fullmatch(r"/documents/\d+/", link))
    page.goto(f"{address}review/?verdict=")


def done(page: Page) -> int:
    return int(page.locator("#review-progress").get_attribute("value") or "")


def test_every_step_has_a_key(signed_in: SignedIn) -> None:
    page = signed_in("evaluation")
    open_check(page)
    before = done(page)
    page.keyboard.press("a")
    expect(page.get_by_role("status")).to_contain_text("承認")
    assert done(page) == before + 1
    page.keyboard.press("j")
    page.wait_for_url("**record=*")
    here = page.url
    page.keyboard.press("n")
    page.wait_for_url(lambda url: url != here)
    page.keyboard.press("k")
    page.wait_for_url(here)
    page.keyboard.press("r")
    reason = page.get_by_label("印刷された語と違う点")
    expect(reason).to_be_focused()
    page.keyboard.type("j and a are letters here")
    expect(reason).to_have_value("j and a are letters here")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("却下")
    assert done(page) == before + 2
    page.keyboard.press("u")
    expect(page.get_by_role("status")).to_contain_text("取り消しました")
    page.keyboard.press("u")
    expect(page.locator("#review-progress")).to_have_attribute("value", str(before))


def test_the_keys_can_be_switched_off(signed_in: SignedIn) -> None:
    page = signed_in("evaluation")
    open_check(page)
    page.locator("#review-keys").uncheck()
    page.reload()
    expect(page.locator("#review-keys")).not_to_be_checked()
    before = page.url
    page.keyboard.press("j")
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    assert page.url == before
    expect(page.get_by_role("status")).to_have_count(0)


def test_it_works_without_javascript(signed_in: SignedIn) -> None:
    page = signed_in("evaluation", java_script_enabled=False)
    open_check(page)
    before = done(page)
    expect(page.locator("#review-keys")).to_be_hidden()
    page.locator("button[name=verdict][value=accepted]").click()
    assert done(page) == before + 1
    page.locator("form[action*=undo] button").click()
    assert done(page) == before


@pytest.mark.parametrize("width", [360, 1280])
def test_everybody_can_read_it(
    signed_in: SignedIn, axe_serious: Callable[[Page], list[str]], width: int
) -> None:
    page = signed_in("evaluation", width=width)
    open_check(page)
    start = page.url.partition("?")[0]
    rule = page.locator("section[aria-labelledby=by-rule] th a").first.inner_text()
    for address in ("?verdict=", "?rule=none&verdict=rejected", f"bulk?rule={rule}", "sample"):
        page.goto(start + address)
        assert axe_serious(page) == [], address
        assert page.evaluate("document.documentElement.scrollWidth") <= width, address
