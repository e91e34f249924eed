"""Agreements put together from what families read: signing, approval and entry into force as one.

An activity tells one dated step. Steps of one agreement that stand close together in the text are
one record of the agreement; steps told far apart stay apart, each with its own words. A bare
mention is dropped where a dated record tells of the same agreement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from renkei.core.grammar.titles import best_framework
from renkei.core.records import Activity, AgreementRecord, Record
from renkei.core.records.codes import Agreement, AgreementStage
from renkei.core.source import Span
from renkei.core.text.prepared import Prepared
from renkei.core.values import PartialDate
from renkei.core.vocabulary import Vocabulary

_STEP = re.compile(
    r"(?:への|の|に)?(?:(?P<signed>署名(?:式|・発効)?|調印|締結)|(?P<in_force>発効|運用開始|効力発生)"
    r"|(?P<approved>国会承認)|(?P<revised>改[定訂])|(?P<negotiating>(?:正式)?交渉開始))\Z"
)
_ONE_EACH = frozenset({"ACSA", "情報保護協定", "防衛装備品・技術移転協定", "円滑化協定"})
_DECLARED = re.compile(r"共同宣言\Z")
_CLOSE = 800
_STAGES: tuple[AgreementStage, ...] = ("negotiating", "agreed_in_principle", "signed", "in_force")

Key = tuple[str, tuple[str, ...], str]


class _Step(NamedTuple):
    """One dated step of an agreement, with the activity that tells it."""

    key: Key
    name: str
    what: str
    activity: Activity


def put_together(
    source: Prepared, records: Sequence[Record], vocabulary: Vocabulary
) -> list[Record]:
    """``records`` with the agreements their activities tell of, and without bare mentions of them."""
    steps = [
        step
        for record in records
        if isinstance(record, Activity) and (step := _step(record, vocabulary)) is not None
    ]
    made = [_agreement(source, group) for group in _groups(steps)]
    kept = [
        record
        for record in records
        if not (isinstance(record, AgreementRecord) and _told(record, steps, vocabulary))
    ]
    return [*kept, *made]


def _told(mention: AgreementRecord, steps: Sequence[_Step], vocabulary: Vocabulary) -> bool:
    """Whether dated steps tell all that a mention does; an official name is no mention."""
    if mention.official_name is not None:
        return False
    kind, partners, name = agreement_key(
        mention.name, mention.agreement, mention.partners, vocabulary
    )
    same = [
        step for step in steps if step.key[:2] == (kind, partners) and step.key[2].endswith(name)
    ]
    if mention.stage == "in_force":
        same = [step for step in same if step.what == "in_force"]
    return bool(same)


def agreement_key(
    name: str, agreement: str, partners: Iterable[str], vocabulary: Vocabulary
) -> Key:
    """What two tellings of one agreement have in common.

    Of some kinds there is one with each partner; others are told apart by their names.
    """
    codes = tuple(sorted(partners))
    if agreement in _ONE_EACH:
        return agreement, codes, ""
    mechanism = best_framework(name, vocabulary)
    return (
        agreement,
        codes,
        mechanism.code if mechanism else re.sub(r"^日[^のと防]{1,8}?(?=防衛)", "", name),
    )


def _step(activity: Activity, vocabulary: Vocabulary) -> _Step | None:
    if activity.status != "held" or not activity.partners:
        return None
    found = _STEP.search(activity.title)
    if found is None:
        declared = activity.kind == "statement" and _DECLARED.search(activity.title)
        name, what = activity.title, "signed"
        if not declared:
            return None
    else:
        name = activity.title[: found.start()]
        what = cast("str", found.lastgroup)
    if activity.kind == "entry_into_force":
        what = "in_force"
    code = activity.agreement or agreement_code(name, vocabulary)
    return _Step(agreement_key(name, code, activity.partners, vocabulary), name, what, activity)


def agreement_code(name: str, vocabulary: Vocabulary) -> Agreement:
    """The code of the kind that ``name`` ends with."""
    found = vocabulary.find_wording(name, "agreement")
    named = [match for match in found if match.entry.code != "その他"]
    return cast("Agreement", named[-1].entry.code if named else "その他")


def _groups(steps: Sequence[_Step]) -> Iterator[list[_Step]]:
    """Steps of one agreement that stand close together."""
    open_groups: dict[Key, list[_Step]] = {}
    for step in steps:
        group = open_groups.get(step.key)
        at = step.activity.evidence.start
        if group is not None and at - group[-1].activity.evidence.end <= _CLOSE:
            group.append(step)
            continue
        if group is not None:
            yield group
        open_groups[step.key] = [step]
    yield from open_groups.values()


def _agreement(source: Prepared, steps: Sequence[_Step]) -> AgreementRecord:
    places = [step.activity.evidence for step in steps]
    span = Span(min(place.start for place in places), max(place.end for place in places))
    dates: dict[str, PartialDate | None] = {step.what: step.activity.start for step in steps}
    reached = [stage for stage in _STAGES if stage in dates]
    if "approved" in dates or "revised" in dates:
        reached = reached or ["signed"]
    first = steps[0]
    return AgreementRecord(
        evidence=source.document.evidence(span),
        rule="agreements.steps",
        notes=tuple(dict.fromkeys(note for step in steps for note in step.activity.notes)),
        name=first.name,
        agreement=cast("Agreement", first.key[0]),
        partners=first.activity.partners,
        signed=dates.get("signed"),
        approved=dates.get("approved"),
        in_force=dates.get("in_force"),
        revised=dates.get("revised"),
        stage=reached[-1] if reached else None,
    )
