"""How the apps above this one take over what was read, without this app knowing them.

Each registers one loader when Django starts; all run in the transaction that stores the document.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from renkei.apps.accounts.models import User
from renkei.apps.documents.models import ReadingProposal, SourceRecord, StoredDocument


@dataclass(frozen=True, slots=True)
class Unloaded:
    """A record that could not become a row of the register; it is listed among the leftovers."""

    record: SourceRecord
    reason: str


class Loader(Protocol):
    """Makes, brings up to date and withdraws the register rows of records."""

    def load(
        self, document: StoredDocument, records: Sequence[SourceRecord], by: User
    ) -> Sequence[Unloaded]:
        """Make rows of records that are new, in order of the document."""
        ...

    def refresh(
        self, document: StoredDocument, records: Sequence[SourceRecord], by: User
    ) -> Sequence[Unloaded]:
        """Bring rows of changed records up to date; rows that a person touched stay."""
        ...

    def withdraw(self, records: Sequence[SourceRecord], by: User) -> set[int]:
        """Take away rows of records that are read no more; keys of records that must stay."""
        ...

    def reject(self, record: SourceRecord, by: User, reason: str) -> None:
        """A person found ``record`` wrong: what rests on it alone counts no more."""
        ...

    def restore(self, record: SourceRecord, by: User, reason: str) -> None:
        """The rejection of ``record`` was taken back: all is as if it had not been."""
        ...

    def adopt(self, proposal: ReadingProposal, by: User, reason: str) -> None:
        """Let what is read now hold in the row of the proposal's record, if there is one here."""
        ...


_LOADERS: list[Loader] = []


def register(loader: Loader) -> None:
    """Add a loader; called once per app, from AppConfig.ready, in order of the house."""
    _LOADERS.append(loader)


def loaders() -> tuple[Loader, ...]:
    """The loaders in the order in which they were registered."""
    return tuple(_LOADERS)
