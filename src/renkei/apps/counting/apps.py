"""Django's entry to this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CountingConfig(AppConfig):
    """Configuration of renkei.apps.counting."""

    name = "renkei.apps.counting"
    label = "counting"
    verbose_name = _("Counts of indicators")
    default_auto_field = "django.db.models.BigAutoField"
