"""`renkei export`: what the register holds, as files."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renkei.cli.language import chosen_language, language_option
from renkei.config.commands.words import help_text
from renkei.config.database import database_errors, prepare
from renkei.core.errors import UsageError
from renkei.core.errors.messages import Language

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from renkei.apps.accounts.models import User
    from renkei.apps.register.models import Activity

STANDARD = "-"


@click.group(help=help_text("export"))
def export() -> None:
    """The group of things that can be exported."""


@export.command(help=help_text("export.activities"))
@click.option(
    "--format",
    "form",
    type=click.Choice(["jsonl", "csv", "xlsx"]),
    default="jsonl",
    show_default=True,
    help=help_text("export.format"),
)
@click.option(
    "-o",
    "--output",
    default=STANDARD,
    metavar="FILE",
    show_default=True,
    help=help_text("export.output"),
)
@language_option
def activities(form: str, output: str, lang: str | None) -> None:
    """Every activity of the register in order of entry, as the machine's own administrator."""
    language = chosen_language(lang)
    prepare(language)
    from renkei.apps.accounts.services import command_line_user  # noqa: PLC0415 - after prepare()
    from renkei.apps.register.selectors import visible_activities  # noqa: PLC0415

    with database_errors():
        viewer = command_line_user()
        rows = visible_activities(viewer).defer("search_text").order_by("pk")
        _write(output, _parts(form, viewer, rows, language))


@export.command(help=help_text("export.records"))
@click.option("--type", "types", multiple=True, metavar="TYPE", help=help_text("export.type"))
@click.option(
    "-o",
    "--output",
    default=STANDARD,
    metavar="FILE",
    show_default=True,
    help=help_text("export.output"),
)
@language_option
def records(types: tuple[str, ...], output: str, lang: str | None) -> None:
    """Every record in order of document and text, as the machine's own administrator."""
    prepare(chosen_language(lang))
    from renkei.apps.accounts.services import command_line_user  # noqa: PLC0415 - after prepare()
    from renkei.apps.documents.selectors import all_records  # noqa: PLC0415
    from renkei.core.records import RECORD_TYPES  # noqa: PLC0415

    known = {kind.type for kind in RECORD_TYPES}
    for name in types:
        if name not in known:
            raise UsageError("RK505", what="type", found=name)
    with database_errors():
        payloads = all_records(command_line_user(), types)
        _write(output, (f"{json.dumps(one, ensure_ascii=False)}\n".encode() for one in payloads))


def _parts(
    form: str, viewer: User, rows: QuerySet[Activity], language: Language
) -> Iterator[bytes]:
    from renkei.apps.register import export as files  # noqa: PLC0415 - after prepare()

    if form == "xlsx":
        yield files.xlsx(viewer, rows, language)
        return
    lines = (
        files.json_lines(viewer, rows)
        if form == "jsonl"
        else files.csv_lines(viewer, rows, language)
    )
    for line in lines:
        yield line.encode()


def _write(output: str, parts: Iterator[bytes]) -> None:
    """To standard output, or to a file that is there whole or not at all."""
    if output == STANDARD:
        for part in parts:
            sys.stdout.buffer.write(part)
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    draft = path.with_name(f".{path.name}.draft")
    try:
        with draft.open("wb") as file:
            file.writelines(parts)
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise UsageError("RK424", name=output, reason=error.strerror) from error
