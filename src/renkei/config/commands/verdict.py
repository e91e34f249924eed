"""`renkei verdict`: saying of records whether they were read right, as a person with an account."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from renkei.cli.language import chosen_language, language_option
from renkei.config.commands.words import help_text, say
from renkei.config.database import database_errors, prepare
from renkei.core.errors import UsageError

if TYPE_CHECKING:
    from renkei.apps.accounts.models import User
    from renkei.apps.documents.models import SourceRecord, StoredDocument

_person = click.option("--as", "name", required=True, metavar="USER", help=help_text("verdict.as"))
_document = click.argument("document")
_record = click.argument("record")


@click.group(help=help_text("verdict"))
def verdict() -> None:
    """The group of things that can be said of what was read."""


@verdict.command(help=help_text("verdict.accept"))
@_document
@click.argument("records", nargs=-1)
@click.option("--rule", metavar="RULE", help=help_text("verdict.rule"))
@_person
@language_option
def accept(
    document: str, records: tuple[str, ...], rule: str | None, name: str, lang: str | None
) -> None:
    """Records one by one, or every unchecked one of a rule."""
    language = chosen_language(lang)
    by, stored = _begin(name, document)
    if bool(records) == bool(rule):
        raise UsageError("RK447")
    from renkei.apps.documents import review_selectors, review_services  # noqa: PLC0415

    if rule is None:
        for each in records:
            _say_of(by, _find(by, stored, each), "accepted", "")
        click.echo(say("verdict.accepted", language, number=len(records)))
        return
    with database_errors():
        asked = review_selectors.QueueFilter(rule=rule, verdict=review_selectors.UNCHECKED)
        number = review_selectors.queue(by, stored, asked).count()
        review_services.bulk_accept(by=by, document=stored, rule=rule, expected=number)
    click.echo(say("verdict.accepted", language, number=number))


@verdict.command(help=help_text("verdict.reject"))
@_document
@_record
@click.option("--reason", required=True, help=help_text("verdict.reason"))
@_person
@language_option
def reject(document: str, record: str, reason: str, name: str, lang: str | None) -> None:
    """A record that says something else than the printed words."""
    language = chosen_language(lang)
    by, stored = _begin(name, document)
    _say_of(by, _find(by, stored, record), "rejected", reason)
    click.echo(say("verdict.rejected", language))


@verdict.command(help=help_text("verdict.undo"))
@_document
@_record
@_person
@language_option
def undo(document: str, record: str, name: str, lang: str | None) -> None:
    """Take the standing verdict on a record back."""
    language = chosen_language(lang)
    by, stored = _begin(name, document)
    from renkei.apps.documents import review_services  # noqa: PLC0415

    found = _find(by, stored, record)
    with database_errors():
        review_services.withdraw(by=by, record=found, seen=_stamp(found))
    click.echo(say("verdict.undone", language))


def _begin(name: str, document: str) -> tuple[User, StoredDocument]:
    """The person and the document, by its number or file name. Raises UsageError RK505."""
    prepare()
    from renkei.apps.accounts.models import User  # noqa: PLC0415 - after prepare()
    from renkei.apps.documents.selectors import visible_documents  # noqa: PLC0415

    with database_errors():
        by = User.objects.filter(username=name, is_active=True).first()
        if by is None:
            raise UsageError("RK505", what="user", found=name)
        for stored in visible_documents(by).order_by("pk"):
            if document in (str(stored.pk), stored.name):
                return by, stored
    raise UsageError("RK505", what="document", found=document)


def _find(by: User, stored: StoredDocument, wanted: str) -> SourceRecord:
    """The record whose id begins so. Raises UsageError RK428 unless there is just one."""
    from renkei.apps.documents.selectors import records  # noqa: PLC0415

    with database_errors():
        found = list(records(by, stored).filter(record_id__startswith=wanted)[:2])
    if len(found) != 1:
        raise UsageError("RK428", name=stored.name, found=wanted, number=len(found))
    return found[0]


def _say_of(by: User, record: SourceRecord, what: str, reason: str) -> None:
    from renkei.apps.documents import review_services  # noqa: PLC0415

    act: Callable[..., object] = review_services.review_record
    with database_errors():
        act(by=by, record=record, verdict=what, seen=_stamp(record), reason=reason)


def _stamp(record: SourceRecord) -> str:
    from renkei.apps.documents import review_selectors, review_services  # noqa: PLC0415

    return review_services.stamp(record, review_selectors.standing(record))
