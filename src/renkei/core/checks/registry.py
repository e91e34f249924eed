"""All rules, found by where they stand: every module below `rules` gives one as ``RULE``."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import walk_packages

from renkei.core.checks import rules
from renkei.core.checks.model import Rule


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by id. Raises TypeError for a module that gives none, ValueError for a twin."""
    found: dict[str, Rule] = {}
    for module in walk_packages(rules.__path__, f"{rules.__name__}."):
        if module.ispkg:
            continue
        rule = getattr(import_module(module.name), "RULE", None)
        if not isinstance(rule, Rule):
            raise TypeError(f"{module.name} gives no RULE")
        if rule.id in found:
            raise ValueError(f"two rules are called {rule.id}")
        found[rule.id] = rule
    return tuple(found[name] for name in sorted(found))


def rule_module(rule: Rule) -> str:
    """The full name of the module that gives ``rule``; its docstring lists the conditions."""
    return rule.check.__module__
