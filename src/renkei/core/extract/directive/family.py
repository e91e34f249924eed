"""Read a directive: its issue and amendments, articles, purposes, means, points to observe."""

from __future__ import annotations

import re

from renkei.core.extract.base import Extraction
from renkei.core.grammar.directive import CHAPTER, CIRCLED, CLAUSE, Article, read_articles
from renkei.core.grammar.directive_issues import Issue, read_issues
from renkei.core.records import Provision
from renkei.core.records.codes import ProvisionRole
from renkei.core.text.blocks import join_words
from renkei.core.text.prepared import Prepared
from renkei.core.vocabulary import Vocabulary

_HEAD_LENGTH = 1500
_NAMED = re.compile("通達|訓令|基本方針|通知|要領|要綱|規程|規則|細則|指針")
_FACTORS = re.compile(r"[2-9二三四]つの要素")


def read_directive(source: Prepared, vocabulary: Vocabulary) -> Extraction:
    """Every article of a directive; other documents give nothing."""
    if not _NAMED.search("".join(source.text[:_HEAD_LENGTH].split(" "))):
        return Extraction()
    issues = list(read_issues(source.text))
    articles = read_articles(source.text, issues[-1].end) if issues else []
    if not articles:
        return Extraction()
    records = [_issue(source, issue) for issue in issues]
    before = ""
    for article in articles:
        records.append(_article(source, article, before))
        if article.level < CIRCLED:  # the body that opens a list of ①, ②, …
            before = "".join(article.lines)
    return Extraction(tuple(records))


def _issue(source: Prepared, issue: Issue) -> Provision:
    return Provision(
        evidence=source.evidence(issue.start, issue.end),
        rule="directive.issue",
        notes=("year_inferred",) if issue.inferred else (),
        role="amended" if issue.amended else "issued",
        date=issue.date,
        reference=issue.reference,
    )


def _article(source: Prepared, article: Article, before: str) -> Provision:
    return Provision(
        evidence=source.evidence(article.start, article.end),
        rule="directive.item" if article.item else "directive.article",
        role=_role(article, before),
        number=article.path,
        title=article.title,
        text=_body(article.lines),
    )


def _body(lines: list[str]) -> str | None:
    """The lines below a heading: a sentence that goes on is joined, a dash begins a new line."""
    paragraphs: list[list[str]] = []
    for line in lines:
        if not paragraphs or line.startswith(("-", "・")) or paragraphs[-1][-1].endswith("。"):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return "\n".join(join_words(parts) for parts in paragraphs) or None


def _role(article: Article, before: str) -> ProvisionRole:
    """What an article is for, by the title of its chapter."""
    chapter = next((title for title in article.above if title), "")
    if article.level == CIRCLED and _FACTORS.search(before):
        return "factor"
    if "手段" in chapter and article.item:
        return "means"
    if article.level == CHAPTER or article.item or article.parent:
        return _role_below(chapter) if article.above and not article.item else "article"
    if article.level == CLAUSE and article.lines:
        return _role_below(article.title or "")
    return _role_below(chapter) if article.above else "article"


def _role_below(title: str) -> ProvisionRole:
    """What stands below a title, or under it alone, is for."""
    if "目的" in title and "手段" not in title and "応じた" not in title:
        return "purpose"
    return "consideration" if "留意" in title else "article"
