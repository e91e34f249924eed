"""Setting the question of an indicator, freezing its answer, citing activities."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from django.db import transaction

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.counting import selectors
from renkei.apps.counting.models import Citation, IndicatorQuestion, KeptCount
from renkei.apps.evaluation.models import Indicator, Policy, QualitativeTarget
from renkei.apps.register.selectors import visible_activities
from renkei.core.errors import ConflictError, UsageError
from renkei.core.evaluation.counting import Kept, Question


@transaction.atomic
def ask(*, by: User, indicator: Indicator, question: Question, version: int) -> IndicatorQuestion:
    """Set the question of an indicator; its fiscal year is that of each figure.

    ``version`` is that of the question on the screen, 0 for none. Raises DeniedError, UsageError
    RK752 when the policy was decided, ConflictError RK502 when somebody set it meanwhile.
    """
    _open_for(by, indicator)
    row = IndicatorQuestion.objects.select_for_update().filter(indicator=indicator).first()
    if (row.version if row else 0) != version:
        raise ConflictError("RK502", name=indicator, user=row.actor if row else "?")
    text = str(replace(question, fiscal_year=None, dates=None))
    row = row or IndicatorQuestion(indicator=indicator, version=0)
    row.text, row.actor, row.version = text, by, row.version + 1
    note_author(row, by, "")
    row.save()
    _tell(by, "ask_indicator", indicator, question=text)
    return row


@transaction.atomic
def take_back(*, by: User, indicator: Indicator) -> None:
    """The indicator counts nothing any more; its history keeps the question."""
    _open_for(by, indicator)
    for row in IndicatorQuestion.objects.filter(indicator=indicator):
        note_author(row, by, "")
        row.delete()
        _tell(by, "unask_indicator", indicator)


def go_on_asking(*, by: User, earlier: Indicator, later: Indicator) -> None:
    """Give the indicator of the next year the question of this year's, if it has one."""
    held = IndicatorQuestion.objects.filter(indicator=earlier).first()
    if held is not None:
        row = IndicatorQuestion(indicator=later, text=held.text, actor=by)
        note_author(row, by, "")
        row.save()


def freeze(*, by: User, policy: Policy, revision: int) -> int:
    """Keep the answers of all questions of a policy that is being decided; how many."""
    rows = [
        _kept(indicator, each, revision)
        for indicator in policy.indicators.filter(question__isnull=False)
        for each in selectors.by_year(by, indicator)
    ]
    KeptCount.objects.bulk_create(rows)
    return len(rows)


@transaction.atomic
def cite(
    *, by: User, target: QualitativeTarget, keys: Iterable[int], item: int | None = None
) -> int:
    """Cite activities that the person may see under the progress of a target; how many are new.

    With ``item`` under this item, counted from 0; what stood under another goes there.
    Raises UsageError RK769 where the target has no such item.
    """
    _open_for(by, target.indicator)
    if item is not None and not 0 <= item < len(target.items):
        raise UsageError("RK769", number=target.indicator.number, item=item + 1)
    wanted = visible_activities(by).filter(
        pk__in=list(keys), marking__lte=target.indicator.policy.marking
    )
    held = set(target.citations.values_list("activity_id", flat=True))
    if item is not None:
        target.citations.filter(activity__in=wanted).update(item=item)
    rows = [
        Citation(target=target, activity=row, item=item, actor=by)
        for row in wanted
        if row.pk not in held
    ]
    Citation.objects.bulk_create(rows)
    cited = [row.activity_id for row in rows]
    _tell(by, "cite", target.indicator, activities=cited, item=item)
    return len(rows)


@transaction.atomic
def uncite(*, by: User, target: QualitativeTarget, key: int) -> None:
    """Cite an activity no more."""
    _open_for(by, target.indicator)
    target.citations.filter(activity_id=key).delete()
    _tell(by, "uncite", target.indicator, activities=[key])


def _open_for(by: User, indicator: Indicator) -> None:
    policy = Policy.objects.select_for_update(of=("self",)).get(pk=indicator.policy_id)
    require(by, "counting.ask", policy)
    if policy.locked:
        raise UsageError("RK752", name=policy)


def _kept(indicator: Indicator, each: selectors.YearCount, revision: int) -> KeptCount:
    kept = Kept.of(each.told)
    return KeptCount(
        indicator=indicator,
        fiscal_year=each.fiscal_year,
        question=kept.question,
        number=kept.number,
        keys=[list(keys) for keys in kept.keys],
        revision=revision,
    )


def _tell(by: User, action: str, indicator: Indicator, **data: object) -> None:
    audit.record(
        actor=by.username,
        action=action,
        object_type="indicator",
        object_id=indicator.pk,
        **data,
    )
