"""The tables of planning, by subject in modules of their own."""

from renkei.apps.planning.paper_models import Acted, Amendment, Article, Paper, PaperStep
from renkei.apps.planning.policy_models import ArmPolicy, ExchangePolicy

__all__ = [
    "Acted", "Amendment", "ArmPolicy", "Article", "ExchangePolicy", "Paper", "PaperStep",
]  # fmt: skip
