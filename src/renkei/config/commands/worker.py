"""`renkei worker`: work in the background, from the queue in the database."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from renkei.cli.language import chosen_language, language_option
from renkei.config.commands.words import help_text, say
from renkei.config.database import prepare

STOP_SECONDS = 10


@click.command(help=help_text("worker"))
@click.option("--batch", is_flag=True, help=help_text("worker.batch"))
@language_option
def worker(batch: bool, lang: str | None) -> None:
    """Work until interrupted. Several may run; killed at any moment, nothing is lost."""
    language = chosen_language(lang)
    prepare(language)
    from django.core.management import call_command  # noqa: PLC0415 - after prepare()

    from renkei.apps.notices.tasks import ensure_tick  # noqa: PLC0415

    ensure_tick()
    click.echo(say("worker.ready", language), err=True)
    call_command("db_worker", batch=batch, startup_delay=False, reload=False, verbosity=0)


@contextmanager
def beside() -> Iterator[None]:
    """A worker in a process of its own while the block runs."""
    process = subprocess.Popen([sys.executable, "-m", "renkei.config.console", "worker"])
    try:
        yield
    finally:
        process.terminate()
        try:
            process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
