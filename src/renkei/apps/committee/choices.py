"""Codes of the committee. Their terms are in vocabulary/glossary.yml."""

from __future__ import annotations

from django.db import models


class Body(models.TextChoices):
    """The committee (委員会), and the section (部会) that works under it (article 11)."""

    COMMITTEE = "committee"
    SECTION = "section"


class Ask(models.TextChoices):
    """What a matter asks of the session."""

    ADOPT = "adopt"
    DELIBERATE = "deliberate"
    REPORT = "report"


class Decision(models.TextChoices):
    """What a session decided about a matter."""

    AGREED = "agreed"
    SENT_BACK = "sent_back"
    NOTED = "noted"
    NEXT_TIME = "next_time"
