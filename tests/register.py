"""Fixtures of tests that need the register: people of every role and activities they own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser

from renkei.apps.accounts import services as accounts
from renkei.apps.accounts.choices import Marking, Role
from renkei.apps.accounts.models import Organisation, User
from renkei.apps.register import partners
from renkei.apps.register import services as register
from renkei.apps.register.models import Activity


@pytest.fixture(autouse=True)
def home(settings: Any, tmp_path: Path) -> Path:
    """Stored files of this test go here."""
    settings.RENKEI_FILES = tmp_path / "files"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return tmp_path


@dataclass
class People:
    """Owner and colleague are desk officers of two organisations; the others are what they say."""

    ours: Organisation
    theirs: Organisation
    owner: User
    teammate: User
    colleague: User
    outsider: User
    planner: User
    attache: User
    evaluator: User
    other_evaluator: User
    secretary: User
    decider: User
    administrator: User
    nobody: AnonymousUser


@pytest.fixture
def people(db: None) -> People:
    """One person per role; all but the outsider see internal records, the administrator all."""
    partners.sync()
    by = accounts.command_line_user()
    ours = accounts.add_organisation(by=by, code="OURS", name_ja="甲局", name_en="Bureau A")
    theirs = accounts.add_organisation(by=by, code="THEIRS", name_ja="乙局", name_en="Bureau B")

    def make(name: str, role: Role, clearance: Marking, owner: Organisation, *codes: str) -> User:
        return accounts.add_user(
            by=by,
            username=name,
            password="correct horse battery",
            role=role,
            clearance=clearance,
            organisation=owner,
            accredited=codes,
        )

    internal = Marking.INTERNAL
    return People(
        ours=ours,
        theirs=theirs,
        owner=make("owner", Role.DESK_OFFICER, internal, ours),
        teammate=make("teammate", Role.DESK_OFFICER, internal, ours),
        colleague=make("colleague", Role.DESK_OFFICER, internal, theirs),
        outsider=make("outsider", Role.READER, Marking.PUBLIC, theirs),
        planner=make("planner", Role.PLANNER, internal, theirs),
        attache=make("attache", Role.ATTACHE, internal, theirs, "NZL"),
        evaluator=make("evaluator", Role.EVALUATION_OFFICER, internal, ours),
        other_evaluator=make("other_evaluator", Role.EVALUATION_OFFICER, internal, theirs),
        secretary=make("secretary", Role.EXPERT_SECRETARY, internal, theirs),
        decider=make("decider", Role.DECIDER, internal, theirs),
        administrator=make("administrator", Role.ADMINISTRATOR, Marking.RESTRICTED, ours),
        nobody=AnonymousUser(),
    )


@pytest.fixture
def activity(people: People) -> Callable[..., Activity]:
    """Makes an activity of the owner's organisation; fields and marking as given."""

    def make(marking: int = Marking.PUBLIC, **values: Any) -> Activity:
        fields = {"title": "防衛相会談", "kind": "meeting", "start": "2018-05", "partners": ["NZL"]}
        return register.enter_activity(
            by=people.administrator,
            values=fields | values,
            organisation=people.ours,
            marking=marking,
        )

    return make
