"""The sample set of `renkei demo`: true facts as data, documents of our own, and people to sign in.

Everything goes the way real documents go: the same services, the same records, the same evidence.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from renkei.apps.accounts import services as accounts
from renkei.apps.accounts.choices import Marking, Role
from renkei.apps.accounts.models import Organisation, User
from renkei.apps.documents import services as documents
from renkei.apps.documents.models import StoredDocument
from renkei.apps.documents.services import Ingested
from renkei.config.sample import facts

FOLDER = Path(__file__).parent
DATA, DOCUMENTS = FOLDER / "data", FOLDER / "documents"
NOT_FACTS = ("organisations.yml", "people.yml")


@dataclass(frozen=True, slots=True)
class SignIn:
    """An account of the sample set and the password it has until somebody changes it."""

    username: str
    password: str
    role: Role
    clearance: Marking
    full_name: str


@dataclass(frozen=True, slots=True)
class LoadResult:
    """What loading did. Loading again changes nothing, and then ``changed`` is false."""

    ingested: tuple[Ingested, ...]
    sign_ins: tuple[SignIn, ...]
    changed: bool


def load(*, by: User) -> LoadResult:
    """Bring the sample set into the register; what is there already stays as it is.

    Raises DeniedError when ``by`` may not manage accounts and add documents.
    """
    organisations = _organisations(by)
    sign_ins, new_people = _people(by, organisations)
    ingested = (*_facts(by, organisations), *_documents(by, organisations))
    changed = new_people or any(outcome.changed_anything for outcome in ingested)
    return LoadResult(ingested=ingested, sign_ins=sign_ins, changed=changed)


def sign_ins() -> tuple[SignIn, ...]:
    """The accounts of the sample set, from its data."""
    told = _yaml("people.yml")
    return tuple(
        SignIn(
            username=person["username"],
            password=told["password"],
            role=Role(person["role"]),
            clearance=Marking[person["clearance"].upper()],
            full_name=person["full_name"],
        )
        for person in told["people"]
    )


def _organisations(by: User) -> Mapping[str, Organisation]:
    known = {item.code: item for item in Organisation.objects.all()}
    for told in _yaml("organisations.yml"):
        if told["code"] not in known:
            known[told["code"]] = accounts.add_organisation(by=by, **told)
    return known


def _people(by: User, organisations: Mapping[str, Organisation]) -> tuple[tuple[SignIn, ...], bool]:
    """The accounts, and whether one of them had to be made."""
    told = {person["username"]: person for person in _yaml("people.yml")["people"]}
    there = set(User.objects.filter(username__in=told).values_list("username", flat=True))
    for sign_in in sign_ins():
        if sign_in.username in there:
            continue
        person = told[sign_in.username]
        accounts.add_user(
            by=by,
            username=sign_in.username,
            password=sign_in.password,
            role=sign_in.role,
            clearance=sign_in.clearance,
            organisation=organisations.get(person.get("organisation", "")),
            accredited=person.get("accredited", ()),
            full_name=sign_in.full_name,
            weak_password=True,
        )
    return sign_ins(), there != set(told)


def _facts(by: User, organisations: Mapping[str, Organisation]) -> Iterator[Ingested]:
    """Data files, in order of name; their head says title, marking and organisation."""
    for path in sorted(DATA.glob("*.yml")):
        if path.name in NOT_FACTS:
            continue
        data = path.read_bytes()
        reading, head = facts.read(path.name, data)
        owner = organisations.get(head.get("organisation", ""))
        marking = Marking[head.get("marking", "public").upper()]
        draft = StoredDocument(name=path.name, organisation=owner, marking=marking)
        outcome = documents.store(reading=reading, data=data, draft=draft, by=by)
        if outcome.is_new:
            documents.correct_document(
                by=by, document=outcome.document, title=head["title"], organisation=owner
            )
        yield outcome


def _documents(by: User, organisations: Mapping[str, Organisation]) -> Iterator[Ingested]:
    """Our own documents, read as any other."""
    for path in sorted(DOCUMENTS.glob("*.txt")):
        yield documents.ingest(
            name=path.name,
            data=path.read_bytes(),
            by=by,
            organisation=organisations["bureau-policy"],
        )


def _yaml(name: str) -> Any:
    return yaml.safe_load((DATA / name).read_text("utf-8"))
