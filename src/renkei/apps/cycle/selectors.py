"""Reading the year of a policy. The viewer comes first; nothing above their clearance comes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import may
from renkei.apps.accounts.selectors import Viewer
from renkei.apps.checking import selectors as checking
from renkei.apps.cycle.checklist import POINTS, Point, Sheet
from renkei.apps.cycle.choices import RIGHTS, Stage, Standing, SuccessionKind
from renkei.apps.cycle.models import (
    Deadline,
    MarkReason,
    PolicyYear,
    Step,
    Succession,
    TargetReason,
)
from renkei.apps.evaluation import selectors as evaluation
from renkei.apps.evaluation.models import (
    Indicator,
    IndicatorValue,
    Opinion,
    Policy,
    QualitativeTarget,
)
from renkei.core.errors import RenkeiError, UsageError


@dataclass(frozen=True, slots=True)
class Looked:
    """A point of the checklist: what the machine found and who looked at it."""

    point: Point
    found: list[str]
    who: str
    note: str

    @property
    def by_machine(self) -> bool:
        """Whether a machine looks for something here."""
        return self.point.find is not None


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator in its year, last year's beside it."""

    indicator: Indicator
    target: list[IndicatorValue]
    actual: list[IndicatorValue]
    target_before: list[IndicatorValue]
    actual_before: list[IndicatorValue]
    words: QualitativeTarget | None
    words_before: QualitativeTarget | None
    reason: str
    succession: Succession | None


def year_of(viewer: Viewer, policy: Policy) -> PolicyYear | None:
    """The work on a policy; None where it was not begun, or may not be seen."""
    return _visible(viewer).filter(policy=policy).first()


def may_begin(viewer: Viewer, policy: Policy) -> bool:
    """Whether the viewer may begin to work on this policy."""
    return policy.fiscal_year is not None and may(viewer, "cycle.enter", policy)


def years(viewer: Viewer) -> QuerySet[PolicyYear]:
    """All years of policies that the viewer may open."""
    return _visible(viewer).prefetch_related("deadlines")


def versions(viewer: Viewer, policy: Policy) -> list[Policy]:
    """The policies of one line that the viewer may open, the oldest first."""
    found = {policy.pk}
    while True:
        links = PolicyYear.objects.filter(previous__isnull=False)
        ends = set(links.filter(previous__in=found).values_list("policy_id", flat=True))
        ends |= set(links.filter(policy__in=found).values_list("previous_id", flat=True))
        if ends <= found:
            break
        found |= ends
    seen = evaluation.visible_policies(viewer).filter(pk__in=found)
    return list(seen.order_by("fiscal_year", "pk"))


def other_years(viewer: Viewer, policy: Policy) -> list[Policy]:
    """The versions of a policy and the policies whose indicators went into it or came of it."""
    found = {one.pk for one in versions(viewer, policy)} | {policy.pk}
    rows = Succession.objects.filter(Q(into__in=found) | Q(earlier__policy__in=found))
    joined = {pk for pair in rows.values_list("into_id", "earlier__policy_id") for pk in pair}
    seen = evaluation.visible_policies(viewer).filter(pk__in=found | joined)
    return list(seen.order_by("fiscal_year", "pk"))


def entries(viewer: Viewer, year: PolicyYear) -> list[Entry]:
    """The indicators of a year in order of the sheet."""
    now = year.policy.fiscal_year or 0
    reasons = dict(
        TargetReason.objects.filter(indicator__policy=year.policy, fiscal_year__gte=now)
        .order_by("-fiscal_year")
        .values_list("indicator_id", "reason")
    )
    before = {
        row.later_id: row
        for row in successions(viewer, year.policy)
        if row.standing == Standing.CONFIRMED
    }
    return [
        _entry(row, now, reasons.get(row.pk, ""), before.get(row.pk))
        for row in evaluation.indicators(viewer, year.policy).prefetch_related("values__figure")
    ]


def successions(viewer: Viewer, policy: Policy) -> QuerySet[Succession]:
    """What became of the indicators of other years in this policy."""
    visible = evaluation.visible_policies(viewer).values("pk")
    return Succession.objects.filter(
        into=policy, into__in=visible, earlier__policy__in=visible
    ).select_related("earlier__policy", "later", "actor")


def candidates(viewer: Viewer, policy: Policy) -> QuerySet[Indicator]:
    """Indicators of earlier years of this line or of the same name, which may have gone into it."""
    line = [each.pk for each in versions(viewer, policy)]
    same = Q(policy__in=line) | Q(policy__name=policy.name) | Q(successions__into=policy)
    return (
        Indicator.objects.filter(same, policy__fiscal_year__lt=policy.fiscal_year or 0)
        .filter(policy__in=evaluation.visible_policies(viewer).values("pk"))
        .select_related("policy")
        .order_by("-policy__fiscal_year", "policy", "position", "pk")
        .distinct()
    )


def changed(viewer: Viewer, policy: Policy) -> QuerySet[Succession]:
    """Successions from and into this policy in which an indicator did not simply go on."""
    visible = evaluation.visible_policies(viewer).values("pk")
    return (
        Succession.objects.filter(Q(into=policy) | Q(earlier__policy=policy))
        .filter(into__in=visible, earlier__policy__in=visible)
        .exclude(kind=SuccessionKind.CONTINUED)
        .exclude(standing=Standing.REJECTED)
        .select_related("earlier__policy", "later", "into", "actor")
    )


