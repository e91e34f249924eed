"""Pages of a counting indicator and of the proposed rating: they open, save, and tell who may."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.counting import selectors, services
from renkei.apps.counting.models import IndicatorQuestion
from renkei.apps.evaluation.models import Indicator, Policy
from renkei.apps.register.models import Activity
from tests.register import People

Opens = Callable[[User], Client]
QUESTION = {
    "partners": "ニュージーランド",
    "partner_rule": "only",
    "kind": "meeting",
    "count": "activities",
    "version": 0,
}


@pytest.fixture
def indicator(people: People, activity: Callable[..., Activity]) -> Indicator:
    policy = Policy.objects.create(
        name="見本の施策", fiscal_year=2018, organisation=people.ours, marking=0
    )
    row = policy.indicators.create(number="1-1", name="会談の回数", primary=True, mark="ｂ")
    row.values.create(kind="target", fiscal_year=2018, value=4, unit="回", text="4回")
    row.values.create(kind="actual", fiscal_year=2018, value=2, unit="回", text="2回")
    row.targets.create(fiscal_year=2018, items=["一 対話を重ねる。"])
    activity(status="held")
    activity(title="船舶の訪問", kind="visit", status="held")
    return row


def page(row: Indicator) -> str:
    return f"/policies/{row.policy_id}/indicators/{row.pk}/count/"


def test_a_question_is_asked_answered_opened_and_cited(
    people: People, client_of: Opens, indicator: Indicator
) -> None:
    owner = client_of(people.owner)
    assert "まだ問いがありません" in owner.get(page(indicator)).content.decode()
    assert owner.post(page(indicator), QUESTION).status_code == 302
    text = owner.get(page(indicator) + "?year=2018").content.decode()
    assert "2018年度：1 件" in text.replace("平成30年度（2018）", "2018年度")
    assert "防衛相会談" in text
    assert "外れた条件：種別" in text
    key = Activity.objects.get(kind="meeting").pk
    target = indicator.targets.get()
    cite = f"/policies/{indicator.policy_id}/indicators/{indicator.pk}/cite/{target.pk}"
    assert owner.post(cite, {"activity": [key]}).status_code == 302
    assert "進捗に引用した案件" in owner.get(page(indicator)).content.decode()
    owner.post(cite, {"uncite": key})
    assert "進捗に引用した案件" not in owner.get(page(indicator)).content.decode()
    assert owner.post(page(indicator), {"take_back": "1"}).status_code == 302
    assert "まだ問いがありません" in owner.get(page(indicator)).content.decode()


def test_an_unknown_partner_is_told_and_what_was_entered_stays(
    people: People, client_of: Opens, indicator: Indicator
) -> None:
    answer = client_of(people.owner).post(
        page(indicator), QUESTION | {"partners": "ニュウジランド"}
    )
    assert answer.status_code == 400
    assert "ニュウジランド" in answer.content.decode()


def test_conditions_on_framework_direction_and_agreement_are_kept_and_shown(
    people: People, client_of: Opens, indicator: Indicator
) -> None:
    owner = client_of(people.owner)
    more = {"framework": "ADMMプラス", "direction": "inbound", "count": "partners"}
    assert owner.post(page(indicator), QUESTION | more).status_code == 302
    kept = selectors.asked(IndicatorQuestion.objects.get())
    assert (kept.framework, kept.direction, kept.count) == (
        frozenset({"ADMM-Plus"}),
        frozenset({"inbound"}),
        "partners",
    )
    text = owner.get(page(indicator)).content.decode()
    assert 'value="ADMMプラス"' in text.replace("拡大ASEAN国防相会議", "ADMMプラス")
    wrong = owner.post(page(indicator), QUESTION | {"framework": "ADMMマイナス", "version": 1})
    assert wrong.status_code == 400
    assert "ADMMマイナス" in wrong.content.decode()


def test_the_count_becomes_the_actual_with_one_click(
    people: People, client_of: Opens, indicator: Indicator, activity: Callable[..., Activity]
) -> None:
    policy, owner = indicator.policy, client_of(people.owner)
    owner.post(page(indicator), QUESTION)
    assert owner.post(f"/policies/{policy.pk}/year/begin").status_code == 302
    address = f"/policies/{policy.pk}/year/indicators/{indicator.pk}"
    assert "台帳の 1 件を実績とする" in owner.get(address).content.decode()
    activity(status="held", title="第2回会談")  # somebody enters another meanwhile
    taken = {"part": "count", "number": "1"}
    told = owner.post(address, taken, follow=True).content.decode()
    assert "RK829" in told
    assert indicator.values.get(kind="actual").value == 2
    owner.post(address, taken | {"number": "2"})
    actual = indicator.values.get(kind="actual")
    assert (actual.value, actual.unit, actual.figure.source) == (
        2,
        "回",
        "台帳から計数（問いの第1版）",
    )
    assert "実績とする" not in owner.get(address).content.decode()
    for other in (people.outsider, people.colleague):
        client_of(other).post(address, taken | {"number": "2"})
    assert indicator.values.get(kind="actual").version == actual.version


def test_others_read_the_answer_and_may_not_ask(
    people: People, client_of: Opens, indicator: Indicator
) -> None:
    client_of(people.owner).post(page(indicator), QUESTION)
    outsider = client_of(people.outsider)
    text = outsider.get(page(indicator)).content.decode()
    assert "台帳に問う" not in text
    assert "問いを変える" not in text
    assert outsider.post(page(indicator), QUESTION).status_code == 403
    Policy.objects.update(marking=1)
    assert outsider.get(page(indicator)).status_code == 404


def test_the_proposed_rating_shows_its_reasons_and_the_decision(
    people: People, client_of: Opens, indicator: Indicator
) -> None:
    address = f"/policies/{indicator.policy_id}/rating/"
    text = client_of(people.outsider).get(address).content.decode()
    assert "50" in text  # the rate of 2 of 4
    assert "会談の回数" in text
    assert "未決定" in text
    indicator.policy.ratings.create(scheme="", scale_value=1, label="目標超過達成", subject="")
    text = client_of(people.outsider).get(address).content.decode()
    assert "目標超過達成" in text
    Policy.objects.update(marking=2)
    assert client_of(people.owner).get(address).status_code == 404


def test_the_report_on_marks_counts_what_follows_and_lists_what_departs(
    people: People, client_of: Opens, indicator: Indicator
) -> None:
    Indicator.objects.update(mark="s")
    text = client_of(people.outsider).get("/policies/marks/").content.decode()
    assert "見本の施策" in text
    assert f"/policies/{indicator.policy_id}/rating/#r1" in text
    assert "評定は s" in text
    Indicator.objects.update(mark="")
    assert "見本の施策" not in client_of(people.outsider).get("/policies/marks/").content.decode()
    Indicator.objects.update(mark="s")
    Policy.objects.update(marking=2)
    assert "見本の施策" not in client_of(people.outsider).get("/policies/marks/").content.decode()


def test_policy_and_sheet_show_both_figures_and_warn_after_the_decision(
    people: People, client_of: Opens, indicator: Indicator, activity: Callable[..., Activity]
) -> None:
    client_of(people.owner).post(page(indicator), QUESTION)
    services.freeze(by=people.owner, policy=indicator.policy, revision=1)
    reader = client_of(people.outsider)
    policy = f"/policies/{indicator.policy_id}/"
    before = reader.get(policy).content.decode()
    assert "台帳では 1 件" in before
    assert "入力された値（2回）と異なる" in before
    assert "その後台帳が変わった" not in before
    counted = Activity.objects.get(kind="meeting")
    activity(title="防衛相電話会談", status="held", mode="phone")
    Activity.objects.filter(pk=counted.pk).update(level="working", kind="visit")
    assert "その後台帳が変わった：追加 1 件、除外 1 件" in reader.get(policy).content.decode()
    sheet = reader.get(policy + "sheet.html").content.decode()
    assert "台帳では 1 件、調書では 2回（一致しない）、決定時は 1 件" in sheet
    assert f"{page(indicator)}?year=2018#answer" in sheet
    opened = reader.get(page(indicator) + "?year=2018").content.decode()
    assert "その後外れたもの" in opened
    assert f"/activities/{counted.pk}/" in opened.partition("その後外れたもの")[2]
    Activity.objects.filter(pk=counted.pk).update(marking=2)
    opened = reader.get(page(indicator) + "?year=2018").content.decode()
    assert "1 件は、削除されたか、あなたには見えません" in opened
    Policy.objects.update(marking=2)
    assert reader.get(policy + "sheet.html").status_code == 404


def test_facts_are_found_grouped_and_cited_under_an_item(
    people: People, client_of: Opens, indicator: Indicator
) -> None:
    target = indicator.targets.get()
    at = f"/policies/{indicator.policy_id}/indicators/{indicator.pk}/facts/{target.pk}/0/"
    owner, reader = client_of(people.owner), client_of(people.outsider)
    assert "台帳に" not in owner.get(at).content.decode()
    asked = {"partner_rule": "any", "kind": "meeting"}
    found = owner.get(at, asked | {"by": "partner"}).content.decode()
    assert "台帳に 1 件" in found
    assert "<legend>ニュージーランド</legend>" in found
    assert "船舶の訪問" not in found
    key = Activity.objects.get(kind="meeting").pk
    assert reader.post(at, {"activity": [key]}).status_code == 302
    assert not target.citations.exists()
    assert owner.post(at, {"activity": [key]}).status_code == 302
    assert target.citations.get().item == 0
    assert f"/activities/{key}/" in reader.get(at).content.decode()
    policy = f"/policies/{indicator.policy_id}/"
    assert "進捗に引用した案件 1 件" in reader.get(policy).content.decode()
    Activity.objects.filter(pk=key).update(marking=2)
    assert "進捗に引用した案件" not in reader.get(policy).content.decode()
    Activity.objects.filter(pk=key).update(marking=0)
    assert owner.post(at, {"uncite": key}).status_code == 302
    assert not target.citations.exists()
    assert owner.get(at.replace("/0/", "/1/")).status_code == 404
    Policy.objects.update(marking=1)
    assert reader.get(at).status_code == 404


def test_what_was_left_out_is_told_with_its_reason(
    people: People, client_of: Opens, indicator: Indicator, activity: Callable[..., Activity]
) -> None:
    client_of(people.owner).post(page(indicator), QUESTION)
    activity(title="防衛相会談", status="cancelled")
    activity(title="非公開の会談", status="held", marking=1)
    opened = page(indicator) + "?year=2018"
    told = client_of(people.owner).get(opened).content.decode()
    assert "状況により 1 件" in told
    assert "種別により 1 件" in told
    assert "1 件は、施策より高い取扱区分" in told
    assert "施策より高い取扱区分" not in client_of(people.outsider).get(opened).content.decode()


def test_a_question_that_counts_nothing_is_a_finding(
    people: People, client_of: Opens, indicator: Indicator
) -> None:
    owner, findings = client_of(people.owner), "/activities/findings"
    owner.post(page(indicator), QUESTION)
    assert "何も数えない指標の問い" not in owner.get(findings).content.decode()
    owner.post(page(indicator), QUESTION | {"kind": "exercise", "version": 1})
    told = client_of(people.outsider).get(findings).content.decode()
    assert "何も数えない指標の問い" in told
    assert f"{page(indicator)}?year=2018#answer" in told
    assert "問いに合うものがありません" in told
    Policy.objects.update(marking=1)
    hidden = client_of(people.outsider).get(findings).content.decode()
    assert "何も数えない指標の問い" not in hidden
    Policy.objects.update(marking=0, locked=True)
    assert "何も数えない指標の問い" not in owner.get(findings).content.decode()


def test_every_version_of_the_question_stays_readable(
    people: People, client_of: Opens, indicator: Indicator
) -> None:
    owner, reader = client_of(people.owner), client_of(people.outsider)
    owner.post(page(indicator), QUESTION)
    assert "問いの版" not in reader.get(page(indicator)).content.decode()
    client_of(people.evaluator).post(page(indicator), QUESTION | {"kind": "visit", "version": 1})
    owner.post(page(indicator), {"take_back": "1"})
    told = reader.get(page(indicator)).content.decode().partition("問いの版")[2]
    assert told.index("取り下げ") < told.index("訪問") < told.index("会談")
    assert told.count(str(people.owner)) == 2
    assert told.count(str(people.evaluator)) == 1
