"""Roles and handling markings. Their Japanese terms are in vocabulary/glossary.yml."""

from django.db import models


class Role(models.TextChoices):
    """What a person is here to do; the rights follow from it (see ``rules.py`` of each app)."""

    READER = "reader"
    DESK_OFFICER = "desk_officer"
    EVALUATION_OFFICER = "evaluation_officer"
    PLANNER = "planner"
    EXPERT_SECRETARY = "expert_secretary"
    DECIDER = "decider"
    SECURITY_OFFICER = "security_officer"
    ATTACHE = "attache"
    ADMINISTRATOR = "administrator"


class Marking(models.IntegerChoices):
    """Handling marking of a record, and the clearance of a person; higher is stricter."""

    PUBLIC = 0, "public"
    INTERNAL = 1, "internal"
    RESTRICTED = 2, "restricted"
