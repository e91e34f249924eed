"""`renkei rate`: where the printed marks of evaluations follow from their printed figures."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from renkei.cli.extract import STANDARD, open_document
from renkei.cli.language import chosen_language, language_option, words
from renkei.cli.output import complain, write_lines
from renkei.core.errors import InputError, UsageError
from renkei.core.errors.messages import Language

if TYPE_CHECKING:
    from renkei.core.evaluation.published import PublishedCheck
    from renkei.core.evaluation.rating import Scheme


@click.command(help=words("rate"))
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--scheme", "name", metavar="NAME|FILE", help=words("rate.scheme"))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help=words("check.format"),
)
@language_option
@click.pass_context
def rate(
    context: click.Context, files: tuple[str, ...], name: str | None, form: str, lang: str | None
) -> None:
    """Exit code: 0, or 65 when a file cannot be read or holds no indicators."""
    language = chosen_language(lang)
    if files.count(STANDARD) > 1:
        raise UsageError("RK423")
    chosen = None if name is None else _scheme(name)
    failure = 0
    for file in files:
        try:
            _show(file, _check(file, chosen), form, language)
        except InputError as error:
            complain(error, language)
            failure = failure or error.exit_code
    context.exit(failure)


def _check(file: str, chosen: Scheme | None) -> PublishedCheck:
    # Loaded here so that a bad file gets its sentence at once and --help starts fast.
    from renkei.core.evaluation.published import check_published  # noqa: PLC0415
    from renkei.core.pipeline import read  # noqa: PLC0415

    check = check_published(read(open_document(file, None)).records, chosen)
    if not check.marks:
        raise InputError("RK734", name=Path(file).name)
    return check


def _scheme(name: str) -> Scheme:
    """A scheme of the house by its name, or one in a file."""
    from renkei.core.evaluation.rating import parse, scheme  # noqa: PLC0415

    if not name.endswith((".yml", ".yaml")):
        return scheme(name)
    try:
        return parse(Path(name).read_text(encoding="utf-8"), name)
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "UTF-8"
        raise UsageError("RK732", name=name, reason=reason) from error


def _show(file: str, check: PublishedCheck, form: str, language: Language) -> None:
    name = Path(file).name
    if form == "jsonl":
        write_lines(sys.stdout.buffer, _shapes(name, check, language))
        return
    from renkei.cli.rating_text import rating_lines  # noqa: PLC0415

    for line in rating_lines(name, check, language):
        click.echo(line)


def _shapes(name: str, check: PublishedCheck, language: Language) -> Iterator[dict[str, Any]]:
    from renkei.core.evaluation.encode import check_json  # noqa: PLC0415

    return ({"document": name} | shape for shape in check_json(check, language))
