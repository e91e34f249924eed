"""The map: every country can be seen, quantile classes, nothing runs across the sheet."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from renkei.core import vocabulary
from renkei.web.charts.worldmap import Place, classify, world_map
from renkei.web.charts.worldmap.projection import CENTRE, HEIGHT, WIDTH, cut, place
from renkei.web.charts.worldmap.shapes import shapes

# Parts of other countries, or uninhabited: the geometry shows them as part of these or not at all.
NOT_DRAWN = {"AQ", "BQ", "BV", "CC", "CX", "GF", "GP", "MQ", "RE", "SJ", "UM", "YT"}


def test_every_country_has_a_shape_or_a_mark() -> None:
    drawn = shapes()
    missing = {
        country.alpha2
        for country in vocabulary.load().countries
        if country.numeric and country.numeric not in drawn and country.alpha2 not in NOT_DRAWN
    }
    assert missing == set()


def test_small_states_have_a_mark_to_click() -> None:
    drawn = shapes()
    for name in ("シンガポール", "バーレーン", "モルディブ", "パラオ", "トンガ", "ツバル"):
        country = vocabulary.load().partner(name)
        assert country
        assert drawn[country.numeric].mark, name


def test_the_map_is_small_enough_for_a_page() -> None:
    assert sum(len(shape.path) for shape in shapes().values()) < 90_000


def test_no_border_runs_across_the_sheet() -> None:
    parts = cut([(170.0, 60.0), (190.0, 60.0), (190.0, 65.0), (170.0, 65.0)])
    assert len(parts) == 1  # Chukotka is not torn at the date line
    west = CENTRE - 180
    assert len(cut([(west - 5, 70.0), (west + 5, 70.0), (west, 75.0)])) == 2  # Greenland is


@given(st.floats(-180, 180), st.floats(-57, 84))
def test_every_place_is_on_the_sheet(lon: float, lat: float) -> None:
    x, y = place(lon, lat)
    assert -1 <= x <= WIDTH + 1
    assert -1 <= y <= HEIGHT + 1


@given(st.lists(st.integers(0, 500), max_size=60))
def test_classes_hold_every_count_once_and_rise(counts: list[int]) -> None:
    classes = classify(counts)
    assert len(classes) <= 5
    for count in counts:
        assert sum(one.holds(count) for one in classes) == (1 if count else 0)
    assert [one.tone for one in classes] == sorted({one.tone for one in classes})
    assert all(one.high < after.low for one, after in pairwise(classes))


def test_a_country_links_to_its_page_and_the_rest_is_grey() -> None:
    places = [Place("152", "チリ: 3件", 3, "/partners/CHL/"), Place("404", "ケニア: 0件", 0, "/x/")]
    drawn = world_map("地図", "", places, classify([3]))
    assert drawn.count("<a ") == 1
    assert 'href="/partners/CHL/"' in drawn
    assert "<title>チリ: 3件</title>" in drawn
