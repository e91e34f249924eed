"""The way of a visit as those go it who have to do with it: from a gap to a lesson in the next plan."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from playwright.sync_api import Locator, Page, expect

SignedIn = Callable[..., Page]
PARTNER = "NZL"
TITLE = "ニュージーランド国防次官との防災協議"
TODAY = date.today()  # noqa: DTZ011  # the day of the server, which runs here


def fill(form: Locator, **fields: str | list[str]) -> None:
    """Fill in a form, opening what is folded; lists are chosen or ticked."""
    form.evaluate("node => { const box = node.closest('details'); if (box) box.open = true }")
    for name, value in fields.items():
        field = form.locator(f"[name={name}]")
        tag = field.first.evaluate("node => node.type || node.tagName")
        if tag.startswith("select"):
            field.select_option(value)
        elif tag == "checkbox":
            for one in value:
                form.locator(f"[name={name}][value={one}]").check()
        else:
            field.fill(str(value))


def saved(page: Page) -> None:
    expect(page.get_by_role("status").first).to_be_visible()
    expect(page.locator(".form-errors, .banner--error")).to_have_count(0)


def act(page: Page, action: str, key: str = "", **fields: str | list[str]) -> None:
    """Do something on the page of the case that is open; ``key`` tells one of several forms."""
    page.reload()
    form = page.locator(f"form[action$='/{action}']")
    if key:
        form = form.filter(has=page.locator(key))
    fill(form.first, **fields)
    form.first.locator("button[type=submit]").click()
    saved(page)


def adopt_policy(planner: Page) -> None:
    """A country policy is written, reviewed and adopted, and the priority of the country weighed."""
    planner.goto("/planning/policies/new")
    form = planner.locator("main form").first
    fill(form, subject=f"partner:{PARTNER}", title="ニュージーランドとの交流の方針")
    form.locator("button[type=submit]").click()
    form = planner.locator("main form").first
    fill(
        form,
        objective="太平洋での防災協力を定着させる",
        purpose_co_operation="災害への共同の備え",
        topics="防災\n海洋安全保障",
        means=["working_level"],
    )
    form.locator("button[type=submit]").click()
    for action, more in (
        ("review", {}),
        ("adopt", {"adopted_by": "見本大臣", "effective_on": str(TODAY)}),
    ):
        form = planner.locator(f"form[action$='/{action}']")
        fill(form, reason="内容を確かめた", **more)
        form.locator("button[type=submit]").click()
        saved(planner)
    expect(planner.locator("main")).to_contain_text("決定")
    planner.goto(f"/planning/priorities/{PARTNER}/new")
    form = planner.locator("main form").first
    fill(form, day=str(TODAY))
    for box in form.locator("[name^=degree_]").all():
        box.select_option("3") if box.evaluate("n => n.tagName") == "SELECT" else box.fill("3")
    for box in form.locator("[name^=grounds_]").all():
        box.fill("防災協力の実績")
    form.locator("button[type=submit]").click()
    saved(planner)


def propose(desk: Page) -> str:
    """The desk officer proposes, and is warned of another bureau's visit by the same partner."""
    desk.goto("/planning/coverage/")
    gap = desk.locator(f"a[href*='gap=no_high_level'][href*='partner={PARTNER}']")
    gap.evaluate("node => { const box = node.closest('details'); if (box) box.open = true }")
    gap.click()
    expect(desk.locator("[name=partners]")).to_have_value("ニュージーランド")
    form = desk.locator("main form").first
    fill(
        form,
        title=TITLE,
        kind="consultation",
        start=str(TODAY),
        purpose="co_operation",
        aim="災害派遣での連絡の手順を決める",
        place="ウェリントン",
        participants="8",
    )
    form.locator("button[type=submit]").click()
    saved(desk)
    # warned at once: another bureau's visit is near, and the country policy foresees other means
    expect(desk.locator("main")).to_contain_text("ニュージーランド国防軍司令官の訪日")
    expect(desk.locator("main")).to_contain_text("方針にない手段")
    return re.sub(r"#.*", "", desk.url)


def write_plan(planner: Page) -> str:
    """The lesson goes into the structure of the draft revision, which is reviewed; its address."""
    planner.goto("/planning/plans/")
    planner.locator("li, tr", has_text="案").locator("a[href*='/planning/plans/']").first.click()
    address = re.sub(r"https?://[^/]+", "", planner.url)
    planner.get_by_role("link", name="体制と方向性").click()
    form = planner.locator("main form").first
    fill(form, structure="担当を置き、要人の往来では準備会合を先に開く")
    form.locator("button[type=submit]").click()
    saved(planner)
    planner.locator("li", has_text="準備会合を先に開く").get_by_role("button").click()
    saved(planner)
    form = planner.locator("form[action$='/review']")
    fill(form, reason="教訓を反映した")
    form.locator("button[type=submit]").click()
    saved(planner)
    return address


