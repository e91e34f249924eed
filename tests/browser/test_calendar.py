"""The calendar on paper, and a feed from the page to the device."""

import re
import urllib.request
from collections.abc import Callable

import pypdfium2
from icalendar import Calendar
from playwright.sync_api import Page

SignedIn = Callable[..., Page]


def test_the_calendar_prints_across_the_page_with_its_marking(signed_in: SignedIn) -> None:
    page = signed_in("admin")
    page.goto("/calendar/?span=quarter&rows=organisation")
    page.evaluate("window.print = () => { document.body.dataset.printed = 'yes' }")
    page.get_by_role("button", name="印刷").click()
    assert page.locator("body[data-printed=yes]").count() == 1
    paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
    width, height = paper[0].get_size()
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (297, 210)
    words = paper[0].get_textpage().get_text_bounded()
    assert "取扱区分" in words
    assert "フィードにする" not in words


def test_a_feed_is_made_read_by_a_device_and_revoked(signed_in: SignedIn) -> None:
    page = signed_in("desk")
    page.goto("/calendar/")
    page.get_by_role("link", name="フィードにする").click()
    page.get_by_label("名称", exact=True).fill("携帯電話")
    page.get_by_role("button", name="フィードを作る").click()
    address = page.get_by_label("フィードのアドレス").input_value()
    with urllib.request.urlopen(address, timeout=20) as answer:  # noqa: S310  # our own address
        read = Calendar.from_ical(answer.read())
    assert isinstance(read, Calendar)
    assert read["X-WR-CALNAME"] == "携帯電話"
    assert read.walk("VEVENT")
    page.reload()
    assert page.get_by_label("フィードのアドレス").count() == 0
    page.get_by_role("button", name=re.compile("取り消す.*携帯電話")).click()
    page.get_by_text("まだフィードはありません。").wait_for()
