"""Which part of Renkei carries out which article of the basic policy.

Every rule that an article asks for names it here, so that the page of the basic policy can show
both ways: what an article led to, and what has no part of the house behind it yet. The words of a
rule are those of the group ``planning_rule`` of the glossary.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

PURPOSES: dict[str, str] = {
    "mutual_understanding": "2(1)",
    "co_operation": "2(2)(ア)①",
    "mutual_enlightenment": "2(2)(ア)②",
    "promoting_understanding": "2(2)(イ)①",
    "conveying_concern": "2(2)(イ)②",
}
"""Purposes of exchange and the articles that name them."""


@dataclass(frozen=True, slots=True)
class Carried:
    """``rule`` carries out ``article``; ``page`` is the name of the address where it works."""

    article: str
    rule: str
    page: str = ""


RULES: tuple[Carried, ...] = (
    *(Carried(number, "purpose_named", "planning_policies") for number in PURPOSES.values()),
    Carried("3(1)", "means_told", "activities"),
    Carried("4(1)(ア)", "spent_beside_priority", "planning_priorities"),
    Carried("4(1)(イ)", "priority_weighed", "planning_priorities"),
    Carried("4(1)(イ)①", "interest_and_concern", "planning_priorities"),
    Carried("4(1)(イ)②", "influence_on_security", "planning_priorities"),
    Carried("4(2)", "means_foreseen", "planning_policies"),
    Carried("5(2)", "coverage_of_means", "planning_coverage"),
    Carried("7(1)", "consultation", "cases"),
    Carried("7(2)", "attaches_told", "cases"),
    Carried("7(3)", "information_security", "cases"),
    Carried("7(4)", "ministries_told", "cases"),
    Carried("7(5)", "ally_told", "cases"),
    Carried("7(6)", "tokyo_attaches_told", "cases"),
    Carried("8", "policy_versions", "planning_basic"),
    Carried("9", "policy_or_region", "planning_policies"),
    Carried("10", "plan_in_period", "planning_plans"),
    Carried("11", "committee_decides", "committee"),
)


def rules_of(article: str) -> Iterator[Carried]:
    """The rules that carry out an article, by its number with all marks."""
    return (rule for rule in RULES if rule.article == article)
