"""Members, sessions, the matters of a session with their papers, and what follows from them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from renkei.apps.committee.choices import Ask, Body, Decision


class Member(models.Model):
    """A seat: who holds it by office, from when, until when; ``chair`` leads the body."""

    body = models.CharField(_("body"), max_length=10, choices=Body.choices)
    office = models.CharField(_("office"), max_length=120)
    organisation = models.ForeignKey(
        "accounts.Organisation",
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="seats",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("account"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="seats",
    )
    chair = models.BooleanField(_("chair"), default=False)
    since = models.DateField(_("since"))
    until = models.DateField(_("until"), null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["body", "-chair", "id"]
        verbose_name = _("member")
        verbose_name_plural = _("members")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="member_leaves_after_joining",
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                violation_error_message=_("A member leaves after joining."),
            ),
            models.UniqueConstraint(
                fields=["body"],
                condition=models.Q(chair=True, until__isnull=True),
                name="member_one_chair",
                violation_error_message=_("This body has a chair already."),
            ),
        ]

    def __str__(self) -> str:
        return self.office


class Session(models.Model):
    """A session; over once ``closed_at`` is set."""

    body = models.CharField(_("body"), max_length=10, choices=Body.choices)
    name = models.CharField(_("name of the session"), max_length=200)
    day = models.DateField(_("day"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-day", "-id"]
        verbose_name = _("session")
        verbose_name_plural = _("sessions")

    def __str__(self) -> str:
        return self.name


class Matter(models.Model):
    """A matter on the agenda: a paper, a case, or neither; ``decision`` is "" until decided."""

    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="matters")
    paper = models.ForeignKey(
        "planning.Paper", null=True, blank=True, on_delete=models.PROTECT, related_name="matters"
    )
    case = models.ForeignKey(
        "coordination.Case", null=True, blank=True, on_delete=models.PROTECT, related_name="matters"
    )
    title = models.CharField(_("matter"), max_length=300)
    ask = models.CharField(_("asked of the session"), max_length=12, choices=Ask.choices)
    documents = models.ManyToManyField(
        "documents.StoredDocument", verbose_name=_("documents"), related_name="matters", blank=True
    )
    decision = models.CharField(_("decision"), max_length=12, blank=True, choices=Decision.choices)
    text = models.TextField(_("what was decided"), blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["session", "id"]
        verbose_name = _("matter of a session")
        verbose_name_plural = _("matters of sessions")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="matter_one_subject",
                condition=models.Q(paper__isnull=True) | models.Q(case__isnull=True),
                violation_error_message=_("A matter is about a paper or a case, not both."),
            ),
            models.UniqueConstraint(
                fields=["session", "paper"],
                name="matter_paper_once",
                violation_error_message=_("This paper is on the agenda already."),
            ),
            models.UniqueConstraint(
                fields=["session", "case"],
                name="matter_case_once",
                violation_error_message=_("This case is on the agenda already."),
            ),
        ]

    def __str__(self) -> str:
        return self.title


class FollowUp(models.Model):
    """What somebody has to do after a decision, by when, and when it was done."""

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="follow_ups")
    what = models.CharField(_("what is to be done"), max_length=300)
    organisation = models.ForeignKey(
        "accounts.Organisation",
        verbose_name=_("organisation"),
        on_delete=models.PROTECT,
        related_name="follow_ups",
    )
    due = models.DateField(_("due"))
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    note = models.TextField(_("note"), blank=True)

    class Meta:
        ordering: ClassVar = ["due", "id"]
        verbose_name = _("follow-up")
        verbose_name_plural = _("follow-ups")

    def __str__(self) -> str:
        return self.what
