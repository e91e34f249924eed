"""People and activities (tests/register.py), and a browser without a browser for each."""

from collections.abc import Callable

import django

django.setup()  # conftest files are loaded before pytest-django does it

import pytest  # noqa: E402
from django.test import Client  # noqa: E402

from renkei.apps.accounts.models import User  # noqa: E402
from renkei.apps.documents import services  # noqa: E402
from renkei.apps.documents.models import StoredDocument  # noqa: E402
from tests.register import People, activity, home, people  # noqa: E402

__all__ = ["activity", "home", "people"]

LIST = """令和4年度の実施施策に係る政策評価書

測定指標 二国間・多国間における交流の実施
●令和4年度の交流実績
<チリ>
防衛相会談(6月及び11月)、海軍司令官訪日(9月)
<ケニア>
防衛副大臣会談(令和5年2月)
"""


@pytest.fixture
def client_of() -> Callable[[User], Client]:
    """A client signed in as somebody: `client_of(people.owner).get("/")`."""

    def make(user: User) -> Client:
        client = Client()
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return make


@pytest.fixture
def document(people: People) -> Callable[..., StoredDocument]:
    """Stores a document with a short activity list of our own."""

    def make(text: str = LIST, name: str = "list.txt", marking: int = 0) -> StoredDocument:
        done = services.ingest(
            name=name,
            data=text.encode(),
            by=people.administrator,
            organisation=people.ours,
            marking=marking,
        )
        return done.document

    return make
