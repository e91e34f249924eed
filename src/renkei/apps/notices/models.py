"""Notices, the mails that carry them, and what each person wants."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from renkei.apps.accounts.choices import Marking


class Delivery(models.TextChoices):
    """How a person gets mail. In the system every notice appears at once."""

    AT_ONCE = "at_once"
    DIGEST = "digest"
    NONE = "none"


class MailState(models.TextChoices):
    """SENDING belongs to one worker until ``claimed_until``; then another may try again."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"


class Preference(models.Model):
    """What one person wants; ``hour`` (0 to 23) is when the digest goes."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notice_preference"
    )
    delivery = models.CharField(
        _("mail"), max_length=10, default=Delivery.AT_ONCE.value, choices=Delivery.choices
    )
    hour = models.PositiveSmallIntegerField(_("hour of the digest"), default=8)
    digest_on = models.DateField(default=date.min, editable=False)

    class Meta:
        verbose_name = _("wish about notices")
        verbose_name_plural = _("wishes about notices")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="preference_hour_of_day",
                condition=models.Q(hour__lte=23),
                violation_error_message=_("The hour is 0 to 23."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.delivery}"


class Mail(models.Model):
    """One mail to one person; the outbox. ``message_id`` stays the same however often it is tried."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="mails"
    )
    message_id = models.CharField(max_length=120, unique=True)
    state = models.CharField(max_length=10, default=MailState.WAITING.value)
    next_at = models.DateTimeField()
    claimed_until = models.DateTimeField(null=True)
    attempts = models.PositiveIntegerField(default=0)
    problem = models.CharField(max_length=300, blank=True)
    sent_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["id"]
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        indexes: ClassVar = [models.Index(fields=["state", "next_at"], name="mail_waiting")]

    def __str__(self) -> str:
        return f"{self.user}: {self.state}"


class Notice(models.Model):
    """Something one person should know. ``key`` keeps the same thing from being told twice.

    ``code`` is a sentence of ``sentences.py``, ``params`` fill it; ``marking`` is that of what it
    tells of, so that a mail says no more than may leave the system.
    """

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="notices"
    )
    code = models.CharField(max_length=40)
    params = models.JSONField(default=dict)
    address = models.CharField(max_length=300)
    marking = models.PositiveSmallIntegerField(choices=Marking.choices)
    key = models.CharField(max_length=120)
    at = models.DateTimeField(_("time"), auto_now_add=True)
    read_at = models.DateTimeField(null=True)
    digest = models.BooleanField(default=False)
    mail = models.ForeignKey(Mail, null=True, on_delete=models.SET_NULL, related_name="notices")

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["user", "key"], name="notice_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["user", "read_at"], name="notice_unread"),
            models.Index(fields=["digest", "mail"], name="notice_digest"),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.code}"
