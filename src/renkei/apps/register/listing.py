"""The list of activities: filters, order, pages. What a shared link of the list carries."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from django.db.models import F, OrderBy, Q, QuerySet

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.register.models import Activity
from renkei.apps.register.selectors import visible_activities

PER_PAGE = 50
COLUMNS = {
    "date": "start_day",
    "title": "title",
    "partner": "partner_codes",
    "means": "category",
    "kind": "kind",
    "level": "level",
    "mode": "mode",
    "status": "status",
    "year": "fiscal_year",
    "changed": "updated_at",
}
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
    """Visible activities that match, in the order asked for; rows without a value come last."""
    rows = visible_activities(viewer).filter(_conditions(asked))
    if asked.text.strip():
        rows = rows.filter(search_text__words=asked.text)
    return rows.defer("search_text").order_by(*_order(asked))


def page(
    viewer: Viewer, asked: ActivityFilter, number: int = 1, per_page: int = PER_PAGE
) -> ActivityPage:
    """One page and the number of all matches, in a constant number of queries.

    Keys are sorted first and rows fetched for one page only: a sort that drags whole rows along
    is what makes long lists slow.
    """
    rows = matching(viewer, asked)
    total = rows.order_by().count()
    pages = max(1, ceil(total / per_page))
    number = min(max(1, number), pages)
    start = (number - 1) * per_page
    keys = list(rows.values_list("pk", flat=True)[start : start + per_page])
    found = (
        Activity.objects.defer("search_text")
        .select_related("organisation")
        .prefetch_related("partners")
        .in_bulk(keys)
    )
    return ActivityPage([found[key] for key in keys if key in found], total, number, pages)


def _conditions(asked: ActivityFilter) -> Q:
    exact = {
        "partners": asked.partner,
        "category": asked.means,
        "kind": asked.kind,
        "level": asked.level,
        "mode": asked.mode,
        "status": asked.status,
        "fiscal_year": asked.year,
        "organisation__code": asked.organisation,
        "end_day__gte": asked.since,
        "start_day__lte": asked.until,
    }
    return Q(**{name: value for name, value in exact.items() if value not in ("", None)})


def _order(asked: ActivityFilter) -> list[OrderBy]:
    field = F(COLUMNS[asked.column])
    if asked.descending:
        return [field.desc(nulls_last=True), F("pk").desc()]
    return [field.asc(nulls_last=True), F("pk").asc()]
