"""`renkei ingest`: documents into the register."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

import click

from renkei.cli.language import chosen_language, language_option
from renkei.cli.output import complain
from renkei.config.commands.words import help_text, say
from renkei.config.database import database_errors, prepare
from renkei.core.errors import InputError, RenkeiError, UsageError
from renkei.core.errors.messages import Language
from renkei.readers.registry import load_file

if TYPE_CHECKING:
    from renkei.apps.accounts.models import Organisation
    from renkei.apps.documents.services import Ingested

MARKINGS = ("public", "internal", "restricted")


@click.command(help=help_text("ingest"))
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option("--organisation", metavar="CODE", help=help_text("ingest.organisation"))
@click.option(
    "--marking",
    type=click.Choice(MARKINGS),
    default="public",
    show_default=True,
    help=help_text("ingest.marking"),
)
@click.option("--published", type=click.IntRange(1868, 2200), metavar="YEAR")
@click.option("--leftovers", is_flag=True, help=help_text("ingest.leftovers"))
@language_option
@click.pass_context
def ingest(
    context: click.Context,
    files: tuple[str, ...],
    organisation: str | None,
    marking: str,
    published: int | None,
    leftovers: bool,
    lang: str | None,
) -> None:
    """Every file for itself: one that cannot be read gets its sentence, the others go through."""
    from renkei.config.commands import report  # noqa: PLC0415 - rich starts slowly

    language = chosen_language(lang)
    prepare(language)
    job = _Job(find_organisation(organisation), MARKINGS.index(marking), published, language)
    with report.progress(len(files), language) as step:
        for name in files:
            job.take(name, step)
    report.table(job.done, language)
    for outcome in job.done:
        if not outcome.records:
            complain(InputError("RK121", name=outcome.document.name), language)
    if leftovers:
        report.leftovers([outcome.document for outcome in job.done], language)
    if job.failures:
        total, failed = len(files), len(job.failures)
        click.echo(say("ingest.failed", language, total=total, failed=failed), err=True)
        context.exit(job.failures[0].exit_code)


class Step(Protocol):
    """Where the work stands: tells a phase of a file, or that it ended."""

    def phase(self, name: str, doing: str) -> None:
        """``doing`` has begun with the file ``name``."""
        ...

    def end(self, name: str, result: str) -> None:
        """The file is through, with ``result``."""
        ...


@dataclass
class _Job:
    """One call of the command: its choices and what came of each file."""

    organisation: Organisation | None
    marking: int
    published: int | None
    language: Language
    done: list[Ingested] = field(default_factory=list)
    failures: list[RenkeiError] = field(default_factory=list)

    def take(self, path: str, step: Step) -> None:
        """Ingest one file; what is wrong with it is said and remembered."""
        from renkei.apps.accounts.services import command_line_user  # noqa: PLC0415
        from renkei.apps.documents import services  # noqa: PLC0415 - after prepare()

        try:
            name, data = load_file(path)
            step.phase(name, say("reading", self.language))
            with database_errors():
                outcome = services.ingest(
                    name=name,
                    data=data,
                    by=command_line_user(),
                    organisation=self.organisation,
                    marking=self.marking,
                    published_year=self.published,
                )
        except RenkeiError as error:
            step.end(path, "")
            complain(error, self.language)
            self.failures.append(error)
            return
        self.done.append(outcome)
        step.end(name, say(_result(outcome), self.language))


def _result(outcome: Ingested) -> str:
    if outcome.is_new:
        return "done.new"
    return "done.again" if outcome.changed_anything else "done.there"


def find_organisation(code: str | None) -> Organisation | None:
    """The organisation of that code; None for None. Raises UsageError for a code that is none."""
    from renkei.apps.accounts.models import Organisation  # noqa: PLC0415 - after prepare()

    if code is None:
        return None
    found = Organisation.objects.filter(code=code).first()
    if found is None:
        raise UsageError("RK505", what="organisation", found=code)
    return found
