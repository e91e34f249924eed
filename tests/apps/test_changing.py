"""Indicators of the next year: renamed, replaced, ended, added; the old ones stay readable."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from renkei.apps.cycle import changing, continuing, selectors
from renkei.apps.cycle.models import PolicyYear
from renkei.apps.documents.services import ingest
from renkei.apps.evaluation.models import Indicator, Policy
from renkei.core.errors import ConflictError, DeniedError, RenkeiError, UsageError
from tests.register import People


@pytest.fixture
def year(people: People) -> PolicyYear:
    policy = Policy.objects.create(name="見本の施策", fiscal_year=2024, organisation=people.ours)
    for number in ("1-1", "1-2"):
        row = policy.indicators.create(number=number, name=f"研修の回数{number}")
        row.values.create(kind="actual", fiscal_year=2024, value=6, unit="回", text="6回")
    return continuing.continue_policy(by=people.owner, policy=policy)


def of(year: PolicyYear, number: str) -> Indicator:
    return year.policy.indicators.get(number=number)


def test_a_replaced_one_begins_without_figures_and_the_old_keeps_its(
    people: People, year: PolicyYear
) -> None:
    changing.become(
        by=people.owner, year=year, indicator=of(year, "1-1"), kind="replaced",
        name="訪れた若手の数", reason="対象を改めた",
    )  # fmt: skip
    row = of(year, "1-1")
    assert (row.name, row.values.count()) == ("訪れた若手の数", 0)
    assert year.previous is not None
    old = year.previous.indicators.get(number="1-1")
    assert (old.name, old.values.get().text) == ("研修の回数1-1", "6回")
    (told,) = selectors.changed(people.owner, year.policy)
    assert (told.earlier, told.later, told.kind, told.reason) == (
        old, row, "replaced", "対象を改めた",
    )  # fmt: skip


def test_a_renamed_one_keeps_its_series_and_an_ended_one_is_told(
    people: People, year: PolicyYear
) -> None:
    give = {"by": people.owner, "year": year, "reason": "表記を改めた"}
    changing.become(indicator=of(year, "1-1"), kind="renamed", name="研修の数", **give)
    changing.become(indicator=of(year, "1-2"), kind="ended", **give)
    assert of(year, "1-1").values.get().text == "6回"
    assert not year.policy.indicators.filter(number="1-2").exists()
    kinds = {row.kind: row.later for row in selectors.changed(people.owner, year.policy)}
    assert kinds == {"renamed": of(year, "1-1"), "ended": None}


def test_what_cannot_be_is_told_and_nothing_is_lost(people: People, year: PolicyYear) -> None:
    def code(call: Callable[..., object], **give: object) -> str:
        with pytest.raises(RenkeiError) as told:
            call(**{"by": people.owner, "year": year, "reason": "対象を改めた", **give})
        return told.value.code

    row = of(year, "1-1")
    assert code(changing.become, indicator=row, kind="replaced", name=" ") == "RK825"
    assert code(changing.become, indicator=row, kind="split", name="別") == "RK824"
    assert code(changing.become, indicator=row, kind="ended", reason=" ") == "RK757"
    assert code(changing.add, number="1-1", name="別の指標") == "RK827"
    with pytest.raises(DeniedError):
        changing.become(
            by=people.colleague, year=year, indicator=row, kind="ended", reason="終えた"
        )
    PolicyYear.objects.update(stage="monitor")
    assert code(changing.become, indicator=row, kind="ended") == "RK826"
    PolicyYear.objects.update(stage="publication")
    assert code(changing.become, indicator=row, kind="ended") == "RK752"
    assert row.values.get().text == "6回"
    assert not selectors.changed(people.owner, year.policy).exists()


def test_a_new_one_stands_with_its_reason_in_the_history(people: People, year: PolicyYear) -> None:
    row = changing.add(by=people.owner, year=year, number="1-3", name="来訪者数", reason="追加")
    assert of(year, "1-3") == row
    with pytest.raises(ConflictError, match="RK827"):
        changing.add(by=people.owner, year=year, number="1-3", name="来訪者数", reason="追加")
    with pytest.raises(UsageError, match="RK757"):
        changing.add(by=people.owner, year=year, number="1-4", name="来訪者数", reason="")


def test_indicator_2_5_of_the_published_evaluation_is_replaced_and_both_stay(
    people: People, corpus_path: Callable[[str], Path]
) -> None:
    path = corpus_path("mofa-evaluation-ii-1-fy2021.txt")
    ingest(name=path.name, data=path.read_bytes(), by=people.administrator)
    old = Policy.objects.get()
    year = continuing.continue_policy(by=people.administrator, policy=old)
    before = old.indicators.get(number="2-5")
    printed = list(before.values.order_by("pk").values_list("kind", "fiscal_year", "text"))
    assert len(printed) == 7
    changing.become(
        by=people.administrator, year=year, indicator=of(year, "2-5"), kind="replaced",
        name="経済安全保障", measure="qualitative", reason="設定を終え、別の指標を置く",
    )  # fmt: skip
    before.refresh_from_db()
    now = list(before.values.order_by("pk").values_list("kind", "fiscal_year", "text"))
    assert now == printed
    after = of(year, "2-5")
    assert (after.name, after.measure, after.values.count()) == ("経済安全保障", "qualitative", 0)
    for policy in (old, year.policy):
        (told,) = selectors.changed(people.administrator, policy)
        assert (told.earlier, told.later, told.kind) == (before, after, "replaced")
