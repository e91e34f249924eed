"""What better readings propose about records that people touched, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from renkei.apps.accounts.rights import may
from renkei.apps.accounts.selectors import Viewer
from renkei.apps.documents import proposals
from renkei.apps.documents.models import ReadingProposal, SourceRecord
from renkei.apps.documents.proposal_models import OPEN
from renkei.apps.documents.review_services import RIGHT
from renkei.web.documents.checking import names_of_read_fields, words_of_field


def field_name(code: str) -> str:
    """The name of a field of a record; "" stands for the whole record."""
    return names_of_read_fields().get(code, code) if code else _("Whole record")


@dataclass(frozen=True, slots=True)
class Told:
    """A proposal of a reading in words; ``taken_off`` where the record is read no more."""

    row: ReadingProposal
    name: str
    held: str
    read: str
    taken_off: bool
    may_answer: bool = False


def readings(viewer: Viewer, records: Sequence[SourceRecord]) -> list[Told]:
    """What better readings proposed about ``records``, answered ones too."""
    return [
        replace(told(row), may_answer=row.state == OPEN and may(viewer, RIGHT, row.record.document))
        for row in proposals.proposals_of(viewer, records)
    ]


def told(row: ReadingProposal) -> Told:
    """What held, what is read now, and of which field."""
    held, read = (words_of_field(row.field, value) for value in (row.held, row.read))
    return Told(row, field_name(row.field), held, read, not row.field)
