"""Django's entry to this app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProjectsConfig(AppConfig):
    """Configuration of renkei.apps.projects."""

    name = "renkei.apps.projects"
    label = "projects"
    verbose_name = _("Projects of the review data")
    default_auto_field = "django.db.models.BigAutoField"
