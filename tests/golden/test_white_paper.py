"""Activities told in the white paper, against the gold table of the parts it covers."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from renkei.core.extract.narrative import read_narrative
from renkei.core.pipeline import read
from renkei.core.records.encode import to_json_all
from renkei.core.source import DocumentRef
from renkei.core.text.document import Document

NAME = "defense-white-paper-2021-iii-3-1.txt"


def test_activities_of_the_white_paper(
    corpus_text: Callable[[str], str], shared_path: Callable[[str], Path], tmp_path: Path
) -> None:
    text = corpus_text(NAME)
    reading = read(
        Document(DocumentRef(NAME, "0" * 64), text), readers=((read_narrative, "white_paper"),)
    )
    for record in reading.records:
        evidence = record.evidence
        assert text[evidence.start : evidence.end] == evidence.text
    lines = [json.dumps(row, ensure_ascii=False) for row in to_json_all(reading.records)]
    records = tmp_path / "records.jsonl"
    records.write_text("\n".join(lines), "utf-8")
    command = [
        sys.executable,
        str(shared_path("score/score.py")),
        "activities",
        str(records),
        str(shared_path("gold/activities.tsv")),
        *("--document", NAME, "--restrict", "--misses", "20", "--min-f1", "0.97"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
