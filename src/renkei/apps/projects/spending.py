"""What means of achievement cost in a year, asked by means, purpose, partner and means of exchange.

A means leads through the indicators it serves to the activities that are told under these, cited or
counted, and so to partners. Nothing is divided: a figure that leads to several partners stands whole
with each of them as shared, and enters no sum. Activities are those that the viewer may see.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Generic, TypeVar

from renkei.apps.accounts.selectors import Viewer
from renkei.apps.counting import selectors as counting
from renkei.apps.evaluation import selectors as evaluation
from renkei.apps.evaluation.models import Indicator, Means, MeansAmount, Policy
from renkei.apps.planning.models import ActivityCost
from renkei.apps.planning.priorities import visible_costs
from renkei.apps.projects.models import ProjectLink
from renkei.apps.register.models import Activity
from renkei.apps.register.selectors import told_under, visible_activities

_Row = TypeVar("_Row")
_Identity = tuple[str, ...]
Told = dict[tuple[_Identity, int], list[MeansAmount]]
"""Amounts by means and fiscal year."""


class Way(StrEnum):
    """What money is asked by."""

    MEANS = "means"
    PURPOSE = "purpose"
    PARTNER = "partner"
    CATEGORY = "category"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One means in one year: ``amount`` counts, ``again`` tells the same money once more."""

    amount: MeansAmount
    again: tuple[MeansAmount, ...]
    indicators: tuple[Indicator, ...]
    activities: tuple[Activity, ...]

    @property
    def means(self) -> Means:
        """The means as the sheet of the amount that counts has it."""
        return self.amount.means

    @property
    def initial(self) -> bool:
        """No execution is told yet: sheets then print the initial budget, not the total."""
        return self.amount.executed_yen is None

    @property
    def differing(self) -> bool:
        """Another sheet tells another amount of the same means and year."""
        pair = (self.amount.budget_yen, self.amount.executed_yen)
        return any((one.budget_yen, one.executed_yen) != pair for one in self.again)

    def keys(self, way: Way) -> list[str]:
        """What the figure belongs to, asked one way; several: it is shared."""
        match way:
            case Way.MEANS:
                return [self.means.name]
            case Way.PURPOSE:
                told = (self.amount, *self.again)
                return sorted({_purpose(one.means) for one in told})
            case Way.PARTNER | Way.CATEGORY:
                return sorted({key for one in self.activities for key in activity_keys(one, way)})


