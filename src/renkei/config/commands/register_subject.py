"""The register as `renkei check --register` looks at it: as the machine's own administrator."""

from __future__ import annotations

from renkei.config.database import database_errors, prepare
from renkei.core.checks import Style, Subject
from renkei.core.errors.messages import Language


def register_subject(style: Style, language: Language) -> Subject:
    """All activities, looked at today."""
    prepare(language)
    from django.utils import timezone  # noqa: PLC0415 - after prepare()

    from renkei.apps.accounts.services import command_line_user  # noqa: PLC0415
    from renkei.apps.register.checking import subject  # noqa: PLC0415

    with database_errors():
        return subject(command_line_user(), timezone.localdate(), style)
