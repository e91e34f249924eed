"""Django's entry to this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoordinationConfig(AppConfig):
    """Configuration of renkei.apps.coordination."""

    name = "renkei.apps.coordination"
    label = "coordination"
    verbose_name = _("Co-ordination")
    default_auto_field = "django.db.models.BigAutoField"