@dataclass(slots=True)
class Group(Generic[_Row]):
    """What belongs to ``key`` alone, and what also belongs to others with to how many in all."""

    key: str
    wholly: list[_Row] = field(default_factory=list)
    shared: list[tuple[_Row, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of one year that may be made; None: no figure tells it. Initial and total stay apart."""

    total: int | None
    initial: int | None
    executed: int | None


def grouped(rows: Iterable[_Row], keys: Callable[[_Row], list[str]]) -> list[Group[_Row]]:
    """Groups in order of first sight; the key "" has what belongs to nothing."""
    found: dict[str, Group[_Row]] = {}
    for row in rows:
        own = keys(row) or [""]
        for key in own:
            group = found.setdefault(key, Group(key))
            if len(own) == 1:
                group.wholly.append(row)
            else:
                group.shared.append((row, len(own)))
    return list(found.values())


def sums(figures: Iterable[Figure]) -> Sums:
    """What figures of one year add up to."""
    rows = list(figures)
    return Sums(
        total=_sum(one.amount.budget_yen for one in rows if not one.initial),
        initial=_sum(one.amount.budget_yen for one in rows if one.initial),
        executed=_sum(one.amount.executed_yen for one in rows),
    )


def activity_keys(activity: Activity, way: Way) -> list[str]:
    """Partners or means of exchange of an activity; [] where it tells none, or asked other ways."""
    if way is Way.PARTNER:
        return [code for code in activity.partner_codes.split(";") if code]
    return [activity.category] if way is Way.CATEGORY and activity.category else []


def costs(viewer: Viewer, year: int) -> list[ActivityCost]:
    """What activities of a fiscal year cost, as far as it was told."""
    rows = visible_costs(viewer).filter(activity__sort_year=year)
    return list(rows.select_related("activity").order_by("activity_id"))


def told(viewer: Viewer) -> Told:
    """What all sheets tell of each means and year; the latest sheet comes last."""
    rows = MeansAmount.objects.filter(means__policy__in=evaluation.visible_policies(viewer))
    projects = _projects(viewer)
    amounts_of = list(rows.select_related("means__policy", "means__field"))
    owners: dict[str, set[str]] = defaultdict(set)
    for row in amounts_of:
        _kind, owner, name = _name(row.means)
        owners[name] |= {owner} - {""}
    found: Told = defaultdict(list)
    for row in amounts_of:
        found[_identity(row.means, projects, owners), row.fiscal_year].append(row)
    for amounts in found.values():
        amounts.sort(key=lambda one: (one.means.policy.fiscal_year or 0, -one.pk))
    return found


def years(all_told: Told) -> list[tuple[int, Sums]]:
    """The years that amounts are told of, the newest first, with their sums over all means."""
    found: dict[int, list[Figure]] = defaultdict(list)
    for (_identity, year), amounts in all_told.items():
        found[year].append(_figure(amounts, {}, {}, {}))
    return [(year, sums(found[year])) for year in sorted(found, reverse=True)]


def figures(viewer: Viewer, all_told: Told, year: int) -> list[Figure]:
    """Each means of a year once, by name; the latest sheet that tells it counts."""
    of_year = [amounts for (_one, told_year), amounts in all_told.items() if told_year == year]
    policies = {row.means.policy_id: row.means.policy for amounts in of_year for row in amounts}
    served: dict[int, list[Indicator]] = defaultdict(list)
    for indicator in Indicator.objects.filter(policy__in=policies).order_by("position", "pk"):
        served[indicator.policy_id].append(indicator)
    done = _done(viewer, policies, served, year)
    keys = sorted(set().union(*done.values()))
    activities = {row.pk: row for row in visible_activities(viewer).filter(pk__in=keys)}
    found = [_figure(amounts, served, done, activities) for amounts in of_year]
    return sorted(found, key=lambda one: (one.means.name, one.means.pk))


def _figure(
    amounts: list[MeansAmount],
    served: dict[int, list[Indicator]],
    done: dict[int, set[int]],
    activities: dict[int, Activity],
) -> Figure:
    """``served`` has the indicators of each policy, ``done`` the activities of each indicator."""
    *earlier, latest = amounts
    indicators = {
        row.pk: row
        for one in (latest, *earlier)
        for row in served.get(one.means.policy_id, ())
        if row.number in one.means.indicators
    }
    keys = {key for pk in indicators for key in done.get(pk, ())}
    return Figure(
        amount=latest,
        again=tuple(earlier),
        indicators=tuple(indicators.values()),
        activities=tuple(activities[key] for key in sorted(keys & activities.keys())),
    )


def _done(
    viewer: Viewer, policies: dict[int, Policy], served: dict[int, list[Indicator]], year: int
) -> dict[int, set[int]]:
    """Activities of a year that are told under an indicator, cited or counted by it."""
    documents = {row.document_id for row in policies.values() if row.document_id}
    under = told_under(viewer, documents, year)
    found = counting.of_year(viewer, policies, year)
    for policy, rows in served.items():
        for row in rows:
            key = (policies[policy].document_id or 0, row.number)
            found[row.pk] = found.get(row.pk, set()) | under.get(key, set())
    return found


def _projects(viewer: Viewer) -> dict[_Identity, str]:
    """Number of the project that people linked to a means, by its name and organisation."""
    policies = evaluation.visible_policies(viewer).values("pk")
    links = ProjectLink.objects.filter(ended_at=None, means__policy__in=policies)
    links = links.select_related("means__policy", "project").order_by("-pk")
    return {_name(row.means): row.project.number for row in links}


def _identity(
    means: Means, projects: dict[_Identity, str], owners: dict[str, set[str]]
) -> _Identity:
    """Review numbers change each year and are no evidence; a link by a person or the name is.

    A sheet whose organisation nobody told is of the one organisation that has the name.
    """
    kind, owner, folded = _name(means)
    if not owner and len(owners[folded]) == 1:
        (owner,) = owners[folded]
    name = (kind, owner, folded)
    return ("project", projects[name]) if name in projects else name


def _name(means: Means) -> tuple[str, str, str]:
    folded = "".join(unicodedata.normalize("NFKC", means.name).split())
    return ("name", str(means.policy.organisation_id or ""), folded)


def _purpose(means: Means) -> str:
    """The policy and, where the sheet tells it, its field."""
    return f"{means.policy.name}／{means.field.name}" if means.field else means.policy.name


def _sum(amounts: Iterable[int | None]) -> int | None:
    told = [one for one in amounts if one is not None]
    return sum(told) if told else None
