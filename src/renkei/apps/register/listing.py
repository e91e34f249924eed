"""The list of activities: filters, order, pages. What a shared link of the list carries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from django.db.models import F, Max, OrderBy, QuerySet

from renkei.apps.accounts.models import Organisation
from renkei.apps.accounts.selectors import Viewer
from renkei.apps.register.models import ORDERS, UNDATED, Activity
from renkei.apps.register.selectors import visible_activities
from renkei.apps.search.unindexed import Unindexed

PER_PAGE = 50
COLUMNS = ORDERS
"""Column of the list -> field that it sorts by; "-date" sorts newest first."""
DEFAULT_SORT = "-date"


@dataclass(frozen=True, slots=True)
class ActivityFilter:
    """What is asked for; empty means any. ``text`` is words that must all occur.

    ``organisation`` is a code; ``since`` and ``until`` are days (ISO), both inclusive.
    """

    text: str = ""
    partner: str = ""
    means: str = ""
    kind: str = ""
    level: str = ""
    mode: str = ""
    status: str = ""
    year: int | None = None
    organisation: str = ""
    since: str = ""
    until: str = ""
    sort: str = DEFAULT_SORT

    @property
    def column(self) -> str:
        """The column that is sorted by; the default one for a name that is none."""
        name = self.sort.removeprefix("-")
        return name if name in COLUMNS else DEFAULT_SORT.removeprefix("-")

    @property
    def descending(self) -> bool:
        """Whether the order is reversed."""
        return self.sort.startswith("-")

    def sorted_by(self, column: str) -> ActivityFilter:
        """The same filter sorted by ``column``; by it the other way round if it already is."""
        again = self.column == column and not self.descending
        return replace(self, sort=f"-{column}" if again else column)

    def parameters(self) -> dict[str, str]:
        """What a link to this list carries: only what differs from the plain list."""
        plain = ActivityFilter()
        named = {name: getattr(self, name) for name in self.__slots__}
        return {name: str(value) for name, value in named.items() if value != getattr(plain, name)}


@dataclass(frozen=True, slots=True)
class ActivityPage:
    """One page of the list. ``number`` is 1-based and never beyond the last page."""

    items: list[Activity]
    total: int
    number: int
    pages: int


def matching(viewer: Viewer, asked: ActivityFilter) -> QuerySet[Activity]:
    """Visible activities that match, in the order asked for."""
    return (
        _narrowed(visible_activities(viewer), asked).defer("search_text").order_by(*_order(asked))
    )


def page(
    viewer: Viewer, asked: ActivityFilter, number: int = 1, per_page: int = PER_PAGE
) -> ActivityPage:
    """One page and the number of all matches, in a constant number of queries.

    Keys are found first and rows fetched for one page only. Two ways lead to the keys: to walk
    along the order until the page is full, or to gather all matches and sort them. The shorter
    one is taken; both give the same answer.
    """
    seen = visible_activities(viewer)
    everything = _narrowed(seen, asked)
    total = everything.order_by().count()
    pages = max(1, ceil(total / per_page))
    number = min(max(1, number), pages)
    start = (number - 1) * per_page
    size = Activity.objects.aggregate(newest=Max("pk"))["newest"] or 0
    # walking passes size/total rows for each one that it shows
    if (start + per_page) * size <= total * total:
        rows = _narrowed(seen, asked, walking=True).order_by(*_order(asked))
    else:
        gathered = Activity.objects.filter(pk__in=everything.order_by().values("pk"))
        rows = gathered.order_by(*_order(asked, indexed=False))
    keys = list(rows.values_list("pk", flat=True)[start : start + per_page])
    found = (
        Activity.objects.defer("search_text")
        .select_related("organisation")
        .prefetch_related("partners")
        .in_bulk(keys)
    )
    return ActivityPage([found[key] for key in keys if key in found], total, number, pages)


def _narrowed(
    rows: QuerySet[Activity], asked: ActivityFilter, *, walking: bool = False
) -> QuerySet[Activity]:
    """``rows`` that match; with ``walking`` SQLite may use indexes for the order only."""
    exact: dict[str, Any] = {
        "category": asked.means,
        "kind": asked.kind,
        "level": asked.level,
        "mode": asked.mode,
        "status": asked.status,
        "sort_year": asked.year,
        "free_sort_day__lte": asked.until,
        "end_day__gte": asked.since,
    }
    wanted = {name: value for name, value in exact.items() if value not in ("", None)}
    if asked.until:
        wanted["free_sort_day__gt"] = UNDATED
    # half of all days lie before any day: reading the filters side by side is shorter
    rows = rows.alias(free_sort_day=Unindexed("sort_day"))
    if asked.organisation:
        owner = Organisation.objects.filter(code=asked.organisation)
        wanted["organisation_id__in"] = owner.values("pk")
    if asked.partner:
        link = Activity.partners.through.objects.filter(partner_id=asked.partner)
        wanted["id__in"] = link.values("activity_id")
    if walking:
        names = {key.split("__")[0] for key in wanted if not key.startswith("free_")}
        rows = rows.alias(**{f"free_{name}": Unindexed(name) for name in names})
        wanted = {f"free_{key.removeprefix('free_')}": value for key, value in wanted.items()}
    rows = rows.filter(**wanted)
    if not asked.text.strip():
        return rows
    if walking:
        texts = Activity.objects.filter(search_text__words=asked.text)
        return rows.alias(free_pk=Unindexed("pk")).filter(free_pk__in=texts.values("pk"))
    return rows.filter(search_text__words=asked.text)


def _order(asked: ActivityFilter, *, indexed: bool = True) -> list[OrderBy]:
    name = COLUMNS[asked.column]
    field: F | Unindexed = F(name) if indexed else Unindexed(name)
    return [field.desc(), F("pk").desc()] if asked.descending else [field.asc(), F("pk").asc()]
