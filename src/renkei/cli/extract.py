"""`renkei extract`: records of files as JSON Lines."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from renkei.cli.language import chosen_language, language_option, words
from renkei.cli.output import complain, write_lines
from renkei.core.errors import InputError, UsageError
from renkei.core.text import Document
from renkei.readers.registry import read_file, read_stream

STANDARD = "-"


@click.command(help=words("extract"))
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--published", type=click.IntRange(1868, 2200), metavar="YEAR", help=words("option.published")
)
@click.option("--leftovers", metavar="FILE", help=words("option.leftovers"))
@language_option
@click.pass_context
def extract(
    context: click.Context,
    files: tuple[str, ...],
    published: int | None,
    leftovers: str | None,
    lang: str | None,
) -> None:
    """A file that cannot be read gets its sentence; the others are still printed."""
    language = chosen_language(lang)
    if files.count(STANDARD) > 1:
        raise UsageError("RK423")
    _start_leftovers(leftovers)
    failure = 0
    for name in files:
        try:
            document = open_document(name, published)
        except InputError as error:
            complain(error, language)
            failure = failure or error.exit_code
            continue
        if not _print(document, leftovers):
            nothing = InputError("RK121", name=document.ref.name)
            complain(nothing, language)
            failure = failure or nothing.exit_code
    context.exit(failure)


def open_document(name: str, published: int | None) -> Document:
    """The document in file ``name``, or on standard input for "-". Raises InputError."""
    if name == STANDARD:
        if sys.stdin is None:  # closed by the caller
            raise InputError("RK103", name="stdin")
        return read_stream("stdin", sys.stdin.buffer, published_year=published)
    return read_file(name, published_year=published)


def _print(document: Document, leftovers: str | None) -> bool:
    """Print the records, and the leftovers where asked; whether any form applied."""
    # Loaded here so that a bad file gets its sentence at once and --help starts fast.
    from renkei.core.pipeline import read  # noqa: PLC0415
    from renkei.core.records.encode import leftover_json, to_json_all  # noqa: PLC0415

    reading = read(document)
    write_lines(sys.stdout.buffer, to_json_all(reading.records))
    if leftovers is None:
        return bool(reading.form)
    shapes = [leftover_json(leftover) for leftover in reading.leftovers]
    if leftovers == STANDARD:
        write_lines(sys.stderr.buffer, shapes)
        return bool(reading.form)
    with Path(leftovers).open("ab") as file:
        write_lines(file, shapes)
    return bool(reading.form)


def _start_leftovers(leftovers: str | None) -> None:
    """Empty the file for leftovers before anything is read. Raises UsageError."""
    if leftovers in (None, STANDARD):
        return
    try:
        Path(leftovers or "").write_bytes(b"")
    except OSError as error:
        raise UsageError("RK424", name=leftovers, reason=error.strerror) from error
