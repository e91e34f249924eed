"""The published schema is the one of the record types, and holds for what they encode to."""

import json
from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from renkei.core.records import (
    RECORD_TYPES,
    Activity,
    Amount,
    Framework,
    IndicatorValue,
    Means,
    Member,
    Record,
    StudentExchange,
)
from renkei.core.records.base import Leftover
from renkei.core.records.encode import leftover_json, record_ids, to_json, to_json_all
from renkei.core.records.schema import record_schema
from renkei.core.source import DocumentRef, Evidence, Place
from renkei.core.values import Absence, FiscalYear, PartialDate
from tools import schema

AT = Evidence(DocumentRef("a.txt", "0" * 64), 3, 8, 1, "防衛相会談")
ACTIVITY = Activity(
    evidence=AT,
    rule="activities.list.entry",
    notes=("year_inferred",),
    title="防衛相会談",
    kind="meeting",
    partners=("CHL", "PER"),
    start=PartialDate(2021, 5),
    fiscal_year=FiscalYear(2021),
    mode="in_person",
)
VALIDATOR = Draft202012Validator(record_schema())


def test_the_published_schema_is_not_stale() -> None:
    published = Path(schema.PATH).read_text("utf-8")
    assert published == schema.text(), "run `python -m tools.schema`"
    Draft202012Validator.check_schema(json.loads(published))


def test_the_format_page_names_every_type_and_field() -> None:
    page = schema.PATH.with_name("records.md").read_text("utf-8")
    for kind in RECORD_TYPES:
        assert f"`{kind.type}`" in page
        for item in fields(kind):
            assert f"`{item.name}`" in page, f"{kind.type}.{item.name}"


def test_what_is_encoded() -> None:
    [shape] = to_json_all([ACTIVITY])
    assert list(shape)[:2] == ["type", "id"]
    assert shape["partners"] == ["CHL", "PER"]
    assert (shape["start"], shape["fiscal_year"], shape["status"]) == ("2021-05", 2021, "held")
    assert "end" not in shape
    assert shape["notes"] == ["year_inferred"]
    assert shape["evidence"] == {
        "document": {"name": "a.txt", "sha256": "0" * 64},
        "start": 3,
        "end": 8,
        "line": 1,
        "text": "防衛相会談",
    }
    VALIDATOR.validate(shape)


@pytest.mark.parametrize(
    "record",
    [
        IndicatorValue(
            evidence=AT,
            rule="a.b",
            number="1-1",
            kind="target",
            value=Decimal("2.66E+6"),
            text="266万",
        ),
        IndicatorValue(
            evidence=AT, rule="a.b", number="1-1", kind="actual", text="—", absence=Absence.DASH
        ),
        StudentExchange(
            evidence=AT,
            rule="a.b",
            fiscal_year=FiscalYear(2019),
            direction="inbound",
            partner="TOTAL",
            count=0,
        ),
        Means(
            evidence=AT,
            rule="a.b",
            number=1,
            name="経費",
            amounts=(Amount(fiscal_year=FiscalYear(2020), budget_yen=0, printed_unit="百万円"),),
        ),
        Framework(
            evidence=AT,
            rule="a.b",
            name="ARF",
            members=(Member(code="JPN", since=PartialDate(1994)), Member(code="EU")),
        ),
    ],
)
def test_values_of_every_kind_fit_the_schema(record: Record) -> None:
    shape = json.loads(json.dumps(to_json(record, f"{record.type}-{'0' * 16}")))
    VALIDATOR.validate(shape)
    assert None not in shape.values()


def test_numbers_are_plain_strings_and_zero_is_a_value() -> None:
    value = IndicatorValue(
        evidence=AT, rule="a.b", number="1", kind="target", value=Decimal("2.66E+6"), text=""
    )
    assert to_json(value, "")["value"] == "2660000"
    zero = IndicatorValue(
        evidence=AT, rule="a.b", number="1", kind="target", value=Decimal("0.0"), text="0"
    )
    assert to_json(zero, "")["value"] == "0"


@pytest.mark.parametrize(
    "change", [{"kind": "party"}, {"start": "May 2021"}, {"colour": "red"}, {"fiscal_year": "2021"}]
)
def test_the_schema_refuses_what_is_no_record(change: dict[str, object]) -> None:
    [shape] = to_json_all([ACTIVITY])
    with pytest.raises(ValidationError):
        VALIDATOR.validate({**shape, **change})


def test_ids_are_stable_and_tell_records_of_the_same_words_apart() -> None:
    again = record_ids([ACTIVITY, ACTIVITY])
    assert again == record_ids([ACTIVITY, ACTIVITY])
    assert len(set(again)) == 2
    assert record_ids([ACTIVITY])[0] == again[0]
    assert again[0] == "activity-" + again[0][-16:]


def test_the_place_on_a_page_or_in_a_book_is_told() -> None:
    place = Place(page=2, box=(1.0, 2.0, 3.0, 4.0), sheet="表", cell="B2")
    at = Evidence(AT.document, 0, 1, 1, "防", place)
    shape = leftover_json(Leftover(at, "scanned_page"))
    assert shape["evidence"]["box"] == [1.0, 2.0, 3.0, 4.0]
    assert (shape["evidence"]["page"], shape["evidence"]["cell"]) == (2, "B2")
