"""Bringing the register to other groups of sources: joining, splitting, and the fields of both."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from django.db.models import Count
from simple_history.utils import bulk_create_with_history, bulk_update_with_history

from renkei.apps.accounts.authorship import note_author
from renkei.apps.accounts.models import User
from renkei.apps.documents.models import StoredDocument
from renkei.apps.register import conflicts, partners
from renkei.apps.register.link_models import ConflictDecision
from renkei.apps.register.models import Activity, ActivitySource, Partner
from renkei.apps.register.values import FIELDS, NUMBERS, TEXTS, fill, from_payload
from renkei.core.linking import merged

COLUMNS = [
    *TEXTS, *NUMBERS, "partner_codes", "start_day", "end_day", "sort_day", "sort_year",
    "search_text", "version",
]  # fmt: skip
_TOLD = [*TEXTS, *NUMBERS, "partner_codes"]
Group = Sequence[ActivitySource]


def apply(groups: Sequence[Group], by: User, reason: str) -> None:
    """Make each group of sources, in order of their documents, the sources of one activity.

    Of several activities the one that a person touched stays, else the oldest. Fields of touched
    activities are never changed.
    """
    claimed = _claims(groups)
    before = {source.activity_id: source.activity for group in groups for source in group}
    kept = {activity.pk for activity in claimed if activity is not None}
    made = iter(
        make([g for g, activity in zip(groups, claimed, strict=True) if not activity], by, reason)
    )
    decided = set(ConflictDecision.objects.values_list("activity_id", flat=True))
    touched: set[int] = set()
    for group, activity in zip(groups, claimed, strict=True):
        touched |= _move(group, activity or next(made), decided)
    for pk, activity in before.items():
        if pk not in kept:
            note_author(activity, by, reason)
            activity.delete()
    compose([g for g in groups if len(g) > 1 or g[0].activity_id in touched], by, reason)


def compose(groups: Collection[Group], by: User, reason: str) -> None:
    """Set the fields of untouched activities to what their sources and decisions say."""
    conflicts.note(groups)
    decided: dict[int, dict[str, ConflictDecision]] = {}
    for decision in ConflictDecision.objects.all():
        decided.setdefault(decision.activity_id, {})[decision.field] = decision
    wanted = [
        (group[0].activity, _values(group, decided.get(group[0].activity_id, {})))
        for group in groups
        if not group[0].activity.touched
    ]
    names = partners.names_of({code for _, values in wanted for code in values["partners"]})
    changed: list[Activity] = []
    for activity, values in wanted:
        old = [getattr(activity, name) for name in _TOLD]
        fill(activity, values, partners.searched(values["partners"], names))
        if old == [getattr(activity, name) for name in _TOLD]:
            continue
        if set(old[_TOLD.index("partner_codes")].split(";")) != set(values["partners"]):
            activity.partners.set(Partner.objects.filter(pk__in=values["partners"]))
        activity.version += 1
        changed.append(activity)
    bulk_update_with_history(
        changed, Activity, COLUMNS, default_user=by, default_change_reason=reason, batch_size=50
    )


def of_several_documents(activities: Iterable[Activity]) -> set[int]:
    """Keys of those among ``activities`` that more than one document tells of."""
    rows = Activity.objects.filter(pk__in={activity.pk for activity in activities})
    counted = rows.annotate(documents=Count("sources__record__document", distinct=True))
    return set(counted.filter(documents__gt=1).order_by().values_list("pk", flat=True))


def _values(group: Group, decided: Mapping[str, ConflictDecision]) -> dict[str, Any]:
    payloads = [source.record.payload for source in group]
    told = merged(payloads, FIELDS)
    for name, decision in decided.items():
        if decision.pinned or any(payload.get(name) == decision.value for payload in payloads):
            told[name] = decision.value
    return from_payload(told)


def _claims(groups: Sequence[Group]) -> list[Activity | None]:
    """The activity that stays for each group; None where one has to be made."""
    taken: set[int] = set()
    claimed: list[Activity | None] = []
    for group in groups:
        there = {source.activity_id: source.activity for source in group}
        free = [activity for pk, activity in there.items() if pk not in taken]
        best = min(free, key=lambda activity: (not activity.touched, activity.pk), default=None)
        if best is not None:
            taken.add(best.pk)
        claimed.append(best)
    return claimed


def make(groups: Sequence[Group], by: User, reason: str) -> list[Activity]:
    """New activities for ``groups``, without their sources yet."""
    documents = StoredDocument.objects.only("organisation_id", "marking").in_bulk(
        [group[0].record.document_id for group in groups]
    )
    rows = []
    for group in groups:
        document = documents[group[0].record.document_id]
        activity = Activity(organisation_id=document.organisation_id, marking=document.marking)
        fill(activity, _values(group, {}), [])
        rows.append(activity)
    if not rows:
        return []
    made: list[Activity] = bulk_create_with_history(
        rows, Activity, default_user=by, default_change_reason=reason
    )
    for activity in made:
        activity.partners.set(
            Partner.objects.filter(pk__in=[c for c in activity.partner_codes.split(";") if c])
        )
    return made


def _move(group: Group, target: Activity, decided: set[int]) -> set[int]:
    """Give the sources of ``group`` to ``target``; the activities that have others than before."""
    moved = [source for source in group if source.activity_id != target.pk]
    left = {source.activity_id: source.activity for source in moved}
    for old in left.values():
        if target.organisation_id is None and old.organisation_id is not None:
            target.organisation_id = old.organisation_id
            Activity.objects.filter(pk=target.pk).update(organisation=old.organisation_id)
        if old.pk in decided:
            there = set(target.decisions.values_list("field", flat=True))
            old.decisions.exclude(field__in=there).update(activity=target)
    if moved:
        ActivitySource.objects.filter(pk__in=[s.pk for s in moved]).update(activity=target)
    for source in group:
        source.activity = target
    return {*left, target.pk} if moved else set()
