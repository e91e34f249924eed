"""Django's entry to this app: gives SQLite the function its triggers call."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db.backends.signals import connection_created

from renkei.apps.search.text import bigrams


def _add_function(connection: Any, **_: Any) -> None:
    if connection.vendor == "sqlite":
        connection.connection.create_function("renkei_bigrams", 1, bigrams, deterministic=True)


class SearchConfig(AppConfig):
    """Configuration of renkei.apps.search."""

    name = "renkei.apps.search"
    label = "search"

    def ready(self) -> None:
        """Every new SQLite connection gets the function."""
        connection_created.connect(_add_function, dispatch_uid="renkei_bigrams")
