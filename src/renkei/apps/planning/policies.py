"""Writing the policy for a region, a partner or a framework."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.db import transaction

from renkei.apps.accounts.models import Organisation, User
from renkei.apps.planning import papers
from renkei.apps.planning.choices import ARMS, PaperKind, PaperState, SubjectKind
from renkei.apps.planning.models import ArmPolicy, ExchangePolicy, Paper
from renkei.apps.register.choices import CATEGORIES
from renkei.apps.register.models import Partner
from renkei.core import vocabulary
from renkei.core.errors import ConflictError, UsageError
from renkei.core.planning.articles import PURPOSES


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a policy says. ``purposes`` and ``arms`` are texts by code; empty ones are left out."""

    objective: str = ""
    approach: str = ""
    purposes: Mapping[str, str] = field(default_factory=dict)
    topics: Sequence[str] = ()
    means: Sequence[str] = ()
    arms: Mapping[str, str] = field(default_factory=dict)


@transaction.atomic
def begin(
    *,
    by: User,
    title: str,
    subject_kind: SubjectKind,
    subject: str,
    organisation: Organisation | None = None,
    marking: int = 0,
) -> Paper:
    """A draft for a subject that has none of the same marking.

    Raises UsageError RK505 for a subject that nobody knows, ConflictError RK875 for one that has
    a policy which is not replaced yet: that one is revised.
    """
    if not is_known(subject_kind, subject):
        raise UsageError("RK505", what=str(subject_kind), found=subject)
    paper = papers.begin(
        by=by, kind=PaperKind.POLICY, title=title, organisation=organisation, marking=marking
    )
    same = ExchangePolicy.objects.filter(
        subject_kind=subject_kind, subject=subject, paper__marking=marking
    )
    if same.exclude(paper__state=PaperState.REPLACED).exists():
        raise ConflictError("RK875", name=title)
    ExchangePolicy.objects.create(paper=paper, subject_kind=subject_kind, subject=subject)
    return paper


@transaction.atomic
def write(
    *, by: User, paper: Paper, version: int, content: Content, title: str | None = None
) -> ExchangePolicy:
    """What a draft says, as a whole. Raises UsageError RK505 for a code that nobody knows."""
    current = papers.open_draft(by, paper, version)
    policy = current.policy
    policy.objective, policy.approach = content.objective.strip(), content.approach.strip()
    policy.purposes = _told(content.purposes, tuple(PURPOSES), "purpose")
    policy.topics = [topic.strip() for topic in content.topics if topic.strip()]
    policy.means = [code for code in CATEGORIES if code in _known_means(content.means)]
    policy.save()
    policy.arms.all().delete()
    arms = _told(content.arms, ARMS, "service_arm")
    ArmPolicy.objects.bulk_create(
        ArmPolicy(policy=policy, arm=arm, text=text) for arm, text in arms.items()
    )
    if title is not None and title.strip():
        current.title = title.strip()
    papers.wrote(by, current, "write_policy")
    return policy


def is_known(kind: str, subject: str) -> bool:
    """Whether there is such a region, partner or framework."""
    words = vocabulary.load()
    if kind == SubjectKind.REGION:
        return ("region", subject) in words.terms
    if kind == SubjectKind.FRAMEWORK:
        return subject in words.frameworks
    return Partner.objects.filter(pk=subject).exists()


def _told(texts: Mapping[str, str], codes: Sequence[str], what: str) -> dict[str, str]:
    for code in texts:
        if code not in codes:
            raise UsageError("RK505", what=what, found=code)
    return {code: texts[code].strip() for code in codes if texts.get(code, "").strip()}


def _known_means(means: Sequence[str]) -> Sequence[str]:
    for code in means:
        if code not in CATEGORIES:
            raise UsageError("RK505", what="means", found=code)
    return means


def _complete(paper: Paper) -> None:
    policy = paper.policy
    if not (policy.objective and policy.purposes and policy.means):
        raise UsageError("RK877", name=paper.title)


def _copy(old: Paper, new: Paper) -> None:
    policy: ExchangePolicy = old.policy
    arms = list(policy.arms.all())
    policy.pk, policy.paper = None, new
    policy.save()
    for arm in arms:
        arm.pk, arm.policy = None, policy
        arm.save()


papers.CHECKS[PaperKind.POLICY] = _complete
papers.COPIES[PaperKind.POLICY] = _copy
