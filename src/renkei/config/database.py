"""The database as commands find it: made and brought up to date on first use."""

from __future__ import annotations

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from renkei.config import env
from renkei.core.errors import RenkeiError, UsageError
from renkei.core.errors.messages import Language


def prepare(language: Language = "ja") -> None:
    """Start Django; make or migrate the database where needed; bring in the vocabulary.

    ``language`` is that of messages which Django itself words, such as those of weak passwords.
    Costs a few milliseconds when nothing is to be done. Raises UsageError when RENKEI_HOME cannot
    be written (RK403) or the database not be reached (RK402).
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "renkei.config.settings")
    home = env.home()
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError("RK403", name=home, reason=error.strerror) from error
    import django  # noqa: PLC0415 - the settings need the home that is made above

    django.setup()
    from django.db import DatabaseError, connection  # noqa: PLC0415 - needs the settings
    from django.utils import translation  # noqa: PLC0415

    translation.activate(language)

    try:
        with _one_at_a_time(home):
            migrated = _migrate()
            _bring_vocabulary(home / "vocabulary.stamp", anyway=migrated)
    except DatabaseError as error:
        connection.close()
        raise UsageError("RK402", reason=str(error).partition("\n")[0]) from error


@contextmanager
def database_errors() -> Iterator[None]:
    """Turn what the database refuses inside the block into one sentence (RK404)."""
    from django.db import DatabaseError  # noqa: PLC0415 - after prepare()

    try:
        yield
    except DatabaseError as error:
        raise RenkeiError("RK404", reason=str(error).partition("\n")[0]) from error


@contextmanager
def _one_at_a_time(home: Path) -> Iterator[None]:
    """Two commands at once on a new home: the second waits until the first made the tables."""
    try:
        file = (home / ".lock").open("w")
    except OSError as error:
        raise UsageError("RK403", name=home / ".lock", reason=error.strerror) from error
    with file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _migrate() -> bool:
    """Apply migrations that are on disk and not in the database; whether there were any."""
    from django.apps import apps  # noqa: PLC0415 - after setup
    from django.core.management import call_command  # noqa: PLC0415
    from django.db import connection  # noqa: PLC0415
    from django.db.migrations.recorder import MigrationRecorder  # noqa: PLC0415

    on_disk = {
        (config.label, path.stem)
        for config in apps.get_app_configs()
        for path in (Path(config.path) / "migrations").glob("[0-9]*.py")
    }
    if on_disk <= set(MigrationRecorder(connection).applied_migrations()):
        return False
    call_command("migrate", verbosity=0, interactive=False)
    return True


def _bring_vocabulary(stamp: Path, *, anyway: bool) -> None:
    """Partners and organisations of the vocabulary, when it is another than the last time."""
    from renkei.apps.accounts import services as accounts  # noqa: PLC0415 - after setup
    from renkei.apps.register import partners  # noqa: PLC0415
    from renkei.core import vocabulary  # noqa: PLC0415

    source = f"{env.text('DATABASE_URL')}|".encode()
    source += Path(vocabulary.__file__).with_name("tables.json").read_bytes()
    digest = hashlib.sha256(source).hexdigest()
    if not anyway and stamp.exists() and stamp.read_text("ascii") == digest:
        return
    partners.sync()
    accounts.sync_organisations(
        (entry.code, entry.ja, entry.en)
        for entry in vocabulary.load().organisations.values()
        if not entry.until
    )
    stamp.write_text(digest, "ascii")
