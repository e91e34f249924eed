"""The forms in which `renkei check` tells its findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from renkei.cli.findings.html import write_html
from renkei.cli.findings.jsonl import write_jsonl
from renkei.cli.findings.sarif import write_sarif
from renkei.cli.findings.text import write_text
from renkei.core.errors.messages import Language

if TYPE_CHECKING:
    from renkei.core.checks import Finding, Subject

Reports = Sequence[tuple["Subject", Sequence["Finding"]]]
FORMATS: dict[str, Callable[[Reports, Language], None]] = {
    "text": write_text,
    "jsonl": write_jsonl,
    "sarif": write_sarif,
    "html": write_html,
}
"""Every form, by the name that `--format` takes; each writes all reports to standard output."""
