"""Sending a sheet out to be edited, and taking the file back.

A file that comes back changes nothing: every difference waits for a person. What cannot be taken
back is refused with one sentence before anything is stored.
"""

from __future__ import annotations

import hashlib
from pathlib import PurePath

from django.db import transaction

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import may, require
from renkei.apps.audit import services as audit
from renkei.apps.documents import files
from renkei.apps.evaluation.models import Policy
from renkei.apps.evaluation.selectors import visible_policies
from renkei.apps.publications.builders import BUILDERS
from renkei.apps.publications.selectors import get_sheet, in_form
from renkei.apps.publications.sheet import Form, Sheet
from renkei.apps.returned import comparing, headings, locating, obstacles, stamp
from renkei.apps.returned.comparing import Difference
from renkei.apps.returned.facts import facts, place_of
from renkei.apps.returned.models import PrintedSheet, ProposedChange, ReturnedSheet
from renkei.core import pipeline
from renkei.core.errors import InputError, UsageError
from renkei.readers.registry import read_bytes

ENDINGS = ("docx", "xlsx")


def send_out(*, by: User, policy: Policy, sheet: Sheet, ending: str) -> bytes:
    """The sheet as a file that may come back: what went out is kept, and the file bears its mark.

    Somebody who may not enter anything, and a decided policy, get the file without.
    """
    data = BUILDERS[ending](sheet, None)
    if ending not in ENDINGS or policy.locked or not may(by, "cycle.enter", policy):
        return data
    digest = hashlib.sha256(f"{ending}\n{sheet!r}".encode()).hexdigest()
    sha256 = hashlib.sha256(data).hexdigest()
    files.keep(sha256, data)
    row, _ = PrintedSheet.objects.get_or_create(
        policy=policy,
        digest=digest,
        defaults={"sha256": sha256, "actor": by, "ending": ending, "form": sheet.form.value},
    )
    return stamp.put(data, printed=row.pk, policy=policy.pk, at=row.at)


def take_back(*, by: User, policy: Policy, name: str, data: bytes) -> ReturnedSheet:
    """Compare an edited file with the sheet that went out and with the register.

    Raises DeniedError, UsageError RK752 for a decided policy, and InputError: RK810 for a file of
    another format, RK811 without the mark, RK812 of another policy, RK813 and RK814 for headings
    that are gone or stand elsewhere, RK818 where nothing differs.
    """
    _open(by, policy)
    printed = _printed(by, policy, name, data)
    base, edited = (
        pipeline.read(read_bytes(*given))
        for given in ((f"a.{printed.ending}", files.read(printed.sha256)), (name, data))
    )
    sheet = in_form(get_sheet(by, policy.pk), Form(printed.form))
    headings.require(sheet, base.document, edited.document, name)
    held = pipeline.read(read_bytes(f"a.{printed.ending}", BUILDERS[printed.ending](sheet, None)))
    changed = comparing.differences(facts(base), facts(held), facts(edited))
    unread = comparing.unread(base.document, edited, changed)
    found = [each for each in changed if not each.settled]
    if not found and not unread:
        raise InputError("RK818", name=name)
    sha256 = hashlib.sha256(data).hexdigest()
    files.keep(sha256, data)
    with transaction.atomic():
        current = _open(by, policy)
        row, made = ReturnedSheet.objects.get_or_create(
            policy=current,
            sha256=sha256,
            defaults={"name": name[-255:], "actor": by, "printed": printed},
        )
        if not made:
            return row
        changes = [_change(row, current, n, each) for n, each in enumerate(found)]
        for number, words in enumerate(unread, len(changes)):
            place = place_of(edited.document.evidence(words.place))
            changes.append(_unread(row, number, words, place))
        ProposedChange.objects.bulk_create(changes)
        audit.record(
            actor=by.username,
            action="take_back_sheet",
            object_type="policy",
            object_id=current.pk,
            name=row.name,
            changes=len(changes),
        )
    return row


def _open(by: User, policy: Policy) -> Policy:
    """The policy. Raises DeniedError, and UsageError RK752 when it was decided."""
    current = Policy.objects.get(pk=policy.pk)
    require(by, "cycle.enter", current)
    if current.locked:
        raise UsageError("RK752", name=current)
    return current


def _printed(by: User, policy: Policy, name: str, data: bytes) -> PrintedSheet:
    """The sheet that went out as this file."""
    ending = PurePath(name).suffix.lower().lstrip(".")
    if ending not in ENDINGS:
        raise InputError("RK810", name=name)
    read_bytes(name, data)  # what cannot be read at all is told in the sentences of the readers
    number, policy_pk = stamp.read(name, data, ending)
    visible = visible_policies(by).values("pk")
    row = PrintedSheet.objects.filter(pk=number, policy=policy_pk, policy__in=visible).first()
    if row is None:
        raise InputError("RK811", name=name)
    if policy_pk != policy.pk:
        raise InputError("RK812", name=name, found=row.policy, expected=policy)
    return row


def _change(
    returned: ReturnedSheet, policy: Policy, position: int, found: Difference
) -> ProposedChange:
    fact = found.fact
    key, kind = list(fact.key), fact.kind
    row = locating.row_of(policy, kind, key, (found.known or fact).fields)
    indicator = locating.indicator_of(policy, kind, key)
    held = found.held if found.field == comparing.GONE else locating.raw(kind, found.field, row)
    return ProposedChange(
        returned=returned,
        position=position,
        kind=kind,
        key=key,
        field=found.field,
        row=row and row.pk,
        printed=found.printed,
        held=held,
        value=found.value,
        place=fact.place,
        conflict=found.conflict,
        obstacle=obstacles.standing(kind, found.field, row, indicator),
    )


def _unread(
    returned: ReturnedSheet, position: int, words: comparing.Unread, place: str
) -> ProposedChange:
    return ProposedChange(
        returned=returned,
        position=position,
        kind="text",
        field="text",
        printed=words.printed,
        held=words.printed,
        value=words.value,
        place=place,
        obstacle=obstacles.UNREAD,
    )
