"""Settings are strict, safe by default, and listed in one place."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core import checks
from django.test import Client

from renkei.config import env
from renkei.config.secret import secret_key
from renkei.core.errors import UsageError
from tests.register import People

SOURCE = Path(env.__file__).parent
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def test_every_setting_that_is_read_is_listed() -> None:
    read = set()
    for path in SOURCE.rglob("*.py"):
        read |= set(re.findall(r"env\.\w+\(\s*\"([A-Z_]+)\"", path.read_text("utf-8")))
    listed = {setting.name for setting in env.SETTINGS}

    assert read <= listed
    assert all(setting.meaning.endswith(".") for setting in env.SETTINGS)


@pytest.mark.parametrize("value", ["1", "yes", "True", "TRUE", "on", "falsch"])
def test_a_flag_is_true_or_false_and_nothing_else(value: str) -> None:
    with pytest.raises(UsageError, match="RK401"):
        env.flag("RENKEI_DEBUG", {"RENKEI_DEBUG": value})


def test_flags_and_numbers_that_are_right() -> None:
    assert env.flag("RENKEI_DEBUG", {"RENKEI_DEBUG": "true"})
    assert not env.flag("RENKEI_DEBUG", {})
    assert env.whole("PORT", 1, 65535, {"PORT": "8080"}) == 8080
    for wrong in ("0", "65536", "-1", "８０", "80.0"):
        with pytest.raises(UsageError):
            env.whole("PORT", 1, 65535, {"PORT": wrong})


def test_the_home_follows_the_environment(tmp_path: Path) -> None:
    assert env.home({"RENKEI_HOME": str(tmp_path)}) == tmp_path
    assert env.home({}) == env.CHECKOUT / "var"


def test_the_secret_key_is_made_once_and_private(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("RENKEI_SECRET_KEY", raising=False)
    first = secret_key(tmp_path / "new")

    assert secret_key(tmp_path / "new") == first
    assert (tmp_path / "new" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert secret_key(tmp_path / "other") != first


def test_a_key_that_others_can_read_is_an_error(settings: Any, tmp_path: Path) -> None:
    settings.RENKEI_HOME = tmp_path
    key = tmp_path / "secret_key"
    key.write_text("x" * 50)
    key.chmod(0o644)

    found = [message for message in checks.run_checks() if message.id == "renkei.E002"]
    assert len(found) == 1
    assert "chmod 600" in str(found[0].hint)


def test_deployment_without_https_is_warned_of() -> None:
    found = checks.run_checks(include_deployment_checks=True)

    assert "renkei.W002" in {message.id for message in found}
    assert all(item.hint for item in found if str(item.id).startswith("renkei."))


@pytest.mark.django_db
def test_the_database_of_the_tests_passes_its_checks() -> None:
    assert not checks.run_checks(databases=["default"])


@pytest.mark.django_db
def test_pages_are_japanese_whatever_the_browser_prefers(client: Client) -> None:
    answer = client.get("/accounts/login/", headers={"accept-language": "en-US,en"})

    assert answer.headers["Content-Language"] == "ja"
    assert "Accept-Language" not in answer.headers.get("Vary", "")


@pytest.mark.django_db
def test_the_choice_of_a_language_sticks(client: Client) -> None:
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"
    assert client.get("/accounts/login/").headers["Content-Language"] == "en"

    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "xx"
    assert client.get("/accounts/login/").headers["Content-Language"] == "ja"


def test_the_choice_of_a_person_wins_over_the_browser(client: Client, people: People) -> None:
    people.owner.language = "ja"
    people.owner.save()
    client.force_login(people.owner, BACKEND)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "en"

    assert client.get("/api/activities").headers["Content-Language"] == "ja"


@pytest.mark.django_db
def test_no_page_may_run_foreign_or_inline_scripts(client: Client) -> None:
    policy = client.get("/accounts/login/").headers["Content-Security-Policy"]

    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


def test_nobody_signs_up_by_themselves(client: Client, people: People) -> None:
    client.post(
        "/accounts/signup/",
        {
            "username": "stranger",
            "password1": "a long pass phrase",
            "password2": "a long pass phrase",
        },
    )

    assert not type(people.owner).objects.filter(username="stranger").exists()


def test_signing_in_by_name_and_password(client: Client, people: People) -> None:
    def sign_in(password: str) -> bool:
        client.post("/accounts/login/", {"login": "owner", "password": password})
        return "_auth_user_id" in client.session

    assert not sign_in("wrong")
    assert sign_in("correct horse battery")


def test_an_address_of_no_database_is_refused_in_one_sentence(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "renkei.config.console", "sheet"],
        env=os.environ | {"DATABASE_URL": "nothing", "RENKEI_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 64
    assert "[RK401]" in told.stderr
    assert "Warning" not in told.stderr
