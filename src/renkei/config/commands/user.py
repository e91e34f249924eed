"""`renkei user`: accounts of a real installation."""

from __future__ import annotations

import sys

import click

from renkei.cli.language import chosen_language, language_option
from renkei.config.commands.ingest import MARKINGS, find_organisation
from renkei.config.commands.words import help_text, say
from renkei.config.database import database_errors, prepare
from renkei.core.errors import UsageError
from renkei.core.errors.messages import Language

ROLES = (
    "reader",
    "desk_officer",
    "evaluation_officer",
    "planner",
    "expert_secretary",
    "decider",
    "attache",
    "administrator",
)


@click.group(help=help_text("user"))
def user() -> None:
    """The group of things that can be done with accounts."""


@user.command(help=help_text("user.add"))
@click.argument("name")
@click.option("--role", type=click.Choice(ROLES), required=True, help=help_text("user.role"))
@click.option(
    "--clearance",
    type=click.Choice(MARKINGS),
    default="public",
    show_default=True,
    help=help_text("user.clearance"),
)
@click.option("--organisation", metavar="CODE", help=help_text("user.organisation"))
@click.option("--accredited", metavar="CODE", multiple=True, help=help_text("user.accredited"))
@click.option("--full-name", default="", help=help_text("user.name"))
@click.option("--password-stdin", is_flag=True, help=help_text("user.stdin"))
@language_option
def add(
    name: str,
    role: str,
    clearance: str,
    organisation: str | None,
    accredited: tuple[str, ...],
    full_name: str,
    password_stdin: bool,
    lang: str | None,
) -> None:
    """Add one account."""
    language = chosen_language(lang)
    prepare(language)
    from renkei.apps.accounts import services  # noqa: PLC0415 - after prepare()
    from renkei.apps.accounts.choices import Marking, Role  # noqa: PLC0415
    from renkei.apps.register.selectors import partners  # noqa: PLC0415

    known = set(partners().values_list("code", flat=True))
    for code in accredited:
        if code not in known:
            raise UsageError("RK505", what="partner", found=code)
    owner = find_organisation(organisation)
    with database_errors():
        services.add_user(
            by=services.command_line_user(),
            username=name,
            password=_password(password_stdin, language),
            role=Role(role),
            clearance=Marking(MARKINGS.index(clearance)),
            organisation=owner,
            accredited=accredited,
            full_name=full_name,
        )
    click.echo(say("user.added", language, name=name))


@user.command("password", help=help_text("user.password"))
@click.argument("name")
@click.option("--password-stdin", is_flag=True, help=help_text("user.stdin"))
@language_option
def change_password(name: str, password_stdin: bool, lang: str | None) -> None:
    """Give one account a new password."""
    language = chosen_language(lang)
    prepare(language)
    from renkei.apps.accounts import services  # noqa: PLC0415 - after prepare()
    from renkei.apps.accounts.models import User  # noqa: PLC0415

    found = User.objects.filter(username=name).first()
    if found is None:
        raise UsageError("RK505", what="user", found=name)
    services.change_password(
        by=services.command_line_user(), user=found, password=_password(password_stdin, language)
    )
    click.echo(say("user.changed", language, name=name))


@user.command("list", help=help_text("user.list"))
@language_option
def list_users(lang: str | None) -> None:
    """One line per account: name, role, clearance, organisation."""
    chosen_language(lang)
    prepare()
    from renkei.apps.accounts.models import User  # noqa: PLC0415 - after prepare()

    for account in User.objects.select_related("organisation").order_by("username"):
        owner = account.organisation.code if account.organisation else "-"
        click.echo(f"{account.username}\t{account.role}\t{MARKINGS[account.clearance]}\t{owner}")


def _password(from_stdin: bool, language: Language) -> str:
    if from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    prompt = say("user.prompt", language)
    return str(click.prompt(prompt, hide_input=True, confirmation_prompt=True))
