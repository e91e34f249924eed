"""`renkei projects`: review data in, told where it drifts, and a policy out in their layout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

from renkei.core.review_sheets.budgets import ProjectYear, budget_rows
from renkei.core.review_sheets.goals import read_goals
from renkei.core.review_sheets.layouts import BUDGETS
from renkei.core.review_sheets.table import read_table, write_table

SAMPLE = (
    Path(__file__).resolve().parents[2]
    / "src/renkei/config/sample/documents/mihon-seisaku-hyoka.txt"
)
YEAR = ProjectYear("7001", "訓練の交流", "見本省", 2025, 2024, initial=200, total=200, executed=150)


def run(home: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return subprocess.run(
        [Path(sys.executable).with_name("renkei"), *map(str, arguments)],
        env=environment | {"RENKEI_HOME": str(home / "home")},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_files_go_in_as_csv_or_zip_and_what_is_wrong_is_told(tmp_path: Path) -> None:
    data = write_table(BUDGETS, budget_rows([YEAR]))
    packed, changed, broken = (tmp_path / name for name in ("2-1.zip", "old.csv", "x.zip"))
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("2-1_RS_2025_予算・執行_サマリ.csv", data)
    changed.write_bytes(data.removeprefix(b"\xef\xbb\xbf").replace(b"200,", b"300,"))
    broken.write_bytes(b"PK\x03\x04 nothing")

    done = run(tmp_path, "projects", "import", packed, packed, changed, broken, "--lang", "en")
    assert "2-1 of 2025, 1 projects taken in from 1 rows." in done.stdout
    assert "2-1.zip was taken in before." in done.stdout
    assert "no byte order mark" in done.stderr
    assert "RK613" in done.stderr
    assert done.returncode == 65


def test_a_policy_comes_out_in_the_layout_of_targets(tmp_path: Path) -> None:
    assert run(tmp_path, "ingest", SAMPLE).returncode == 0
    out = tmp_path / "3-1.csv"
    done = run(tmp_path, "projects", "export", "1", "--layout", "3-1", "-o", out)
    assert (done.returncode, done.stderr) == (0, "")
    table = read_table(out.read_bytes(), "3-1")
    assert table.drifts == ()
    assert read_goals(table)
