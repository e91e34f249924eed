"""Django's entry to this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ReturnedConfig(AppConfig):
    """Configuration of renkei.apps.returned."""

    name = "renkei.apps.returned"
    label = "returned"
    verbose_name = _("Sheets that came back")
    default_auto_field = "django.db.models.BigAutoField"
