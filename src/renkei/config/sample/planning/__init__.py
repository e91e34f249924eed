"""Planning of the demonstration: papers in several states, degrees over three years. All our own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from django.db import transaction

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import Organisation, User
from renkei.apps.planning import assessing, basic, papers, policies
from renkei.apps.planning.assessing import Given
from renkei.apps.planning.basic import Words
from renkei.apps.planning.choices import SubjectKind
from renkei.apps.planning.models import Paper
from renkei.apps.planning.policies import Content
from renkei.apps.register.models import Partner
from renkei.config.sample.planning import plan
from renkei.core.planning.weights import FACTORS

FOLDER = Path(__file__).parent
ADOPTER = "見本大臣"


@transaction.atomic
def load(*, by: User, owner: Organisation | None) -> bool:
    """Bring the sample into planning; nothing where there is a paper already."""
    if Paper.objects.exists():
        return False
    _basic(by, owner)
    for one in _read("policies")["policies"]:
        _policy(by, owner, one)
    _priorities(by, owner)
    plan.load(by, owner, _read("plan"))
    return True


def _read(name: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))
    return data


def _basic(by: User, owner: Organisation | None) -> None:
    first, second = _read("basic")["versions"]
    words = [Words(**article) for article in first["articles"]]
    paper = basic.typed(by=by, title=first["title"], articles=words, organisation=owner)
    for one in first["amendments"]:
        _amend(by, paper, one)
    _adopt(by, paper, first)
    draft = papers.revise(
        by=by, paper=_now(paper), version=_now(paper).version, reason=second["reason"]
    )
    for one in second["change"]:
        _write(by, draft, Words(**one), article=draft.articles.get(number=one["number"]))
    for one in second["add"]:
        behind = draft.articles.get(number=one.pop("after"))
        _write(by, draft, Words(**one), after=behind)
    _amend(by, draft, second["amendment"])
    _adopt(by, draft, second)


def _write(by: User, paper: Paper, words: Words, **where: Any) -> None:
    basic.write_article(by=by, paper=paper, version=_now(paper).version, words=words, **where)


def _amend(by: User, paper: Paper, one: dict[str, Any]) -> None:
    told = one | {"day": str(one["day"])}
    basic.add_amendment(by=by, paper=paper, version=_now(paper).version, **told)


def _policy(by: User, owner: Organisation | None, one: dict[str, Any]) -> None:
    paper = policies.begin(
        by=by,
        title=one["title"],
        subject_kind=SubjectKind(one["kind"]),
        subject=one["subject"],
        organisation=owner,
        marking=Marking[one["marking"].upper()],
    )
    _fill(by, paper, one)
    if one["state"] != "draft":
        _adopt(by, paper, one)
    if "next" in one:
        now = _now(paper)
        draft = papers.revise(by=by, paper=now, version=now.version, reason=one["next"]["reason"])
        _fill(by, draft, one | one["next"])
        _adopt(by, draft, one | one["next"])


def _fill(by: User, paper: Paper, one: dict[str, Any]) -> None:
    names = ("objective", "approach", "purposes", "topics", "means", "arms")
    content = Content(**{name: one[name] for name in names if name in one})
    policies.write(by=by, paper=paper, version=_now(paper).version, content=content)


def _adopt(by: User, paper: Paper, one: dict[str, Any]) -> None:
    """Review, and adopt where there is a day."""
    seen = papers.review(
        by=by, paper=paper, version=_now(paper).version, reason="内容を確かめた（見本）"
    )
    if "day" in one:
        reason = one.get("reason", "地域の情勢を踏まえる（見本）")
        papers.adopt(
            by=by, paper=seen, version=seen.version,
            effective_on=one["day"], adopted_by=ADOPTER, reason=reason,
        )  # fmt: skip


def _priorities(by: User, owner: Organisation | None) -> None:
    data = _read("priorities")
    partners = Partner.objects.in_bulk([one["partner"] for one in data["assessments"]])
    for one in data["assessments"]:
        degrees = {
            factor: Given(value, data["grounds"][factor])
            for factor, value in zip(FACTORS, one["degrees"], strict=True)
        }
        assessing.assess(
            by=by, partner=partners[one["partner"]], day=one["day"],
            degrees=degrees, organisation=owner,
        )  # fmt: skip


def _now(paper: Paper) -> Paper:
    return Paper.objects.get(pk=paper.pk)
