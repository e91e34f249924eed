"""Addresses of planning: address, view, name."""

from __future__ import annotations

from collections.abc import Callable

from django.http.response import HttpResponseBase

from renkei.web.planning import (
    basic,
    costs,
    coverage,
    lessons,
    overview,
    plans,
    policies,
    priorities,
    way,
)

PAGES: tuple[tuple[str, Callable[..., HttpResponseBase], str], ...] = (
    ("planning/", overview.overview, "planning"),
    (
        "planning/papers/<int:pk>/lessons/<int:lesson_pk>",
        lessons.take,
        "planning_lessons_take",
    ),
    ("planning/papers/<int:pk>/<slug:action>", way.act, "planning_papers_act"),
    ("planning/costs/<int:pk>", costs.cost, "planning_costs"),
    ("planning/coverage/", coverage.coverage, "planning_coverage"),
    ("planning/basic/", basic.versions, "planning_basic"),
    ("planning/basic/new", basic.new, "planning_basic_new"),
    ("planning/basic/<int:pk>/", basic.one, "planning_basic_one"),
    ("planning/basic/<int:pk>/articles/new", basic.write, "planning_basic_add"),
    ("planning/basic/<int:pk>/articles/<int:article_pk>", basic.write, "planning_basic_write"),
    ("planning/basic/<int:pk>/amendments/new", basic.amend, "planning_basic_amend"),
    ("planning/basic/<int:pk>/since/<int:other_pk>", basic.difference, "planning_basic_since"),
    ("planning/policies/", policies.listed, "planning_policies"),
    ("planning/policies/new", policies.new, "planning_policies_new"),
    ("planning/policies/<int:pk>/", policies.one, "planning_policies_one"),
    ("planning/policies/<int:pk>/write", policies.write, "planning_policies_write"),
    (
        "planning/policies/<int:pk>/since/<int:other_pk>",
        policies.difference,
        "planning_policies_since",
    ),
    ("planning/priorities/", priorities.ranked, "planning_priorities"),
    ("planning/priorities/new", priorities.new, "planning_priorities_choose"),
    ("planning/priorities/<str:code>/", priorities.one, "planning_priorities_one"),
    ("planning/priorities/<str:code>/new", priorities.new, "planning_priorities_new"),
    ("planning/priorities/<str:code>/<int:pk>", priorities.correct, "planning_priorities_correct"),
    ("planning/plans/", plans.listed, "planning_plans"),
    ("planning/plans/new", plans.new, "planning_plans_new"),
    ("planning/plans/<int:pk>/", plans.one, "planning_plans_one"),
    ("planning/plans/<int:pk>/write", plans.write, "planning_plans_write"),
    ("planning/plans/<int:pk>/projects/new", plans.project, "planning_plans_add"),
    ("planning/plans/<int:pk>/projects/<int:project_pk>", plans.project, "planning_plans_project"),
    ("planning/plans/<int:pk>/years/<int:fiscal>/", plans.year, "planning_plans_year"),
    ("planning/plans/<int:pk>/years/<int:fiscal>/decide", plans.decide, "planning_plans_decide"),
    ("planning/plans/<int:pk>/years/<int:fiscal>.<slug:form>", plans.sheet, "planning_plans_sheet"),
    ("planning/plans/<int:pk>/since/<int:other_pk>", plans.difference, "planning_plans_since"),
)
