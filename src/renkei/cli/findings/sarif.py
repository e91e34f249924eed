"""Findings as SARIF 2.1.0, the form that editors and code hosts show beside a text."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from renkei.cli.output import write_lines
from renkei.core.errors.messages import Language
from renkei.core.source import Evidence

if TYPE_CHECKING:
    from renkei.core.checks import Finding, Rule, Subject

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def write_sarif(reports: Sequence[tuple[Subject, Sequence[Finding]]], language: Language) -> None:
    """One run with all documents; offsets count characters (``unicodeCodePoints``)."""
    found = [
        finding
        for _, findings in reports
        for finding in findings
        if finding.outcome in ("fail", "crashed")
    ]
    rules = list({finding.rule.id: finding.rule for finding in found}.values())
    run = {
        "tool": {
            "driver": {
                "name": "renkei check",
                "version": version("renkei"),
                "rules": [_rule(rule, language) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules, language) for finding in found],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    write_lines(sys.stdout.buffer, [log])


def _rule(rule: Rule, language: Language) -> dict[str, Any]:
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.title.text(language)},
        "fullDescription": {"text": rule.explanation.text(language)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(finding: Finding, rules: Sequence[Rule], language: Language) -> dict[str, Any]:
    places = [_location(place) for place in finding.places]
    shape: dict[str, Any] = {
        "ruleId": finding.rule.id,
        "ruleIndex": rules.index(finding.rule),
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message.text(language) if finding.message else ""},
        "locations": places[:1],
        "partialFingerprints": {"renkei/v1": finding.fingerprint},
        "occurrenceCount": max(1, finding.count),
    }
    if places[1:]:
        shape["relatedLocations"] = places[1:]
    return shape


def _location(place: Evidence) -> dict[str, Any]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": place.document.name},
            "region": {
                "startLine": place.line,
                "charOffset": place.start,
                "charLength": place.end - place.start,
                "snippet": {"text": place.text},
            },
        }
    }
