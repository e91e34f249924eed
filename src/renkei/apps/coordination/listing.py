"""The list of cases: filters, order, pages."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import Any

from django.db.models import F, OrderBy, QuerySet

from renkei.apps.accounts.models import Organisation
from renkei.apps.accounts.selectors import Viewer
from renkei.apps.coordination.choices import OPEN_STATES
from renkei.apps.coordination.models import ORDERS, Case
from renkei.apps.coordination.selectors import visible_cases
from renkei.apps.register.models import UNDATED

PER_PAGE = 50
DEFAULT_SORT = "-date"
OPEN = "open"
"""Asked for as a state: every state in which something can still happen."""


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What is asked for; empty means any. ``organisation`` is a code, the days are ISO."""

    text: str = ""
    partner: str = ""
    means: str = ""
    state: str = ""
    organisation: str = ""
    purpose: str = ""
    since: str = ""
    until: str = ""
    sort: str = DEFAULT_SORT

    @property
    def column(self) -> str:
        """The column that is sorted by; the default one for a name that is none."""
        name = self.sort.removeprefix("-")
        return name if name in ORDERS else DEFAULT_SORT.removeprefix("-")

    @property
    def descending(self) -> bool:
        """Whether the order is reversed."""
        return self.sort.startswith("-")

    def sorted_by(self, column: str) -> CaseFilter:
        """The same filter sorted by ``column``; by it the other way round if it already is."""
        again = self.column == column and not self.descending
        return replace(self, sort=f"-{column}" if again else column)

    def parameters(self) -> dict[str, str]:
        """What a link to this list carries: only what differs from the plain list."""
        plain = CaseFilter()
        named = {name: getattr(self, name) for name in self.__slots__}
        return {name: str(value) for name, value in named.items() if value != getattr(plain, name)}


@dataclass(frozen=True, slots=True)
class CasePage:
    """One page of the list. ``number`` is 1-based and never beyond the last page."""

    items: list[Case]
    total: int
    number: int
    pages: int


def page(viewer: Viewer, asked: CaseFilter, number: int = 1, per_page: int = PER_PAGE) -> CasePage:
    """One page and the number of all matches, in a constant number of queries.

    Keys are found first, from the indexes alone, and rows fetched for one page only.
    """
    rows = matching(viewer, asked)
    total = rows.order_by().count()
    pages = max(1, ceil(total / per_page))
    number = min(max(1, number), pages)
    start = (number - 1) * per_page
    keys = list(rows.values_list("pk", flat=True)[start : start + per_page])
    found = (
        Case.objects.defer("search_text", "aim")
        .select_related("organisation")
        .prefetch_related("partners")
        .in_bulk(keys)
    )
    return CasePage([found[key] for key in keys if key in found], total, number, pages)


def matching(viewer: Viewer, asked: CaseFilter) -> QuerySet[Case]:
    """Visible cases that match, in the order asked for."""
    exact: dict[str, Any] = {
        "category": asked.means,
        "purpose": asked.purpose,
        "sort_day__lte": asked.until,
        "end_day__gte": asked.since,
    }
    wanted = {name: value for name, value in exact.items() if value}
    if asked.until:
        wanted["sort_day__gt"] = UNDATED
    if asked.state == OPEN:
        wanted["state__in"] = OPEN_STATES
    elif asked.state:
        wanted["state"] = asked.state
    if asked.organisation:
        owner = Organisation.objects.filter(code=asked.organisation)
        wanted["organisation_id__in"] = owner.values("pk")
    if asked.partner:
        link = Case.partners.through.objects.filter(partner_id=asked.partner)
        wanted["id__in"] = link.values("case_id")
    rows = visible_cases(viewer).filter(**wanted)
    if asked.text.strip():
        rows = rows.filter(search_text__words=asked.text)
    return rows.defer("search_text", "aim").order_by(*_order(asked))


def _order(asked: CaseFilter) -> list[OrderBy]:
    field = F(ORDERS[asked.column])
    return [field.desc(), F("pk").desc()] if asked.descending else [field.asc(), F("pk").asc()]
