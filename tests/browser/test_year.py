"""One evaluation year from targets to the end, by four roles, readable for everyone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

SignedIn = Callable[..., Page]
SHEET = """令和6年度政策評価書

施策名 見本地域との研修の交流

個別分野１ 研修の交流

測定指標１－１ 研修の回数 ＊
中期目標値 年度目標値 実績値
6年度 6年度
8回 8回 6回
"""


NAME = "見本地域との研修の交流"


def begun(page: Page, tmp_path: Path, name: str = NAME) -> str:
    """A sheet of 2024 is added and continued into 2025; the address of the new year."""
    file = tmp_path / "sheet.txt"
    file.write_text(SHEET.replace(NAME, name), encoding="utf-8")
    page.goto("/documents/new")
    page.get_by_label("ファイル").set_input_files(file)
    page.locator("select[name=organisation]").select_option(index=1)
    page.get_by_role("button", name="読み込む").click()
    expect(page.get_by_role("status").first).to_contain_text("資料を読み込みました")
    page.goto("/policies/")
    page.get_by_role("link", name=name).click()
    page.get_by_role("button", name="次の年度に継続").click()
    page.wait_for_url(re.compile(r"/policies/\d+/year/$"))
    return page.url


def send(page: Page, action: str, **fields: str) -> None:
    """Fill in the form of an action and send it, opening what is folded."""
    form = page.locator(f"form[action$='/year/{action}']").first
    form.evaluate("node => { const box = node.closest('details'); if (box) box.open = true }")
    for name, value in fields.items():
        field = form.locator(f"[name={name}]")
        if field.evaluate("node => node.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    form.locator("button[type=submit]").click()
    expect(page.get_by_role("status").first).to_contain_text("保存しました")


def enter(page: Page, address: str, part: str, **fields: str) -> None:
    """Enter a part of the first indicator."""
    page.goto(address)
    page.locator("a", has_text="1-1 研修の回数").first.click()
    form = page.locator("form", has=page.locator(f"input[name=part][value={part}]"))
    for name, value in fields.items():
        form.locator(f"[name={name}]").fill(value)
    form.locator("button[type=submit]").click()


def stage(page: Page) -> str:
    return page.locator(".stages__one[aria-current]").inner_text()


def test_one_year_by_four_roles(
    signed_in: SignedIn,
    axe_serious: Callable[[Page], list[str]],
    tmp_path: Path,
    forgiven: list[str],
) -> None:
    forgiven.append("400 (Bad Request)")
    bureau, section = signed_in("desk"), signed_in("evaluation")
    secretary, decider = signed_in("experts"), signed_in("decider")
    address = begun(bureau, tmp_path)

    section.goto(address)
    send(section, "plan", basic_goal="見本の目標", start="2024", end="2026", full="2025")

    target = {"value": "9", "unit": "回", "reason": "前年度を上回る"}
    enter(bureau, address, "target", fiscal_year="2020", **target)
    expect(bureau.get_by_role("alert")).to_contain_text("RK753")
    expect(bureau.locator("#id_target_reason")).to_have_value("前年度を上回る")
    enter(bureau, address, "target", fiscal_year="2025", **target)
    expect(bureau.get_by_role("status").first).to_contain_text("保存しました")
    bureau.goto(address)
    send(bureau, "advance")
    enter(bureau, address, "actual", value="7", unit="回", source="業務統計")
    bureau.goto(address)
    send(bureau, "advance")
    send(bureau, "rate", scale_value="3", reason="一部の研修が延期された")
    send(bureau, "advance")
    assert stage(bureau).startswith("評価担当の審査")

    section.goto(address)
    row = section.locator("tr", has_text="未達の原因")
    expect(row).to_contain_text("1-1")
    for box in section.locator("input[name=points]").all():
        box.check()
    section.get_by_role("button", name="確かめた項目を保存").click()
    send(section, "advance")

    secretary.goto(address)
    send(secretary, "opinion", text="延期の見通しを書くこと")
    bureau.goto(address)
    send(bureau, "answer", text="次年度の日程を書き加えた")
    secretary.goto(address)
    send(secretary, "advance")

    section.goto(address)
    expect(section.get_by_role("button", name="決定する")).to_have_count(0)
    decider.goto(address)
    send(decider, "advance", reason="審議を経て決定")
    section.goto(address)
    send(section, "advance")
    bureau.goto(address)
    send(bureau, "reflect", text="研修の日程を早める")
    send(bureau, "advance")
    assert stage(bureau).startswith("完了")
    expect(bureau.locator("main")).to_contain_text("審議を経て決定")

    for page in (bureau, section):
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address)
            assert axe_serious(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
