"""Every setting that comes from the environment: name, default, meaning, and how it is read.

This is the one list; the documentation is tested against it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from renkei.core.errors import UsageError

T = TypeVar("T")
CHECKOUT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Setting:
    """One environment variable. ``default`` is written as one would write it in the shell."""

    name: str
    default: str
    meaning: str


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "RENKEI_HOME",
        "",
        "Directory of the embedded database, the stored files and the secret key. Empty: var/ of"
        " the checkout, else ~/.local/share/renkei.",
    ),
    Setting(
        "DATABASE_URL",
        "",
        "postgres://user:password@host:port/name for a team. Empty: SQLite in RENKEI_HOME.",
    ),
    Setting(
        "RENKEI_SECRET_KEY",
        "",
        "Key that signs sessions, at least 50 characters. Empty: made once and kept in"
        " RENKEI_HOME/secret_key, readable by its owner only.",
    ),
    Setting("RENKEI_DEBUG", "false", "true shows tracebacks in the browser. Development only."),
    Setting(
        "RENKEI_HOSTS",
        "localhost,127.0.0.1,[::1]",
        "Host names under which the pages are reached, separated by commas.",
    ),
    Setting(
        "RENKEI_HTTPS",
        "false",
        "true where a proxy ends TLS before Renkei: cookies are sent over https only, browsers"
        " are told to stay on https, and the proxy's X-Forwarded-Proto is trusted.",
    ),
    Setting("RENKEI_TIME_ZONE", "Asia/Tokyo", "Time zone of the pages."),
    Setting("RENKEI_UPLOAD_MB", "64", "Largest document that may be uploaded in a page, in MB."),
    Setting(
        "RENKEI_ADDRESS",
        "http://localhost:8000",
        "Address under which people reach the pages; links in mails begin with it.",
    ),
    Setting("RENKEI_MAIL_HOST", "", "Mail server (SMTP). Empty: notices stay in the system."),
    Setting("RENKEI_MAIL_PORT", "25", "Port of the mail server."),
    Setting("RENKEI_MAIL_SECURITY", "none", "none, starttls or tls."),
    Setting("RENKEI_MAIL_USER", "", "User name at the mail server. Empty: no sign-in."),
    Setting("RENKEI_MAIL_PASSWORD", "", "Password at the mail server."),
    Setting("RENKEI_MAIL_FROM", "renkei@localhost", "Sender of the mails."),
    Setting(
        "RENKEI_MAIL_MARKING",
        "public",
        "Highest handling marking whose words may go by mail: public, internal or restricted."
        " A mail about anything above says only that something waits.",
    ),
    Setting("RENKEI_LANG", "ja", "Language of messages on the command line: ja or en."),
    Setting("PORT", "8000", "Port of renkei serve and renkei demo."),
)
_DEFAULTS = {setting.name: setting.default for setting in SETTINGS}


def text(name: str, environ: Mapping[str, str] = os.environ) -> str:
    """The setting as text; its default when the variable is absent or empty."""
    return environ.get(name, "").strip() or _DEFAULTS[name]


def flag(name: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Exactly "true" or "false"; anything else raises UsageError, never a guess."""
    found = text(name, environ)
    if found not in ("true", "false"):
        raise UsageError("RK401", name=name, found=found, expected="true / false")
    return found == "true"


def whole(name: str, low: int, high: int, environ: Mapping[str, str] = os.environ) -> int:
    """A whole number from ``low`` to ``high``, both inclusive; else UsageError."""
    found = text(name, environ)
    if not (found.isascii() and found.isdigit() and low <= int(found) <= high):
        raise UsageError("RK401", name=name, found=found, expected=f"{low}-{high}")
    return int(found)


def one_of(name: str, allowed: Sequence[str], environ: Mapping[str, str] = os.environ) -> str:
    """One of the words ``allowed``; else UsageError."""
    found = text(name, environ)
    if found not in allowed:
        raise UsageError("RK401", name=name, found=found, expected=" / ".join(allowed))
    return found


def words(name: str, environ: Mapping[str, str] = os.environ) -> list[str]:
    """A list separated by commas, without empty members."""
    return [word.strip() for word in text(name, environ).split(",") if word.strip()]


def checked(name: str, read: Callable[[str], T], expected: str) -> T:
    """``read`` applied to the setting; its ValueError or KeyError becomes a UsageError."""
    found = text(name)
    try:
        return read(found)
    except (ValueError, KeyError) as error:
        raise UsageError("RK401", name=name, found=found, expected=expected) from error


def home(environ: Mapping[str, str] = os.environ) -> Path:
    """RENKEI_HOME, absolute. It need not exist yet."""
    named = text("RENKEI_HOME", environ)
    if named:
        return Path(named).expanduser().absolute()
    if (CHECKOUT / "pyproject.toml").is_file():
        return CHECKOUT / "var"
    return Path.home() / ".local" / "share" / "renkei"
