"""The request of a year as PDF: the projects, then the sums beside the year before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from renkei.apps.planning.models import Paper
from renkei.apps.planning.plan_selectors import in_year
from renkei.apps.publications.canvas import Box
from renkei.apps.publications.grid import Grid
from renkei.apps.publications.pdf import compose
from renkei.web.dates import fiscal_year
from renkei.web.labels import marking_label
from renkei.web.planning.request_figures import Row, cells, heads, tables, whole
from renkei.web.templatetags.renkei import yen

_PROJECT_SPANS = (10, 6, 5, 5, 5, 3, 6, 3, 5)
_SUM_SPANS = (18, 10, 10, 10)


def build(paper: Paper, fiscal: int) -> bytes:
    """The request of one fiscal year. Raises InputError where a character or font is missing."""
    title = _("Budget request of %(year)s") % {"year": fiscal_year(fiscal)}
    pages = [_projects(paper, fiscal, title), _sums(paper, fiscal)]
    return compose(pages, title=title, policy=paper.title, marking=marking_label(paper.marking))


def _projects(paper: Paper, fiscal: int, title: str) -> Grid:
    grid = Grid()
    grid.line(title, "title")
    grid.line(marking_label(paper.marking), "marking")
    grid.line(paper.title, "right")
    grid.ruled([_boxes(heads(), _PROJECT_SPANS, "label")], head=True)
    grid.ruled([_boxes(cells(row), _PROJECT_SPANS, "text") for row in in_year(paper.plan, fiscal)])
    return grid


def _sums(paper: Paper, fiscal: int) -> Grid:
    grid = Grid(flows=True)
    columns = (fiscal_year(fiscal), fiscal_year(fiscal - 1), _("Increase or decrease"))
    for table in tables(paper.plan, fiscal):
        grid.line(table.name, "strong")
        grid.ruled([_boxes((_("Group"), *columns), _SUM_SPANS, "label")], head=True)
        grid.ruled([_row(one) for one in table.rows])
        grid.gap()
    grid.ruled([_row(whole(paper.plan, fiscal))])
    return grid


def _row(one: Row) -> list[Box]:
    return _boxes((one.name, one.now, one.before, one.difference), _SUM_SPANS, "text")


def _boxes(values: Sequence[str | int | None], spans: Sequence[int], style: str) -> list[Box]:
    return list(_each(values, spans, style))


def _each(values: Sequence[str | int | None], spans: Sequence[int], style: str) -> Iterator[Box]:
    for value, span in zip(values, spans, strict=True):
        if isinstance(value, int):
            yield Box(span, yen(value), "number")
        else:
            yield Box(span, value or "", style)
