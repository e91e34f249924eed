"""From the findings of a document to a clean corrected text, in the browser."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

SignedIn = Callable[..., Page]
WRONG = """岸壁の補修について

海図等などを配布した（令和４年度：海図経費（達成手段②）。
岸壁の岸壁の補修を行った。
"""
RIGHT = """岸壁の補修について

海図等を配布した（令和４年度：海図経費（達成手段②））。
岸壁の補修を行った。
"""


def upload(page: Page, path: Path) -> None:
    """Add a document and open its findings."""
    path.write_text(WRONG, encoding="utf-8")
    page.goto("/documents/new")
    page.set_input_files("input[type=file]", str(path))
    page.locator("main form button[type=submit]").click()
    page.get_by_role("link", name="点検結果").click()
    expect(page.locator("h1")).to_have_text("点検結果")


def test_from_findings_to_a_clean_corrected_text(
    signed_in: SignedIn, tmp_path: Path, axe_serious: Callable[[Page], list[str]]
) -> None:
    page = signed_in("evaluation")
    upload(page, tmp_path / "岸壁.txt")
    findings = page.locator(".findings__list li")
    expect(findings).to_have_count(3)
    expect(findings.first).to_contain_text("誤り")
    expect(page.locator("mark.evidence").first).to_be_visible()
    assert axe_serious(page) == []

    page.get_by_text("手で訂正する").first.click()
    words = page.get_by_label("訂正後").first
    words.fill(words.input_value().replace("）。", "））。"))
    page.locator("#reason-0").fill("閉じ忘れ")
    page.get_by_role("button", name="訂正する", exact=True).first.click()
    expect(page.get_by_role("status")).to_contain_text("訂正しました")
    for left in (1, 0):
        page.keyboard.press("a")
        expect(page.get_by_role("status")).to_contain_text("訂正しました")
        expect(findings).to_have_count(left)
    expect(page.get_by_role("heading", name="未処理の指摘はありません")).to_be_visible()

    page.get_by_role("button", name="点検を終える").click()
    expect(page.locator("main")).to_contain_text("点検済み")
    page.get_by_role("link", name="訂正 3").click()
    expect(page.locator("ins")).to_have_count(3)
    assert axe_serious(page) == []
    with page.expect_download() as download:
        page.get_by_role("link", name="訂正後の本文").click()
    assert Path(download.value.path()).read_text(encoding="utf-8") == RIGHT


@pytest.mark.parametrize("width", [360, 1280])
def test_findings_of_the_register_read_at_both_widths(
    signed_in: SignedIn, axe_serious: Callable[[Page], list[str]], width: int
) -> None:
    page = signed_in("evaluation", width=width)
    page.goto("/activities/findings")
    expect(page.locator("h1")).to_contain_text("台帳の点検結果")
    assert axe_serious(page) == []
    wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    assert page.evaluate(wide) == 0
