"""Reading the committee's business. The viewer comes first; a matter shows no more than its subject."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet

from renkei.apps.accounts.rights import may
from renkei.apps.accounts.selectors import Viewer
from renkei.apps.committee.choices import Body
from renkei.apps.committee.models import FollowUp, Matter, Member, Session
from renkei.apps.coordination.models import Case
from renkei.apps.coordination.selectors import visible_cases
from renkei.apps.documents.models import StoredDocument
from renkei.apps.documents.selectors import visible_documents
from renkei.apps.planning.choices import PaperState
from renkei.apps.planning.models import Paper
from renkei.apps.planning.selectors import visible_papers
from renkei.core.coordination.states import ENDED


def members(body: Body, day: date) -> QuerySet[Member]:
    """Who sits in a body on a day, the chair first. Seats are by office and no secret."""
    rows = Member.objects.filter(body=body, since__lte=day)
    return rows.filter(Q(until=None) | Q(until__gte=day)).select_related("organisation", "user")


def sessions(viewer: Viewer) -> QuerySet[Session]:
    """All sessions, the latest first, for those who have to do with them."""
    return Session.objects.all() if may(viewer, "committee.read") else Session.objects.none()


def visible_matters(viewer: Viewer) -> QuerySet[Matter]:
    """Matters whose paper or case the viewer may see."""
    rows = Matter.objects.filter(session__in=sessions(viewer).values("pk"))
    return rows.filter(
        Q(paper=None) | Q(paper__in=visible_papers(viewer).values("pk")),
        Q(case=None) | Q(case__in=visible_cases(viewer).values("pk")),
    )


def agenda(viewer: Viewer, session: Session) -> QuerySet[Matter]:
    """The matters of a session that the viewer may see, in order."""
    rows = visible_matters(viewer).filter(session=session)
    return rows.select_related("paper", "case", "actor").prefetch_related(
        "follow_ups__organisation", "follow_ups__done_by"
    )


def documents(viewer: Viewer, matter: Matter) -> QuerySet[StoredDocument]:
    """The documents laid before the session that the viewer may open."""
    return visible_documents(viewer).filter(matters=matter).defer("text", "search_text", "places")


def open_follow_ups(viewer: Viewer) -> QuerySet[FollowUp]:
    """What is still to be done, the first due first."""
    rows = FollowUp.objects.filter(done_at=None, matter__in=visible_matters(viewer).values("pk"))
    return rows.select_related("organisation", "matter__session")


def papers_to_adopt(viewer: Viewer) -> QuerySet[Paper]:
    """Papers that were reviewed and wait to be adopted."""
    return visible_papers(viewer).filter(state=PaperState.REVIEWED).order_by("kind", "title", "pk")


def open_cases(viewer: Viewer) -> QuerySet[Case]:
    """Cases that may still be put before the committee."""
    return visible_cases(viewer).exclude(state__in=ENDED).order_by("-sort_day", "pk")


def may_keep(viewer: Viewer) -> bool:
    """Whether the viewer keeps members, sessions and agendas."""
    return may(viewer, "committee.keep")


def may_decide(viewer: Viewer) -> bool:
    """Whether the viewer may write down decisions."""
    return may(viewer, "committee.decide")


def may_finish(viewer: Viewer, row: FollowUp) -> bool:
    """Whether the viewer may say that something was done: who keeps, or its organisation."""
    own = getattr(viewer, "organisation_id", None)
    return row.done_at is None and (may_keep(viewer) or own == row.organisation_id)
