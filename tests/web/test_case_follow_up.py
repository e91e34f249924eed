"""Pages of meetings, files, results, promises and lessons."""

from __future__ import annotations

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.coordination import reporting
from renkei.apps.coordination.attaching import TEST_PATTERN
from renkei.apps.coordination.models import Attachment, Item, Lesson, Meeting, Promise
from renkei.apps.planning import plans, policies
from renkei.apps.planning.choices import SubjectKind
from tests.cases import TODAY, Make, case, consulted, held
from tests.register import People

__all__ = ["case"]
Opens = Callable[[User], Client]


def test_a_meeting_by_page(people: People, client_of: Opens, case: Make) -> None:
    made = case()
    consulted(people, made, "object")
    planner = client_of(people.planner)
    assert planner.post("/cases/meetings/", {"name": "", "day": "x"}).status_code == 400
    planner.post("/cases/meetings/", {"name": "見本調整会議", "day": str(TODAY)})
    meeting = Meeting.objects.get()
    address = f"/cases/meetings/{meeting.pk}/"
    assert made.title in planner.get(address).content.decode()
    item = Item.objects.get()
    sent = {"item": item.pk, "decision": "settled", "text": "日をずらす"}
    assert client_of(people.owner).post(address, sent).status_code == 403
    assert planner.post(address, {**sent, "text": ""}).status_code == 400
    assert planner.post(address, sent).status_code == 302
    assert "日をずらす" in client_of(people.colleague).get(f"/cases/{made.pk}/").content.decode()
    assert planner.post(address, {"case": case(title="別の件").pk}).status_code == 302
    assert planner.post(address + "close").status_code == 302
    assert planner.post(address, sent).status_code == 400
    assert client_of(people.attache).get(address).status_code == 404
    assert client_of(people.outsider).get("/cases/meetings/").status_code == 403


def test_files_by_page(people: People, client_of: Opens, case: Make) -> None:
    made = case()
    owner = client_of(people.owner)

    def send(data: bytes) -> int:
        file = SimpleUploadedFile("計画.txt", data)
        return owner.post(f"/cases/{made.pk}/attach", {"file": file, "marking": 1}).status_code

    assert send(TEST_PATTERN) == 400
    assert send(b"") == 400
    assert send(b"plan") == 302
    address = f"/cases/{made.pk}/files/{Attachment.objects.get().pk}"
    answer = client_of(people.colleague).get(address)
    assert b"".join(answer) == b"plan"
    assert answer["Content-Disposition"].startswith("attachment")
    assert client_of(people.outsider).get(address).status_code == 404
    assert "colleague" in owner.get(f"/cases/{made.pk}/").content.decode()


def test_result_promise_and_lesson_by_page(people: People, client_of: Opens, case: Make) -> None:
    made = held(people, case())
    owner, base = client_of(people.owner), f"/cases/{made.pk}/"
    result = {"agreed": "毎年会う", "achieved": "partly", "evaluation": "窓口は未定"}
    assert owner.post(base + "report", {**result, "agreed": ""}).status_code == 400
    assert owner.post(base + "report", result).status_code == 302
    promised = {"text": "資料を送る", "organisation": people.ours.pk, "due": "2026-01-05"}
    assert owner.post(base + "promise", promised).status_code == 302
    follow = client_of(people.colleague).get("/cases/following/").content.decode()
    assert "期日超過" in follow
    assert "甲局" in follow.split('id="ahead"')[1]
    hidden = client_of(people.outsider).get("/cases/following/").content.decode()
    assert "甲局" not in hidden.split('id="ahead"')[1]
    row = Promise.objects.get()
    settled = {"promise": row.pk, "kept_on": str(TODAY)}
    assert owner.post(base + "settle", settled).status_code == 302
    assert owner.post(base + "lesson", {"text": "通訳", "target": "plan"}).status_code == 302
    lesson = Lesson.objects.get()
    answer = {"standing": "adopted", "became": "次の計画に入れた"}
    address = f"/cases/following/lessons/{lesson.pk}"
    assert owner.post(address, answer).status_code == 403
    assert client_of(people.planner).post(address, answer).status_code == 302
    page = owner.get(base).content.decode()
    for words in ("毎年会う", "一部達成", "遅れて履行", "次の計画に入れた"):
        assert words in page
    attache = client_of(people.attache).get(base).content.decode()
    assert "毎年会う" in attache


def test_security_and_telling_by_page(people: People, client_of: Opens, case: Make) -> None:
    made = case()
    owner, admin = client_of(people.owner), client_of(people.administrator)
    base = f"/cases/{made.pk}/"
    decision = {"kind": "secrets", "decision": "clear"}
    assert owner.post(base + "secure", decision).status_code == 403
    assert admin.post(base + "secure", decision).status_code == 302
    told = {"audience": "ally", "recipient": "連絡室", "phase": "plan", "items_": ["title"]}
    refused = owner.post(base + "tell", told)
    assert refused.status_code == 400
    assert "RK858" in refused.content.decode()
    release = {"item": "title", "audience": "ally", "allowed": "yes"}
    assert admin.post(base + "release", release).status_code == 302
    assert owner.post(base + "tell", told).status_code == 302
    assert "連絡室" in owner.get(base).content.decode()


def test_a_lesson_waits_beside_the_plan_and_the_policy_of_the_country(
    people: People, client_of: Opens, case: Make
) -> None:
    done = held(people, case())
    reporting.report(
        by=people.owner, case=done,
        values={"agreed": "毎年会う", "achieved": "partly", "evaluation": "窓口は未定"},
    )  # fmt: skip
    for_plan = reporting.lesson(by=people.owner, case=done, text="準備会合を開く", target="plan")
    reporting.lesson(by=people.owner, case=done, text="通訳を二人に", target="country_policy")
    paper = plans.begin(
        by=people.owner, title="見本計画", programme="整備計画", start_year=2024, end_year=2025,
        organisation=people.ours,
    )  # fmt: skip
    other = policies.begin(
        by=people.owner, subject_kind=SubjectKind.PARTNER, subject="CHL", title="チリの方針",
        organisation=people.ours,
    )  # fmt: skip
    planner = client_of(people.planner)
    page = planner.get(f"/planning/plans/{paper.pk}/").content.decode()
    assert "準備会合を開く" in page
    assert "通訳を二人に" not in page
    assert "通訳を二人に" not in planner.get(f"/planning/policies/{other.pk}/").content.decode()
    address = f"/planning/papers/{paper.pk}/lessons/{for_plan.pk}"
    assert client_of(people.owner).post(address).status_code == 403
    assert client_of(people.outsider).post(address).status_code == 404
    assert planner.post(address).status_code == 302
    for_plan.refresh_from_db()
    assert for_plan.standing == "adopted"
    assert "見本計画" in planner.get("/cases/following/").content.decode()
    assert planner.post(address).status_code == 404
