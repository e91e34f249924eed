"""The engine's proposal for a policy of the register: its rows, corrected as they are, rated."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Prefetch, Q

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.evaluation.models import FromRecord, Policy
from renkei.apps.evaluation.models import Indicator as IndicatorRow
from renkei.apps.evaluation.models import IndicatorValue as ValueRow
from renkei.apps.evaluation.models import QualitativeTarget as TargetRow
from renkei.apps.evaluation.models import Rating as Rated
from renkei.apps.evaluation.selectors import policies
from renkei.core.evaluation.published import MarkCheck, PublishedCheck, check_published
from renkei.core.evaluation.rating import Scheme
from renkei.core.records import (
    Indicator,
    IndicatorValue,
    Rating,
    Record,
    ReferenceIndicator,
    Target,
)
from renkei.core.source import DocumentRef, Evidence
from renkei.core.values import Absence, FiscalYear

_RULE = "register"


def proposal_of(policy: Policy, scheme: Scheme | None = None) -> PublishedCheck:
    """Marks and grade as the figures give them, beside those that people gave.

    Without ``scheme`` by the one to which the given marks belong.
    """
    return check_published(list(_records(policy)), scheme)


def mark_check(indicator: IndicatorRow, scheme: Scheme) -> MarkCheck | None:
    """The mark of one indicator beside what its figures give; None for a reference indicator."""
    marks = proposal_of(indicator.policy, scheme).marks
    return next((each for each in marks if each.indicator.number == indicator.number), None)


def rated(viewer: Viewer) -> list[tuple[Policy, PublishedCheck]]:
    """Every policy that the viewer may see and that bears marks or a rating, held against them."""
    given = Q(pk__in=Rated.objects.values("policy")) | Q(
        pk__in=IndicatorRow.objects.exclude(mark="").values("policy")
    )
    rows = policies(viewer).filter(given).order_by("-fiscal_year", "name", "pk")
    return [(row, proposal_of(row)) for row in rows]


def _records(policy: Policy) -> Iterator[Record]:
    """Every row of the policy that rating looks at, as a record with its evidence."""
    rows = policy.indicators.select_related("field", "record").prefetch_related(
        Prefetch("values", ValueRow.objects.select_related("record")),
        Prefetch("targets", TargetRow.objects.select_related("record")),
    )
    for row in rows:
        yield _indicator(policy, row)
        yield from _values(policy, row)
        yield from _targets(policy, row)
    for rating in policy.ratings.select_related("record"):
        yield Rating(
            evidence=_evidence(policy, rating),
            rule=_RULE,
            scheme=rating.scheme,
            scale_value=rating.scale_value,
            letter=rating.letter or None,
            label=rating.label,
            subject=rating.subject or None,
        )


def _indicator(policy: Policy, row: IndicatorRow) -> Record:
    kind = ReferenceIndicator if row.reference else Indicator
    return kind(
        evidence=_evidence(policy, row),
        rule=_RULE,
        field_no=row.field.number if row.field else None,
        number=row.number,
        name=row.name,
        primary=row.primary,
        measure=row.measure or None,  # type: ignore[arg-type]  # a constraint holds its codes
        mark=row.mark or None,
        mid_term_target_year=row.mid_term_target_year or None,
    )


def _values(policy: Policy, row: IndicatorRow) -> Iterator[IndicatorValue]:
    for value in row.values.all():
        yield IndicatorValue(
            evidence=_evidence(policy, value),
            rule=_RULE,
            number=row.number,
            component=value.component or None,
            fiscal_year=_year(value.fiscal_year),
            kind=value.kind,  # type: ignore[arg-type]  # a constraint holds its codes
            value=value.value,
            unit=value.unit or None,
            text=value.text,
            absence=Absence(value.absence) if value.absence else None,
        )


def _targets(policy: Policy, row: IndicatorRow) -> Iterator[Target]:
    for target in row.targets.all():
        year = _year(target.fiscal_year)
        if year is not None:
            yield Target(
                evidence=_evidence(policy, target),
                rule=_RULE,
                number=row.number,
                fiscal_year=year,
                items=tuple(target.items),
                progress=tuple(target.progress),
            )


def _year(start: int | None) -> FiscalYear | None:
    return None if start is None else FiscalYear(start)


def _evidence(policy: Policy, row: FromRecord) -> Evidence:
    """Where a row was read; line 0 of no document for one that a person entered."""
    record = row.record
    if record is None or policy.document is None:
        return Evidence(document=DocumentRef("", ""), start=0, end=0, line=0, text="")
    ref = DocumentRef(policy.document.name, policy.document.sha256)
    return Evidence(
        document=ref, start=record.start, end=record.end, line=record.line, text=record.text
    )