def checklist(viewer: Viewer, year: PolicyYear) -> list[Looked]:
    """The points that the review of this year goes through."""
    sheet = Sheet(
        year.policy.fiscal_year or 0,
        list(year.policy.fields.all()),
        [one for one in evaluation.indicators(viewer, year.policy) if not one.reference],
        list(evaluation.means(viewer, year.policy)),
    )
    ticks = {
        tick.point: tick
        for tick in year.ticks.filter(revision=year.revision).select_related("actor")
    }
    return [
        Looked(
            point,
            point.find(sheet) if point.find else [],
            str(ticks[point.code].actor) if point.code in ticks else "",
            ticks[point.code].note if point.code in ticks else "",
        )
        for point in POINTS
        if year.full or not point.full_only
    ]


def mark_reasons(viewer: Viewer, policy: Policy) -> dict[str, str]:
    """Why marks are what they are, by the number of the indicator, with who said it."""
    visible = evaluation.visible_policies(viewer).values("pk")
    rows = MarkReason.objects.filter(indicator__policy=policy, indicator__policy__in=visible)
    return {
        row.indicator.number: f"{row.reason}（{row.actor}）"
        for row in rows.select_related("indicator", "actor")
        if row.mark == row.indicator.mark
    }


def opinions(viewer: Viewer, year: PolicyYear) -> QuerySet[Opinion]:
    """The remarks of the outside experts with their answers."""
    visible = evaluation.visible_policies(viewer).values("pk")
    return Opinion.objects.filter(policy=year.policy, policy__in=visible).select_related(
        "answer__actor"
    )


def steps(viewer: Viewer, year: PolicyYear) -> QuerySet[Step]:
    """What happened in this year, the latest first."""
    return Step.objects.filter(year=year, year__in=_visible(viewer)).select_related("actor")


def deadlines(user: User) -> list[Deadline]:
    """What the user's organisation owes and what the user may do, the most urgent first."""
    rows = Deadline.objects.filter(year__in=_visible(user)).select_related(
        "year__policy", "organisation"
    )
    order = [str(stage) for stage in Stage]
    return [
        row
        for row in rows
        if order.index(row.year.stage) <= order.index(row.stage)
        and row.stage in RIGHTS
        and (
            row.organisation_id == user.organisation_id
            or may(user, RIGHTS[Stage(row.stage)], row.year.policy)
        )
    ]


def before(viewer: Viewer, year: PolicyYear) -> PolicyYear | None:
    """The year that this one continues, for what is said beside; None where there was no work."""
    return None if year.previous is None else year_of(viewer, year.previous)


def lacks_evaluation(year: PolicyYear) -> bool:
    """Whether no year of the basic plan is one of full evaluation."""
    return year.plan_start is not None and not year.evaluation_years


def missing(viewer: Viewer, year: PolicyYear) -> Iterator[RenkeiError]:
    """What is still to be done before the stage of a year is done."""
    if year.stage in (Stage.PREPARE, Stage.MONITOR):
        yield from _unentered(viewer, year)
    elif year.stage == Stage.SELF_EVALUATION:
        if not year.policy.ratings.filter(subject="").exclude(reason="").exists():
            yield UsageError("RK763")
    elif year.stage == Stage.REVIEW:
        left = sum(not looked.who for looked in checklist(viewer, year))
        if left:
            yield UsageError("RK764", number=left)
    elif year.stage == Stage.EXPERTS:
        unanswered = year.policy.opinions.filter(answer__isnull=True).count()
        if unanswered:
            yield UsageError("RK765", number=unanswered)
    elif year.stage == Stage.DECISION:
        yield from _open_errors(viewer, year)
    elif year.stage == Stage.REFLECTION and not year.reflection:
        yield UsageError("RK767")


def snapshot(year: PolicyYear) -> dict[str, object]:
    """What the sheet says, to be kept with its decision."""
    values = IndicatorValue.objects.filter(indicator__policy=year.policy)
    return {
        "ratings": list(year.policy.ratings.values("scheme", "scale_value", "label", "reason")),
        "marks": list(year.policy.indicators.values("number", "name", "mark")),
        "values": [
            [each.indicator.number, each.kind, each.fiscal_year, each.component, each.text]
            for each in values.select_related("indicator")
        ],
    }


def _visible(viewer: Viewer) -> QuerySet[PolicyYear]:
    visible = evaluation.visible_policies(viewer).values("pk")
    return PolicyYear.objects.filter(policy__in=visible).select_related(
        "policy__organisation", "previous"
    )


def _entry(row: Indicator, now: int, reason: str, succession: Succession | None) -> Entry:
    def of(kind: str, year: int) -> list[IndicatorValue]:
        return [v for v in row.values.all() if v.kind == kind and v.fiscal_year == year]

    words = {target.fiscal_year: target for target in row.targets.all()}
    return Entry(
        indicator=row,
        target=of("target", now),
        actual=of("actual", now),
        target_before=of("target", now - 1),
        actual_before=of("actual", now - 1),
        words=words.get(now),
        words_before=words.get(now - 1),
        reason=reason,
        succession=succession,
    )


def _unentered(viewer: Viewer, year: PolicyYear) -> Iterator[RenkeiError]:
    told = [entry for entry in entries(viewer, year) if not entry.indicator.reference]
    if year.stage == Stage.PREPARE:
        code, lacking = "RK761", [e for e in told if not (e.target or e.words) or not e.reason]
    else:
        code = "RK762"
        lacking = [e for e in told if not e.actual and not (e.words and e.words.progress)]
    if lacking:
        yield UsageError(code, numbers="、".join(e.indicator.number for e in lacking))


def _open_errors(viewer: Viewer, year: PolicyYear) -> Iterator[RenkeiError]:
    document = year.policy.document
    if document is None or checking.clearance(viewer, document) is not None:
        return
    left = checking.open_errors(viewer, document)
    if left:
        yield UsageError("RK766", number=len(left))
