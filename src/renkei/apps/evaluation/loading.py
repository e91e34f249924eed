"""Policies with their indicators, means, budgets and ratings from the records of a document."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from django.db import models
from simple_history.utils import bulk_create_with_history

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import User
from renkei.apps.documents.loading import Unloaded
from renkei.apps.documents.models import ReadingProposal, SourceRecord, StoredDocument
from renkei.apps.evaluation import heading, rereading
from renkei.apps.evaluation.models import (
    FromRecord,
    Indicator,
    Means,
    MeansAmount,
    Policy,
    PolicyField,
)
from renkei.apps.evaluation.rows import OF_INDICATOR, ROWS, problem
from renkei.apps.evaluation.services import CORRECTABLE

READ = "read"
DECIDED = "policy_decided"
"""Why something is not taken over: the sheet was decided before it was read so."""
_NAME_LENGTH = 300


class EvaluationLoader:
    """One evaluation document describes one policy; every record of it is one row."""

    def load(
        self, document: StoredDocument, records: Sequence[SourceRecord], by: User
    ) -> Sequence[Unloaded]:
        """Make the policy if there is none yet, then rows of new records."""
        mine = [record for record in records if record.type in ROWS]
        if not mine:
            return []
        policy = _policy(document, mine, by)
        return _Loading(policy, by).load(mine) if not policy.locked else _too_late(mine)

    def refresh(
        self, document: StoredDocument, records: Sequence[SourceRecord], by: User
    ) -> Sequence[Unloaded]:
        """Bring untouched rows up to what is read now; make those that could not be made before."""
        mine = [record for record in records if record.type in ROWS]
        if not mine:
            return []
        policy = _policy(document, mine, by)
        if policy.locked:
            return _only_propose(mine)
        loading = _Loading(policy, by)
        fresh: list[SourceRecord] = []
        unloaded: list[Unloaded] = []
        for record in mine:
            model, columns_of = ROWS[record.type]
            row = _rows(model).filter(record=record).first()
            if row is None:
                fresh.append(record)
                continue
            if cast(FromRecord, row).touched:
                rereading.propose(record, row)
                continue
            columns = columns_of(record.payload)
            reason = problem(model, columns)
            if reason:
                unloaded.append(Unloaded(record, reason))
                continue
            _overwrite(row, columns, by)
            loading.amounts_again(row, record)
        return unloaded + loading.load(fresh)

    def withdraw(self, records: Sequence[SourceRecord], by: User) -> set[int]:
        """Delete rows of ``records``; a touched row, and an indicator with one, stays."""
        kept: set[int] = set()
        for name in reversed(ROWS):
            model, _ = ROWS[name]
            mine = [record for record in records if record.type == name]
            for row in _rows(model).filter(record__in=mine):
                if _is_held(row):
                    kept.add(cast(int, cast(FromRecord, row).record_id))
                    continue
                note_author(row, by, "read_no_more")
                row.delete()
        return kept

    def reject(self, record: SourceRecord, by: User, reason: str) -> None:
        """A sheet stays as it was read; the verdict says which of its rows were found wrong."""

    def restore(self, record: SourceRecord, by: User, reason: str) -> None:
        """Nothing was taken away."""

    def adopt(self, proposal: ReadingProposal, by: User, reason: str) -> None:
        """Correct the row of the record to what is read now."""
        rereading.adopt(proposal, by, reason)


def _rows(model: type[models.Model]) -> Any:
    return model._default_manager


def _too_late(records: Iterable[SourceRecord]) -> list[Unloaded]:
    """What was read of a sheet that was decided; it becomes a row when the year is open again."""
    return [Unloaded(record, DECIDED) for record in records]


def _only_propose(records: Iterable[SourceRecord]) -> list[Unloaded]:
    """A decided sheet stays as it was decided: what a person may correct is proposed, the rest told."""
    late: list[SourceRecord] = []
    for record in records:
        model, _ = ROWS[record.type]
        row = _rows(model).filter(record=record).first()
        if row is not None and model in CORRECTABLE:
            rereading.propose(record, row)
        else:
            late.append(record)
    return _too_late(late)


def _is_held(row: Any) -> bool:
    policy = row.indicator.policy if hasattr(row, "indicator") else row.policy
    if row.touched or policy.locked:
        return True
    if isinstance(row, Indicator):
        return row.values.exists() or row.targets.exists()
    return False


def _overwrite(row: Any, columns: dict[str, Any], by: User) -> None:
    for name, value in columns.items():
        setattr(row, name, value)
    if hasattr(row, "version"):
        row.version += 1
    note_author(row, by, "read_again")
    row.save()


def _policy(document: StoredDocument, records: Sequence[SourceRecord], by: User) -> Policy:
    """The policy of the document, with its year where the sheet tells one."""
    policy = Policy.objects.filter(document=document).first()
    year = heading.fiscal_year(records)
    if policy is not None and (policy.fiscal_year is not None or year is None):
        return policy
    policy = policy or Policy(
        name=(heading.name(records) or document.title or document.name)[:_NAME_LENGTH],
        document=document,
        organisation_id=document.organisation_id,
        marking=document.marking,
    )
    policy.fiscal_year = year
    note_author(policy, by, READ)
    policy.save()
    return policy


class _Loading:
    """One load into one policy: remembers fields, indicators and means by number."""

    def __init__(self, policy: Policy, by: User) -> None:
        self.policy = policy
        self.by = by
        self.fields = {field.number: field for field in policy.fields.all()}
        self.indicators = {row.number: row for row in policy.indicators.all()}
        self.unloaded: list[Unloaded] = []

    def load(self, records: Sequence[SourceRecord]) -> list[Unloaded]:
        """Make the rows of ``records``, type by type so that indicators come before values."""
        self._make_fields(records)
        for name in ROWS:
            mine = [record for record in records if record.type == name]
            if not mine:
                continue
            rows = list(self._built(name, mine))
            model, _ = ROWS[name]
            if hasattr(model, "history"):
                saved = bulk_create_with_history(
                    rows, model, default_user=self.by, default_change_reason=READ
                )
            else:
                saved = _rows(model).bulk_create(rows)
            if model is Means:
                self._make_amounts(saved)
        return self.unloaded

    def amounts_again(self, row: Any, record: SourceRecord) -> None:
        """Replace the yearly amounts of a means that is read otherwise now."""
        if isinstance(row, Means):
            row.amounts.all().delete()
            row.record = record
            self._make_amounts([row])

    def _make_fields(self, records: Iterable[SourceRecord]) -> None:
        for record in records:
            number = record.payload.get("field_no")
            name = record.payload.get("field_name", "")
            if number is None:
                continue
            if number not in self.fields:
                self.fields[number] = PolicyField.objects.create(
                    policy=self.policy, number=number, name=name[:_NAME_LENGTH]
                )
            elif name and not self.fields[number].name:
                self.fields[number].name = name[:_NAME_LENGTH]
                self.fields[number].save(update_fields=["name"])

    def _built(self, name: str, records: Sequence[SourceRecord]) -> Iterable[models.Model]:
        model, columns_of = ROWS[name]
        columns_there = {field.name for field in model._meta.get_fields()}
        for position, record in enumerate(records, start=1):
            columns = columns_of(record.payload)
            reason = problem(model, columns)
            owner, missing = self._owner(name, record)
            reason = reason or missing
            if model is Indicator and not reason and columns["number"] in self.indicators:
                reason = "indicator_twice"
            if reason:
                self.unloaded.append(Unloaded(record, reason))
                continue
            if "position" in columns_there:
                columns["position"] = min(position, 32767)
            row = model(record=record, **owner, **columns)
            if isinstance(row, Indicator):
                self.indicators[row.number] = row
            yield row

    def _owner(self, name: str, record: SourceRecord) -> tuple[dict[str, Any], str]:
        """The foreign keys of the row, or the reason why one is missing."""
        if name in OF_INDICATOR:
            indicator = self.indicators.get(record.payload[OF_INDICATOR[name]])
            if indicator is None:
                return {}, "indicator_unknown"
            return {"indicator": indicator}, ""
        owner: dict[str, Any] = {"policy": self.policy}
        if name in ("indicator", "reference_indicator", "means"):
            owner["field"] = self.fields.get(record.payload.get("field_no"))
        return owner, ""

    def _make_amounts(self, means: Iterable[Means]) -> None:
        MeansAmount.objects.bulk_create(
            MeansAmount(
                means=row,
                fiscal_year=amount["fiscal_year"],
                budget_yen=amount.get("budget_yen"),
                executed_yen=amount.get("executed_yen"),
                printed_unit=amount["printed_unit"],
            )
            for row in means
            if row.record is not None
            for amount in row.record.payload.get("amounts", [])
        )
