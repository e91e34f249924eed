"""`renkei extract`: records of files as JSON Lines."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from renkei.cli.language import chosen_language, language_option, words
from renkei.cli.leftovers import check_target, write_leftovers
from renkei.cli.output import complain, write_lines
from renkei.core.errors import InputError, UsageError
from renkei.core.text import Document
from renkei.readers.registry import read_file, read_stream

if TYPE_CHECKING:
    from renkei.core.pipeline import Reading

STANDARD = "-"


@click.command(help=words("extract"))
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--published", type=click.IntRange(1868, 2200), metavar="YEAR", help=words("option.published")
)
@click.option("--leftovers", metavar="FILE", help=words("option.leftovers"))
@click.option("--progress", is_flag=True, help=words("option.progress"))
@language_option
@click.pass_context
def extract(
    context: click.Context,
    files: tuple[str, ...],
    published: int | None,
    leftovers: str | None,
    progress: bool,
    lang: str | None,
) -> None:
    """A file that cannot be read gets its sentence; the others are still printed."""
    language = chosen_language(lang)
    if files.count(STANDARD) > 1:
        raise UsageError("RK423")
    if leftovers not in (None, STANDARD):
        check_target(leftovers or "")
    left: list[dict[str, Any]] = []
    failure = 0
    for name in files:
        try:
            document = open_document(name, published)
        except InputError as error:
            complain(error, language)
            failure = failure or error.exit_code
            continue
        reading = _print(document, progress)
        left.extend(_left(reading) if leftovers else ())
        if not reading.form:
            nothing = InputError("RK121", name=document.ref.name)
            complain(nothing, language)
            failure = failure or nothing.exit_code
    if leftovers == STANDARD:
        write_lines(sys.stderr.buffer, left)
    elif leftovers is not None:
        write_leftovers(leftovers, left)
    context.exit(failure)


def open_document(name: str, published: int | None) -> Document:
    """The document in file ``name``, or on standard input for "-". Raises InputError."""
    if name == STANDARD:
        if sys.stdin is None:  # closed by the caller
            raise InputError("RK103", name="stdin")
        return read_stream("stdin", sys.stdin.buffer, published_year=published)
    return read_file(name, published_year=published)


def _print(document: Document, progress: bool) -> Reading:
    """Read the document and print its records; with ``progress`` also what its prose tells."""
    # Loaded here so that a bad file gets its sentence at once and --help starts fast.
    from renkei.core.pipeline import read, read_whole  # noqa: PLC0415
    from renkei.core.records.encode import to_json_all  # noqa: PLC0415

    reading = read_whole(document) if progress else read(document)
    write_lines(sys.stdout.buffer, to_json_all(reading.records))
    return reading


def _left(reading: Reading) -> list[dict[str, Any]]:
    from renkei.core.records.encode import leftover_json  # noqa: PLC0415

    return [leftover_json(leftover) for leftover in reading.leftovers]
