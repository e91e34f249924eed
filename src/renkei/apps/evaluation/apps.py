"""Django's entry to this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EvaluationConfig(AppConfig):
    """Configuration of renkei.apps.evaluation."""

    name = "renkei.apps.evaluation"
    label = "evaluation"
    verbose_name = _("Policy evaluation")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer to take over what is read from documents."""
        from renkei.apps.documents import loading  # noqa: PLC0415 - models exist only now
        from renkei.apps.evaluation.loading import EvaluationLoader  # noqa: PLC0415

        loading.register(EvaluationLoader())
