"""Frameworks, offices, organisations, wording and the loader."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renkei.core.vocabulary import load
from renkei.core.vocabulary.literals import trie_pattern

VOCABULARY = load()


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("日米印豪共同訓練「マラバール2026」に参加", ["Malabar"]),
        ("多国間机上演習「グローバル・センチネル25」", ["Global Sentinel"]),
        ("第24回アジア太平洋諸国海軍大学セミナー", ["APNCS"]),
        ("ADSOMプラスWGを開催", ["ADMM-Plus/ADSOM-Plus-WG"]),
        ("拡大ASEAN国防相会議(ADMMプラス)", ["ADMM-Plus", "ADMM-Plus"]),
        ("サイバーEWG", ["ADMM-Plus/EWG-CS"]),
        ("IISSアジア安全保障会議(シャングリラ会合)", ["Shangri-La Dialogue"] * 2),
        ("ライシナ・ダイアローグに出席", ["Raisina Dialogue"]),
        ("日米豪印首脳テレビ会議", ["Quad"]),
        ("ADMMARKという語", []),
        ("アーケードを歩く", []),
        ("アマンダの航海", []),
    ],
)
def test_frameworks(text: str, codes: list[str]) -> None:
    assert [match.entry.code for match in VOCABULARY.find_frameworks(text)] == codes


def test_a_loose_name_can_be_told() -> None:
    (match,) = VOCABULARY.find_frameworks("専門家会合を開いた")
    assert match.text in match.entry.loose


@pytest.mark.parametrize(
    ("text", "ours", "theirs"),
    [
        ("海幕長とケニア海軍司令官との会談", ["chief_maritime"], ["chief_navy"]),
        ("国防大臣訪日", [], ["defence_minister"]),
        ("大臣ケニア訪問", ["minister"], []),
        ("防衛大臣とEU上級代表", ["minister"], ["high_representative"]),
        ("アラブ首長国連邦大使館", [], []),
        ("防衛大臣官房の職員", ["minister"], []),
        ("防衛大臣政務官の訪問", ["parliamentary_vice_minister"], []),
    ],
)
def test_offices_of_the_two_sides(text: str, ours: list[str], theirs: list[str]) -> None:
    assert [match.entry.code for match in VOCABULARY.find_offices(text, "ours")] == ours
    assert [match.entry.code for match in VOCABULARY.find_offices(text, "counterpart")] == theirs


@pytest.mark.parametrize(
    ("office", "level"),
    [
        ("統合幕僚長", "chief_joint"),
        ("空幕長", "chief_air"),
        ("防衛審議官", "vice_minister_international"),
        ("防衛相会談", "minister"),
        ("次官級", "administrative_vice_minister"),
        ("国防次官", None),
    ],
)
def test_levels(office: str, level: str | None) -> None:
    assert VOCABULARY.level(office) == level


def test_ranks_of_the_other_side() -> None:
    assert VOCABULARY.rank("第1海軍卿兼海軍参謀長") == "chief_navy"
    assert VOCABULARY.rank("統幕長") is None


@pytest.mark.parametrize(
    ("field", "text", "code"),
    [
        ("mode", "防衛相テレビ会談", "video"),
        ("mode", "次官級協議(VTC)", "video"),
        ("mode", "電話会談又はテレビ会談", "phone_or_video"),
        ("agreement", "物品役務相互提供協定の署名", "ACSA"),
        ("status", "開催は見送られた", "cancelled"),
    ],
)
def test_wording(field: str, text: str, code: str) -> None:
    assert VOCABULARY.find_wording(text, field)[0].entry.code == code


def test_organisations() -> None:
    text = "防衛政策局及び統合幕僚監部"
    codes = [match.entry.code for match in VOCABULARY.find_organisations(text)]
    assert codes == ["MOD_POLICY", "JS"]


def test_labels() -> None:
    assert VOCABULARY.label("port_call", "ja") == "寄港"
    assert VOCABULARY.label("framework", "en", group="category") == "Multilateral framework"
    with pytest.raises(KeyError):
        VOCABULARY.label("no_such_code", "ja")


def test_loading_needs_neither_yaml_nor_django() -> None:
    program = (
        "import sys; from renkei.core.vocabulary import load; load().find_partners('x');"
        "print([name for name in ('yaml', 'django') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


words = st.lists(st.text(alphabet="アイa+(.", min_size=1, max_size=4), min_size=1, max_size=8)


@given(words, st.text(alphabet="アイa+(.x", max_size=20))
def test_the_trie_finds_what_a_longest_first_alternation_finds(words: list[str], text: str) -> None:
    plain = "|".join(map(re.escape, sorted(set(words), key=lambda word: -len(word))))
    expected = [match.span() for match in re.finditer(plain, text)]
    assert [match.span() for match in re.finditer(trie_pattern(words), text)] == expected


@pytest.mark.parametrize(
    ("office", "level"),
    [
        ("国家安全保障局長", "working"),
        ("外務副大臣", "state_minister"),
        ("統合幕僚副長", "working"),
        ("陸上総隊司令官", "unit"),
        ("自衛艦隊司令官", "unit"),
        ("航空総隊司令官", "unit"),
        ("南西航空方面隊司令官", "unit"),
        ("練習艦隊司令官", "unit"),
        ("防衛装備庁長官", "working"),
        ("防衛政策局長", "working"),
        ("防大校長", "working"),
    ],
)
def test_offices_beyond_ministers_and_chiefs(office: str, level: str) -> None:
    found = VOCABULARY.find_offices(f"{office}と参謀長との会談", "ours")
    assert [(match.text, match.entry.code) for match in found] == [(office, level)]
