"""Django's entry to this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class RegisterConfig(AppConfig):
    """Configuration of renkei.apps.register."""

    name = "renkei.apps.register"
    label = "register"
    verbose_name = _("Register")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Offer to take over what is read from documents."""
        from renkei.apps.documents import loading  # noqa: PLC0415 - models exist only now
        from renkei.apps.register.loading import RegisterLoader  # noqa: PLC0415

        loading.register(RegisterLoader())
