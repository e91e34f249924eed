"""Django's entry to this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CycleConfig(AppConfig):
    """Configuration of renkei.apps.cycle."""

    name = "renkei.apps.cycle"
    label = "cycle"
    verbose_name = _("Evaluation year")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Look at what sheets of other years say of the same indicators."""
        from renkei.apps.cycle.succession import SuccessionLoader  # noqa: PLC0415 - models now
        from renkei.apps.documents import loading  # noqa: PLC0415

        loading.register(SuccessionLoader())
