"""Checks: rules that find the errors official documents print.

    subject = subject_of(reading)                    # a reading of renkei.core.pipeline
    for finding in check(subject):                   # gravest first; passes and not-applied too
        finding.outcome, finding.rule.id, finding.message.text("ja"), finding.places

A rule is one module below ``rules``; it looks at records and at the structure of the text, never
at a document's name. docs/rules/ has a page for each.
"""

from renkei.core.checks.encode import finding_json
from renkei.core.checks.model import (
    SEVERITIES,
    Correction,
    Finding,
    Problem,
    Rule,
    Severity,
    Verdict,
)
from renkei.core.checks.registry import all_rules
from renkei.core.checks.runner import check
from renkei.core.checks.style import HOUSE, Style, style_of
from renkei.core.checks.subject import Subject

__all__ = [
    "HOUSE",
    "SEVERITIES",
    "Correction",
    "Finding",
    "Problem",
    "Rule",
    "Severity",
    "Style",
    "Subject",
    "Verdict",
    "all_rules",
    "check",
    "finding_json",
    "style_of",
]
