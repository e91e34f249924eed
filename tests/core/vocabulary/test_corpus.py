"""Nothing that the corpus prints or the readers say is unknown to the vocabulary."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from renkei.core.pipeline import Reading, read
from renkei.core.records import Activity
from renkei.core.source import DocumentRef
from renkei.core.text import Document
from renkei.core.vocabulary import load

VOCABULARY = load()
SharedPath = Callable[[str], Path]


@pytest.fixture(scope="module")
def readings(shared_path: SharedPath) -> list[Reading]:
    """Every document of the corpus, read."""
    found = []
    for path in sorted(shared_path("corpus").glob("*.txt")):
        data = path.read_bytes()
        ref = DocumentRef(path.name, hashlib.sha256(data).hexdigest())
        found.append(read(Document(ref, data.decode("utf-8"))))
    return found


def test_every_note_and_reason_has_a_term(readings: list[Reading]) -> None:
    notes = {note for reading in readings for record in reading.records for note in record.notes}
    reasons = {leftover.reason for reading in readings for leftover in reading.leftovers}
    assert {note for note in notes if ("note", note) not in VOCABULARY.terms} == set()
    assert {why for why in reasons if ("leftover_reason", why) not in VOCABULARY.terms} == set()


def test_every_record_speaks_in_codes_of_the_vocabulary(readings: list[Reading]) -> None:
    records = [record for reading in readings for record in reading.records]
    assert {record.type for record in records} <= {
        term.code for term in VOCABULARY.terms.values() if term.group == "record_type"
    }
    for activity in records:
        if isinstance(activity, Activity):
            assert set(activity.partners) <= set(VOCABULARY.partners)
            assert activity.framework is None or activity.framework in VOCABULARY.frameworks


def test_every_country_heading_is_a_partner(shared_path: SharedPath) -> None:
    text = shared_path("corpus/mod-evaluation-fy2019-2021.txt").read_text("utf-8")
    headings = set(re.findall(r"(?:<|&lt;)([^<>&/\d\sa-z]{2,20})(?:>|&gt;)", text))
    assert len(headings) > 45
    assert {heading for heading in headings if VOCABULARY.partner(heading) is None} == set()


@pytest.mark.parametrize("column", ["partners", "listed_under"])
def test_every_partner_of_the_gold_is_known(shared_path: SharedPath, column: str) -> None:
    rows = shared_path("gold/activities.tsv").read_text("utf-8").splitlines()
    at = rows[0].split("\t").index(column)
    printed = {name for row in rows[1:] for name in row.split("\t")[at].split(";") if name}
    known = VOCABULARY.partners if column == "partners" else None
    unknown = {
        name
        for name in printed
        if (name not in known if known is not None else VOCABULARY.partner(name) is None)
    }
    assert unknown == set()


def test_every_framework_of_the_gold_is_known(shared_path: SharedPath) -> None:
    rows = shared_path("gold/activities.tsv").read_text("utf-8").splitlines()
    at = rows[0].split("\t").index("framework")
    printed = {row.split("\t")[at] for row in rows[1:]} - {""}
    assert printed <= set(VOCABULARY.frameworks)
