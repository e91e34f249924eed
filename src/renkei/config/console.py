"""`renkei`: every command by its name, loaded only when it is called.

Commands on files (renkei.cli) start without Django; the others load it themselves.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from typing import TYPE_CHECKING, NoReturn

import click

from renkei.cli.language import chosen_language, words
from renkei.cli.usage import usage_error
from renkei.core.errors import RenkeiError, UsageError
from renkei.core.errors.messages import Language

if TYPE_CHECKING:
    from renkei.core.checks import Style, Subject

COMMANDS: dict[str, str] = {
    "extract": "renkei.cli.extract:extract",
    "explain": "renkei.cli.explain:explain",
    "check": "renkei.cli.check:check",
    "rate": "renkei.cli.rate:rate",
    "count": "renkei.cli.count:count",
    "vocabulary": "renkei.cli.vocabulary:vocabulary",
    "ingest": "renkei.config.commands.ingest:ingest",
    "review": "renkei.config.commands.review:review",
    "verdict": "renkei.config.commands.verdict:verdict",
    "sheet": "renkei.config.commands.sheet:sheet",
    "projects": "renkei.config.commands.projects:projects",
    "export": "renkei.config.commands.export:export",
    "serve": "renkei.config.commands.serve:serve",
    "worker": "renkei.config.commands.worker:worker",
    "demo": "renkei.config.commands.demo:demo",
    "user": "renkei.config.commands.user:user",
}


class LazyGroup(click.Group):
    """Loads a command's module when the command is named, and all of them for the overview."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command called ``cmd_name``; None when there is none (click then suggests)."""
        target = COMMANDS.get(cmd_name)
        if target is None:
            return None
        module, attribute = target.split(":")
        command = getattr(import_module(module), attribute)
        assert isinstance(command, click.Command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does; a name that is none is compared with the names of the table."""
        try:
            return super().resolve_command(ctx, args)
        except click.NoSuchCommand as error:
            raise click.NoSuchCommand(
                error.command_name, possibilities=COMMANDS, ctx=ctx
            ) from error


@click.group(
    cls=LazyGroup, help=words("renkei"), context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(package_name="renkei")
def renkei() -> None:
    """The command line of Renkei."""


def main() -> None:
    """The console entry point: whatever is wrong becomes one sentence and an exit code."""
    try:
        sys.exit(renkei.main(prog_name="renkei", standalone_mode=False, obj=_register))
    except click.exceptions.NoArgsIsHelpError as overview:
        overview.show()
        sys.exit(UsageError.exit_code)
    except click.Abort:
        sys.exit(130)  # as a shell says of a program that Ctrl-C ended
    except click.ClickException as wrong:
        _fail(usage_error(wrong))
    except RenkeiError as error:
        _fail(error)


def _register(style: Style, language: Language) -> Subject:
    """The register for `renkei check --register`, loaded only when it is asked for."""
    from renkei.config.commands.register_subject import register_subject  # noqa: PLC0415

    return register_subject(style, language)


def _fail(error: RenkeiError) -> NoReturn:
    click.echo(error.message(_language()), err=True)
    sys.exit(error.exit_code)


def _language() -> Language:
    """The language of --lang, else of the setting, else Japanese: whichever is a language."""
    for option in (_lang_of(sys.argv), None):
        with suppress(UsageError):
            return chosen_language(option)
    return "ja"


def _lang_of(arguments: list[str]) -> str | None:
    """The value of --lang, for errors raised outside the command that took it."""
    for index, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and index + 1 < len(arguments):
            return arguments[index + 1]
    return None


if __name__ == "__main__":
    main()
