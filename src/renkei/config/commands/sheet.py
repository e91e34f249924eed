"""`renkei sheet`: the evaluation sheet of one policy, from the register."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from renkei.cli.language import chosen_language, language_option
from renkei.config.commands.whole import write_whole
from renkei.config.commands.words import help_text, say
from renkei.config.database import database_errors, prepare
from renkei.core.errors import UsageError
from renkei.core.errors.messages import Language

if TYPE_CHECKING:
    from renkei.apps.accounts.models import User
    from renkei.apps.publications.sheet import Sheet

FORMATS = ("pdf", "docx", "xlsx", "html")
FORMS = ("evaluation", "monitoring", "budget")
STANDARD = "-"
_UNFIT_FOR_NAMES = str.maketrans(dict.fromkeys('/\\:*?"<>|', "_"))
_NAME_BYTES = 180


@click.command(help=help_text("sheet"))
@click.argument("policy", required=False)
@click.option("--format", "kind", type=click.Choice(FORMATS), help=help_text("sheet.format"))
@click.option("--form", type=click.Choice(FORMS), help=help_text("sheet.form"))
@click.option("--layout", "form_of", metavar="ID|FILE", help=help_text("sheet.layout"))
@click.option("--year", type=click.IntRange(1868, 2200), help=help_text("sheet.only-year"))
@click.option("-o", "--out", "--output", "output", metavar="FILE", help=help_text("sheet.output"))
@language_option
def sheet(
    policy: str | None,
    kind: str | None,
    form: str | None,
    form_of: str | None,
    year: int | None,
    output: str | None,
    lang: str | None,
) -> None:
    """The sheet of the policy that is named by id, number or name."""
    language = chosen_language(lang)
    prepare()
    from renkei.apps.accounts.services import command_line_user  # noqa: PLC0415 - after prepare()
    from renkei.apps.publications import selectors  # noqa: PLC0415
    from renkei.apps.publications.sheet import Form  # noqa: PLC0415

    with database_errors():
        viewer = command_line_user()
        if policy is None:
            _list(viewer, language)
            return
        found = selectors.get_sheet(viewer, selectors.find_policy(viewer, policy, year).pk)
    if form is not None:
        found = selectors.in_form(found, Form(form))
    chosen = kind or _ending(output) or FORMATS[0]
    data = _built(found, chosen, form_of)
    if output == STANDARD:
        sys.stdout.buffer.write(data)
        return
    target = Path(output) if output else Path(f"{_file_name(found.policy)}.{chosen}")
    write_whole(target, data)
    click.echo(say("sheet.written", language, name=target))


def _built(sheet: Sheet, kind: str, layout: str | None) -> bytes:
    from renkei.apps.publications import builders  # noqa: PLC0415 - typst starts slowly
    from renkei.apps.publications.layout import loading  # noqa: PLC0415 - after prepare()

    return builders.BUILDERS[kind](sheet, loading.layout(layout) if layout else None)


def _ending(output: str | None) -> str | None:
    """The format a file name asks for. Raises UsageError for an ending that is none of ours."""
    ending = Path(output).suffix.lower().lstrip(".") if output and output != STANDARD else ""
    if ending and ending not in FORMATS:
        raise UsageError("RK418", found=ending, allowed=", ".join(FORMATS))
    return ending or None


def _file_name(policy: str) -> str:
    """The name of the policy as a file name that every system takes."""
    name = "".join(c for c in policy.translate(_UNFIT_FOR_NAMES) if c.isprintable()).strip(". ")
    return name.encode()[:_NAME_BYTES].decode(errors="ignore") or "sheet"


def _list(viewer: User, language: Language) -> None:
    """The policies to choose from. Raises UsageError when there is none."""
    from renkei.apps.evaluation.selectors import policies as visible  # noqa: PLC0415

    policies = list(visible(viewer))
    if not policies:
        raise UsageError("RK415")
    rows = Table(show_edge=False)
    for key in ("sheet.id", "sheet.policy", "sheet.year", "sheet.document"):
        rows.add_column(say(key, language), overflow="fold")
    for item in policies:
        source = item.document.name if item.document else ""
        rows.add_row(str(item.pk), Text(item.name), str(item.fiscal_year or ""), Text(source))
    console = Console(highlight=False)
    console.print(rows)
    console.print(Text(say("sheet.how", language)))
