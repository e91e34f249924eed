"""The tables of planning, by subject in modules of their own."""

from renkei.apps.planning.paper_models import Acted, Amendment, Article, Paper, PaperStep
from renkei.apps.planning.plan_models import MediumPlan, Project, ProjectYear, YearDirection
from renkei.apps.planning.policy_models import ArmPolicy, ExchangePolicy
from renkei.apps.planning.priority_models import ActivityCost, Assessment, Degree

__all__ = [
    "Acted", "ActivityCost", "Amendment", "ArmPolicy", "Article", "Assessment", "Degree",
    "ExchangePolicy", "MediumPlan", "Paper", "PaperStep", "Project", "ProjectYear",
    "YearDirection",
]  # fmt: skip
