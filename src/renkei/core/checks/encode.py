"""Findings as JSON objects: docs/findings.md."""

from __future__ import annotations

from typing import Any

from renkei.core.checks.model import Finding
from renkei.core.errors.messages import Language
from renkei.core.records.encode import evidence_json


def finding_json(finding: Finding, language: Language = "ja") -> dict[str, Any]:
    """The JSON object of a finding; what does not apply to its outcome is left out."""
    shape: dict[str, Any] = {
        "type": "finding",
        "id": f"finding-{finding.fingerprint}",
        "rule": finding.rule.id,
        "version": finding.rule.version,
        "severity": finding.severity,
        "outcome": finding.outcome,
        "applied": finding.applied,
        "title": finding.rule.title.text(language),
    }
    if finding.message is not None:
        key = "reason" if finding.outcome == "not_applied" else "message"
        shape[key] = finding.message.text(language)
    if finding.outcome == "fail":
        shape["count"] = finding.count
        shape["found"] = finding.found
        if finding.expected is not None:
            shape["expected"] = finding.expected
        if finding.corrections:
            shape["corrections"] = [
                {"start": each.span.start, "end": each.span.end, "text": each.text}
                for each in finding.corrections
            ]
    shape["evidence"] = [evidence_json(place) for place in finding.places]
    return shape
