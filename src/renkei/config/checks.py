"""Start-up checks: what is set up wrongly, and what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register
from django.db import connection


@register(Tags.database)
def database_holds_japanese(databases: Sequence[str] | None = None, **_: Any) -> list[CheckMessage]:
    """PostgreSQL must be UTF8; LC_CTYPE=C drops Japanese from trigram search of other tools.

    Runs only where databases are checked (migrate, ``check --database default``).
    """
    if not databases or connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_encoding_to_char(encoding), datctype FROM pg_database"
            " WHERE datname = current_database()"
        )
        encoding, ctype = cursor.fetchone()
    found: list[CheckMessage] = []
    if encoding != "UTF8":
        found.append(
            Error(
                f"The database is encoded in {encoding}; Renkei stores Japanese in UTF8.",
                hint="Make it anew: createdb --encoding UTF8 --locale C.UTF-8 --template template0",
                id="renkei.E001",
            )
        )
    if ctype in ("C", "POSIX"):
        found.append(
            Warning(
                f"The database has LC_CTYPE={ctype}; upper and lower case outside ASCII are lost.",
                hint="Make it anew: createdb --encoding UTF8 --locale C.UTF-8 --template template0",
                id="renkei.W001",
            )
        )
    return found


@register(Tags.security, deploy=True)
def https_is_on(**_: Any) -> list[CheckMessage]:
    """A real installation runs behind TLS."""
    if settings.HTTPS:
        return []
    return [
        Warning(
            "Cookies may be sent without encryption.",
            hint="Put a proxy that ends TLS in front and set RENKEI_HTTPS=true.",
            id="renkei.W002",
        )
    ]


@register(Tags.security)
def home_is_private(**_: Any) -> list[CheckMessage]:
    """The secret key must not be readable by others."""
    path = settings.RENKEI_HOME / "secret_key"
    if path.exists() and path.stat().st_mode & 0o077:
        return [
            Error(
                f"{path} can be read by other users.",
                hint=f"chmod 600 {path}; then make a new key by deleting the file.",
                id="renkei.E002",
            )
        ]
    return []
