"""What holds on every page between the widths and in the language that test_reading leaves out."""

import re
from collections.abc import Callable

from playwright.sync_api import Page

SignedIn = Callable[..., Page]
WIDTHS = (480, 600, 768, 1024)
START = (
    "/",
    "/activities/",
    "/activities/?text=訓練",
    "/activities/new",
    "/activities/findings",
    "/partners/",
    "/documents/",
    "/documents/new",
    "/planning/",
    "/planning/basic/",
    "/planning/policies/",
    "/planning/policies/new",
    "/planning/priorities/",
    "/planning/priorities/AUS/",
    "/planning/basic/new",
    "/planning/plans/",
    "/planning/plans/new",
    "/planning/coverage/",
    "/cases/",
    "/cases/new",
    "/cases/meetings/",
    "/cases/following/",
    "/planning/committee/",
    "/calendar/",
    "/calendar/?span=week",
    "/calendar/?span=month&rows=partner",
    "/calendar/?span=quarter&rows=organisation",
    "/calendar/?span=year&rows=region",
    "/calendar/?span=ten_years",
    "/calendar/feeds/",
    "/calendar/list/?since=2018-04-01&until=2027-03-31",
    "/policies/",
    "/policies/marks/",
    "/policies/money/",
    "/policies/money/?by=partner",
    "/audit/",
    "/accounts/2fa/",
    "/accounts/password/change/",
)
PRINTED_YEAR = re.compile(r"(平成|令和)(元|\d+)年度")  # the columns of a budget table, as printed
RECORD = r"(sessions/)?(\d+|[A-Z_]+)"  # a number, or the code of a partner
DETAIL = {
    "/planning/plans/": ("", "years/2026/"),
    "/activities/": ("", "correct"),
    "/partners/": ("",),
    "/documents/": ("", "records", "leftovers", "review/", "findings/", "corrections"),
    "/policies/": ("", "rating/", "returned/"),
    "/cases/": ("", "change"),
    "/planning/committee/": ("",),
}


def _every_address(page: Page) -> list[str]:
    """The pages of the navigation, and those of the first record of each list."""
    found = list(START)
    for listed, parts in DETAIL.items():
        page.goto(listed)
        links = [link.get_attribute("href") or "" for link in page.locator("main a").all()]
        first = next(link for link in links if re.fullmatch(rf"{listed}{RECORD}/", link))
        found += [first + part for part in parts]
    return found


def test_no_page_scrolls_sideways_between_phone_and_desk(signed_in: SignedIn) -> None:
    page = signed_in("admin")
    problems = []
    for address in _every_address(page):
        page.goto(address)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 800})
            needed = page.evaluate("document.documentElement.scrollWidth")
            if needed > width:
                problems.append(f"{address} needs {needed} of {width}")
    assert problems == []


def test_all_that_is_ours_is_english_after_the_switch(signed_in: SignedIn) -> None:
    """Menu, buttons, labels and column names; what was read stays as it was printed."""
    page = signed_in("admin", width=1440)  # who may open every page
    page.locator("button[name=language][value=en]").click()
    page.wait_for_function("document.documentElement?.lang === 'en'")
    problems: dict[str, object] = {}
    for address in _every_address(page):
        page.goto(address)
        ours = page.locator(
            "header nav, button:not([lang]), th[scope=col], legend, label, .skip, footer"
        ).all_inner_texts()
        ours = [text for text in ours if not PRINTED_YEAR.fullmatch(text)]
        if left := [text for text in ours if re.search("[ぁ-んァ-ヶ一-龠]", text)]:
            problems[address] = left
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            problems[f"{address} is too wide"] = True
    page.locator("button[name=language][value=ja]").click()  # the choice stays with the person
    page.wait_for_function("document.documentElement?.lang === 'ja'")
    assert problems == {}
