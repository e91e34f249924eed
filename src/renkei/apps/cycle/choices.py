"""Stages of an evaluation year and kinds of succession. Their terms are in vocabulary/glossary.yml."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    """What is being done now; CLOSED is after everything."""

    PREPARE = "prepare"
    MONITOR = "monitor"
    SELF_EVALUATION = "self_evaluation"
    REVIEW = "review"
    EXPERTS = "experts"
    DECISION = "decision"
    PUBLICATION = "publication"
    REFLECTION = "reflection"
    CLOSED = "closed"


FULL: tuple[Stage, ...] = tuple(Stage)
MONITORING: tuple[Stage, ...] = tuple(
    stage for stage in Stage if stage not in (Stage.SELF_EVALUATION, Stage.EXPERTS)
)
LOCKED = frozenset({Stage.PUBLICATION, Stage.REFLECTION, Stage.CLOSED})
"""Stages after the decision: what was decided does not change any more."""

RIGHTS: dict[Stage, str] = {
    Stage.PREPARE: "cycle.enter",
    Stage.MONITOR: "cycle.enter",
    Stage.SELF_EVALUATION: "cycle.enter",
    Stage.REVIEW: "cycle.review",
    Stage.EXPERTS: "cycle.experts",
    Stage.DECISION: "cycle.decide",
    Stage.PUBLICATION: "cycle.review",
    Stage.REFLECTION: "cycle.enter",
}
"""Who may say that a stage is done."""


class SuccessionKind(models.TextChoices):
    """What became of an indicator in the next sheet."""

    CONTINUED = "continued"
    RENAMED = "renamed"
    SPLIT = "split"
    MERGED = "merged"
    REPLACED = "replaced"
    ENDED = "ended"


BREAKS = frozenset({SuccessionKind.SPLIT, SuccessionKind.MERGED, SuccessionKind.REPLACED})
"""Kinds after which figures of before and after are no longer one series."""


class Standing(models.TextChoices):
    """Whether a person has said so."""

    PROPOSED = "proposed"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"
