"""What a new proposal begins with: a template, last year's case, a series."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import Organisation, User
from renkei.apps.coordination.models import Case
from renkei.apps.coordination.services import propose
from renkei.apps.coordination.values import FIELDS
from renkei.core.coordination.series import next_title, next_year, ordinal_of
from renkei.core.errors import UsageError

LONGEST_SERIES = 10
APART = ("partners", "gap")
"""Not taken over as they are: partners have their own column, a gap is filled once."""
_FOLLOWING = ("start", "end", "title", "ordinal")


def again(case: Case) -> dict[str, Any]:
    """The fields of ``case`` a year later: the next 第N回, the same days of the next year."""
    values: dict[str, Any] = {name: getattr(case, name) for name in FIELDS if name not in APART}
    values["partners"] = case.codes
    return following(values)


def following(values: Mapping[str, Any]) -> dict[str, Any]:
    """These fields a year later."""
    title = next_title(values.get("title", ""))
    ordinal = values.get("ordinal")
    return {
        **values,
        "title": title,
        "ordinal": ordinal_of(title) or (ordinal + 1 if ordinal else ordinal),
        "start": next_year(values.get("start", "")),
        "end": next_year(values.get("end", "")),
    }


@transaction.atomic
def propose_series(
    *,
    by: User,
    values: Mapping[str, Any],
    organisation: Organisation,
    years: int,
    marking: int = Marking.INTERNAL,
    previous: Case | None = None,
) -> list[Case]:
    """One case a year, each continuing the one before; all of them or none."""
    if not 1 <= years <= LONGEST_SERIES:
        raise UsageError("RK503", field="years", found=years, expected=f"1-{LONGEST_SERIES}")
    made: list[Case] = []
    now = dict(values)
    for _ in range(years):
        previous = propose(
            by=by, values=now, organisation=organisation, marking=marking, previous=previous
        )
        made.append(previous)
        now = following(now)
    return made
