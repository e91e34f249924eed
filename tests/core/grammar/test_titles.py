"""Titles and brackets: kind, level, form, partners, other side, place."""

import pytest

from renkei.core.grammar.brackets import Bracket, BracketReader
from renkei.core.grammar.titles import read_ordinal, read_title
from renkei.core.vocabulary import load

WORDS = load()


@pytest.mark.parametrize(
    ("title", "kinds", "level", "partners"),
    [
        ("防衛相会談", ("meeting",), "minister", ()),
        ("日英防衛相テレビ会談", ("meeting",), "minister", ("GBR",)),
        ("防衛副大臣会談", ("meeting",), "state_minister", ()),
        ("統合幕僚長チリ訪問", ("visit",), "chief_joint", ("CHL",)),
        ("海幕長訪米", ("visit",), "chief_maritime", ("USA",)),
        ("チリ国防大臣訪日", ("visit",), None, ("CHL",)),
        ("大臣ケニア訪問", ("visit",), "minister", ("KEN",)),
        ("第3回日チリ次官級協議", ("consultation",), "administrative_vice_minister", ("CHL",)),
        ("第1回日チリ外務・防衛閣僚会合「2+2」", ("two_plus_two",), None, ("CHL",)),
        ("日米豪共同訓練", ("exercise",), None, ("USA", "AUS")),
        (
            "日モンゴル物品役務相互提供協定署名・発効",
            ("signing", "entry_into_force"),
            None,
            ("MNG",),
        ),
    ],
)
def test_title(title, kinds, level, partners):
    found = read_title(title, "", WORDS)
    assert (found.kinds, found.level, found.partners) == (kinds, level, partners)


@pytest.mark.parametrize(
    ("title", "direction", "counterpart"),
    [
        ("チリ空軍司令官訪日", "inbound", "チリ空軍司令官"),
        ("第2回チリ空軍司令官来日", "inbound", "チリ空軍司令官"),
        ("空幕長チリ訪問", "outbound", None),
        ("防衛大臣とチリ国防大臣との電話会談", None, "チリ国防大臣"),
        ("陸幕長とチリ陸軍司令官による会談", None, "チリ陸軍司令官"),
        ("陸幕長とチリ陸軍司令官のテレビ会談", None, "チリ陸軍司令官"),
        ("陸幕長とチリ陸軍司令官", None, "チリ陸軍司令官"),
        ("日チリ防衛相会談", None, None),
    ],
)
def test_other_side(title, direction, counterpart):
    found = read_title(title, "", WORDS)
    assert (found.direction, found.counterpart) == (direction, counterpart)


@pytest.mark.parametrize(
    ("title", "agreement"),
    [
        ("日チリ物品役務相互提供協定署名", "ACSA"),
        ("日チリ円滑化協定署名", "円滑化協定"),
        ("医療分野の覚書署名", "覚書"),
        ("日チリ交流計画書署名", "その他"),
        ("日チリ円滑化協定に関する協議", None),
    ],
)
def test_agreement(title, agreement):
    assert read_title(title, "", WORDS).agreement == agreement


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("第7回協議", 7),
        ("第 12 回", 12),
        ("第三回", 3),
        ("第十二回", 12),
        ("第二十回", 20),
        ("回", None),
    ],
)
def test_ordinal(text, number):
    assert read_ordinal(text) == number


@pytest.mark.parametrize(
    ("content", "bracket"),
    [
        ("統幕長", Bracket(level="chief_joint")),
        ("統幕長参加", Bracket(level="chief_joint")),
        ("VTC", Bracket(mode="video")),
        ("オンライン形式", Bracket(mode="video")),
        ("電話", Bracket(mode="phone")),
        ("東京", Bracket(place="東京")),
        ("於:ハノイ", Bracket(place="ハノイ")),
        ("パース・豪州", Bracket(place="パース・豪州")),
        ("延期", Bracket(status="postponed")),
        ("3回", Bracket(times=3)),
        ("陸幕長、VTC", Bracket(level="chief_ground", mode="video")),
        ("(ハノイ)海洋会議", Bracket(place="ハノイ", whole=False)),
        ("ARF", None),
        ("海洋安全保障", None),
        ("統幕長の代理なし", None),
        ("", None),
    ],
)
def test_bracket(content, bracket):
    assert BracketReader(WORDS).read(content) == bracket
