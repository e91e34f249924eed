"""Pictures of a policy: what they say, the table beside them, their files, and who gets them."""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from urllib.parse import unquote

import pytest
from defusedxml import ElementTree
from django.test import Client

from renkei.apps.accounts.models import User
from renkei.apps.cycle.choices import SuccessionKind
from renkei.apps.cycle.models import Succession
from renkei.apps.evaluation.models import BudgetLine, Policy
from tests.register import People

Opens = Callable[[User], Client]
SVG = "{http://www.w3.org/2000/svg}"
TABLE = "施策の予算額・執行額等"


@pytest.fixture
def policy(people: People) -> Policy:
    """Internal; two fields, an indicator with figures, a mark of its own, and money of two years."""
    made = Policy.objects.create(
        name="港湾/研修の施策", fiscal_year=2021, organisation=people.ours, marking=1
    )
    first = made.fields.create(number=1, name="港湾の整備")
    second = made.fields.create(number=2, name="技術者の研修")
    row = made.indicators.create(number="1-1", name="寄港", field=first, mark="a", primary=True)
    made.indicators.create(number="2-1", name="研修", field=second, mark="b")
    made.indicators.create(number="2-2", name="招へい", field=second)
    for kind, value in (("target", 8), ("actual", 9)):
        row.values.create(kind=kind, fiscal_year=2021, value=value, unit="回", text=f"{value}回")
    _line(made, "当初予算(a)", 2020, 100)
    _line(made, "合計(a)", 2020, 100)
    _line(made, "執行額", 2020, 80)
    _line(made, "当初予算(a)", 2020, 30, outside=True)
    _line(made, "当初予算(a)", 2021, 120)
    return made


def _line(policy: Policy, item: str, year: int, millions: int, *, outside: bool = False) -> None:
    BudgetLine.objects.create(
        policy=policy,
        table=TABLE,
        item=item,
        label=f"{year}{item}",
        fiscal_year=year,
        amount_yen=millions * 1_000_000,
        printed=str(millions),
        printed_unit="百万円",
        outside_total=outside,
        position=BudgetLine.objects.count(),
    )


def _page(client: Client, policy: Policy) -> str:
    return client.get(f"/policies/{policy.pk}/").content.decode()


def _keys(page: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"/pictures/([\w-]+)\.svg", page)))


def test_marks_stand_in_the_picture_and_in_the_table(
    people: People, client_of: Opens, policy: Policy
) -> None:
    page = _page(client_of(people.owner), policy)
    rows = re.search(r"<tbody>(<tr><th scope=\"row\">1 港湾の整備.*?)</tbody>", page)
    assert rows
    cells = re.sub(r"<[^>]+>", "", rows[1]).split()
    assert cells == ["1", "港湾の整備1-1＊", "a2", "技術者の研修2-1", "b、2-2", "–"]
    row = policy.indicators.get(number="2-1")
    assert 'aria-label="令和3年度（2021） 2-1 研修: b"' in page
    assert f'href="/policies/{policy.pk}/#i{row.pk}"' in page


def test_years_whose_indicators_went_into_this_one_stand_beside_it(
    people: People, client_of: Opens, policy: Policy
) -> None:
    before = Policy.objects.create(name=policy.name, fiscal_year=2020, marking=1)
    field = before.fields.create(number=1, name="港湾の整備")
    earlier = before.indicators.create(number="1-1", name="寄港", field=field, mark="c")
    page = _page(client_of(people.owner), policy)
    assert "令和2年度（2020） 1-1" not in page
    Succession.objects.create(
        earlier=earlier,
        later=policy.indicators.get(number="1-1"),
        into=policy,
        kind=SuccessionKind.CONTINUED,
    )
    page = _page(client_of(people.owner), policy)
    assert "令和2年度（2020） 1-1 寄港: c" in page
    before.marking = 2
    before.save()
    assert "令和2年度（2020） 1-1" not in _page(client_of(people.owner), policy)


