"""Django's entry to this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvaluationConfig(AppConfig):
    """Configuration of renkei.apps.evaluation."""

    name = "renkei.apps.evaluation"
    label = "evaluation"
    verbose_name = _("Policy evaluation")
    default_auto_field = "django.db.models.BigAutoField"
