"""Pages of an evaluation year: one year by four roles, bad input told and kept, who sees what."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.cycle.checklist import POINTS
from renkei.apps.cycle.models import PolicyYear
from renkei.apps.documents.models import StoredDocument
from renkei.apps.evaluation.models import Policy
from tests.register import People

Opens = Callable[[User], Client]


@pytest.fixture
def year(people: People, client_of: Opens) -> PolicyYear:
    """2025, continued by page from a sheet of 2024 with one indicator."""
    policy = Policy.objects.create(
        name="見本の施策", fiscal_year=2024, organisation=people.ours, marking=1
    )
    row = policy.indicators.create(number="1-1", name="研修の回数", primary=True)
    row.values.create(kind="target", fiscal_year=2024, value=8, unit="回", text="8回")
    client_of(people.owner).post(f"/policies/{policy.pk}/year/begin", {"continue": "1"})
    return PolicyYear.objects.get(previous=policy)


def base(year: PolicyYear) -> str:
    return f"/policies/{year.policy_id}/year/"


def indicator(year: PolicyYear) -> str:
    return f"{base(year)}indicators/{year.policy.indicators.get().pk}"


TARGET = {"part": "target", "value": "9", "unit": "回", "fiscal_year": "2025", "reason": "一割増"}
ACTUAL = {"part": "actual", "value": "10", "unit": "回", "source": "業務統計"}


def test_one_year_from_targets_to_the_end(
    people: People, client_of: Opens, year: PolicyYear
) -> None:
    def act(user: User, action: str, **data: object) -> None:
        answer = client_of(user).post(base(year) + action, data)
        assert answer.status_code == 302, answer.content.decode()

    def advance(user: User, reason: str = "") -> None:
        act(user, "advance", seen=PolicyYear.objects.get(pk=year.pk).stage, reason=reason)

    act(people.evaluator, "plan", basic_goal="平和", start=2024, end=2026, full="2025")
    act(
        people.evaluator, "deadline", stage="prepare", organisation=people.ours.pk, due="2025-06-01"
    )
    assert "2025-06-01" in client_of(people.owner).get("/").content.decode()
    assert "2025-06-01" not in client_of(people.outsider).get("/").content.decode()
    owner = client_of(people.owner)
    assert owner.post(indicator(year), TARGET).status_code == 302
    advance(people.owner)
    assert owner.post(indicator(year), ACTUAL).status_code == 302
    advance(people.owner)
    act(people.owner, "rate", scale_value="1", reason="回数が目標を上回った")
    advance(people.owner)
    points = {"points": [one.code for one in POINTS], "note_external_factors": "渡航の制限"}
    client_of(people.evaluator).post(base(year) + "points", points)
    advance(people.evaluator)
    act(people.secretary, "opinion", text="原因を詳しく")
    remark = year.policy.opinions.get()
    act(people.owner, "answer", opinion=remark.pk, text="書き加えた")
    advance(people.secretary)
    advance(people.decider, "審議を経た")
    advance(people.evaluator)
    act(people.owner, "reflect", text="目標を見直す")
    advance(people.owner)
    page = client_of(people.outsider).get(base(year))
    assert page.status_code == 404
    words = client_of(people.colleague).get(base(year)).content.decode()
    for said in (
        "審議を経た",
        "渡航の制限",
        "書き加えた",
        "目標を見直す",
        "8回",
        "10回",
        "業務統計",
    ):
        assert said in words
    assert "①" in words
    assert words.count("人が確かめる") == 5


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"fiscal_year": "2020"}, "RK753"),
        ({"absence": "dash"}, "RK760"),
    ],
)
def test_bad_input_is_told_and_what_was_entered_stays(
    people: People, client_of: Opens, year: PolicyYear, change: dict[str, str], code: str
) -> None:
    answer = client_of(people.owner).post(indicator(year), {**TARGET, **change})
    words = answer.content.decode()
    assert answer.status_code == 400
    assert code in words
    assert "一割増" in words


def test_a_mark_without_a_scheme_is_told(
    people: People, client_of: Opens, year: PolicyYear
) -> None:
    answer = client_of(people.owner).post(indicator(year), {"part": "mark", "mark": "a"})
    assert answer.status_code == 400
    assert "RK756" in answer.content.decode()


def test_a_step_by_somebody_else_is_refused_in_a_sentence(
    people: People, client_of: Opens, year: PolicyYear
) -> None:
    data = {"seen": "prepare", "reason": "私が終える"}
    answer = client_of(people.colleague).post(base(year) + "advance", data)
    assert answer.status_code == 403
    assert "RK501" in answer.content.decode()
    assert client_of(people.colleague).post(indicator(year), TARGET).status_code == 403
    assert client_of(people.outsider).post(base(year) + "advance", data).status_code == 404
    assert client_of(people.outsider).get(indicator(year)).status_code == 404


def test_the_page_asks_the_database_as_often_for_more_indicators(
    people: People,
    client_of: Opens,
    year: PolicyYear,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    for number in range(2, 30):
        row = year.policy.indicators.create(number=f"1-{number}", name=f"指標{number}")
        row.values.create(kind="actual", fiscal_year=2025, value=1, unit="回", text="1回")
    client = client_of(people.evaluator)
    with django_assert_max_num_queries(61):
        assert client.get(base(year)).status_code == 200


def test_a_replaced_indicator_stays_readable_and_the_break_is_shown(
    people: People, client_of: Opens, document: Callable[..., StoredDocument]
) -> None:
    def sheet(year: int, name: str) -> Policy:
        text = (
            f"令和{year}年度政策評価書\n\n施策名 見本の交流\n\n個別分野１ 研修\n\n"
            f"測定指標１－１ {name}\n中期目標値 年度目標値 実績値\n6年度 6年度\n8回 8回 6回\n"
        )
        return Policy.objects.get(document=document(text, f"{year}.txt"))

    old, new = sheet(6, "研修の回数"), sheet(7, "港を訪れた若手の数")
    client = client_of(people.outsider)
    for policy in (old, new):
        words = client.get(f"/policies/{policy.pk}/").content.decode()
        assert "差し替え" in words
        assert "研修の回数" in words
        assert "港を訪れた若手の数" in words
        assert "候補（未確認）" in words


def form_of(client: Client, year: PolicyYear, part: str) -> dict[str, str]:
    """What the form of a part carries unseen."""
    (form,) = [
        form for name, _label, form in client.get(indicator(year)).context["parts"] if name == part
    ]
    return {"part": part, "seen": str(form["seen"].value())}


def test_the_second_of_two_people_is_told_and_keeps_what_was_typed(
    people: People, client_of: Opens, year: PolicyYear
) -> None:
    first, second = client_of(people.owner), client_of(people.teammate)
    ours, theirs = form_of(first, year, "target"), form_of(second, year, "target")
    assert first.post(indicator(year), {**TARGET, **ours}).status_code == 302
    answer = second.post(indicator(year), {**TARGET, **theirs, "value": "12", "reason": "別の理由"})
    words = answer.content.decode()
    assert answer.status_code == 409
    assert "RK820" in words
    assert "owner" in words
    assert "別の理由" in words
    row = year.policy.indicators.get()
    assert row.values.get(kind="target", fiscal_year=2025).value == 9
    again = dict(next(f for n, _l, f in answer.context["parts"] if n == "target").data.items())
    assert second.post(indicator(year), again).status_code == 302
    assert row.values.get(kind="target", fiscal_year=2025).value == 12


def test_notes_beside_points_stay_when_the_form_is_refused(
    people: People, client_of: Opens, year: PolicyYear
) -> None:
    typed = {"points": ["issues_complete"], "note_issues_complete": "渡航の制限"}
    client = client_of(people.evaluator)
    answer = client.post(base(year) + "points", typed | {"note_goal_per_issue": "次年度に改める"})
    words = answer.content.decode()
    assert answer.status_code == 400
    assert "RK823" in words
    assert 'value="渡航の制限"' in words
    assert 'value="次年度に改める"' in words
    assert not year.ticks.exists()
    refused = client_of(people.colleague).post(base(year) + "points", typed)
    assert refused.status_code == 403
    assert "RK501" in refused.content.decode()
    assert client.post(base(year) + "points", typed).status_code == 302
    assert year.ticks.get().note == "渡航の制限"


def test_a_split_is_entered_and_a_proposal_is_rejected_on_the_page(
    people: People, client_of: Opens, year: PolicyYear
) -> None:
    assert year.previous is not None
    old, new = year.previous.indicators.get(), year.policy.indicators.get()
    other = year.policy.indicators.create(number="1-2", name="研修の人数")
    data = {"earlier": old.pk, "later": other.pk, "kind": "split", "reason": "二つに分けた"}
    assert client_of(people.colleague).post(base(year) + "successor", data).status_code == 403
    client = client_of(people.owner)
    assert client.post(base(year) + "successor", data).status_code == 302
    words = client.get(base(year)).content.decode()
    assert "二つに分けた" in words
    assert old.successions.filter(into=year.policy).count() == 2

    row = old.successions.get(later=new)
    row.standing = "proposed"
    row.save()
    give = {"succession": row.pk, "kind": row.kind, "verdict": "reject"}
    refused = client.post(base(year) + "succession", {**give, "reason": ""})
    assert "RK757" in refused.content.decode()
    assert client.post(base(year) + "succession", {**give, "reason": "別物"}).status_code == 302
    row.refresh_from_db()
    assert (row.standing, row.reason) == ("rejected", "別物")
    assert "不採用" in client.get(base(year)).content.decode()


def test_a_year_with_open_errors_in_its_document_is_not_decided(
    people: People, client_of: Opens, document: Callable[..., StoredDocument]
) -> None:
    text = (
        "令和6年度政策評価書\n\n施策名 見本の交流\n\n個別分野１ 研修\n\n測定指標１－１ 研修の回数\n"
        "中期目標値 年度目標値 実績値\n6年度 6年度\n8回 8回 6回\n\n"
        "海図等などを配布した（令和４年度：海図経費（達成手段②）。\n"
    )
    policy = Policy.objects.get(document=document(text, "wrong.txt"))
    Policy.objects.update(organisation=people.ours)
    client_of(people.owner).post(f"/policies/{policy.pk}/year/begin")
    PolicyYear.objects.filter(policy=policy).update(stage="decision")
    data = {"seen": "decision", "reason": "審議を経た"}
    answer = client_of(people.decider).post(f"/policies/{policy.pk}/year/advance", data)
    assert answer.status_code == 400
    assert "RK766" in answer.content.decode()
    assert PolicyYear.objects.get(policy=policy).stage == "decision"


def test_an_indicator_is_replaced_on_the_page_and_the_break_stands_at_both_charts(
    people: People, client_of: Opens, year: PolicyYear
) -> None:
    assert year.previous is not None
    row = year.policy.indicators.get()
    data = {"indicator": row.pk, "kind": "replaced", "name": "訪れた若手の数", "reason": ""}
    client = client_of(people.owner)
    refused = client.post(base(year) + "become", data)
    assert refused.status_code == 400
    assert "訪れた若手の数" in refused.content.decode()
    assert client.post(base(year) + "become", {**data, "reason": "改めた"}).status_code == 302
    old = year.previous.indicators.get()
    for policy, own, other in ((year.policy, row, old), (year.previous, old, row)):
        words = client.get(f"/policies/{policy.pk}/").content.decode()
        at_indicator = words[words.index(f'id="i{own.pk}"') :].split("</article>")[0]
        assert "差し替え" in at_indicator
        assert f"#i{other.pk}" in at_indicator
        assert "系列" in at_indicator
    add = {"number": "1-2", "name": "来訪者数", "reason": "追加"}
    assert client.post(base(year) + "indicator", add).status_code == 302
    assert "来訪者数" in client.get(base(year)).content.decode()


def test_the_proposed_mark_and_its_reason_stand_beside_the_form(
    people: People, client_of: Opens, year: PolicyYear
) -> None:
    row = year.policy.indicators.get(number="1-1")
    now = year.policy.fiscal_year
    row.values.filter(kind__in=("target", "actual")).delete()
    row.values.create(kind="target", fiscal_year=now, value=10, unit="回", text="10回")
    row.values.create(kind="actual", fiscal_year=now, value=1, unit="回", text="1回")
    owner = client_of(people.owner)
    assert "数値から導かれる評定" not in owner.get(indicator(year)).content.decode()
    owner.post(f"{base(year)}scheme", {"name": "mofa"})
    told = owner.get(indicator(year)).content.decode()
    assert '<ul class="reasons">' in told
    refused = owner.post(indicator(year), {"part": "mark", "mark": "s"})
    assert refused.status_code == 400
    assert "理由を一文で書いてください" in refused.content.decode()
    given = {"part": "mark", "mark": "s", "reason": "会談の質が高かった。"}
    assert owner.post(indicator(year), given).status_code == 302
    told = owner.get(f"/policies/{year.policy_id}/rating/?scheme=mofa").content.decode()
    assert "会談の質が高かった。" in told


def test_what_is_overdue_is_said_until_the_stage_is_done(
    people: People, client_of: Opens, year: PolicyYear
) -> None:
    give = {"stage": "prepare", "organisation": people.ours.pk}
    section, owner = client_of(people.evaluator), client_of(people.owner)
    section.post(base(year) + "deadline", {**give, "due": "2999-01-01"})
    assert "期限超過" not in owner.get(base(year)).content.decode()
    section.post(base(year) + "deadline", {**give, "due": "2020-01-01"})
    for address in (base(year), "/"):
        assert "期限超過" in owner.get(address).content.decode()
    assert "期限超過" not in client_of(people.outsider).get("/").content.decode()
    PolicyYear.objects.update(stage="monitor")
    for address in (base(year), "/"):
        assert "期限超過" not in owner.get(address).content.decode()


def test_rating_and_reflection_of_the_year_before_stand_on_the_page(
    people: People, client_of: Opens, year: PolicyYear
) -> None:
    client = client_of(people.owner)
    PolicyYear.objects.update(reflection="目標を一割上げ、予算に旅費を求める")
    year.policy.ratings.create(scheme="共通区分", scale_value=3, label="相当程度進展あり")
    client.post(f"/policies/{year.policy_id}/year/begin", {"continue": "1"})
    following = PolicyYear.objects.get(previous=year.policy)
    words = client.get(base(following)).content.decode()
    assert "目標を一割上げ、予算に旅費を求める" in words
    assert "相当程度進展あり" in words[words.index('id="rating"') :]
