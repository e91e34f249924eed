"""Files of a case: refused when too large, empty or infected; every look is logged."""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator
from typing import IO

from django.conf import settings
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.accounts.selectors import Viewer, highest_marking
from renkei.apps.coordination.locking import open_for, tell
from renkei.apps.coordination.models import Attachment, Case, View
from renkei.apps.documents import files
from renkei.core.errors import InputError, UsageError

MEGABYTE = 1024 * 1024
MOST_UNPACKED = 256 * MEGABYTE
# the published test pattern of virus scanners, in two parts so that they leave this file alone
TEST_PATTERN = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"


def attach(
    *, by: User, case: Case, name: str, file: IO[bytes], size: int, marking: int
) -> Attachment:
    """Keep a file. Nothing is kept of one that is too large, empty or holds a virus test pattern.

    Raises InputError RK855, RK856, RK854; the last also leaves its attempt in the audit trail.
    """
    require(by, "coordination.remark", case)
    limit = settings.RENKEI_UPLOAD_BYTES
    if size > limit:
        raise InputError(
            "RK855", field="file", name=name, size=size // MEGABYTE, limit=limit // MEGABYTE
        )
    data = file.read(limit + 1)
    if not data:
        raise InputError("RK856", field="file", name=name)
    if any(TEST_PATTERN in part for part in _parts(data)):
        tell(by, "infected_file_refused", case, name=name)
        raise InputError("RK854", field="file", name=name)
    return _keep(by, case, name, data, marking)


@transaction.atomic
def _keep(by: User, case: Case, name: str, data: bytes, marking: int) -> Attachment:
    current = open_for(by, "coordination.remark", case)
    if marking > int(by.clearance):
        raise UsageError("RK503", field="marking", found=marking, expected=int(by.clearance))
    digest = hashlib.sha256(data).hexdigest()
    files.keep(digest, data)
    row = Attachment.objects.create(
        case=current, actor=by, name=name, sha256=digest, size=len(data), marking=marking
    )
    tell(by, "attach_file", current, name=name, sha256=digest)
    return row


def attachments(viewer: Viewer, case: Case) -> QuerySet[Attachment]:
    """The files that the viewer may take."""
    return case.attachments.filter(marking__lte=highest_marking(viewer)).select_related("actor")


def take(*, by: User, attachment: Attachment) -> bytes:
    """The file, with a line in the log of looks."""
    log_view(by=by, case=attachment.case, what=f"attachment:{attachment.pk}")
    return files.read(attachment.sha256)


@transaction.atomic
def log_view(*, by: User, case: Case, what: str = "case") -> None:
    """Write down that somebody looked, once a day with how often."""
    row, new = View.objects.get_or_create(case=case, user=by, what=what, day=timezone.localdate())
    if not new:
        row.times = F("times") + 1
        row.save(update_fields=["times", "last_at"])


def _parts(data: bytes) -> Iterator[bytes]:
    """The bytes, and those of what is packed in them, as Word and Excel files are."""
    yield data
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            left = MOST_UNPACKED
            for entry in archive.infolist():
                left -= entry.file_size
                if left < 0:
                    return
                yield archive.read(entry)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):  # broken or encrypted
        return
