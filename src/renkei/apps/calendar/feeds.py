"""Making, renaming, revoking and opening feeds. The secret itself is never stored."""

from __future__ import annotations

from dataclasses import asdict
from hashlib import sha256
from secrets import token_urlsafe

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from renkei.apps.accounts.models import User
from renkei.apps.audit import services as audit
from renkei.apps.calendar.entries import CalendarFilter
from renkei.apps.calendar.models import Feed
from renkei.core.errors import DeniedError, UsageError

LIMIT = 20
LONGEST_NAME = 100


def own(user: User) -> QuerySet[Feed]:
    """The feeds of a person that still work, by name."""
    return Feed.objects.filter(user=user, revoked_at=None)


@transaction.atomic
def make(*, by: User, name: str, view: CalendarFilter) -> tuple[Feed, str]:
    """A feed and its secret, which is told this once. Raises UsageError RK915, RK916."""
    # two requests of one person wait for each other here, so that the limit holds
    User.objects.select_for_update().get(pk=by.pk)
    if own(by).count() >= LIMIT:
        raise UsageError("RK916", limit=LIMIT)
    token = token_urlsafe(32)
    feed = Feed.objects.create(
        user=by, name=_named(name), token_hash=_hash(token), view=asdict(view)
    )
    _tell(by, "make_calendar_feed", feed)
    return feed, token


@transaction.atomic
def rename(*, by: User, feed: Feed, name: str) -> None:
    """Another name. Raises UsageError RK915."""
    _own(by, feed)
    feed.name = _named(name)
    feed.save(update_fields=["name"])
    _tell(by, "rename_calendar_feed", feed)


@transaction.atomic
def revoke(*, by: User, feed: Feed) -> None:
    """From now on the address gives nothing."""
    _own(by, feed)
    feed.revoked_at = timezone.now()
    feed.save(update_fields=["revoked_at"])
    _tell(by, "revoke_calendar_feed", feed)


def opened(token: str) -> Feed:
    """The feed of an address. UsageError RK918 where there is none, RK917 where it ended."""
    feed = Feed.objects.select_related("user").filter(token_hash=_hash(token)).first()
    if feed is None:
        raise UsageError("RK918")
    if feed.revoked_at is not None or not feed.user.is_active:
        raise UsageError("RK917")
    return feed


def view_of(feed: Feed) -> CalendarFilter:
    """What the feed shows."""
    known = CalendarFilter.__slots__
    return CalendarFilter(**{key: str(value) for key, value in feed.view.items() if key in known})


@transaction.atomic
def note_read(feed: Feed, digest: str, **given: int) -> None:
    """Write down that the feed was read, once a day, and when what it gives became another."""
    now = timezone.now()
    today = timezone.localdate(now)
    if feed.digest != digest:
        feed.digest, feed.changed_at = digest, now
        feed.save(update_fields=["digest", "changed_at"])
    if feed.last_read_on != today:
        feed.last_read_on = today
        feed.save(update_fields=["last_read_on"])
        _tell(feed.user, "read_calendar_feed", feed, **given)


def digest_of(data: bytes) -> str:
    """What changes when the feed does."""
    return sha256(data).hexdigest()


def _own(by: User, feed: Feed) -> None:
    if feed.user_id != by.pk:
        raise DeniedError("RK501", user=by, action="calendar.feed")


def _named(name: str) -> str:
    found = " ".join(name.split())
    if not 0 < len(found) <= LONGEST_NAME:
        raise UsageError("RK915", field="name")
    return found


def _hash(token: str) -> str:
    return sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def _tell(by: User, action: str, feed: Feed, **data: int) -> None:
    audit.record(
        actor=by.username, action=action, object_type="calendar_feed", object_id=feed.pk, **data
    )
