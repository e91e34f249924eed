"""`renkei review`: how far what was read has been checked, per document and rule."""

from __future__ import annotations

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from renkei.cli.language import chosen_language, language_option
from renkei.config.commands.words import help_text, say
from renkei.config.database import database_errors, prepare
from renkei.core import vocabulary
from renkei.core.errors.messages import Language

PLAIN_WIDTH = 160
VERDICTS = ("accepted", "corrected", "rejected", "unchecked")


@click.command(help=help_text("review"))
@click.argument("document", required=False)
@language_option
def review(document: str | None, lang: str | None) -> None:
    """A table of every document, or of those whose number or file name is ``document``."""
    language = chosen_language(lang)
    prepare()
    from renkei.apps.accounts.services import command_line_user  # noqa: PLC0415 - after prepare()
    from renkei.apps.documents.review_selectors import progress  # noqa: PLC0415

    with database_errors():
        rows = progress(command_line_user())
    if document is not None:
        rows = [row for row in rows if document in (str(row.document_id), row.document)]
    if not rows:
        click.echo(say("review.nothing", language))
        return
    table = Table(show_edge=False)
    table.add_column(say("table.document", language), overflow="fold")
    table.add_column(say("review.rule", language), overflow="fold")
    table.add_column(say("table.type", language), no_wrap=True)
    table.add_column(say("review.records", language), justify="right", no_wrap=True)
    for verdict in VERDICTS:
        name = vocabulary.load().label(verdict, language, "verdict")
        table.add_column(name, justify="right", no_wrap=True)
    before = None
    for row in rows:
        numbers = (row.total, *(getattr(row, verdict) for verdict in VERDICTS))
        table.add_row(
            Text(f"{row.document_id} {row.document}" if row.document_id != before else ""),
            Text(row.rule),
            _type(row.type, language),
            *map(str, numbers),
        )
        before = row.document_id
    console = Console(highlight=False)
    if not console.is_terminal:  # a log has no width of its own
        console = Console(highlight=False, width=PLAIN_WIDTH)
    console.print(table)
    checked, total = sum(row.checked for row in rows), sum(row.total for row in rows)
    bulk = sum(row.in_bulk for row in rows)
    click.echo(say("review.sum", language, checked=checked, total=total, bulk=bulk))


def _type(code: str, language: Language) -> str:
    terms = vocabulary.load()
    return (
        terms.label(code, language, "record_type") if ("record_type", code) in terms.terms else code
    )
