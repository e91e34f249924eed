"""A sheet is downloaded, edited, brought back and decided on, at both widths and by keyboard."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import openpyxl
from playwright.sync_api import Page, expect

from tests.browser.test_year import begun, enter

SignedIn = Callable[..., Page]


def edited(page: Page, address: str, target: Path, old: float, new: float) -> Path:
    """The sheet as Excel, with another figure in every cell of ``old``."""
    page.goto(address)
    with page.expect_download() as download:
        page.locator("a[href$='sheet.xlsx']").first.click()
    path = target / "調書.xlsx"
    download.value.save_as(path)
    book = openpyxl.load_workbook(path)
    found = [c for sheet in book for row in sheet.iter_rows() for c in row if c.value == old]
    assert found
    for cell in found:
        cell.value = new
    book.save(path)
    return path


def test_an_edited_sheet_comes_back(
    signed_in: SignedIn,
    axe_serious: Callable[[Page], list[str]],
    tmp_path: Path,
    forgiven: list[str],
) -> None:
    forgiven.append("400 (Bad Request)")
    page = signed_in("desk")
    address = begun(page, tmp_path, "見本港湾との書面の往復")
    enter(
        page, address, "target", fiscal_year="2025", value="9", unit="回", reason="前年度を上回る"
    )
    base = address.replace("/year/", "/returned/")
    path = edited(page, base, tmp_path, 9, 11)

    page.goto(base)
    page.locator("input[type=file]").set_input_files({
        "name": "a.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7",
    })  # fmt: skip
    page.get_by_role("button", name="台帳と比べる").click()
    expect(page.get_by_role("alert")).to_contain_text("RK810")
    page.locator("input[type=file]").set_input_files(path)
    page.get_by_role("button", name="台帳と比べる").press("Enter")
    row = page.locator("tbody tr", has_text="11回")
    expect(row).to_contain_text("9回")
    expect(row).to_contain_text("!")
    shots = os.environ.get("RENKEI_SHOTS", "")
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert axe_serious(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if shots:
            page.screenshot(path=f"{shots}/returned-{width}.png", full_page=True)
    row.get_by_role("checkbox").press("Space")
    page.get_by_label("理由").fill("係で確かめた")
    page.get_by_role("button", name="選んだものを採用する").press("Enter")
    expect(page.get_by_role("status").first).to_contain_text("1 件の変更を判断しました")
    page.goto(address)
    expect(page.locator("main")).to_contain_text("11回")
    page.goto(base)
    for width in (1280, 360):
        page.set_viewport_size({"width": width, "height": 900})
        assert axe_serious(page) == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        if shots:
            page.screenshot(path=f"{shots}/returned-list-{width}.png", full_page=True)
