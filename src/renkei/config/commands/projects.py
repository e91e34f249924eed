"""`renkei projects`: the government's review data, in and out."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import click

from renkei.cli.language import chosen_language, language_option
from renkei.cli.output import complain
from renkei.config.commands.whole import write_whole
from renkei.config.commands.words import help_text, say
from renkei.config.database import database_errors, prepare
from renkei.core.errors import RenkeiError
from renkei.core.errors.messages import Language
from renkei.core.review_sheets.layouts import LAYOUTS
from renkei.readers.review_csv import load_csv

STANDARD = "-"


@click.group(help=help_text("projects"))
def projects() -> None:
    """The group of things that can be done with review data."""


@projects.command("import", help=help_text("projects.import"))
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@language_option
@click.pass_context
def take_in(context: click.Context, files: tuple[str, ...], lang: str | None) -> None:
    """Every file for itself: one that cannot be read gets its sentence, the others go through."""
    language = chosen_language(lang)
    prepare(language)
    failures = []
    for path in files:
        try:
            _one(path, language)
        except RenkeiError as error:
            complain(error, language)
            failures.append(error)
    if failures:
        context.exit(failures[0].exit_code)


@projects.command(help=help_text("projects.export"))
@click.argument("policy")
@click.option(
    "--layout",
    type=click.Choice([layout.code for layout in LAYOUTS]),
    required=True,
    help=help_text("projects.layout"),
)
@click.option("-o", "--output", required=True, metavar="FILE", help=help_text("projects.output"))
@language_option
def export(policy: str, layout: str, output: str, lang: str | None) -> None:
    """The policy that is named by id, number or name."""
    language = chosen_language(lang)
    prepare()
    from renkei.apps.accounts.services import command_line_user  # noqa: PLC0415 - after prepare()
    from renkei.apps.projects.export import export as written  # noqa: PLC0415
    from renkei.apps.publications.selectors import find_policy  # noqa: PLC0415

    with database_errors():
        viewer = command_line_user()
        data = written(viewer, find_policy(viewer, policy), layout)
    if output == STANDARD:
        sys.stdout.buffer.write(data)
        return
    write_whole(Path(output), data)
    click.echo(say("projects.written", language, name=output))


def _one(path: str, language: Language) -> None:
    from renkei.apps.accounts.services import command_line_user  # noqa: PLC0415 - after prepare()
    from renkei.apps.projects.intake import take_in as intake  # noqa: PLC0415

    name, data = load_csv(path)
    with database_errors():
        done = intake(by=command_line_user(), name=Path(name).name, data=data)
    if not done.is_new:
        click.echo(say("projects.there", language, name=name))
        return
    file = done.file
    told = {"name": name, "layout": file.layout, "year": file.review_year, "rows": file.rows}
    click.echo(say("projects.taken", language, projects=done.projects, **told))
    _drifts(file.drifts, language)
    for fault in done.faults:
        complain(fault, language)


def _drifts(drifts: Iterable[dict[str, object]], language: Language) -> None:
    for drift in drifts:
        what = say(f"drift.{drift['kind']}", language, **drift)
        click.echo(say("projects.drift", language, what=what), err=True)
