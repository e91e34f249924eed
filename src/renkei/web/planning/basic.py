"""The basic policy: its versions, one with its articles, writing a draft, two versions compared."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from renkei.apps.accounts.rights import may
from renkei.apps.planning import basic, selectors
from renkei.apps.planning.choices import PaperKind
from renkei.apps.planning.models import Article, Paper
from renkei.core.errors import RenkeiError
from renkei.core.planning.articles import RULES, Carried, rules_of
from renkei.web.documents.addresses import address_of
from renkei.web.forms import explain
from renkei.web.planning import paper_forms as f
from renkei.web.planning import way
from renkei.web.requests import person


def versions(request: HttpRequest) -> HttpResponse:
    """Every version of the basic policy."""
    context = {
        "papers": selectors.basic_policies(request.user),
        "may_write": may(request.user, "planning.write"),
        "trail": [(reverse("planning"), _("Planning"))],
    }
    return render(request, "planning/basic_list.html", context)


def one(
    request: HttpRequest, pk: int, bad: f.PaperForm | None = None, status: int = 200
) -> HttpResponse:
    """One version with its articles, amendments, and the rules that carry the articles out."""
    paper = find(request, pk)
    articles = list(paper.articles.select_related("record"))
    numbers = {row.number for row in articles}
    context = way.context(request, paper, bad) | {
        "trail": trail(),
        "articles": [(row, depth(row), _rules(row.number), _place(row)) for row in articles],
        "amendments": paper.amendments.all(),
        "rules": [(rule, _address(rule), rule.article in numbers) for rule in RULES],
    }
    return render(request, "planning/basic.html", context, status=status)


def new(request: HttpRequest) -> HttpResponse:
    """A draft from a document, or typed."""
    by = person(request)
    if not may(by, "planning.write"):
        raise PermissionDenied
    chosen = request.POST.get("way", "")
    forms: dict[str, Any] = {
        "document": f.FromDocumentForm(
            request.POST if chosen == "document" else None,
            documents=selectors.directives(by),
            auto_id="id_document_%s",
        ),
        "typed": f.TypedForm(
            request.POST if chosen == "typed" else None, by=by, auto_id="id_typed_%s"
        ),
    }
    form = forms.get(chosen)
    if form is not None and form.is_valid():
        try:
            paper = _begin(request, chosen, form.cleaned_data)
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("The draft was begun."))
            return redirect("planning_basic_one", paper.pk)
    context = {"forms": forms, "form": form, "trail": trail()}
    return render(request, "planning/basic_new.html", context, status=400 if form else 200)


def write(request: HttpRequest, pk: int, article_pk: int | None = None) -> HttpResponse:
    """Write an article of a draft, or add one at the end."""
    paper = find(request, pk)
    if not (paper.is_draft and may(request.user, "planning.write", paper)):
        raise PermissionDenied
    article = get_object_or_404(paper.articles, pk=article_pk) if article_pk else None
    start = {"version": paper.version}
    if article is not None:
        start |= {name: getattr(article, name) for name in ("number", "title", "text")}
    form = f.ArticleForm(request.POST or None, initial=start)
    if form.is_valid():
        try:
            _write(request, paper, article, form.cleaned_data)
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("planning_basic_one", pk)
    context = {"form": form, "paper": paper, "article": article, "trail": trail(paper)}
    status = 400 if form.is_bound else 200
    return render(request, "planning/basic_article.html", context, status=status)


def amend(request: HttpRequest, pk: int) -> HttpResponse:
    """Say when a draft was issued or amended."""
    paper = find(request, pk)
    if not (paper.is_draft and may(request.user, "planning.write", paper)):
        raise PermissionDenied
    form = f.AmendmentForm(request.POST or None, initial={"version": paper.version})
    if form.is_valid():
        try:
            basic.add_amendment(by=person(request), paper=paper, **form.cleaned_data)
        except RenkeiError as error:
            explain(form, error)
        else:
            messages.success(request, _("Saved."))
            return redirect("planning_basic_one", pk)
    context = {"form": form, "paper": paper, "trail": trail(paper)}
    status = 400 if form.is_bound else 200
    return render(request, "planning/basic_amend.html", context, status=status)


def difference(request: HttpRequest, pk: int, other_pk: int) -> HttpResponse:
    """Two versions side by side: ``other_pk`` is the older one."""
    new_one, old_one = find(request, pk), find(request, other_pk)
    found = selectors.compared(old_one, new_one)
    context = {
        "old": old_one,
        "new": new_one,
        "compared": [one for one in found if one.fate != "same"],
        "same": sum(one.fate == "same" for one in found),
        "trail": trail(new_one),
    }
    return render(request, "planning/difference.html", context)


def find(request: HttpRequest, pk: int) -> Paper:
    """The basic policy, or 404."""
    try:
        return selectors.paper(request.user, PaperKind.BASIC, pk)
    except Paper.DoesNotExist as error:
        raise Http404 from error


def trail(paper: Paper | None = None) -> list[tuple[str, str]]:
    """The way to the page."""
    found = [
        (reverse("planning"), _("Planning")),
        (reverse("planning_basic"), _("Basic policy")),
    ]
    return [*found, (way.address(paper), paper.title)] if paper else found


def depth(article: Article) -> int:
    """How deep an article stands, 1 to 4, by the marks of its number."""
    marks = article.number.count("(") + any("①" <= mark <= "⑳" for mark in article.number)
    return min(marks + 1 + (article.role == "means"), 4)


def _begin(request: HttpRequest, chosen: str, data: dict[str, Any]) -> Paper:
    if chosen == "document":
        return basic.from_document(by=person(request), **data)
    words = basic.Words(number=data["number"], title=data["heading"], text=data["text"])
    return basic.typed(
        by=person(request),
        title=data["title"],
        articles=[words],
        organisation=data["organisation"],
        marking=data["marking"],
    )


def _write(
    request: HttpRequest, paper: Paper, article: Article | None, data: dict[str, Any]
) -> None:
    by, version = person(request), data["version"]
    if article is not None and "drop" in request.POST:
        basic.drop_article(by=by, paper=paper, version=version, article=article)
        return
    words = basic.Words(number=data["number"], title=data["title"], text=data["text"])
    basic.write_article(by=by, paper=paper, version=version, words=words, article=article)


def _place(article: Article) -> str:
    record = article.record
    return address_of(record.document_id, record.line, record.start) if record else ""


def _rules(number: str) -> list[tuple[Carried, str]]:
    return [(rule, _address(rule)) for rule in rules_of(number)]


def _address(rule: Carried) -> str:
    """Where the rule works; "" where that part of the house does not stand yet."""
    try:
        return reverse(rule.page) if rule.page else ""
    except NoReverseMatch:
        return ""


way.PAGES[PaperKind.BASIC] = ("planning_basic_one", one)
