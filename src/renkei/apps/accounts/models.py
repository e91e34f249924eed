"""Organisations, people, their roles, clearances and accreditations."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from renkei.apps.accounts.choices import Marking, Role


class Organisation(models.Model):
    """A bureau, staff office or institute that owns records."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name_ja = models.CharField(_("name in Japanese"), max_length=120)
    name_en = models.CharField(_("name in English"), max_length=120, blank=True)

    class Meta:
        ordering: ClassVar = ["code"]
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the language of the page."""
        if (translation.get_language() or "ja").startswith("en"):
            return self.name_en or self.name_ja
        return self.name_ja


class User(AbstractUser):
    """A person who signs in. ``clearance`` is the highest marking that person may see."""

    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="users",
    )
    role = models.CharField(_("role"), max_length=20, choices=Role.choices, default=Role.READER)
    clearance = models.PositiveSmallIntegerField(
        _("clearance"), choices=Marking.choices, default=Marking.PUBLIC
    )
    language = models.CharField(
        _("language"),
        max_length=2,
        blank=True,
        choices=[("ja", "日本語"), ("en", "English")],
        help_text=_("Empty: the choice made in the browser, else Japanese."),
    )

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints: ClassVar = [
            models.CheckConstraint(
                name="user_role_known",
                condition=models.Q(role__in=Role.values),
                violation_error_message=_("This role is not known."),
            ),
            models.CheckConstraint(
                name="user_clearance_known",
                condition=models.Q(clearance__in=Marking.values),
                violation_error_message=_("This clearance is not known."),
            ),
            models.CheckConstraint(
                name="user_desk_officer_has_organisation",
                condition=~models.Q(role=Role.DESK_OFFICER) | models.Q(organisation__isnull=False),
                violation_error_message=_("A desk officer belongs to an organisation. Choose one."),
            ),
        ]

    def __str__(self) -> str:
        return self.get_full_name() or self.username


class AccreditedPartner(models.Model):
    """A partner that an attaché is accredited to, by the code of ``register.Partner``.

    The code stands alone, without a foreign key, because accounts lies below the register.
    """

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="accreditations")
    partner_code = models.CharField(max_length=20)

    class Meta:
        verbose_name = _("accredited partner")
        verbose_name_plural = _("accredited partners")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "partner_code"],
                name="accredited_partner_once",
                violation_error_message=_("This attaché is already accredited to this partner."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user}: {self.partner_code}"
