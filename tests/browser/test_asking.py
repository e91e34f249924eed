"""An indicator that counts itself, from its question to the activities, at both widths."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

SignedIn = Callable[..., Page]
Axe = Callable[[Page], list[str]]


@pytest.mark.parametrize("width", [360, 1440])
def test_a_question_is_asked_and_its_number_opened(
    signed_in: SignedIn, axe_serious: Axe, forgiven: list[str], width: int
) -> None:
    forgiven.append("400 (Bad Request)")  # the country that there is not
    page = signed_in("admin", width=width)
    page.goto("/policies/")
    page.locator("#main th.title a").first.click()
    page.get_by_role("link", name="台帳からの件数").first.click()
    if page.get_by_text("条件を表示").count():
        page.get_by_text("条件を表示").click()
    partner = page.get_by_label("相手方")
    partner.fill("ありえない国")
    page.get_by_role("button", name="数える").click()
    expect(page.locator("main")).to_contain_text("ありえない国")
    partner.fill("")
    page.get_by_label("会談", exact=True).check()
    page.get_by_role("button", name="数える").click()
    expect(page.get_by_role("heading", name="年度ごと")).to_be_visible()
    assert axe_serious(page) == []
    page.locator("td.number a").first.click()
    expect(page.locator("#answer")).to_be_visible()
    assert axe_serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_proposed_rating_has_no_serious_barrier(signed_in: SignedIn, axe_serious: Axe) -> None:
    page = signed_in("admin", width=360)
    page.goto("/policies/")
    page.locator("#main th.title a").first.click()
    page.get_by_role("link", name="評定の案").click()
    expect(page.get_by_role("heading", name="評定の案")).to_be_visible()
    page.locator("details.more summary").first.click()
    assert axe_serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("width", [360, 1440])
def test_facts_are_pulled_into_an_item_by_keyboard(
    signed_in: SignedIn, axe_serious: Axe, width: int
) -> None:
    page = signed_in("admin", width=width)
    page.goto("/policies/")
    page.get_by_role("link", name="大洋州地域外交").first.click()
    if page.get_by_role("button", name="この年度の作業").count():
        page.get_by_role("button", name="この年度の作業").first.click()
    else:
        page.get_by_role("link", name="評価の年度").first.click()
    page.locator("a[href*='/year/indicators/']").first.click()
    page.get_by_role("link", name="台帳から材料を引く").first.press("Enter")
    page.get_by_label("並べ方").select_option("partner")
    page.get_by_role("button", name="表示").press("Enter")
    assert axe_serious(page) == []
    box = page.locator("input[name=activity]").first
    box.focus()
    if not box.is_checked():
        box.press("Space")
    page.get_by_role("button", name="選んだ案件を引用する").press("Enter")
    expect(page.locator("section", has=page.locator("#held"))).to_contain_text("引用をやめる")
    assert axe_serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
