"""The policy for a region, a partner or a framework (article 9), and its part per service arm."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from renkei.apps.planning.choices import SubjectKind
from renkei.apps.planning.paper_models import Paper


class ExchangePolicy(models.Model):
    """How exchange with a region, partner or framework is to be: the content of one paper.

    ``purposes`` are codes of the basic policy with what each means here; ``means`` are codes of
    the means preferred; ``topics`` are in order of priority.
    """

    paper = models.OneToOneField(Paper, on_delete=models.CASCADE, related_name="policy")
    subject_kind = models.CharField(_("for"), max_length=10, choices=SubjectKind.choices)
    subject = models.CharField(_("region, partner or framework"), max_length=60)
    objective = models.TextField(_("objective"), blank=True)
    approach = models.TextField(_("approach"), blank=True)
    purposes = models.JSONField(_("purposes"), default=dict, blank=True)
    topics = models.JSONField(_("priority topics"), default=list, blank=True)
    means = models.JSONField(_("means preferred"), default=list, blank=True)

    class Meta:
        ordering: ClassVar = ["subject_kind", "subject", "id"]
        verbose_name = _("policy of exchange")
        verbose_name_plural = _("policies of exchange")
        indexes: ClassVar = [
            models.Index(fields=["subject_kind", "subject"], name="exchange_policy_subject"),
        ]

    def __str__(self) -> str:
        return f"{self.subject_kind}: {self.subject}"


class ArmPolicy(models.Model):
    """What a policy asks of one service arm."""

    policy = models.ForeignKey(ExchangePolicy, on_delete=models.CASCADE, related_name="arms")
    arm = models.CharField(_("service arm"), max_length=10)
    text = models.TextField(_("approach"))

    class Meta:
        ordering: ClassVar = ["policy", "id"]
        verbose_name = _("policy per service arm")
        verbose_name_plural = _("policies per service arm")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["policy", "arm"],
                name="arm_policy_once",
                violation_error_message=_("This service arm is told already."),
            ),
        ]

    def __str__(self) -> str:
        return self.arm
