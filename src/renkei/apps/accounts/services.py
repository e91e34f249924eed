"""Making and changing accounts and organisations."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction

from renkei.apps.accounts.choices import Marking, Role
from renkei.apps.accounts.models import AccreditedPartner, Organisation, User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.core.errors import UsageError

COMMAND_LINE = "command-line"


def command_line_user() -> User:
    """The actor of commands run on the machine itself; it cannot sign in."""
    user, made = User.objects.get_or_create(
        username=COMMAND_LINE,
        defaults={"role": Role.ADMINISTRATOR, "clearance": Marking.RESTRICTED},
    )
    if made:
        user.set_unusable_password()
        user.save(update_fields=["password"])
    return user


@transaction.atomic
def add_organisation(*, by: User, code: str, name_ja: str, name_en: str = "") -> Organisation:
    """A new organisation, or the one of this code with its names brought up to date."""
    require(by, "accounts.manage")
    organisation, _ = Organisation.objects.update_or_create(
        code=code, defaults={"name_ja": name_ja, "name_en": name_en}
    )
    audit.record(
        actor=by.username, action="add_organisation", object_type="organisation", object_id=code
    )
    return organisation


@transaction.atomic
def add_user(
    *,
    by: User,
    username: str,
    password: str,
    role: Role,
    clearance: Marking = Marking.PUBLIC,
    organisation: Organisation | None = None,
    accredited: Iterable[str] = (),
    full_name: str = "",
    language: str = "",
    weak_password: bool = False,
) -> User:
    """A new account. Raises UsageError for a taken name, a weak password or a missing organisation.

    ``weak_password`` lets the demonstration use short ones.
    """
    require(by, "accounts.manage")
    if User.objects.filter(username=username).exists():
        raise UsageError("RK506", name=username)
    user = User(
        username=username,
        role=role,
        clearance=clearance,
        organisation=organisation,
        last_name=full_name,
        language=language,
    )
    try:
        if not weak_password:
            validate_password(password, user)
        user.set_password(password)
        user.full_clean()
    except ValidationError as error:
        raise UsageError(
            "RK503", field="user", found=username, expected=" ".join(error.messages)
        ) from error
    user.save()
    codes = sorted(set(accredited))
    AccreditedPartner.objects.bulk_create(
        AccreditedPartner(user=user, partner_code=code) for code in codes
    )
    audit.record(
        actor=by.username,
        action="add_user",
        object_type="user",
        object_id=user.pk,
        username=username,
        role=role,
        clearance=int(clearance),
        accredited=codes,
    )
    return user


@transaction.atomic
def choose_language(*, by: User, language: str) -> None:
    """Keep the language a person chose; it wins over the browser's cookie from now on."""
    by.language = language
    by.full_clean(exclude=["password"])
    by.save(update_fields=["language"])


@transaction.atomic
def sync_organisations(entries: Iterable[tuple[str, str, str]]) -> None:
    """Bring organisations (code, Japanese name, English name) of the vocabulary into the tables."""
    Organisation.objects.bulk_create(
        [Organisation(code=code, name_ja=ja, name_en=en) for code, ja, en in entries],
        update_conflicts=True,
        unique_fields=["code"],
        update_fields=["name_ja", "name_en"],
    )


@transaction.atomic
def change_password(*, by: User, user: User, password: str) -> None:
    """Give an account a new password. Raises UsageError for a weak one."""
    require(by, "accounts.manage")
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise UsageError(
            "RK503", field="password", found="…", expected=" ".join(error.messages)
        ) from error
    user.set_password(password)
    user.save(update_fields=["password"])
    audit.record(actor=by.username, action="change_password", object_type="user", object_id=user.pk)
