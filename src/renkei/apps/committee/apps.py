"""Django's entry to this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommitteeConfig(AppConfig):
    """Configuration of renkei.apps.committee."""

    name = "renkei.apps.committee"
    label = "committee"
    verbose_name = _("Committee on defence exchange")
    default_auto_field = "django.db.models.BigAutoField"