def test_money_outside_the_total_is_a_picture_of_its_own(
    people: People, client_of: Opens, policy: Policy
) -> None:
    page = _page(client_of(people.owner), policy)
    titles = re.findall(r"<h3>(施策の予算額[^<]*)</h3>", page)
    assert titles == [
        f"{TABLE}（百万円）",
        f"{TABLE}（百万円） 外書き＜ ＞の額",
    ]
    assert "令和2：予算額 100、執行額 80 (80.0%)" in page
    assert "令和3：予算額 120（当初）、執行額 –" in page


def test_every_picture_is_a_file_as_drawing_and_as_image(
    people: People, client_of: Opens, policy: Policy
) -> None:
    client = client_of(people.owner)
    keys = _keys(_page(client, policy))
    row = policy.indicators.get(number="1-1")
    assert sorted(keys) == ["budget-1", "budget-2", f"indicator-{row.pk}-1", "marks"]
    for key in keys:
        drawing = client.get(f"/policies/{policy.pk}/pictures/{key}.svg")
        root = ElementTree.fromstring(drawing.content)
        words = "".join(root.itertext())
        assert root.findtext(f"{SVG}title")
        assert "港湾/研修の施策 · 令和3年度（2021）" in words
        assert "var(" not in words
        assert root.find(f".//{SVG}a") is None  # a link of a page leads nowhere from a file
        image = client.get(f"/policies/{policy.pk}/pictures/{key}.png").content
        assert image.startswith(b"\x89PNG\r\n\x1a\n")
        width, height = struct.unpack(">II", image[16:24])
        assert width == pytest.approx(float(root.attrib["width"]) * 2, abs=2)
        assert height == pytest.approx(float(root.attrib["height"]) * 2, abs=2)


def test_the_name_of_a_file_tells_policy_picture_and_year(
    people: People, client_of: Opens, policy: Policy
) -> None:
    answer = client_of(people.owner).get(f"/policies/{policy.pk}/pictures/marks.png")
    name = unquote(answer.headers["Content-Disposition"].partition("''")[2])
    assert name == "港湾 研修の施策_分野・年度ごとの測定指標の評定_2021.png"


def test_what_is_not_public_says_so_in_the_file(
    people: People, client_of: Opens, policy: Policy
) -> None:
    address = f"/policies/{policy.pk}/pictures/marks.svg"
    client = client_of(people.owner)
    assert "· 部内<" in client.get(address).content.decode()
    Policy.objects.update(marking=0)
    assert "· 部内<" not in client.get(address).content.decode()


def test_pictures_follow_the_rights_of_their_page(
    people: People, client_of: Opens, policy: Policy
) -> None:
    row = policy.indicators.get(number="1-1")
    for key in ("marks", "budget-1", f"indicator-{row.pk}-1"):
        for form in ("svg", "png"):
            address = f"/policies/{policy.pk}/pictures/{key}.{form}"
            assert client_of(people.owner).get(address).status_code == 200
            assert client_of(people.colleague).get(address).status_code == 200
            assert client_of(people.outsider).get(address).status_code == 404
            assert Client().get(address).status_code == 302


def test_pictures_of_another_policy_are_not_given(
    people: People, client_of: Opens, policy: Policy
) -> None:
    public = Policy.objects.create(name="公表の施策", fiscal_year=2021)
    row = policy.indicators.get(number="1-1")
    client = client_of(people.outsider)
    for key in (f"indicator-{row.pk}-1", "marks", "budget-1", "indicator-x", "nothing"):
        assert client.get(f"/policies/{public.pk}/pictures/{key}.svg").status_code == 404


def test_a_character_that_no_font_has_is_told_on_the_page(
    people: People, client_of: Opens, policy: Policy
) -> None:
    policy.name = "見本\U0001f600"
    policy.save()
    client = client_of(people.owner)
    page = client.get(f"/policies/{policy.pk}/pictures/marks.png", follow=True)
    assert "RK412" in page.content.decode()
    assert client.get(f"/policies/{policy.pk}/pictures/marks.svg").status_code == 200
