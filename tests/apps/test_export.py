"""Downloads: nothing becomes a formula, nothing is dropped, disagreement is shown."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from renkei.apps.documents.models import SourceRecord
from renkei.apps.register import export
from renkei.apps.register.conflicts import conflicts_of
from renkei.apps.register.models import Activity, ActivitySource
from renkei.core.values import PartialDate
from tests.records import Source, talks
from tests.register import People

FORMULAS = ["=1+1", "+81", "-1", "@SUM(A1)", "\t=1", "=cmd|' /C calc'!A0"]


def rows_of_csv(people: People) -> list[dict[str, str]]:
    text = "".join(export.csv_lines(people.outsider, Activity.objects.order_by("pk"), "en"))
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_what_looks_like_a_formula_stays_text(
    people: People, activity: Callable[..., Activity]
) -> None:
    for title in FORMULAS:
        activity(title=title)

    assert [row["Title"] for row in rows_of_csv(people)] == [f"'{title}" for title in FORMULAS]
    book = load_workbook(
        io.BytesIO(export.xlsx(people.outsider, Activity.objects.order_by("pk"), "en"))
    )
    cells = [row[5] for row in book.active.iter_rows(min_row=2)]  # type: ignore[union-attr]
    assert [cell.value for cell in cells] == FORMULAS
    assert {cell.data_type for cell in cells} == {"s"}


def test_terms_and_names_are_in_the_language_asked_for(
    people: People, activity: Callable[..., Activity]
) -> None:
    activity(mode="video")

    (english,) = rows_of_csv(people)
    assert (english["Kind"], english["Partners"]) == ("Meeting", "New Zealand")
    japanese = "".join(export.csv_lines(people.outsider, Activity.objects.all(), "ja"))
    assert "ニュージーランド" in japanese


def told(people: People, **differently: Any) -> list[dict[str, Any]]:
    """The conflicts of one activity that two documents tell of, the second one differently."""
    first, second = Source(name="a.txt"), Source(Source().document.text + "\n追記", name="b.txt")
    first.ingest([talks(first)], people.administrator)
    second.ingest([replace(talks(second), **differently)], people.administrator)
    kept = Activity.objects.order_by("pk")[0]
    ActivitySource.objects.update(activity=kept)
    Activity.objects.exclude(pk=kept.pk).delete()
    (line,) = export.json_lines(people.outsider, Activity.objects.all())
    shape: dict[str, Any] = json.loads(line)
    assert len(shape["sources"]) == 2
    conflicts: list[dict[str, Any]] = shape["conflicts"]
    return conflicts


def test_sources_that_differ_are_a_conflict_with_the_evidence_of_both(people: People) -> None:
    (conflict,) = told(people, mode="phone")

    assert conflict["field"] == "mode"
    assert [value["value"] for value in conflict["values"]] == ["in_person", "phone"]
    names = {value["evidence"]["document"]["name"] for value in conflict["values"]}
    assert names == {"a.txt", "b.txt"}


@pytest.mark.parametrize(
    "differently", [{}, {"mode": None}, {"start": PartialDate(2018, 5, 3)}, {"title": "会談"}]
)
def test_less_or_more_precise_is_no_conflict(people: People, differently: dict[str, Any]) -> None:
    assert told(people, **differently) == []


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        ("phone_or_video", "phone", False),
        ("video", "phone_or_video", False),
        ("phone_or_video", "in_person", True),
        ("phone", "video", True),
    ],
)
def test_phone_or_video_agrees_with_either(one: str, other: str, differ: bool) -> None:
    records = [SourceRecord(payload={"mode": mode, "evidence": {}}) for mode in (one, other)]

    assert bool(conflicts_of(records)) is differ
