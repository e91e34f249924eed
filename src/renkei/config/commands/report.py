"""What `renkei ingest` shows: a bar on a terminal, plain lines elsewhere, and the final table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from renkei.config.commands.words import say
from renkei.core import vocabulary
from renkei.core.errors.messages import Language

if TYPE_CHECKING:
    from renkei.apps.documents.models import StoredDocument
    from renkei.apps.documents.services import Ingested

PLAIN_WIDTH = 120
SHOWN = 60  # characters of a leftover in its list; all of it is in the register


class _Bar:
    """Progress on a terminal."""

    def __init__(self, progress: Progress, total: int) -> None:
        self.progress = progress
        self.task = progress.add_task("", total=total)

    def phase(self, name: str, doing: str) -> None:
        """Show the file in work."""
        self.progress.update(self.task, description=escape(f"{name} {doing}"))

    def end(self, name: str, result: str) -> None:
        """One file further."""
        self.progress.update(self.task, advance=1, description=escape(f"{name} {result}"))


class _Lines:
    """Progress in a log: one line per file when it is through."""

    def __init__(self, console: Console, total: int) -> None:
        self.console = console
        self.total = total
        self.number = 0

    def phase(self, name: str, doing: str) -> None:
        """Nothing: a log is told results."""

    def end(self, name: str, result: str) -> None:
        """Tell the result of a file that was read; an error has already been told."""
        self.number += 1
        if result:
            self.console.print(Text(f"[{self.number}/{self.total}] {name}: {result}"))


@contextmanager
def progress(total: int, language: Language) -> Iterator[_Bar | _Lines]:
    """Progress over ``total`` files on standard error."""
    console = _console(stderr=True)
    if not console.is_terminal:
        yield _Lines(console, total)
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True) as shown:
        yield _Bar(shown, total)


def table(outcomes: Sequence[Ingested], language: Language) -> None:
    """Per document: records by type, new, changed, already there, proposed, and what was left over."""
    if not outcomes:
        return
    rows = Table(show_edge=False)
    rows.add_column(say("table.document", language), overflow="fold")
    rows.add_column(say("table.type", language), no_wrap=True)
    for key in ("new", "changed", "there", "gone"):
        rows.add_column(say(f"table.{key}", language), justify="right", no_wrap=True)
    for outcome in outcomes:
        _add(rows, outcome, language)
    console = _console()
    console.print(rows)
    waiting = sum(outcome.proposed for outcome in outcomes)
    if waiting:
        console.print(Text(say("see.proposals", language, number=waiting)))
    if any(outcome.leftovers for outcome in outcomes):
        pages = ", ".join(
            f"/documents/{outcome.document.pk}/" for outcome in outcomes if outcome.leftovers
        )
        console.print(Text(say("see.leftovers", language, pages=pages)))


def leftovers(documents: Sequence[StoredDocument], language: Language) -> None:
    """Every passage that was left over: document, line, reason and the first of its words."""
    console = _console()
    for document in documents:
        for item in document.leftovers.order_by("start"):
            words = " ".join(item.text.split())
            shown = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
            reason = _term(item.reason, "leftover_reason", language)
            console.print(Text(f"{document.name}:{item.line}: {reason}: {shown}"), soft_wrap=True)


def _add(rows: Table, outcome: Ingested, language: Language) -> None:
    counted = (outcome.new, outcome.changed, outcome.there, outcome.gone)
    types = sorted({name for counts in counted for name in counts})
    name = Text(outcome.document.name)
    if not types:
        rows.add_row(name, say("table.nothing", language), "", "", "", "")
    for index, record_type in enumerate(types):
        numbers = [f"{counts.get(record_type, 0)}" for counts in counted]
        label = _term(record_type, "record_type", language)
        rows.add_row(name if index == 0 else "", label, *numbers)
    if outcome.proposed:
        rows.add_row("", say("table.proposed", language), f"{outcome.proposed}", "", "", "")
    rows.add_row(
        "", say("table.leftovers", language), f"{outcome.leftovers}", "", "", "", end_section=True
    )


def _term(code: str, group: str, language: Language) -> str:
    """The glossary's term; a code without one is shown as it is."""
    try:
        return vocabulary.load().label(code, language, group=group)
    except KeyError:
        return code


def _console(*, stderr: bool = False) -> Console:
    """A log has no width of its own; without one given, rich would cut at 80."""
    console = Console(stderr=stderr, highlight=False)
    return (
        console
        if console.is_terminal
        else Console(stderr=stderr, highlight=False, width=PLAIN_WIDTH)
    )
