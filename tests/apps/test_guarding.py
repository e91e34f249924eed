"""Information security, what leaves, files, and who looked."""

from __future__ import annotations

import io
import zipfile

import pytest

from renkei.apps.accounts.choices import Marking
from renkei.apps.accounts.models import User
from renkei.apps.audit.models import Event
from renkei.apps.coordination import attaching, guarding, selectors, telling
from renkei.apps.coordination.attaching import TEST_PATTERN
from renkei.apps.coordination.choices import SECURITY_KINDS
from renkei.apps.coordination.models import Attachment, Case, Telling
from renkei.apps.notices import selectors as notices
from renkei.core.errors import DeniedError, InputError, UsageError
from tests.cases import Make, case, consulted, go, security
from tests.register import People

__all__ = ["case", "security"]


def tell(people: People, made: Case, audience: str, *items: str) -> Telling:
    return telling.tell_outside(
        by=people.owner, case=made, audience=audience, recipient="窓口", items=items, phase="plan"
    )


def attach(
    by: User, made: Case, data: bytes, name: str = "計画.txt", marking: int = 1
) -> Attachment:
    return attaching.attach(
        by=by, case=made, name=name, file=io.BytesIO(data), size=len(data), marking=marking
    )


def test_the_four_kinds_come_before_the_approval(
    people: People, case: Make, security: User
) -> None:
    made = case()
    consulted(people, made)
    telling.draw_in(by=people.owner, case=made, phase="plan")
    with pytest.raises(UsageError, match="RK841"):
        go(people.planner, made, "approved")
    for kind in SECURITY_KINDS[:-1]:
        guarding.decide(by=security, case=made, kind=kind, decision="clear")
    guarding.decide(by=security, case=made, kind=SECURITY_KINDS[-1], decision="refuse", note="岸壁")
    with pytest.raises(UsageError, match="RK842"):
        go(people.planner, made, "approved")
    guarding.decide(
        by=security, case=made, kind=SECURITY_KINDS[-1], decision="condition", note="撮影を断る"
    )
    assert go(people.planner, made, "approved").state == "approved"


@pytest.mark.parametrize("name", ["owner", "colleague", "planner", "attache"])
def test_only_the_officer_decides(people: People, case: Make, name: str) -> None:
    with pytest.raises(DeniedError):
        guarding.decide(by=getattr(people, name), case=case(), kind="secrets", decision="clear")


def test_a_condition_says_what_it_is(people: People, case: Make, security: User) -> None:
    with pytest.raises(UsageError, match="RK848"):
        guarding.decide(by=security, case=case(), kind="secrets", decision="condition")
    with pytest.raises(UsageError, match="RK505"):
        guarding.decide(by=security, case=case(), kind="tea", decision="clear")


def test_nothing_leaves_that_its_marking_forbids(
    people: People, case: Make, security: User
) -> None:
    made = case()
    assert tell(people, made, "ministry", "title").words == {"title": made.title}
    with pytest.raises(UsageError, match="RK858"):
        tell(people, made, "ally", "title", "start")
    for item in ("title", "start"):
        guarding.release(by=security, case=made, item=item, audience="ally", allowed=True)
    assert set(tell(people, made, "ally", "title", "start").words) == {"title", "start"}
    with pytest.raises(UsageError, match="RK858"):
        tell(people, made, "tokyo_attache", "title")
    guarding.release(by=security, case=made, item="title", audience="ministry", allowed=False)
    with pytest.raises(UsageError, match="RK858"):
        tell(people, made, "ministry", "title")
    assert Telling.objects.count() == 2


def test_what_is_restricted_never_reaches_the_ally(people: People, case: Make) -> None:
    made = case(marking=Marking.RESTRICTED)
    admin = people.administrator
    with pytest.raises(UsageError, match="RK857"):
        guarding.release(by=admin, case=made, item="title", audience="ally", allowed=True)
    with pytest.raises(UsageError, match="RK857"):
        telling.tell_outside(
            by=admin, case=made, audience="ally", recipient="x", items=["title"], phase="plan"
        )
    public = case(marking=Marking.PUBLIC)
    row = attach(admin, public, b"plan", marking=Marking.RESTRICTED)
    with pytest.raises(UsageError, match="RK857"):
        telling.tell_outside(
            by=admin,
            case=public,
            audience="ally",
            recipient="x",
            items=[f"attachment:{row.pk}"],
            phase="plan",
        )


def test_attaches_are_drawn_in_once(people: People, case: Make) -> None:
    made = case()
    assert [row.user for row in telling.draw_in(by=people.owner, case=made, phase="plan")] == [
        people.attache
    ]
    assert telling.draw_in(by=people.owner, case=made, phase="plan") == []
    assert notices.unread(people.attache) == 1
    other = case(partners=["AUS"])
    assert telling.draw_in(by=people.owner, case=other, phase="plan") == []


def test_a_file_comes_back_as_it_was_and_the_look_is_logged(people: People, case: Make) -> None:
    made = case()
    row = attach(people.owner, made, "計画".encode())
    for _ in range(2):
        assert attaching.take(by=people.colleague, attachment=row) == "計画".encode()
    [look] = selectors.views(people.owner, made)
    assert (look.user, look.what, look.times) == (people.colleague, f"attachment:{row.pk}", 2)
    assert not selectors.views(people.colleague, made).exists()


def test_a_file_above_the_clearance_is_not_there(people: People, case: Make) -> None:
    made = case()
    attach(people.administrator, made, b"secret", marking=Marking.RESTRICTED)
    assert not attaching.attachments(people.owner, made).exists()
    with pytest.raises(UsageError, match="RK503"):
        attach(people.owner, made, b"x", marking=Marking.RESTRICTED)


def packed(data: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.bin", data)
    return target.getvalue()


@pytest.mark.parametrize("data", [TEST_PATTERN, b"x" * 70_000 + TEST_PATTERN, packed(TEST_PATTERN)])
def test_a_virus_test_pattern_is_refused_and_the_attempt_kept(
    people: People, case: Make, data: bytes
) -> None:
    with pytest.raises(InputError, match="RK854"):
        attach(people.owner, case(), data)
    assert not Attachment.objects.exists()
    assert Event.objects.filter(action="infected_file_refused").count() == 1


class TwoGigabytes(io.BytesIO):
    """Says what it is when it is read: the size alone must be enough to refuse."""

    def read(self, size: int | None = -1) -> bytes:
        raise AssertionError("a file that is too large is not read")


def test_two_gigabytes_are_refused_unread(people: People, case: Make) -> None:
    with pytest.raises(InputError, match="RK855") as wrong:
        attaching.attach(
            by=people.owner,
            case=case(),
            name="映像.mp4",
            file=TwoGigabytes(),
            size=2 * 1024**3,
            marking=1,
        )
    assert "2048 MB" in wrong.value.message("ja")


def test_empty_and_broken_files(people: People, case: Make) -> None:
    made = case()
    with pytest.raises(InputError, match="RK856"):
        attach(people.owner, made, b"")
    assert attach(people.owner, made, packed(b"x")[:-10], "broken.docx").size > 0
