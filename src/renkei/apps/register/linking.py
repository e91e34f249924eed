"""Activities that several documents tell of: found anew whenever one of their records changes.

What counts is decided in renkei.core.linking; here the records around a change are gathered,
settled, and the register is brought to what came out (regrouping.py). The outcome depends on the
records and on what people decided, not on the order in which documents came.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Max, Min, Q

from renkei.apps.accounts.models import User
from renkei.apps.documents.models import SourceRecord, StoredDocument
from renkei.apps.register import regrouping
from renkei.apps.register.conflicts import BATCH, batches
from renkei.apps.register.link_models import APART, BY_PEOPLE, JOINED, RecordLink
from renkei.apps.register.models import Activity, ActivitySource
from renkei.core.linking import Decided, Facts, Node, Pair, Settled, settle
from renkei.core.linking.comparison import compare

Key = tuple[str, int, str]
"""Hash of the document, offset and id of a record: an order that no reading changes."""
YEAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Every record that could be one event with those of a change, and where it is now.

    ``members`` lists the records behind a node: one document may tell of one day twice.
    """

    nodes: list[Node[Key]]
    members: dict[Key, list[ActivitySource]]
    decided: Decided[Key]


def settle_document(document: StoredDocument, by: User) -> None:
    """Link what a reading of ``document`` changed with what other documents tell."""
    others = SourceRecord.objects.filter(type="activity").exclude(document=document)
    if others.exists():
        own = ActivitySource.objects.filter(record__document=document)
        settle_around(set(own.values_list("activity_id", flat=True)), by)


def settle_around(seeds: Collection[int], by: User, reason: str = "linked") -> None:
    """Bring the activities ``seeds`` and all that could be one with them to what holds now."""
    around = _neighbourhood(seeds)
    told = settle(around.nodes, around.decided)
    told = _without_forbidden(told, around)
    groups = [
        [source for key in sorted(group) for source in around.members[key]]
        for group in [*told.groups, *_alone(told, around)]
    ]
    regrouping.apply(groups, by, reason)
    _write_links(told, around)


def _neighbourhood(seeds: Collection[int]) -> Neighbourhood:
    found = list(_sources_of(set(seeds) | _near(seeds)))
    hashes = dict(
        StoredDocument.objects.filter(
            pk__in={source.record.document_id for source in found}
        ).values_list("pk", "sha256")
    )
    members: dict[Key, list[ActivitySource]] = defaultdict(list)
    first: dict[tuple[int, int, Facts], Key] = {}
    nodes: list[Node[Key]] = []
    by_record: dict[int, Key] = {}
    keyed = [(_key(source.record, hashes), source) for source in found]
    for key, source in sorted(keyed, key=lambda item: item[0]):
        facts = Facts.of(source.record.payload)
        same = (source.record.document_id, source.activity_id, facts)
        exact = facts.start is not None and facts.start.day is not None
        node = first.setdefault(same, key) if exact else key
        if node == key:
            nodes.append(Node(key, source.record.document_id, facts))
        members[node].append(source)
        by_record[source.record_id] = node
    return Neighbourhood(nodes, members, _decided(by_record))


def _key(record: SourceRecord, hashes: dict[int, str]) -> Key:
    return hashes[record.document_id], record.start, record.record_id


def _near(seeds: Collection[int]) -> set[int]:
    """Activities with a partner of the seeds in common, or both without, within a year."""
    codes: set[str] = set()
    days: list[tuple[object, object]] = []
    through = Activity.partners.through.objects
    for some in batches(seeds):
        codes.update(through.filter(activity__in=some).values_list("partner_id", flat=True))
        span = Activity.objects.filter(pk__in=some).aggregate(Min("start_day"), Max("start_day"))
        days.append((span["start_day__min"], span["start_day__max"]))
    known = [day for span in days for day in span if day is not None]
    rows = Activity.objects.filter(sources__isnull=False, withdrawn=False)
    if known:
        early, late = min(known) - YEAR, max(known) + YEAR  # type: ignore[operator,type-var]
        rows = rows.filter(Q(start_day__range=(early, late)) | Q(start_day__isnull=True))
    shared = through.filter(partner_id__in=codes).values("activity_id")
    rows = rows.filter(Q(pk__in=shared) | Q(partner_codes="") | Q(kind="forum"))
    return set(rows.order_by().values_list("pk", flat=True))


