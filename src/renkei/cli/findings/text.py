"""Findings for people at a terminal: place, weight, what is wrong, the words, what was expected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from renkei.cli.language import say
from renkei.core.errors.messages import Language
from renkei.core.source import Evidence

if TYPE_CHECKING:
    from renkei.core.checks import Finding, Subject

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue"}
_SHOWN_PLACES = 6
_SHOWN = 100


def write_text(reports: Sequence[tuple[Subject, Sequence[Finding]]], language: Language) -> None:
    """The failures of each document, then what the rules said in all."""
    for subject, found in reports:
        for finding in found:
            if finding.outcome in ("fail", "crashed"):
                for line in _finding(subject.document.ref.name, finding, language):
                    click.echo(line)
        click.echo(_summary(subject, found, language))


def _finding(name: str, finding: Finding, language: Language) -> Iterator[str]:
    first = finding.places[0] if finding.places else None
    grave = click.style(
        say(f"severity.{finding.severity}", language), fg=_COLOURS[finding.severity], bold=True
    )
    where = f"{name}:{first.line}" if first else name
    title = finding.rule.title.text(language)
    yield f"{click.style(where, bold=True)}  {grave}  {title} [{finding.rule.id}]"
    if finding.message is not None:
        yield f"    {finding.message.text(language)}"
    for place in finding.places[:_SHOWN_PLACES]:
        yield f"    {place.line:>6}  {_words(place)}"
    if len(finding.places) > _SHOWN_PLACES:
        yield "    " + say("check.more", language, count=len(finding.places) - _SHOWN_PLACES)
    if finding.expected:
        yield "    " + say("check.expected", language, words=_cut(finding.expected))
    yield ""


def _words(place: Evidence) -> str:
    return f"「{_cut(place.text)}」"


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"


def _summary(subject: Subject, found: Sequence[Finding], language: Language) -> str:
    counts = {
        grave: sum(1 for f in found if f.outcome == "fail" and f.severity == grave)
        for grave in _COLOURS
    }
    outcomes = {
        outcome: len({f.rule.id for f in found if f.outcome == outcome})
        for outcome in ("pass", "not_applied", "crashed")
    }
    told = say("check.summary", language, name=subject.document.ref.name, **counts, **outcomes)
    return told if subject.form else f"{told}\n{say('check.no-form', language)}"
