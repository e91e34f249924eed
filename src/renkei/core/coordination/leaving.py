"""What may leave the ministry, and to whom (articles 7(3) to 7(6)).

An attaché is one of us: the personal clearance decides. Everybody else is an audience.
"""

from __future__ import annotations

from enum import StrEnum


class Audience(StrEnum):
    """Who is told: our attachés (7(2)), other ministries (7(4)), the ally (7(5)), attachés in Tokyo
    (7(6))."""

    ATTACHE = "attache"
    MINISTRY = "ministry"
    ALLY = "ally"
    TOKYO_ATTACHE = "tokyo_attache"


class Leaves(StrEnum):
    """Whether something goes: freely, once released item by item, or never."""

    FREELY = "freely"
    RELEASED = "released"
    NEVER = "never"


PUBLIC, INTERNAL, RESTRICTED = 0, 1, 2
_OUTSIDE = {PUBLIC: Leaves.FREELY, INTERNAL: Leaves.RELEASED, RESTRICTED: Leaves.NEVER}
_INSIDE = {PUBLIC: Leaves.FREELY, INTERNAL: Leaves.FREELY, RESTRICTED: Leaves.RELEASED}
RELEASABLE = (Audience.MINISTRY, Audience.ALLY, Audience.TOKYO_ATTACHE)
"""Audiences for which the security officer decides item by item."""


def leaves(audience: Audience, marking: int) -> Leaves:
    """How something of this marking may go to an audience. Ministries are inside the government."""
    if audience is Audience.ATTACHE:
        return Leaves.FREELY
    return (_INSIDE if audience is Audience.MINISTRY else _OUTSIDE)[marking]


def in_feed(marking: int) -> Leaves:
    """How something goes into a feed that a device outside fetches.

    Nobody watches that device, and a feed has no officer who decides item by item: what would have
    to be released goes without its words.
    """
    return _OUTSIDE[marking]
