"""House styles: which rules run, how grave each is, which characters a house prefers. Data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from renkei.core.checks.severity import SEVERITIES, Severity
from renkei.core.errors import UsageError


@dataclass(frozen=True, slots=True)
class Style:
    """``skip`` are ids of rules or families that do not run; ``severities`` override those of rules.

    ``prefer`` names the character a house has decided on (``comma: "、"``); where it has not, the
    majority of each document decides.
    """

    name: str = "house"
    skip: frozenset[str] = frozenset()
    severities: Mapping[str, Severity] = field(default_factory=dict)
    prefer: Mapping[str, str] = field(default_factory=dict)

    def wants(self, rule_id: str) -> bool:
        """Whether the rule runs."""
        return rule_id not in self.skip and rule_id.partition(".")[0] not in self.skip

    def severity(self, rule_id: str, otherwise: Severity) -> Severity:
        """How grave the house takes failures of a rule that calls itself ``otherwise``."""
        return self.severities.get(rule_id, otherwise)


HOUSE = Style()


def style_of(data: Any, name: str, known: frozenset[str]) -> Style:
    """The style a mapping tells (keys ``skip``, ``severity``, ``prefer``).

    ``known`` are the ids and families of rules. Raises UsageError RK441 for a key, rule or
    severity that is none.
    """
    if not isinstance(data, Mapping):
        raise UsageError("RK441", name=name, what=str(type(data).__name__))
    for key in data:
        if key not in ("skip", "severity", "prefer"):
            raise UsageError("RK441", name=name, what=str(key))
    skip = [str(item) for item in data.get("skip") or ()]
    severities = dict(data.get("severity") or {})
    for rule in (*skip, *severities):
        if rule not in known:
            raise UsageError("RK441", name=name, what=rule)
    for severity in severities.values():
        if severity not in SEVERITIES:
            raise UsageError("RK441", name=name, what=str(severity))
    prefer = {str(key): str(value) for key, value in (data.get("prefer") or {}).items()}
    return Style(name, frozenset(skip), severities, prefer)
