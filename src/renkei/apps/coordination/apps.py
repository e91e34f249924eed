"""Django's entry to this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoordinationConfig(AppConfig):
    """Configuration of renkei.apps.coordination."""

    name = "renkei.apps.coordination"
    label = "coordination"
    verbose_name = _("Co-ordination")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Deadlines are looked after from time to time."""
        from renkei.apps.coordination import consulting, informing, reporting  # noqa: PLC0415
        from renkei.apps.notices import ticking  # noqa: PLC0415

        ticking.register("no_answer", lambda now: consulting.record_overdue(today=now.date()))
        ticking.register("answer_due", lambda now: informing.remind(today=now.date()))
        ticking.register("promises", lambda now: reporting.remind(today=now.date()))
