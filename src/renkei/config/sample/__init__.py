"""The sample set of `renkei demo`: true facts as data files, and documents of our own.

Everything goes the way real documents go: the same services, the same records, the same evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import Organisation, User
from renkei.apps.accounts.rights import require
from renkei.apps.documents import services as documents
from renkei.apps.documents.models import StoredDocument
from renkei.apps.documents.services import Ingested
from renkei.config.sample import facts, planning

FOLDER = Path(__file__).parent
DATA, DOCUMENTS = FOLDER / "data", FOLDER / "documents"
OWNER = "MOD_INTL_POLICY"


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What loading did, file by file. Loading again changes nothing: ``changed`` is then false."""

    ingested: tuple[Ingested, ...]
    planned: bool = False

    @property
    def changed(self) -> bool:
        """Whether the register is now another."""
        return self.planned or any(outcome.changed_anything for outcome in self.ingested)


def load(*, by: User) -> LoadResult:
    """Bring the sample set into the register; what is there already stays as it is.

    Partners and organisations of the vocabulary must be in the database. Raises DeniedError when
    ``by`` may not add documents.
    """
    owners = {item.code: item for item in Organisation.objects.all()}
    owner = owners.get(OWNER)
    ingested = (*_facts(by, owners), *_documents(by, owner))
    planned = planning.load(by=by, owner=owner)
    return LoadResult(ingested, planned)


def _facts(by: User, owners: Mapping[str, Organisation]) -> Iterator[Ingested]:
    """Data files, in order of name; their head says title, marking and organisation."""
    for path in sorted(DATA.glob("*.yml")):
        data = path.read_bytes()
        reading, head = facts.read(path.name, data)
        owner = owners.get(head.get("organisation", ""))
        marking = Marking[head.get("marking", "public").upper()]
        draft = StoredDocument(name=path.name, organisation=owner, marking=marking)
        require(by, "documents.ingest", draft)
        outcome = documents.store(reading=reading, data=data, draft=draft, by=by)
        if outcome.is_new:
            documents.correct_document(
                by=by, document=outcome.document, title=head["title"], organisation=owner
            )
        yield outcome


def _documents(by: User, owner: Organisation | None) -> Iterator[Ingested]:
    """Our own documents, read as any other."""
    for path in sorted(DOCUMENTS.glob("*.txt")):
        yield documents.ingest(name=path.name, data=path.read_bytes(), by=by, organisation=owner)
