"""`renkei vocabulary`: what the vocabulary holds, and what it finds in a text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from renkei.cli.language import chosen_language, language_option, say, words
from renkei.core.errors.messages import Language

if TYPE_CHECKING:
    from renkei.core.vocabulary import Vocabulary

Row = tuple[str, str, str]
KINDS = ("partner", "framework", "office", "organisation", "wording", "term")


@click.command("vocabulary", help=words("vocabulary"))
@click.argument("text", metavar="[TEXT]", required=False)
@click.option("--kind", type=click.Choice(KINDS), help=words("option.kind"))
@language_option
def vocabulary(text: str | None, kind: str | None, lang: str | None) -> None:
    """One line per entry: kind, code, names; with TEXT per match: kind, words, code."""
    language = chosen_language(lang)
    from renkei.core.vocabulary import load  # noqa: PLC0415 - --help starts fast without it

    held = load()
    rows = list(_entries(held, language) if text is None else _found(held, text))
    rows = [row for row in rows if kind in (None, row[0])]
    if not rows:
        click.echo(say("vocabulary.nothing", language))
    for row in rows:
        click.echo("\t".join(row))


def _entries(held: Vocabulary, language: Language) -> Iterator[Row]:
    for partner in held.partners.values():
        shown = partner.names if language == "ja" else (partner.en, *partner.names)
        yield "partner", partner.code, " / ".join([*shown, *partner.compound])
    for framework in held.frameworks.values():
        yield "framework", framework.code, " / ".join(framework.names)
    for office in held.offices:
        yield "office", office.code, " / ".join(office.names)
    for organisation in held.organisations.values():
        yield "organisation", organisation.code, " / ".join(organisation.names)
    for wording in held.wording:
        yield "wording", f"{wording.field}={wording.code}", " / ".join(wording.names)
    for group, code in held.terms:
        yield "term", f"{group}={code}", held.label(code, language, group)


def _found(held: Vocabulary, text: str) -> Iterator[Row]:
    """Matches in order of the text, by kind. Text is normalised first, as documents are."""
    from renkei.core.extract.traces import names  # noqa: PLC0415
    from renkei.core.text.normalise import fold  # noqa: PLC0415

    for _, atom in names(fold(text), held):
        yield atom.kind, atom.words, atom.code
