"""The basic policy as a versioned text: from an ingested directive, or typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from renkei.apps.accounts.models import Organisation, User
from renkei.apps.documents import selectors as documents
from renkei.apps.documents.models import SourceRecord, StoredDocument
from renkei.apps.planning import papers
from renkei.apps.planning.choices import PaperKind
from renkei.apps.planning.models import Amendment, Article, Paper
from renkei.core.errors import UsageError, ValueFormError
from renkei.core.values import PartialDate

ISSUES = ("issued", "amended")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """An article as a person types it."""

    number: str
    title: str = ""
    text: str = ""


@transaction.atomic
def from_document(
    *, by: User, document: StoredDocument, title: str = "", previous: Paper | None = None
) -> Paper:
    """A draft of the articles that were read from a directive. Raises UsageError RK883 for none."""
    records = list(documents.records(by, document, "provision"))
    if not any(record.payload["role"] not in ISSUES for record in records):
        raise UsageError("RK883", name=document)
    paper = papers.begin(
        by=by,
        kind=PaperKind.BASIC,
        title=title or str(document),
        organisation=document.organisation,
        marking=document.marking,
        previous=previous,
    )
    Article.objects.bulk_create(_articles(paper, records))
    Amendment.objects.bulk_create(
        Amendment(
            paper=paper,
            day=record.payload.get("date") or "",
            reference=record.payload.get("reference") or "",
            role=record.payload["role"],
            record=record,
        )
        for record in records
        if record.payload["role"] in ISSUES
    )
    return paper


@transaction.atomic
def typed(
    *,
    by: User,
    title: str,
    articles: Sequence[Words],
    organisation: Organisation | None = None,
    marking: int = 0,
) -> Paper:
    """A draft of what a person typed."""
    paper = papers.begin(
        by=by, kind=PaperKind.BASIC, title=title, organisation=organisation, marking=marking
    )
    Article.objects.bulk_create(
        Article(paper=paper, position=position, number=one.number, title=one.title, text=one.text)
        for position, one in enumerate(articles)
    )
    return paper


@transaction.atomic
def write_article(
    *,
    by: User,
    paper: Paper,
    version: int,
    words: Words,
    article: Article | None = None,
    after: Article | None = None,
) -> Article:
    """Change an article of a draft, or add one behind another (at the end without one)."""
    current = papers.open_draft(by, paper, version)
    if not words.number.strip():
        raise UsageError("RK503", field="number", found="", expected="")
    row = article or Article(paper=current, position=_room(current, after))
    row.number, row.title, row.text = words.number.strip(), words.title.strip(), words.text.strip()
    row.save()
    papers.wrote(by, current, "write_article", number=row.number)
    return row


@transaction.atomic
def drop_article(*, by: User, paper: Paper, version: int, article: Article) -> None:
    """Take an article out of a draft."""
    current = papers.open_draft(by, paper, version)
    article.delete()
    papers.wrote(by, current, "drop_article", number=article.number)


@transaction.atomic
def add_amendment(
    *, by: User, paper: Paper, version: int, day: str, reference: str = "", role: str = "amended"
) -> Amendment:
    """Say when and by which document the draft was issued or amended."""
    current = papers.open_draft(by, paper, version)
    try:
        told = str(PartialDate.written(day))
    except ValueFormError as error:
        raise UsageError("RK503", field="day", found=day, expected="") from error
    row = Amendment.objects.create(paper=current, day=told, reference=reference.strip(), role=role)
    papers.wrote(by, current, "add_amendment", day=told)
    return row


def _articles(paper: Paper, records: Sequence[SourceRecord]) -> list[Article]:
    return [
        Article(
            paper=paper,
            position=position,
            number=record.payload.get("number") or "",
            title=(record.payload.get("title") or "")[:300],
            text=record.payload.get("text") or "",
            role=record.payload["role"],
            record=record,
        )
        for position, record in enumerate(records)
        if record.payload["role"] not in ISSUES
    ]


def _room(paper: Paper, after: Article | None) -> int:
    """The position behind ``after``; those behind it move on."""
    rows = list(paper.articles.all())
    if after is None:
        return rows[-1].position + 1 if rows else 0
    behind = [row for row in rows if row.position > after.position]
    for row in behind:
        row.position += 1
    Article.objects.bulk_update(behind, ["position"])
    return after.position + 1


def _complete(paper: Paper) -> None:
    if not paper.articles.exists():
        raise UsageError("RK876", name=paper.title)


def _copy(old: Paper, new: Paper) -> None:
    for article in old.articles.all():
        article.pk, article.paper = None, new
        article.save()
    for amendment in old.amendments.all():
        amendment.pk, amendment.paper = None, new
        amendment.save()


papers.CHECKS[PaperKind.BASIC] = _complete
papers.COPIES[PaperKind.BASIC] = _copy
