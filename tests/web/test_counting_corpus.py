"""The indicator of bilateral talks in the published sheet, counted from a register with its list."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.counting import selectors
from renkei.apps.documents.models import StoredDocument
from renkei.apps.evaluation.models import Indicator
from renkei.apps.register.models import Activity
from tests.register import People

QUESTION = {
    "partners": "米国", "partner_rule": "only", "version": 0,
    "kind": "meeting", "level": ["summit", "foreign_minister"],
}  # fmt: skip


def test_bilateral_talks_with_the_united_states_open_to_their_activities(
    people: People,
    client_of: Callable[[User], Client],
    document: Callable[..., StoredDocument],
    activity: Callable[..., Activity],
    corpus_text: Callable[[str], str],
) -> None:
    document(corpus_text("mofa-monitoring-i-2-fy2021.txt"), "mofa.txt")
    document(corpus_text("defense-white-paper-2021-iii-3-1.txt"), "paper.txt")
    indicator = Indicator.objects.get(number="1-3", policy__document__name="mofa.txt")
    activity(title="日米防衛相会談", level="minister", start="2020-11", partners=["USA"])

    owner = client_of(people.owner)
    page = f"/policies/{indicator.policy_id}/indicators/{indicator.pk}/count/"
    assert owner.post(page, QUESTION).status_code == 302
    years = {one.fiscal_year: one for one in selectors.by_year(people.owner, indicator)}
    # the progress names four calls at the summit and three talks of the foreign minister
    talks = years[2020].told.counted
    assert sorted(str(one.payload["start"]) for one in talks) == [
        "2020-08", "2020-09", "2020-11", "2021-01-27", "2021-01-28", "2021-03", "2021-03-16",
    ]  # fmt: skip
    assert years[2020].entered is not None
    assert years[2020].entered.value == 9
    assert years[2020].differs
    text = owner.get(page + "?year=2020").content.decode()
    counted = text.partition('<ol class="counted">')[2].partition("</ol>")[0]
    assert counted.count("<li>") == 7
    for key in (key for one in talks for key in one.keys):
        assert f'href="/activities/{key}/"' in counted
    assert "日米防衛相会談" in text.partition("数えなかったもの")[2]

    summit = Activity.objects.get(
        partner_codes="USA", level="summit", kind="meeting", fiscal_year=2017
    )
    answer = selectors.answer(
        people.owner, indicator.policy, selectors.asked(indicator.question), 2017
    )
    assert [event.keys for event in answer.counted] == [(str(summit.pk),)]
