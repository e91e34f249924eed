"""Telling people. What is told commits with the write it tells of, or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import User
from renkei.apps.notices import tasks
from renkei.apps.notices.models import Delivery, Mail, Notice, Preference
from renkei.apps.notices.sentences import SENTENCES
from renkei.core.errors import UsageError


@transaction.atomic
def notify(
    *,
    users: Iterable[User],
    code: str,
    address: str,
    key: str,
    marking: int = Marking.INTERNAL,
    **params: Any,
) -> list[Notice]:
    """Tell every user once; who was told under this ``key`` before is not told again.

    ``address`` is the path of the page. Nobody is told what lies above their clearance.
    """
    assert code in SENTENCES
    cleared = {user.pk: user for user in users if user.is_active and user.clearance >= marking}
    there = Notice.objects.filter(user__in=cleared, key=key).values_list("user_id", flat=True)
    for pk in list(there):
        del cleared[pk]
    wishes = deliveries(cleared)
    made: list[Notice] = []
    for pk, user in cleared.items():
        at_once = wishes[pk] == Delivery.AT_ONCE and mailed(user)
        made.append(
            Notice.objects.create(
                user=user,
                code=code,
                params=params,
                address=address,
                marking=marking,
                key=key,
                digest=wishes[pk] == Delivery.DIGEST,
                mail=new_mail(user) if at_once else None,
            )
        )
    if any(notice.mail_id for notice in made):
        tasks.send_mails.enqueue()
    return made


def deliveries(users: Iterable[int]) -> dict[int, str]:
    """What each user (by key) wants; mail at once where nothing was chosen."""
    keys = list(users)
    chosen = Preference.objects.filter(user__in=keys).values_list("user_id", "delivery")
    return dict.fromkeys(keys, str(Delivery.AT_ONCE)) | dict(chosen)


def mailed(user: User) -> bool:
    """Whether mail can go to this person at all."""
    return bool(settings.EMAIL_HOST and user.email)


def new_mail(user: User) -> Mail:
    """A mail in the outbox, to be sent as soon as a worker is free."""
    return Mail.objects.create(user=user, message_id=f"<{uuid4()}@renkei>", next_at=timezone.now())


@transaction.atomic
def gather_digests(*, today: date, hour: int) -> int:
    """Put what waits for a digest into one mail per person whose hour has come; how many mails."""
    due = Preference.objects.select_for_update(of=("self",)).filter(
        delivery=Delivery.DIGEST, digest_on__lt=today, hour__lte=hour
    )
    number = 0
    for wish in due.select_related("user"):
        wish.digest_on = today
        wish.save(update_fields=["digest_on"])
        waiting = Notice.objects.filter(user=wish.user, digest=True, mail__isnull=True)
        if mailed(wish.user) and waiting.exists():
            waiting.update(mail=new_mail(wish.user), digest=False)
            number += 1
    return number


@transaction.atomic
def wish(*, by: User, delivery: str, hour: int, email: str) -> Preference:
    """Choose how to be told. Raises UsageError RK503 for what is no address."""
    try:
        if email:
            validate_email(email)
    except ValidationError as error:
        raise UsageError(
            "RK503", field="email", found=email, expected=" ".join(error.messages)
        ) from error
    by.email = email
    by.save(update_fields=["email"])
    row, _ = Preference.objects.update_or_create(
        user=by, defaults={"delivery": Delivery(delivery), "hour": hour}
    )
    return row


@transaction.atomic
def read(*, by: User, notice: Notice | None = None) -> None:
    """Mark one notice as read, or all of a person."""
    rows = Notice.objects.filter(user=by, read_at__isnull=True)
    if notice is not None:
        rows = rows.filter(pk=notice.pk)
    rows.update(read_at=timezone.now())
