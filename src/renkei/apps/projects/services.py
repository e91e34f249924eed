"""Saying that a means of achievement is a project, and taking it back."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.evaluation.models import Means
from renkei.apps.projects.models import Project, ProjectLink
from renkei.core.errors import ConflictError, UsageError


@transaction.atomic
def link(*, by: User, means: Means, project: Project, reason: str) -> ProjectLink:
    """Link a means to a project. Raises DeniedError, UsageError RK504 without a reason, and

    ConflictError RK611 when they are linked already.
    """
    locked = Means.objects.select_for_update(of=("self",)).select_related("policy").get(pk=means.pk)
    require(by, "projects.link", locked.policy)
    if not reason.strip():
        raise UsageError("RK504")
    if ProjectLink.objects.filter(means=locked, project=project, ended_at=None).exists():
        raise ConflictError("RK611", means=locked, project=project)
    made = ProjectLink.objects.create(
        means=locked, project=project, reason=reason.strip(), actor=by
    )
    _record(by, "link_project", made)
    return made


@transaction.atomic
def unlink(*, by: User, link: ProjectLink, reason: str) -> None:
    """End a link; it stays as history. Raises DeniedError and UsageError RK504 (no reason)."""
    locked = (
        ProjectLink.objects.select_for_update(of=("self",))
        .select_related("means__policy")
        .get(pk=link.pk)
    )
    require(by, "projects.link", locked.means.policy)
    if not reason.strip():
        raise UsageError("RK504")
    if locked.ended_at is not None:
        return
    locked.ended_at = timezone.now()
    locked.ended_by = by.username
    locked.save(update_fields=["ended_at", "ended_by"])
    _record(by, "unlink_project", locked, reason=reason.strip())


def _record(by: User, action: str, made: ProjectLink, **data: str) -> None:
    audit.record(
        actor=by.username,
        action=action,
        object_type="means",
        object_id=made.means_id,
        project=made.project.number,
        **({"reason": made.reason} | data),
    )
