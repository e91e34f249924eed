"""Asking for a right. Rights are predicates in code; each app defines its own in ``rules.py``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from rules import permissions, predicates

from renkei.apps.accounts.choices import Role
from renkei.apps.accounts.models import User
from renkei.core.errors import DeniedError

# the library has no types: these two lines are where ours begin
predicate = cast("Callable[[Callable[..., bool]], Any]", predicates.predicate)
grant = cast("Callable[[str, Any], None]", permissions.add_perm)
_has_right = cast("Callable[[str, object, object], bool]", permissions.has_perm)


def may(user: object, right: str, target: object = None) -> bool:
    """Whether ``user`` has ``right`` on ``target``.

    Django's ``has_perm`` says yes to every superuser; here clearance binds them too.
    """
    if not (isinstance(user, User) and user.is_active):
        return False
    return _has_right(right, user, target)


def require(user: User, right: str, target: object = None) -> None:
    """Raise DeniedError (RK501) unless :func:`may`."""
    if not may(user, right, target):
        raise DeniedError("RK501", user=user, action=right)


@predicate
def is_administrator(user: User) -> bool:
    """The role administrator."""
    return user.role == Role.ADMINISTRATOR


@predicate
def is_attache(user: User) -> bool:
    """The role attaché."""
    return user.role == Role.ATTACHE


@predicate
def is_reader(user: User) -> bool:
    """The role reader."""
    return user.role == Role.READER


@predicate
def is_security_officer(user: User) -> bool:
    """The role of those who answer for information security."""
    return user.role == Role.SECURITY_OFFICER


@predicate
def is_desk_officer(user: User) -> bool:
    """The role desk officer."""
    return user.role == Role.DESK_OFFICER


@predicate
def is_planner(user: User) -> bool:
    """The role planner."""
    return user.role == Role.PLANNER


@predicate
def is_evaluation_officer(user: User) -> bool:
    """The role evaluation officer."""
    return user.role == Role.EVALUATION_OFFICER


@predicate
def is_expert_secretary(user: User) -> bool:
    """The role secretary of the outside experts."""
    return user.role == Role.EXPERT_SECRETARY


@predicate
def is_decider(user: User) -> bool:
    """The role of those who decide evaluations."""
    return user.role == Role.DECIDER


@predicate
def is_cleared(user: User, target: object) -> bool:
    """The clearance reaches the marking of the target, if there is a target."""
    return target is None or int(getattr(target, "marking", 0)) <= int(user.clearance)


@predicate
def is_own(user: User, target: object) -> bool:
    """The target belongs to the user's organisation, if there is a target."""
    if target is None:
        return True
    owner = getattr(target, "organisation_id", None)
    return owner is not None and owner == user.organisation_id


@predicate
def is_own_or_nobodys(user: User, target: object) -> bool:
    """As :data:`is_own`, or the target belongs to no organisation."""
    return target is None or getattr(target, "organisation_id", None) in (
        None,
        user.organisation_id,
    )
