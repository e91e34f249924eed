"""`renkei serve`: the pages and the API."""

from __future__ import annotations

import errno
import socket
from typing import Any

import click

from renkei.cli.language import chosen_language, language_option
from renkei.config import env
from renkei.config.commands.words import help_text, say
from renkei.config.database import prepare
from renkei.core.errors import UsageError
from renkei.core.errors.messages import Language


@click.command(help=help_text("serve"))
@click.option("--port", type=click.IntRange(1, 65535), help=help_text("serve.port"))
@click.option("--host", default="127.0.0.1", show_default=True, help=help_text("serve.host"))
@click.option(
    "--workers",
    type=click.IntRange(1, 64),
    default=2,
    show_default=True,
    help=help_text("serve.workers"),
)
@language_option
def serve(port: int | None, host: str, workers: int, lang: str | None) -> None:
    """Serve until interrupted."""
    port = port or env.whole("PORT", 1, 65535)
    require_free(host, port)
    prepare()
    run(host, port, workers, chosen_language(lang))


def require_free(host: str, port: int) -> None:
    """Raise UsageError (RK405) when somebody already listens there, before any work is done."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno == errno.EADDRINUSE:
                raise UsageError("RK405", port=port) from error
            found = error.strerror
            raise UsageError("RK401", name="--host", found=host, expected=found) from error


def run(host: str, port: int, workers: int, language: Language) -> None:
    """Start the server in this process; returns when it is told to stop."""
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415 - only this command needs it

    from renkei.config.wsgi import application  # noqa: PLC0415 - after prepare()

    shown = f"[{host}]" if ":" in host else host
    address = f"http://{'localhost' if host == '127.0.0.1' else shown}:{port}/"

    class Server(BaseApplication):  # type: ignore[misc]  # gunicorn has no types
        """Gunicorn with our application and no configuration file."""

        def load_config(self) -> None:
            """Two sync workers answer fastest on two cores (measured: stack notes)."""
            for name, value in _options(host, port, workers, language, address).items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            """The application, already loaded before the workers fork."""
            return application

    Server().run()


def _options(
    host: str, port: int, workers: int, language: Language, address: str
) -> dict[str, Any]:
    def ready(_server: Any) -> None:
        click.echo(say("serve.ready", language, address=address))

    return {
        "bind": f"[{host}]:{port}" if ":" in host else f"{host}:{port}",
        "workers": workers,
        "preload_app": True,
        "timeout": 300,  # a large document is read within one request
        "loglevel": "error",  # it warns of every HEAD request
        "when_ready": ready,
        "control_socket_disable": True,
    }
