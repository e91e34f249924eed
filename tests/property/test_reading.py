"""Reading never fails, whatever the text, and never quotes what is not printed."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from renkei.core.pipeline import read_whole
from renkei.core.records.encode import leftover_json, to_json_all
from renkei.core.records.schema import record_schema
from renkei.core.source import DocumentRef
from renkei.core.text import Document
from tests.property.limits import processor_seconds

SAMPLES = [
    path.read_text("utf-8")
    for path in sorted(
        (Path(__file__).parents[2] / "src/renkei/config/sample/documents").glob("*.txt")
    )
]
WORDS = (
    "令和2年度|平成31年|昨年12月|(6月及び11月)|(10月(2回)、12月)|会談|訪問|<チリ>|【|】|①|②|＊|目標|実績"
    "|測定指標|施策名|個別分野|1－2|80.2％|266万件|△1,234|－|千円|\t|\n|\r\n|(|)|、|。|は|が|防衛大臣"
    "|施策の進捗状況・実績|27日に|まで|を始め、"
    "|同年同月|それぞれ|<p>|</p>|&lt;|ﾃﾚﾋﾞ|㋿|第7回|日米豪|13月|99日|令和0年|0年度| "
)
PIECES = st.sampled_from(WORDS.split("|"))
LENGTH = 60_000
VALIDATOR = Draft202012Validator(record_schema())


def _check(text: str, media_type: str = "text/plain") -> None:
    document = Document(DocumentRef("a.txt", "0" * 64), text, media_type=media_type)
    reading = read_whole(document)
    for shape in map(json.loads, map(json.dumps, to_json_all(reading.records))):
        VALIDATOR.validate(shape)
    for shape in [*to_json_all(reading.records), *map(leftover_json, reading.leftovers)]:
        at = shape["evidence"]
        assert 0 <= at["start"] <= at["end"] <= len(text)
        assert at["text"] == text[at["start"] : at["end"]]


@given(st.lists(PIECES, max_size=60))
def test_pieces_of_the_language_in_any_order(pieces: list[str]) -> None:
    _check("".join(pieces))


@given(st.text(max_size=300), st.sampled_from(["text/plain", "text/html"]))
def test_any_text(text: str, media_type: str) -> None:
    _check(text, media_type)


@settings(max_examples=60)
@given(st.sampled_from(SAMPLES), st.data())
def test_damaged_documents(text: str, data: st.DataObject) -> None:
    """Cut, lose, repeat and swap lines of real layouts; put pieces where they do not belong."""
    lines = text.split("\n")
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(lines) - 1))
        to = data.draw(st.integers(at, min(len(lines), at + 20)))
        match data.draw(st.integers(0, 4)):
            case 0:
                lines[at:to] = [""]
            case 1:
                lines[at:at] = lines[at:to]
            case 2:
                lines[at] = lines[at][: data.draw(st.integers(0, 80))]
            case 3:
                lines[at:to] = lines[at:to][::-1] or [""]
            case _:
                lines[at] += data.draw(PIECES)
    _check("\n".join(lines), data.draw(st.sampled_from(["text/plain", "text/html"])))


@pytest.mark.parametrize("sample", SAMPLES, ids=len)
@pytest.mark.parametrize(
    "unit",
    [
        " ",
        "\t",
        "\n",
        "\u3000",
        "(",
        "（",
        "<",
        "[",
        "「",
        "1",
        "1 ",
        "1月、",
        "第1回",
        "日米",
        "を",
        "a ",
        "、",
        "令和2年",
        "令和2年度 ",
        "① ",
        "ｶﾞ",
        "会談(6月)",
        "-",
    ],
)
def test_a_line_without_end_is_read_in_proportion(sample: str, unit: str) -> None:
    """Quadratic work on it would take minutes; seconds of processor time are allowed."""
    with processor_seconds(10.0):
        _check(f"{sample}\n{unit * (LENGTH // len(unit))}\n")
