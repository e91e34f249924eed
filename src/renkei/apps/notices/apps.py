"""Django's entry to this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NoticesConfig(AppConfig):
    """Configuration of renkei.apps.notices."""

    name = "renkei.apps.notices"
    label = "notices"
    verbose_name = _("Notices")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Digests go when their hour has come."""
        from renkei.apps.notices import services, ticking  # noqa: PLC0415 - models are there now

        ticking.register(
            "digests", lambda now: services.gather_digests(today=now.date(), hour=now.hour)
        )
