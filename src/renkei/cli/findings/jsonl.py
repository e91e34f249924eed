"""Findings as JSON Lines: docs/findings.md."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from renkei.cli.output import write_lines
from renkei.core.errors.messages import Language

if TYPE_CHECKING:
    from renkei.core.checks import Finding, Subject


def write_jsonl(reports: Sequence[tuple[Subject, Sequence[Finding]]], language: Language) -> None:
    """One finding a line, passes and rules not applied among them."""
    from renkei.core.checks import finding_json  # noqa: PLC0415 - --help starts fast without it

    shapes = (
        finding_json(finding, language) | {"document": subject.document.ref.name}
        for subject, found in reports
        for finding in found
    )
    write_lines(sys.stdout.buffer, shapes)
