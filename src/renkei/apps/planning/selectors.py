"""Reading papers. The viewer comes first; nothing above their clearance comes out."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from django.db.models import Q, QuerySet

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.selectors import (
    Viewer,
    accredited_codes,
    highest_marking,
    is_attache,
)
from renkei.apps.documents.models import SourceRecord, StoredDocument
from renkei.apps.documents.selectors import visible_documents
from renkei.apps.planning.choices import PaperKind, PaperState
from renkei.apps.planning.models import Paper, PaperStep
from renkei.apps.register.models import Partner
from renkei.apps.register.selectors import partners_seen
from renkei.core.planning.difference import Compared, Passage, compare


def visible_papers(viewer: Viewer) -> QuerySet[Paper]:
    """Papers up to the viewer's clearance.

    Beyond public ones, an attaché sees the policies of accredited partners and of their regions.
    """
    rows = Paper.objects.filter(marking__lte=highest_marking(viewer))
    if is_attache(viewer):
        codes = accredited_codes(viewer)
        regions = Partner.objects.filter(pk__in=codes).values("region")
        rows = rows.filter(
            Q(marking=Marking.PUBLIC)
            | Q(policy__subject_kind="partner", policy__subject__in=codes)
            | Q(policy__subject_kind="region", policy__subject__in=regions)
        )
    return rows.select_related("organisation", "previous")


def paper(viewer: Viewer, kind: PaperKind, pk: int) -> Paper:
    """One paper. Raises Paper.DoesNotExist, the same for what may not be seen."""
    return visible_papers(viewer).get(kind=kind, pk=pk)


def basic_policies(viewer: Viewer) -> QuerySet[Paper]:
    """All versions of the basic policy, newest first; drafts before them."""
    rows = visible_papers(viewer).filter(kind=PaperKind.BASIC)
    return rows.order_by("-pk").prefetch_related("amendments")


def versions(viewer: Viewer, paper: Paper) -> list[Paper]:
    """The versions before and after ``paper`` that the viewer may see, newest first."""
    rows = {row.pk: row for row in visible_papers(viewer).filter(kind=paper.kind)}
    found = {paper.pk: rows.get(paper.pk, paper)}
    grew = True
    while grew:
        more = {
            pk: row
            for pk, row in rows.items()
            if pk not in found
            and (row.previous_id in found or any(one.previous_id == pk for one in found.values()))
        }
        found |= more
        grew = bool(more)
    return sorted(found.values(), key=lambda row: -row.pk)


def steps(paper: Paper) -> QuerySet[PaperStep]:
    """What happened to a paper, newest first."""
    return paper.steps.select_related("actor")


def passages(paper: Paper) -> Sequence[Passage]:
    """The articles of a basic policy as texts to compare."""
    return [Passage(row.number, row.title, row.text) for row in paper.articles.all()]


def compared(old: Paper, new: Paper) -> list[Compared]:
    """Two versions of a basic policy, article by article."""
    return compare(passages(old), passages(new))


def directives(viewer: Viewer) -> QuerySet[StoredDocument]:
    """Visible documents of which articles were read."""
    read = SourceRecord.objects.filter(type="provision").values("document")
    return visible_documents(viewer).filter(pk__in=read).defer("text", "search_text", "places")


def basic_in_force(viewer: Viewer) -> Paper | None:
    """The basic policy that is in force."""
    return basic_policies(viewer).filter(state=PaperState.ADOPTED).first()


def waiting(viewer: Viewer) -> QuerySet[Paper]:
    """Drafts and papers that were reviewed and not adopted yet, the latest changed first."""
    open_states = (PaperState.DRAFT, PaperState.REVIEWED)
    return visible_papers(viewer).filter(state__in=open_states).order_by("-changed_at", "-pk")


def policies(viewer: Viewer) -> QuerySet[Paper]:
    """Papers of regional and country policies that were not replaced, newest version first."""
    rows = visible_papers(viewer).filter(kind=PaperKind.POLICY).select_related("policy")
    return rows.exclude(state=PaperState.REPLACED).order_by("-pk")


def partners_of_policies(viewer: Viewer, own: Collection[str]) -> QuerySet[Partner]:
    """Partners with a policy of their own (``own`` are their codes) or with visible activities."""
    rows = Partner.objects.filter(pk__in=own) | partners_seen(viewer)
    return rows.exclude(kind="region").distinct().order_by("pk")


def subjects() -> QuerySet[Partner]:
    """Partners that a policy or assessment may be for."""
    return Partner.objects.exclude(kind="region").exclude(pk="JPN")
