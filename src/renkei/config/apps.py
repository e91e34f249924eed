"""Django's entry to the configuration package: it holds the start-up checks."""

from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """Registers the system checks."""

    name = "renkei.config"
    label = "config"

    def ready(self) -> None:
        """Import the checks so that they register."""
        from renkei.config import checks  # noqa: F401, PLC0415 - registration on import
