"""Tags and filters of the pages: addresses, icons, terms of codes, dates."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from django import template
from django.contrib.staticfiles import finders
from django.http import QueryDict
from django.template import Context
from django.templatetags.static import static
from django.utils.safestring import SafeString

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.counting import selectors as counting
from renkei.apps.evaluation.models import QualitativeTarget, Rating
from renkei.apps.notices import selectors as notices
from renkei.apps.publications.scheme import scheme_line
from renkei.apps.publications.sheet import Rating as PrintedRating
from renkei.apps.register import questions
from renkei.apps.register.models import Activity
from renkei.web import dates, labels
from renkei.web.charts.svg import element
from renkei.web.icons import ICONS

register = template.Library()
register.filter("printed_date", dates.printed_date)
register.filter("fiscal_year", dates.fiscal_year)
register.filter("fiscal_year_short", dates.fiscal_year_short)
register.filter("label", labels.label)
register.filter("meaning", labels.definition)


@register.simple_tag
def icon(name: str, size: int = 20) -> SafeString:
    """An icon that says nothing of its own: the words beside it do."""
    return element(
        "svg",
        element("path", d=ICONS[name]),
        viewBox="0 0 24 24",
        width=size,
        height=size,
        fill="none",
        stroke="currentColor",
        stroke_width=2,
        stroke_linecap="round",
        stroke_linejoin="round",
        aria_hidden="true",
        focusable="false",
    )


@register.simple_tag
def asset(path: str) -> str:
    """The address of a static file, with a mark that changes when the file does."""
    return f"{static(path)}?v={_mark(path)}"


@lru_cache(maxsize=64)
def _mark(path: str) -> str:
    found = finders.find(path)
    return sha256(Path(found).read_bytes()).hexdigest()[:8] if found else "0"


@register.simple_tag
def period(start: str, end: str) -> str:
    """The printed dates of an activity."""
    return dates.printed_period(start, end)


@register.simple_tag(takes_context=True)
def in_area(context: Context, area: str) -> bool:
    """Whether the page belongs to an area of the navigation."""
    match = getattr(context.get("request"), "resolver_match", None)
    return bool(match and match.url_name and match.url_name.partition("_")[0] == area)


@register.simple_tag
def open_questions(viewer: Viewer) -> int:
    """How many questions are open to ``viewer``, of all kinds."""
    return sum(questions.open_numbers(viewer).values())


@register.simple_tag
def unread_notices(viewer: Viewer) -> int:
    """How many notices ``viewer`` has not read."""
    return notices.unread(viewer)


@register.simple_tag(takes_context=True)
def query(context: Context, **changes: Any) -> str:
    """The query of this page with ``changes``; None or "" takes a name away, and so the page."""
    values: QueryDict = context["request"].GET.copy()
    values.pop("page", None)
    for name, value in changes.items():
        if value in (None, ""):
            values.pop(name, None)
        else:
            values[name] = str(value)
    return f"?{values.urlencode()}" if values else "?"


@register.simple_tag(takes_context=True)
def query_without(context: Context, name: str) -> str:
    """The query of this page without one of its names."""
    return query(context, **{name: None})


@register.simple_tag
def rating_words(rating: Rating) -> str:
    """A rating as it is printed: ③相当程度進展あり（Ｂ）."""
    return scheme_line(
        PrintedRating(
            scale_value=rating.scale_value, label=rating.label, letter=rating.letter, reason=""
        )
    )


@register.filter
def thousands(number: int) -> str:
    """1234 as "1,234" in both languages."""
    return f"{number:,}"


@register.filter
def yen(amount: int) -> str:
    """1234 as "1,234", -1234 as "△1,234" as official tables print it."""
    return f"{'△' if amount < 0 else ''}{abs(amount):,}"


@register.simple_tag(takes_context=True)
def cited_items(context: Context, target: QualitativeTarget) -> list[tuple[str, list[Activity]]]:
    """The items of a target, each with what its progress cites and the reader may see."""
    found = counting.cited_by_item(context["user"], target)
    return [(words, found.get(item, [])) for item, words in enumerate(target.items)]


@register.simple_tag(takes_context=True)
def cited_activities(context: Context, target: QualitativeTarget) -> list[Activity]:
    """What a target's progress cites, as far as the reader of the page may see it."""
    return counting.cited(context["user"], target)
