"""`renkei demo`: the sample register with a user per role, served."""

from __future__ import annotations

import json
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from renkei.cli.language import chosen_language, language_option
from renkei.config import env
from renkei.config.commands.serve import require_free, run
from renkei.config.commands.words import help_text, say
from renkei.config.commands.worker import beside
from renkei.config.database import database_errors, prepare
from renkei.core import vocabulary
from renkei.core.errors import UsageError
from renkei.core.errors.messages import Language

if TYPE_CHECKING:
    from renkei.apps.accounts.models import User


class SampleUser(NamedTuple):
    """One account of the demonstration; ``clearance`` is an index of MARKINGS."""

    name: str
    role: str
    clearance: int
    organisation: str
    accredited: tuple[str, ...] = ()


SAMPLE_USERS = (
    SampleUser("reader", "reader", 0, "MOD_POLICY"),
    SampleUser("desk", "desk_officer", 1, "MOD_INTL_POLICY"),
    SampleUser("maritime", "desk_officer", 1, "MSO"),
    SampleUser("joint", "desk_officer", 1, "JS"),
    SampleUser("evaluation", "evaluation_officer", 1, "MOD_SECRETARIAT"),
    SampleUser("planner", "planner", 1, "MOD_POLICY"),
    SampleUser("experts", "expert_secretary", 1, "MOD_SECRETARIAT"),
    SampleUser("decider", "decider", 1, "MOD_SECRETARIAT"),
    SampleUser("attache", "attache", 1, "MOD_POLICY", ("AUS", "NZL")),
    SampleUser("attache2", "attache", 1, "MOD_POLICY", ("PHL", "VNM")),
    SampleUser("security", "security_officer", 2, "MOD_SECRETARIAT"),
    SampleUser("admin", "administrator", 2, "MOD_SECRETARIAT"),
)
MARKINGS = ("public", "internal", "restricted")


@click.command(help=help_text("demo"))
@click.option("--port", type=click.IntRange(1, 65535), help=help_text("serve.port"))
@click.option("--host", default="127.0.0.1", show_default=True, help=help_text("serve.host"))
@language_option
def demo(port: int | None, host: str, lang: str | None) -> None:
    """Load what is missing, print the sign-ins, serve until interrupted."""
    language = chosen_language(lang)
    port = port or env.whole("PORT", 1, 65535)
    require_free(host, port)
    prepare()
    with database_errors():
        passwords = make_sample(env.home(), language)
    _print_users(passwords, language)
    with beside():
        run(host, port, 2, language)


def make_sample(home: Path, language: Language) -> dict[str, str]:
    """Sample register and users; the password of each user name. Again: nothing new is made.

    Raises UsageError (RK406) on a register that people use: known passwords do not belong there.
    """
    from renkei.apps.accounts.models import User  # noqa: PLC0415 - after prepare()
    from renkei.apps.accounts.services import COMMAND_LINE, command_line_user  # noqa: PLC0415
    from renkei.config import sample  # noqa: PLC0415
    from renkei.config.sample import cases, committee  # noqa: PLC0415

    kept = home / "demo.json"
    if kept.exists():
        passwords: dict[str, str] = json.loads(kept.read_text("utf-8"))
        missing = {user.name for user in SAMPLE_USERS} - passwords.keys()
        if missing:  # the demonstration has new users since it was made
            passwords |= {name: secrets.token_urlsafe(9) for name in sorted(missing)}
            kept.unlink()
            _keep(kept, passwords)
    elif User.objects.exclude(username=COMMAND_LINE).exists():
        raise UsageError("RK406", home=home)
    else:
        passwords = {user.name: secrets.token_urlsafe(9) for user in SAMPLE_USERS}
        _keep(kept, passwords)
    click.echo(say("demo.load", language), err=True)
    by = command_line_user()
    sample.load(by=by)
    there = set(User.objects.values_list("username", flat=True))
    for user in SAMPLE_USERS:
        if user.name not in there:
            _make_user(by, user, passwords[user.name])
    cases.load()
    committee.load(by=by)
    return passwords


def _make_user(by: User, user: SampleUser, password: str) -> None:
    from renkei.apps.accounts.choices import Marking, Role  # noqa: PLC0415 - after prepare()
    from renkei.apps.accounts.models import Organisation  # noqa: PLC0415
    from renkei.apps.accounts.services import add_user  # noqa: PLC0415

    add_user(
        by=by,
        username=user.name,
        password=password,
        role=Role(user.role),
        clearance=Marking(user.clearance),
        organisation=Organisation.objects.get(code=user.organisation),
        accredited=user.accredited,
    )


def _keep(path: Path, passwords: dict[str, str]) -> None:
    """Only the owner of the machine may read them again."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        json.dump(passwords, file)


def _print_users(passwords: dict[str, str], language: Language) -> None:
    from rich.console import Console  # noqa: PLC0415 - rich starts slowly
    from rich.table import Table  # noqa: PLC0415

    words = vocabulary.load()
    table: Any = Table(title=say("demo.users", language), title_justify="left", show_edge=False)
    for key in ("user", "password", "role", "sees"):
        table.add_column(say(f"demo.{key}", language), no_wrap=True)
    for user in SAMPLE_USERS:
        table.add_row(
            user.name,
            passwords[user.name],
            words.label(user.role, language, group="role"),
            words.label(MARKINGS[user.clearance], language, group="marking"),
        )
    Console(highlight=False).print(table)