def _sources_of(activities: Collection[int]) -> Iterable[ActivitySource]:
    for some in batches(activities):
        yield from (
            ActivitySource.objects.filter(activity__in=some, activity__withdrawn=False)
            .select_related("record", "activity")
            .defer("activity__search_text", "record__text")
        )


def _decided(by_record: dict[int, Key]) -> Decided[Key]:
    same: set[frozenset[Key]] = set()
    apart: set[frozenset[Key]] = set()
    for row in RecordLink.objects.filter(state__in=BY_PEOPLE):
        if row.one_id in by_record and row.other_id in by_record:
            pair = frozenset((by_record[row.one_id], by_record[row.other_id]))
            {JOINED: same, APART: apart}[row.state].add(pair)
    return Decided(frozenset(same), frozenset(apart))


def _without_forbidden(told: Settled[Key], around: Neighbourhood) -> Settled[Key]:
    """Groups that no rule may make become questions.

    Records of several handling markings stay apart, so that nothing is told to those who may not
    see it; and so do two activities that people corrected, since one correction would be lost.
    """
    kept: list[frozenset[Key]] = []
    dropped: set[Key] = set()
    for group in told.groups:
        activities = {source.activity for key in group for source in around.members[key]}
        markings = {activity.marking for activity in activities}
        if len(markings) > 1 or sum(activity.touched for activity in activities) > 1:
            dropped |= group
        else:
            kept.append(group)
    links = [pair for pair in told.links if pair.one not in dropped]
    asked = [pair for pair in told.links if pair.one in dropped]
    return Settled(kept, links, [*told.proposals, *asked])


def _alone(told: Settled[Key], around: Neighbourhood) -> list[frozenset[Key]]:
    grouped = {key for group in told.groups for key in group}
    return [frozenset({node.key}) for node in around.nodes if node.key not in grouped]


def _write_links(told: Settled[Key], around: Neighbourhood) -> None:
    """Keep the rows of the rules in step; those of people stay as they are."""
    wanted = {_records(pair, around): ("linked", pair) for pair in told.links}
    wanted |= {_records(pair, around): ("proposed", pair) for pair in told.proposals}
    here = {source.record_id for sources in around.members.values() for source in sources}
    fresh: list[RecordLink] = []
    stale: list[int] = []
    known: set[tuple[int, int]] = set()
    for row in RecordLink.objects.all() if len(here) > BATCH else _rows_of(here):
        pair = (row.one_id, row.other_id)
        if not here.issuperset(pair):
            continue
        if row.state in BY_PEOPLE or (pair in wanted and _says(row, *wanted[pair])):
            known.add(pair)
        else:
            stale.append(row.pk)
    for (one, other), (state, found) in wanted.items():
        if (one, other) not in known:
            fresh.append(
                RecordLink(
                    one_id=one,
                    other_id=other,
                    state=state,
                    strength=found.link.strength,
                    matched=list(found.link.matched),
                    differed=list(found.link.differed),
                )
            )
    for some in batches(stale):
        RecordLink.objects.filter(pk__in=some).delete()
    RecordLink.objects.bulk_create(fresh, batch_size=BATCH)


def _rows_of(records: Collection[int]) -> Iterable[RecordLink]:
    return RecordLink.objects.filter(one__in=records)


def _says(row: RecordLink, state: str, pair: Pair[Key]) -> bool:
    link = pair.link
    told = (row.state, row.strength, tuple(row.matched), tuple(row.differed))
    return told == (state, link.strength, link.matched, link.differed)


def _records(pair: Pair[Key], around: Neighbourhood) -> tuple[int, int]:
    one, other = sorted((pair.one, pair.other))
    return around.members[one][0].record_id, around.members[other][0].record_id


def forget(record: SourceRecord) -> None:
    """Drop what the rules found about ``record``; what people decided stays."""
    rows = RecordLink.objects.filter(Q(one=record) | Q(other=record))
    rows.exclude(state__in=BY_PEOPLE).delete()


def order(record: SourceRecord) -> Key:
    """The place of a record among those of all documents; needs its document fetched with it."""
    return record.document.sha256, record.start, record.record_id


def explain(one: SourceRecord, other: SourceRecord) -> tuple[list[str], list[str]]:
    """Fields in which two records agree and differ; both empty where nothing speaks for a link."""
    link = compare(Facts.of(one.payload), Facts.of(other.payload))
    return (list(link.matched), list(link.differed)) if link else ([], [])
