"""What people are told of a record: the words that were known, and where the rest came from."""

from __future__ import annotations

from pathlib import Path

import pytest

from renkei.core.extract.traces import atoms, grounds
from renkei.core.pipeline import read
from renkei.core.records.types import Activity
from renkei.core.vocabulary import load
from renkei.readers.registry import read_bytes, read_file

DOCUMENTS = Path(__file__).parents[2] / "golden/documents"
OWN = ("lists-fy2016-2018", "lists-by-country", "white-paper-2024", "sheet-fisheries-2025")
LIST = """令和4年度から令和5年度までの実施施策に係る政策評価書
（見本省4～5-⑫）
施策名\t南方との交流
測定指標\t1 ハイレベルの交流
●令和4年度の交流実績
＜チリ＞
防衛相電話会談（8月）
"""


def test_atoms_are_the_words_that_were_known_in_their_order() -> None:
    (record,) = (
        r for r in read(read_bytes("a.txt", LIST.encode())).records if isinstance(r, Activity)
    )
    told = [(atom.kind, atom.words, atom.code) for atom in atoms(record, load())]
    assert told == [
        ("office", "防衛相", "minister (ours)"),
        ("wording", "電話会談", "kind=meeting"),
        ("wording", "電話会談", "mode=phone"),
        ("month", "8月", ""),
    ]


def test_what_was_inferred_leads_to_the_words_above() -> None:
    document = read_bytes("a.txt", LIST.encode())
    (record,) = (r for r in read(document).records if isinstance(r, Activity))
    told = {
        ground.note: (ground.line, ground.words) for ground in grounds(document, record, load())
    }
    assert told == {"year_inferred": (5, "令和4年度"), "partner_from_heading": (6, "チリ")}


@pytest.mark.parametrize("name", OWN)
def test_every_inferred_year_and_partner_of_a_document_has_its_ground(name: str) -> None:
    document = read_file(DOCUMENTS / f"{name}.txt")
    known = load()
    missing = [
        (record.evidence.line, ground.note)
        for record in read(document, known).records
        for ground in grounds(document, record, known)
        if ground.note in ("year_inferred", "partner_from_heading") and not ground.line
    ]
    assert missing == []
