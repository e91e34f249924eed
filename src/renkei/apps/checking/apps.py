"""Django's entry to this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CheckingConfig(AppConfig):
    """Configuration of renkei.apps.checking."""

    name = "renkei.apps.checking"
    label = "checking"
    verbose_name = _("Findings")
    default_auto_field = "django.db.models.BigAutoField"
