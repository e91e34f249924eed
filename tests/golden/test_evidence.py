"""Every record of every document quotes its source exactly and fits the published format."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from renkei.core.pipeline import Reading, read_whole
from renkei.core.records.encode import leftover_json, to_json_all
from renkei.core.records.schema import record_schema
from renkei.core.records.types import RECORD_TYPES
from renkei.readers.registry import read_bytes, read_file

CORPUS = (
    "defense-exchange-basic-policy.txt",
    "defense-white-paper-2021-iii-3-1.txt",
    "mod-evaluation-fy2019-2021.txt",
    "mofa-evaluation-ii-1-fy2021.txt",
    "mofa-monitoring-i-2-fy2021.txt",
)
HERE = Path(__file__).parent
SAMPLES = [
    *sorted((HERE.parents[1] / "src/renkei/config/sample/documents").glob("*.txt")),
    *sorted((HERE / "documents").glob("*.txt")),
]
VALIDATOR = Draft202012Validator(record_schema())


def _check(path: Path) -> None:
    """Compare with the bytes of the file, not with what the reader made of them."""
    data = path.read_bytes()
    source = data.decode("utf-8")
    reading = read_whole(read_file(path))
    shapes = json.loads(json.dumps(list(to_json_all(reading.records))))
    for shape in shapes:
        VALIDATOR.validate(shape)
    assert len({shape["id"] for shape in shapes}) == len(shapes)
    for shape in [*shapes, *map(leftover_json, reading.leftovers)]:
        at = shape["evidence"]
        assert at["text"] == source[at["start"] : at["end"]]
        assert at["line"] == source.count("\n", 0, at["start"]) + 1
        assert at["document"] == {"name": path.name, "sha256": hashlib.sha256(data).hexdigest()}
    for shape in shapes:
        printed = shape["evidence"]["text"].strip()
        assert printed or shape.get("absence") == "not_printed", shape
    starts = [shape["evidence"]["start"] for shape in shapes]
    assert starts == sorted(starts)


@pytest.mark.parametrize("name", CORPUS)
def test_corpus(name: str, corpus_path: Callable[[str], Path]) -> None:
    _check(corpus_path(name))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_samples(path: Path) -> None:
    _check(path)


def test_every_record_type_is_among_them(corpus_path: Callable[[str], Path]) -> None:
    paths = [*SAMPLES, *map(corpus_path, CORPUS)]
    tried = {record.type for path in paths for record in read_whole(read_file(path)).records}
    assert {kind.type for kind in RECORD_TYPES} <= tried


@pytest.mark.parametrize("name", CORPUS)
def test_reading_again_gives_the_same(name: str, corpus_path: Callable[[str], Path]) -> None:
    path = corpus_path(name)
    first = list(to_json_all(read_whole(read_file(path)).records))
    assert list(to_json_all(read_whole(read_file(path)).records)) == first


@pytest.mark.parametrize("name", CORPUS)
@pytest.mark.parametrize(("codec", "newline"), [("utf-16", "\n"), ("utf-8-sig", "\r\n")])
def test_encoding_and_line_ends_change_no_record(
    name: str, codec: str, newline: str, corpus_path: Callable[[str], Path]
) -> None:
    path = corpus_path(name)
    text = path.read_text("utf-8")
    other = read_bytes(name, text.replace("\n", newline).encode(codec))
    assert _facts(read_whole(other)) == _facts(read_whole(read_file(path)))


def _facts(reading: Reading) -> list[dict[str, object]]:
    """What was read and on which line, without offsets and what follows from them."""
    shapes = list(to_json_all(reading.records))
    for shape in shapes:
        shape["line"] = shape["evidence"]["line"]
        del shape["id"], shape["evidence"]
    return shapes
