"""Codes of planning. Their terms are in vocabulary/glossary.yml."""

from __future__ import annotations

from django.db import models


class PaperKind(models.TextChoices):
    """What a paper is: the basic policy, the policy for a region or partner, a medium-term plan."""

    BASIC = "basic"
    POLICY = "policy"
    PLAN = "plan"


class PaperState(models.TextChoices):
    """Where a paper stands. Only a draft is written on; what was adopted stays as it was."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    ADOPTED = "adopted"
    REPLACED = "replaced"


IN_FORCE = (PaperState.ADOPTED, PaperState.REPLACED)
"""States of papers that were in force on some day."""


class SubjectKind(models.TextChoices):
    """For whom a policy is."""

    REGION = "region"
    PARTNER = "partner"
    FRAMEWORK = "framework"


ARMS = ("joint", "ground", "maritime", "air", "civilian")
"""The service arms, and the civilian side of the ministry."""
