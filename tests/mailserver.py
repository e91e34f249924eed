"""A real mail server (SMTP) on this machine that keeps what it is given."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller


@dataclass
class Catcher:
    """What arrived. While ``refusing``, everything is refused as a full disk would."""

    port: int = 0
    refusing: bool = False
    mails: list[EmailMessage] = field(default_factory=list)

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802
        if self.refusing:
            return "452 no space left"
        self.mails.append(message_from_bytes(envelope.content, policy=policy.default))  # type: ignore[arg-type]
        return "250 kept"

    @property
    def ids(self) -> list[str]:
        """The Message-ID of everything that arrived."""
        return [str(mail["Message-ID"]) for mail in self.mails]


@pytest.fixture
def mailserver() -> Iterator[Catcher]:
    """Listens on a free port of 127.0.0.1."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        catcher = Catcher(port=probe.getsockname()[1])
    controller = Controller(catcher, hostname="127.0.0.1", port=catcher.port)
    controller.start()
    yield catcher
    controller.stop()


@pytest.fixture
def mail(mailserver: Catcher, settings: Any) -> Catcher:
    """The same, and Django sends there."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", mailserver.port
    return mailserver