def test_a_visit_from_the_gap_to_the_lesson(
    signed_in: SignedIn, axe_serious: Callable[[Page], list[str]], forgiven: list[str]
) -> None:
    forgiven.append("400 (Bad Request)")
    forgiven.append("404 (Not Found)")
    forgiven.append("403 (Forbidden)")
    planner, desk = signed_in("planner"), signed_in("desk")
    maritime, joint = signed_in("maritime"), signed_in("joint")
    security, attache = signed_in("security"), signed_in("attache")
    other = signed_in("attache2")

    adopt_policy(planner)
    address = propose(desk)

    # two bureaus are asked, one objects, and the approval waits
    asked = desk.locator("form[action$='/ask'] [name=organisations] option")
    names = {
        (one.text_content() or "").strip(): one.get_attribute("value") or "" for one in asked.all()
    }
    wanted = [names["海上幕僚監部"], names["統合幕僚監部"]]
    act(desk, "ask", organisations=wanted, due=str(TODAY + timedelta(days=7)), order="parallel")
    maritime.goto(address)
    act(maritime, "answer", outcome="agree", text="")
    joint.goto(address)
    act(joint, "answer", outcome="object", text="司令官の訪日と時期が近い", counter="議題を分ける")
    planner.goto(address)
    expect(planner.locator("form[action$='/move'] input[name=to][value=approved]")).to_have_count(0)

    # the section chiefs' meeting settles it
    planner.goto("/cases/meetings/")
    form = planner.locator("main form[method=post]").last
    fill(form, name="課長級調整会議（防災）", day=str(TODAY))
    form.locator("button[type=submit]").click()
    item = planner.locator("article", has_text=TITLE)
    expect(item).to_contain_text(TITLE)
    form = item.locator("form")
    fill(form, decision="settled", text="議題を防災に限り、実施する")
    form.locator("button[type=submit]").click()
    saved(planner)

    # an attache sees what is theirs, another does not
    attache.goto(address)
    expect(attache.locator("h1")).to_have_text(TITLE)
    assert other.goto(address).status == 404  # type: ignore[union-attr]
    desk.goto(address)
    act(desk, "draw-in", phase="plan")

    # the security officer clears the four kinds, nobody else may
    expect(desk.locator("form[action$='/secure']")).to_have_count(0)
    security.goto(address)
    kinds = security.locator("form[action$='/secure'] input[name=kind]")
    for kind in [one.get_attribute("value") for one in kinds.all()]:
        act(security, "secure", f"input[name=kind][value={kind}]", decision="clear")

    planner.goto(address)
    act(planner, "move", "input[name=to][value=approved]")
    act(desk, "move", "input[name=to][value=held]")

    # the report goes at once to those who need it; a promise is kept late and flagged
    result = {"agreed": "連絡窓口を決めた", "achieved": "partly", "evaluation": "手順は次回"}
    act(desk, "report", **result)
    due = str(TODAY - timedelta(days=3))
    act(desk, "promise", text="連絡先の一覧を送る", due=due)
    desk.goto("/cases/following/")
    expect(desk.locator("tr", has_text="連絡先の一覧を送る")).to_contain_text("期日超過")
    desk.goto(address)
    act(desk, "settle", kept_on=str(TODAY))
    expect(desk.locator("main")).to_contain_text("遅れて履行")
    attache.goto(address)
    expect(attache.locator("main")).to_contain_text("連絡窓口を決めた")

    # a lesson reaches the next plan
    act(desk, "lesson", text="準備会合を先に開く", target="plan")
    # the revision of the plan takes it up, and the committee approves it
    plan = write_plan(planner)
    decider, chair = signed_in("decider"), planner
    chair.goto("/planning/committee/")
    form = chair.locator("form", has=chair.locator("input[name=part][value=session]"))
    fill(form, body="committee", name="第5回委員会（防災）", day=str(TODAY))
    form.locator("button[type=submit]").click()
    chair.wait_for_url(re.compile(r"/sessions/\d+/"))
    decider.goto(chair.url)
    matter = decider.locator("article", has=decider.locator(f"a[href='{plan}']"))
    fill(matter.locator("form"), decision="agreed", text="計画の見直しを了承した")
    matter.locator("form button[type=submit]").click()
    saved(decider)
    decider.goto(plan)
    expect(decider.locator("main")).to_contain_text("第5回委員会（防災）")
    expect(decider.locator("main")).to_contain_text("準備会合を先に開く")
    desk.goto(address)
    expect(desk.locator("section[aria-labelledby=result]")).to_contain_text("の案に反映")

    # the whole story stands on one page, and in the audit trail
    desk.goto(address)
    thread = desk.locator("section[aria-labelledby=thread]")
    for words in ("異議", "議題を防災に限り", "承認", "実施済", "連絡窓口", "準備会合を先に開く"):
        expect(thread).to_contain_text(words)
    admin = signed_in("admin")
    admin.goto(address)
    admin.locator("section[aria-labelledby=thread] a[href^='/audit/']").click()
    trail = admin.locator("tbody")
    for words in (
        "案件を提案",
        "合議に回答",
        "情報保全の判断",
        "約束の履行を記録",
        "教訓の扱いを決定",
    ):
        expect(trail).to_contain_text(words)
    for page in (desk, planner):
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address)
            assert axe_serious(page) == []
            assert page.evaluate("document.documentElement.scrollWidth") <= width
