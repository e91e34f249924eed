"""Partners in running text and in compounds. The sentences are ours."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.vocabulary import Partner, load

VOCABULARY = load()
NOT_PARTNERS = [
    line
    for line in (Path(__file__).parent / "not_partners.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]
FOREIGN = [
    entry for entry in VOCABULARY.countries if entry.code != "JPN" and not entry.territory_of
]


def found(text: str) -> list[str]:
    return [match.entry.code for match in VOCABULARY.find_partners(text)]


@pytest.mark.parametrize("text", NOT_PARTNERS)
def test_no_partner_is_read_where_none_is_named(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("海幕長と豪海軍本部長との電話会談", ["AUS"]),
        ("第3回日米豪セミナー", ["USA", "AUS"]),
        ("日ラトビア防衛当局間協議", ["LVA"]),
        ("日・パラオ防衛相会談", ["PLW"]),
        ("日印ACSAの署名", ["IND"]),
        ("日仏米豪印の五か国", ["FRA", "USA", "AUS", "IND"]),
        ("日米仏ベルギー共同訓練", ["USA", "FRA", "BEL"]),
        ("日墨外相会談", ["MEX"]),
        ("日伯友好の年", ["BRA"]),
        ("日EU戦略的パートナーシップ", ["EU"]),
        ("空幕長訪越", ["VNM"]),
        ("大臣が訪米し、帰国した", ["USA"]),
        ("英国防相が横須賀を訪れた", ["GBR"]),
        ("韓国防衛当局との協議", ["KOR"]),
        ("米太平洋軍司令官との会談", ["USA"]),
        ("フィリピン海軍との訓練", ["PHL"]),
        ("米、中、中東、印、ケニア等の研究機関", ["USA", "CHN", "MIDDLE_EAST", "IND", "KEN"]),
        ("陸幕長と尼陸軍参謀長", ["IDN"]),
        ("独連邦軍総監と星国防次官", ["DEU", "SGP"]),
        ("米豪韓海軍との連携", ["USA", "AUS", "KOR"]),
        ("南スーダンとスーダン", ["SSD", "SDN"]),
        ("パプアニューギニア、赤道ギニア及びギニア", ["PNG", "GNQ", "GIN"]),
        ("ドミニカ共和国とドミニカ国", ["DOM", "DMA"]),
        ("コンゴ民主共和国とコンゴ共和国", ["COD", "COG"]),
        ("インドネシアとインド", ["IDN", "IND"]),
        ("自由で開かれたインド太平洋", ["INDO_PACIFIC"]),
        ("スワジランドの代表", ["SWZ"]),
        ("ヴェトナム人民軍", ["VNM"]),
        ("チリチリと二度印刷された見出し", ["CHL", "CHL"]),
    ],
)  # fmt: skip
def test_partners_are_read_in_printed_order(text: str, codes: list[str]) -> None:
    assert found(text) == codes


def test_a_former_name_says_so() -> None:
    (match,) = VOCABULARY.find_partners("スワジランドから来訪")
    assert (match.form, match.entry.ja) == ("former", "エスワティニ")


def test_the_span_of_a_force_is_its_one_character() -> None:
    (match,) = VOCABULARY.find_partners("統幕長と英国防参謀長")
    assert (match.span, match.text, match.form) == ((4, 5), "英", "force")


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("日米豪印", ["USA", "AUS", "IND"]),
        ("日・パラオ", ["PLW"]),
        ("日ベトナム", ["VNM"]),
        ("日ASEAN", ["ASEAN"]),
        ("米韓", ["USA", "KOR"]),
        ("日仏印豪", ["FRA", "IND", "AUS"]),
        ("日米豪ニュージーランド", ["USA", "AUS", "NZL"]),
        ("日本・モンゴル", ["MNG"]),
        ("オーストラリア及びインド", ["AUS", "IND"]),
        ("米、中、韓、豪、東南アジア、印", ["USA", "CHN", "KOR", "AUS", "SOUTHEAST_ASIA", "IND"]),
        ("日ＮＡＴＯ", ["NATO"]),
        ("米国、米国", ["USA"]),
        ("ボスニア・ヘルツェゴビナ", ["BIH"]),
    ],
)
def test_a_compound_is_resolved_wholly(text: str, codes: list[str]) -> None:
    partners = VOCABULARY.split_compound(text)
    assert partners is not None
    assert [partner.code for partner in partners] == codes


@pytest.mark.parametrize(
    "text", ["", "日", "日本", "中国地方", "日米会談", "、", "米、", "日米防衛", "ー"]
)
def test_what_is_not_wholly_partners_is_no_compound(text: str) -> None:
    assert VOCABULARY.split_compound(text) is None


def test_exact_names() -> None:
    assert _code("豪州") == _code("豪") == _code(" オーストラリア ") == "AUS"
    assert _code("ＮＡＴＯ") == "NATO"
    assert _code("アトランティス") is None


def _code(name: str) -> str | None:
    partner = VOCABULARY.partner(name)
    return partner.code if partner else None


names = st.sampled_from([(entry, name) for entry in FOREIGN for name in entry.names])


@given(names)
def test_every_name_is_found_between_particles(named: tuple[Partner, str]) -> None:
    entry, name = named
    text = f"昨年は、{name}との間で"
    (match,) = VOCABULARY.find_partners(text)
    assert (match.entry.code, match.text) == (entry.code, name)


@given(st.lists(names, min_size=1, max_size=5, unique_by=lambda named: named[0].code))
def test_a_list_of_names_splits_into_them(listed: list[tuple[Partner, str]]) -> None:
    partners = VOCABULARY.split_compound("、".join(name for _, name in listed))
    assert partners == tuple(entry for entry, _ in listed)


@given(st.text(alphabet="日米中韓豪印訪在国防ア・、タイマリ国連NATO5 の", max_size=40))
def test_matches_are_ordered_and_quote_the_text(text: str) -> None:
    end = 0
    for match in VOCABULARY.find_partners(text):
        assert end <= match.start < match.end
        assert text[match.start : match.end] == match.text
        end = match.end


@pytest.mark.parametrize(
    "piece", ["日米", "日・", "インド", "アマ", "米、", "国連", "中国際", "豪・"]
)
def test_time_is_linear_in_the_length(piece: str) -> None:
    """Sixteen times the text takes about sixteen times as long, not its square."""
    VOCABULARY.find_partners(piece)

    def seconds(repeats: int) -> float:
        text = piece * repeats
        best = float("inf")
        for _ in range(3):
            begun = time.perf_counter()
            VOCABULARY.find_partners(text)
            VOCABULARY.split_compound(text)
            best = min(best, time.perf_counter() - begun)
        return best

    assert seconds(16_000) < 60 * seconds(1_000) + 0.2
