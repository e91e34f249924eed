"""The section chiefs' meeting, the result report, promises and lessons."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from renkei.apps.coordination.acted import Acted


class Meeting(models.Model):
    """A section chiefs' meeting (課長級調整会議)."""

    name = models.CharField(_("name of the meeting"), max_length=200)
    day = models.DateField(_("day"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-day", "-id"]
        verbose_name = _("section chiefs' meeting")
        verbose_name_plural = _("section chiefs' meetings")

    def __str__(self) -> str:
        return self.name


class Item(models.Model):
    """A case on the agenda; ``decision`` is "" until it was decided."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="items")
    case = models.ForeignKey("coordination.Case", on_delete=models.CASCADE, related_name="items")
    why = models.CharField(max_length=20, blank=True)
    decision = models.CharField(_("decision"), max_length=20, blank=True)
    text = models.TextField(_("what was decided"), blank=True)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["meeting", "id"]
        verbose_name = _("item of an agenda")
        verbose_name_plural = _("items of agendas")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "case"], name="item_once"),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}: {self.case}"


class Report(models.Model):
    """The result (結果報告); ``achieved`` weighs it against the purpose."""

    case = models.OneToOneField(
        "coordination.Case", on_delete=models.CASCADE, related_name="report"
    )
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(_("time"), auto_now=True)
    agreed = models.TextField(_("what was agreed"))
    achieved = models.CharField(_("evaluation against the purpose"), max_length=12)
    evaluation = models.TextField(_("grounds of the evaluation"))
    media_effect = models.TextField(_("media effect"), blank=True)
    cost_yen = models.PositiveBigIntegerField(_("cost in yen"), null=True, blank=True)

    class Meta:
        verbose_name = _("result report")
        verbose_name_plural = _("result reports")

    def __str__(self) -> str:
        return self.agreed[:60]


class Promise(Acted):
    """Something promised, by an organisation and until a day; followed until kept or let go."""

    text = models.TextField(_("promise"))
    organisation = models.ForeignKey(
        "accounts.Organisation",
        verbose_name=_("owner"),
        on_delete=models.PROTECT,
        related_name="promises",
    )
    due = models.DateField(_("due"))
    kept_on = models.DateField(_("kept on"), null=True)
    let_go = models.TextField(_("why it was let go"), blank=True)

    class Meta:
        ordering: ClassVar = ["due", "id"]
        verbose_name = _("promise")
        verbose_name_plural = _("promises")
        indexes: ClassVar = [models.Index(fields=["kept_on", "due"], name="promise_open")]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def open(self) -> bool:
        """Neither kept nor let go."""
        return self.kept_on is None and not self.let_go


class Lesson(Acted):
    """A lesson, proposed to the country policy or the next plan; ``became`` says what of it came."""

    text = models.TextField(_("lesson"))
    target = models.CharField(_("proposed to"), max_length=20)
    standing = models.CharField(max_length=12, default="proposed")
    became = models.TextField(_("what became of it"), blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar = ["-at", "-id"]
        verbose_name = _("lesson")
        verbose_name_plural = _("lessons")
        indexes: ClassVar = [models.Index(fields=["standing", "target"], name="lesson_open")]

    def __str__(self) -> str:
        return self.text[:60]
