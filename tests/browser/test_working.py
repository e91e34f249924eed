"""Working: signing in, filters, files, entering and correcting, adding a document."""

import base64
import hmac
import re
import struct
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
from playwright.sync_api import Page, expect

SignedIn = Callable[..., Page]


def test_signing_in_and_out(page: Page, server: Any) -> None:
    page.goto("/activities/")
    assert "/accounts/login/" in page.url
    page.get_by_label("利用者名").fill("desk")
    page.get_by_label("パスワード").fill("wrong")
    page.get_by_role("button", name="サインイン").click()
    expect(page.get_by_role("alert")).to_contain_text("一致しません")
    expect(page.get_by_role("alert")).to_be_focused()
    page.get_by_label("パスワード").fill(server.passwords["desk"])
    page.get_by_role("button", name="サインイン").click()
    page.wait_for_url("**/activities/")  # where one wanted to go
    page.locator("details.menu summary").click()
    page.get_by_role("button", name="サインアウト").click()
    page.goto("/")
    assert "/accounts/login/" in page.url


def test_the_language_sticks(signed_in: SignedIn) -> None:
    page = signed_in("planner")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.goto("/activities/?partner=AUS")
    expect(page.locator("h1")).to_have_text("Activities")
    other = signed_in("planner")  # another browser, the same person
    expect(other.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("button", name="日本語").click()
    assert "partner=AUS" in page.url
    expect(page.locator("h1")).to_have_text("交流案件")


def test_filters_act_at_once_and_are_shared_by_address(signed_in: SignedIn) -> None:
    page = signed_in("reader", width=1440)
    page.goto("/activities/")
    everything = page.locator(".results__count").inner_text()
    page.get_by_label("相手方").select_option("AUS")
    expect(page.locator(".results__count")).not_to_have_text(everything)
    page.get_by_label("種別").select_option("visit")
    expect(page).to_have_url(re.compile("partner=AUS.*kind=visit"))
    page.get_by_role("link", name="件名").first.click()
    expect(page).to_have_url(re.compile("sort=title"))
    titles = page.locator("th.title a").all_inner_texts()
    assert titles == sorted(titles)
    friend = signed_in("desk", width=1440)
    friend.goto(page.url)
    assert (
        friend.locator(".results__chips").inner_text()
        == page.locator(".results__chips").inner_text()
    )
    expect(friend.get_by_label("種別")).to_have_value("visit")
    page.get_by_role("link", name="条件を外す： 種別").click()
    expect(page.get_by_label("種別")).to_have_value("")


def test_going_back_shows_the_whole_list_again(signed_in: SignedIn) -> None:
    page = signed_in("reader", width=1440)
    page.goto("/activities/")
    page.get_by_label("種別").select_option("visit")
    expect(page).to_have_url(re.compile("kind=visit"))
    page.locator("th.title a").first.click()
    page.go_back()
    expect(page.locator("header.header")).to_be_visible()
    expect(page.get_by_label("種別")).to_have_value("visit")


def test_a_download_holds_exactly_what_is_filtered(signed_in: SignedIn, tmp_path: Path) -> None:
    page = signed_in("reader", width=1440)
    page.goto("/activities/?kind=visit")
    total = int(re.sub(r"\D", "", page.locator(".results__count").inner_text().split("件")[0]))
    with page.expect_download() as waiting:
        page.get_by_role("link", name="CSV").click()
    file = tmp_path / "list.csv"
    waiting.value.save_as(file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert len(file.read_text("utf-8-sig").splitlines()) == total + 1
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Excel").click()
    book = tmp_path / "list.xlsx"
    waiting.value.save_as(book)
    sheet = openpyxl.load_workbook(book).active
    assert sheet is not None
    assert sheet.max_row == total + 1


def test_a_sheet_is_downloaded(signed_in: SignedIn, tmp_path: Path) -> None:
    page = signed_in("evaluation")
    page.goto("/policies/")
    page.locator("th.title a").first.click()
    with page.expect_download() as waiting:
        page.get_by_role("link", name="PDF").click()
    file = tmp_path / "sheet.pdf"
    waiting.value.save_as(file)
    assert file.read_bytes().startswith(b"%PDF")


def test_entering_correcting_and_taking_back(signed_in: SignedIn) -> None:
    page = signed_in("desk")
    page.goto("/activities/")
    page.get_by_role("link", name="案件を入力").click()
    page.get_by_role("button", name="保存する").click()
    expect(page.get_by_role("alert")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text("「件名」を入力してください。")
    page.get_by_label("件名").fill("日チリ防衛当局間協議")
    page.get_by_label("種別").select_option("consultation")
    page.get_by_label("開始").fill("2018-11")
    page.get_by_label("相手方").fill("チリ")
    page.get_by_role("button", name="保存する").click()
    expect(page.get_by_role("status")).to_contain_text("登録しました")
    page.get_by_role("link", name="訂正する").click()
    page.get_by_label("場所").fill("バルパライソ")
    page.get_by_label("訂正の理由").fill("日程表を確かめた")
    page.get_by_role("button", name="保存する").click()
    expect(page.locator(".history ins")).to_have_text("バルパライソ")
    page.get_by_role("button", name="この訂正を取り消す").click()
    expect(page.locator("dl.facts")).not_to_contain_text("バルパライソ")
    page.goto("/")
    expect(page.locator("main")).to_contain_text("日チリ防衛当局間協議")


def test_a_bad_file_gets_one_sentence_and_a_good_one_is_read(
    signed_in: SignedIn, tmp_path: Path
) -> None:
    page = signed_in("desk")
    empty, good = tmp_path / "empty.txt", tmp_path / "list.txt"
    empty.write_bytes(b"")
    good.write_text("●令和4年度の交流実績\n<チリ>\n海軍司令官訪日(9月)\n", encoding="cp932")
    page.goto("/documents/new")
    page.get_by_label("ファイル").set_input_files(empty)
    page.get_by_role("button", name="読み込む").click()
    expect(page.locator(".field__error")).to_contain_text("RK103")
    page.get_by_label("ファイル").set_input_files(good)
    page.get_by_role("button", name="読み込む").click()
    expect(page.get_by_role("status").first).to_contain_text("資料を読み込みました")
    expect(page.locator("ol.text")).to_contain_text("海軍司令官訪日")


def code_of(secret: str) -> str:
    """The six figures that an authenticator shows now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.digest(key, struct.pack(">Q", int(time.time()) // 30), "sha1")
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def test_a_second_factor_is_asked_once_it_is_set_up(
    signed_in: SignedIn, new_page: Callable[..., Page], server: Any
) -> None:
    page = signed_in("attache")
    page.goto("/accounts/2fa/totp/activate/")
    if page.locator("input[name=password]").count():
        page.locator("input[name=password]").fill(server.passwords["attache"])
        page.locator("main form button[type=submit]").click()
    secret = page.locator("#authenticator_secret").input_value()
    page.locator("input[name=code]").fill(code_of(secret))
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("h1")).to_be_visible()
    again = new_page()
    again.goto("/accounts/login/")
    again.get_by_label("利用者名").fill("attache")
    again.get_by_label("パスワード").fill(server.passwords["attache"])
    again.get_by_role("button", name="サインイン").click()
    assert "/2fa/authenticate/" in again.url
    again.goto("/activities/")
    assert "/accounts/" in again.url  # the password alone opens nothing
    page.goto("/accounts/2fa/totp/deactivate/")
    page.locator("main form button[type=submit]").first.click()
    expect(page.locator("h1")).to_be_visible()
