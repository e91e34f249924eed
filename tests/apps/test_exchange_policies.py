"""Policies of regions and partners: what they say, which one holds on a day, who sees it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from renkei.apps.planning import in_force, papers, policies, selectors
from renkei.apps.planning.choices import SubjectKind
from renkei.apps.planning.models import Paper
from renkei.apps.planning.policies import Content
from renkei.core.errors import ConflictError, DeniedError, UsageError
from tests.register import People

Make = Callable[..., Paper]
WHOLE = Content(
    objective="協力を深める",
    purposes={"co_operation": "海上の安全"},
    means=["unit", "high_level"],
    topics=["災害救援", " ", "海洋"],
    arms={"maritime": "寄港を重ねる", "air": ""},
)


@pytest.fixture
def make(people: People) -> Make:
    """A policy, in force from ``day`` if there is one."""

    def one(
        kind: str, subject: str, day: date | None = None, marking: int = 0, content: Content = WHOLE
    ) -> Paper:
        paper = policies.begin(
            by=people.administrator, title=f"{subject}の方針", subject_kind=SubjectKind(kind),
            subject=subject, organisation=people.ours, marking=marking,
        )  # fmt: skip
        policies.write(by=people.administrator, paper=paper, version=1, content=content)
        paper.refresh_from_db()
        return adopt(people, paper, day) if day else paper

    return one


def adopt(people: People, paper: Paper, day: date) -> Paper:
    by = people.administrator
    seen = papers.review(by=by, paper=paper, version=paper.version, reason="確認")
    return papers.adopt(
        by=by, paper=seen, version=seen.version, effective_on=day, adopted_by="大臣", reason="決裁"
    )


DAY = date(2021, 4, 1)


def test_what_was_written_is_kept_in_the_order_of_the_codes(make: Make) -> None:
    policy = make("partner", "NZL").policy
    assert policy.means == ["high_level", "unit"]
    assert policy.topics == ["災害救援", "海洋"]
    assert [(row.arm, row.text) for row in policy.arms.all()] == [("maritime", "寄港を重ねる")]


def test_a_country_without_a_policy_inherits_its_regions(people: People, make: Make) -> None:
    region = make("region", "OCEANIA", DAY)
    held = in_force.policy_for(people.owner, "NZL", date(2022, 1, 1))
    assert held is not None
    assert (held.policy.paper, held.inherited) == (region, True)
    own = make("partner", "NZL", date(2022, 4, 1))
    assert in_force.policy_for(people.owner, "NZL", date(2022, 3, 31)) == held
    now = in_force.policy_for(people.owner, "NZL", date(2022, 4, 1))
    assert now is not None
    assert (now.policy.paper, now.inherited) == (own, False)
    assert in_force.policy_for(people.owner, "CHL", date(2022, 4, 1)) is None


def test_before_its_day_and_as_a_draft_a_policy_does_not_hold(people: People, make: Make) -> None:
    make("partner", "NZL", DAY)
    make("partner", "CHL")
    assert in_force.means_foreseen(people.owner, "NZL", date(2021, 3, 31)) is None
    assert in_force.means_foreseen(people.owner, "CHL", DAY) is None
    assert in_force.means_foreseen(people.owner, "NZL", DAY) == {"high_level", "unit"}


def test_the_old_version_holds_until_the_day_of_the_new_one(people: People, make: Make) -> None:
    old = make("partner", "NZL", DAY)
    by = people.administrator
    new = papers.revise(by=by, paper=old, version=old.version, reason="見直し")
    assert new.policy.arms.get().text == "寄港を重ねる"
    policies.write(by=by, paper=new, version=1, content=Content(
        objective="更に", purposes={"co_operation": "海"}, means=["information"]
    ))  # fmt: skip
    new.refresh_from_db()
    adopt(people, new, date(2023, 4, 1))
    assert in_force.means_foreseen(by, "NZL", date(2023, 3, 31)) == {"high_level", "unit"}
    assert in_force.means_foreseen(by, "NZL", date(2023, 4, 1)) == {"information"}


def test_a_body_of_a_framework_inherits_from_it(people: People, make: Make) -> None:
    make("framework", "ADMM-Plus", DAY)
    held = in_force.policy_for(people.owner, "ADMM-Plus/EWG", DAY)
    assert held is not None
    assert held.inherited


def test_a_policy_above_the_clearance_does_not_hold_for_ones_eyes(
    people: People, make: Make
) -> None:
    open_one = make("region", "OCEANIA", DAY)
    inside = make("partner", "NZL", DAY, marking=1)
    for viewer, paper in ((people.owner, inside), (people.outsider, open_one)):
        held = in_force.policy_for(viewer, "NZL", DAY)
        assert held is not None
        assert held.policy.paper == paper


def test_an_attache_sees_accredited_partners_and_their_regions(people: People, make: Make) -> None:
    region, own = make("region", "OCEANIA", marking=1), make("partner", "NZL", marking=1)
    make("partner", "CHL", marking=1)
    make("region", "EUROPE", marking=1)
    assert set(selectors.policies(people.attache)) == {region, own}
    assert len(selectors.policies(people.colleague)) == 4


def test_a_subject_has_one_policy_that_is_revised(people: People, make: Make) -> None:
    make("partner", "NZL")
    with pytest.raises(ConflictError, match="RK875"):
        make("partner", "NZL")


@pytest.mark.parametrize(
    ("kind", "subject"), [("partner", "XXX"), ("region", "MOON"), ("framework", "NONE")]
)
def test_a_subject_nobody_knows_is_refused(make: Make, kind: str, subject: str) -> None:
    with pytest.raises(UsageError, match="RK505"):
        make(kind, subject)


def test_unknown_codes_are_refused_and_nothing_is_written(people: People, make: Make) -> None:
    paper = make("partner", "NZL")
    for bad in (
        Content(means=["post"]),
        Content(purposes={"fun": "x"}),
        Content(arms={"sea": "x"}),
    ):
        with pytest.raises(UsageError, match="RK505"):
            policies.write(by=people.administrator, paper=paper, version=paper.version, content=bad)
    assert Paper.objects.get().policy.objective == "協力を深める"


def test_an_incomplete_policy_is_not_reviewed(people: People, make: Make) -> None:
    paper = make("partner", "NZL", content=Content(objective="だけ"))
    with pytest.raises(UsageError, match="RK877"):
        papers.review(by=people.planner, paper=paper, version=paper.version, reason="見た")


@pytest.mark.parametrize("name", ["colleague", "outsider", "attache", "decider"])
def test_others_do_not_write(people: People, make: Make, name: str) -> None:
    paper = make("partner", "NZL")
    with pytest.raises(DeniedError):
        policies.write(by=getattr(people, name), paper=paper, version=paper.version, content=WHOLE)
    with pytest.raises(DeniedError):
        policies.begin(
            by=getattr(people, name), title="別", subject_kind=SubjectKind.PARTNER, subject="CHL",
            organisation=people.ours,
        )  # fmt: skip
