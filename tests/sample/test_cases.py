"""The cases of the demonstration: twenty, in every state, led by three organisations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from renkei.apps.accounts import services as accounts
from renkei.apps.committee.models import FollowUp, Session
from renkei.apps.coordination.choices import STATES
from renkei.apps.coordination.models import Case, Item, Lesson, Promise, Request
from renkei.apps.coordination.surroundings import warned
from renkei.apps.register import partners
from renkei.config.commands.demo import make_sample
from renkei.config.sample import cases
from renkei.core import vocabulary


@pytest.fixture
def sample(db: None, home: Path) -> Path:
    partners.sync()
    accounts.sync_organisations(
        (one.code, one.ja, one.en)
        for one in vocabulary.load().organisations.values()
        if not one.until
    )
    make_sample(home, "ja")
    return home


@pytest.mark.usefixtures("sample")
def test_the_demonstration_is_lived_in() -> None:
    assert Case.objects.count() == 20
    assert set(Case.objects.values_list("state", flat=True)) == set(STATES)
    assert Case.objects.values("organisation").distinct().count() == 3
    assert Case.objects.filter(activity__isnull=False).count() == 6
    assert set(Request.objects.values_list("outcome", flat=True)) >= {"", "object", "no_answer"}
    assert {one.open for one in Promise.objects.all()} == {True, False}
    assert Lesson.objects.filter(standing="adopted").count() == 1
    assert Item.objects.count() == 2
    assert cases.load() == 0
    following = Session.objects.filter(closed_at=None).get()
    assert following.matters.filter(ask="adopt", decision="").exists()
    assert FollowUp.objects.filter(done_at=None).exists()
    made = Case.objects.get(title="日越艦艇相互訪問")
    assert "partner_again" in [one.code for one in warned(made.proposed_by, made)]


def test_new_users_of_the_demonstration_get_a_password(sample: Path) -> None:
    kept = sample / "demo.json"
    old = json.loads(kept.read_text())
    kept.write_text(json.dumps({name: old[name] for name in ("desk", "admin")}))
    again = make_sample(sample, "ja")
    assert again["desk"] == old["desk"]
    assert set(again) == set(old)
