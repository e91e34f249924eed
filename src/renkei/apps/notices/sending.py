"""The outbox: each mail is claimed, sent, and marked, so that a worker may die at any moment.

A claim is committed before the mail goes and lapses after LEASE; a worker that died leaves a mail
that the next one tries again. Between the server's receipt and our mark there is a moment in which
a mail could go a second time; it then bears the same Message-ID, by which mail systems drop it.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from renkei.apps.notices.models import Mail, MailState
from renkei.apps.notices.sentences import DISCREET, sentence
from renkei.core.errors.message import Language

LEASE = timedelta(seconds=90)
LONGEST_WAIT = timedelta(hours=1)


def send_waiting() -> int:
    """Send every mail that waits; how many went."""
    number = 0
    while (mail := _claim(timezone.now())) is not None:
        number += _send(mail)
    return number


@transaction.atomic
def _claim(now: datetime) -> Mail | None:
    free = Q(state=MailState.WAITING, next_at__lte=now)
    lapsed = Q(state=MailState.SENDING, claimed_until__lt=now)
    rows = Mail.objects.select_for_update(skip_locked=True, of=("self",)).filter(free | lapsed)
    mail = rows.select_related("user").order_by("next_at", "pk").first()
    if mail is not None:
        mail.state = MailState.SENDING
        mail.claimed_until = now + LEASE
        mail.attempts += 1
        mail.save(update_fields=["state", "claimed_until", "attempts"])
    return mail


def _send(mail: Mail) -> bool:
    try:
        _message(mail).send()
    except (SMTPException, OSError) as error:
        mail.state = MailState.WAITING
        mail.problem = str(error)[:300]
        mail.next_at = timezone.now() + min(timedelta(minutes=2**mail.attempts), LONGEST_WAIT)
    else:
        mail.state = MailState.SENT
        mail.problem = ""
        mail.sent_at = timezone.now()
    mail.claimed_until = None
    mail.save(update_fields=["state", "problem", "next_at", "sent_at", "claimed_until"])
    return mail.state == MailState.SENT


def _message(mail: Mail) -> EmailMessage:
    language: Language = "en" if mail.user.language == "en" else "ja"
    site = settings.RENKEI_ADDRESS.rstrip("/")
    told = [
        (
            sentence(notice.code, notice.params, language)
            if notice.marking <= settings.RENKEI_MAIL_MARKING
            else DISCREET.text(language),
            site + notice.address,
        )
        for notice in mail.notices.order_by("at", "pk")
    ]
    first = told[0][0] if told else DISCREET.text(language)
    subject = f"[Renkei] {first}" if len(told) < 2 else f"[Renkei] {first} (+{len(told) - 1})"
    return EmailMessage(
        subject=" ".join(subject.split())[:200],
        body="\n\n".join(f"{words}\n{address}" for words, address in told) + "\n",
        to=[mail.user.email],
        headers={"Message-ID": mail.message_id},
    )
