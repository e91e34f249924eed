"""Commands with a database, as a person runs them on a machine of their own."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import socket
import stat
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

SAMPLES = Path(__file__).resolve().parents[2] / "src" / "renkei" / "config" / "sample" / "documents"
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One installation for the commands of this file; it does not exist yet."""
    return tmp_path_factory.mktemp("machine") / "home"


@pytest.fixture(scope="module")
def run(home: Path) -> Run:
    """Runs ``renkei`` and gives back what it printed. The embedded database, in either CI run."""
    environment = {
        name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "PORT")
    }
    environment |= {"RENKEI_HOME": str(home), "PYTHONWARNINGS": "default"}

    def call(
        *arguments: str | Path, stdin: str = "", **more: str
    ) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [Path(sys.executable).with_name("renkei"), *arguments],
            env=environment | more,
            input=stdin,
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )

    return call


@pytest.fixture(scope="module")
def samples() -> list[Path]:
    """Documents of our own in the official layouts."""
    found = sorted(SAMPLES.glob("*.txt"))
    assert found
    return found


@pytest.fixture(scope="module")
def ingested(run: Run, samples: list[Path]) -> subprocess.CompletedProcess[str]:
    """The first command ever run on this machine."""
    return run("ingest", *samples)


def test_the_first_ingest_makes_the_database_and_ends_in_a_table(
    ingested: subprocess.CompletedProcess[str], samples: list[Path], home: Path
) -> None:
    assert ingested.returncode == 0, ingested.stderr
    for number, path in enumerate(samples, start=1):
        assert f"[{number}/{len(samples)}] {path}: 登録しました" in ingested.stderr
        assert path.name in ingested.stdout
    assert "新規" in ingested.stdout
    assert "読み残し" in ingested.stdout
    assert "交流案件" in ingested.stdout
    key = home / "secret_key"
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert len(key.read_text()) >= 50


def test_a_second_ingest_adds_nothing(
    run: Run, ingested: subprocess.CompletedProcess[str], samples: list[Path]
) -> None:
    before = run("export", "activities").stdout
    again = run("ingest", *samples)

    assert again.returncode == 0
    assert again.stderr.count("登録済みです") == len(samples)
    assert run("export", "activities").stdout == before


def test_what_is_wrong_is_said_and_the_other_files_go_through(
    run: Run, ingested: subprocess.CompletedProcess[str], samples: list[Path], tmp_path: Path
) -> None:
    empty, noise = tmp_path / "empty.txt", tmp_path / "noise.txt"
    empty.write_bytes(b"")
    noise.write_bytes(bytes(range(256)) * 40)
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 no archive")

    done = run("ingest", empty, tmp_path, tmp_path / "none", noise, broken, samples[0])

    assert done.returncode == 65
    assert len(re.findall(r"\[RK1\d\d\]", done.stderr)) == 5
    assert "6 件のうち 5 件は読み込めませんでした" in done.stderr
    assert "登録済みです" in done.stderr
    assert "Traceback" not in done.stderr


def test_leftovers_are_listed_with_their_lines(run: Run, tmp_path: Path) -> None:
    text = (SAMPLES / sorted(path.name for path in SAMPLES.glob("*.txt"))[0]).read_text("utf-8")
    path = tmp_path / "other.txt"
    path.write_text(text + "\n次の会談は未定である。\n", "utf-8")

    done = run("ingest", "--leftovers", "--lang", "en", path)

    assert done.returncode == 0, done.stderr
    assert "left over" in done.stdout
    counted = sum(int(number) for number in re.findall(r"left over\s*│\s*(\d+)", done.stdout))
    assert len(re.findall(r"^other\.txt:\d+: ", done.stdout, re.MULTILINE)) == counted
    assert not re.search(r"^other\.txt:\d+: [a-z_]+_[a-z_]+:", done.stdout, re.MULTILINE)


def test_organisation_and_marking_of_a_document(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("部外秘の資料。", "utf-8")

    unknown = run("ingest", "--organisation", "NONE", path)
    assert unknown.returncode == 64
    assert "RK505" in unknown.stderr
    assert (
        run("ingest", "--organisation", "MOD_POLICY", "--marking", "internal", path).returncode == 0
    )


def test_export_as_lines_csv_and_workbook(
    run: Run, ingested: subprocess.CompletedProcess[str], tmp_path: Path
) -> None:
    lines = [json.loads(line) for line in run("export", "activities").stdout.splitlines()]
    assert lines
    for line in lines:
        assert line["type"] == "activity"
        assert line["conflicts"] == []
        for evidence in line["sources"]:
            assert evidence["text"]
            assert evidence["end"] - evidence["start"] == len(evidence["text"])

    table = run("export", "activities", "--format", "csv", "--lang", "en").stdout
    rows = list(csv.reader(io.StringIO(table.removeprefix("\ufeff"))))
    assert table.startswith("\ufeff")
    assert rows[0][:3] == ["ID", "Start", "End"]
    assert len(rows) == len(lines) + 1

    book = tmp_path / "activities.xlsx"
    assert run("export", "activities", "--format", "xlsx", "-o", book).returncode == 0
    assert zipfile.ZipFile(book).testzip() is None
    refused = run("export", "activities", "-o", tmp_path / "no" / "where.jsonl")
    assert (refused.returncode, "RK424" in refused.stderr) == (64, True)


def test_export_of_records_as_they_were_read(
    run: Run, ingested: subprocess.CompletedProcess[str], samples: list[Path]
) -> None:
    lines = [json.loads(line) for line in run("export", "records").stdout.splitlines()]
    read = [json.loads(line) for line in run("extract", "--progress", *samples).stdout.splitlines()]
    names = {path.name for path in samples}  # other tests of this file ingest documents of theirs
    exported = {line["id"] for line in lines if line["evidence"]["document"]["name"] in names}
    assert exported == {line["id"] for line in read}
    [kind] = {line["type"] for line in lines[:1]}
    some = run("export", "records", "--type", kind).stdout.splitlines()
    assert len(some) == sum(line["type"] == kind for line in lines)
    refused = run("export", "records", "--type", "poem")
    assert (refused.returncode, "RK505" in refused.stderr) == (64, True)


def test_accounts_are_made_listed_and_given_passwords(run: Run) -> None:
    made = run(
        "user", "add", "suzuki", "--role", "attache", "--clearance", "internal",
        "--organisation", "MOD_POLICY", "--accredited", "AUS", "--password-stdin",
        stdin="four random words here\n",
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
    assert "suzuki\tattache\tinternal\tMOD_POLICY" in run("user", "list").stdout

    for arguments, code in (
        (("user", "add", "suzuki", "--role", "reader", "--password-stdin"), "RK506"),
        (("user", "add", "sato", "--role", "desk_officer", "--password-stdin"), "RK503"),
        (("user", "add", "ito", "--role", "reader", "--organisation", "X"), "RK505"),
        (("user", "add", "ito", "--role", "attache", "--accredited", "X"), "RK505"),
        (("user", "password", "nobody", "--password-stdin"), "RK505"),
    ):
        refused = run(*arguments, stdin="four random words here\n")
        assert refused.returncode == 64, refused.stderr
        assert code in refused.stderr
    weak = run("user", "password", "suzuki", "--password-stdin", stdin="1234\n")
    assert "RK503" in weak.stderr
    changed = run("user", "password", "suzuki", "--password-stdin", stdin="other words in a row\n")
    assert changed.returncode == 0


def test_the_demonstration_stays_out_of_a_register_in_use(run: Run) -> None:
    run("user", "add", "tanaka", "--role", "reader", "--password-stdin", stdin="words in a row\n")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    refused = run("demo", "--port", str(port))

    assert refused.returncode == 64
    assert "RK406" in refused.stderr


@pytest.mark.parametrize("command", ["serve", "demo"])
def test_a_port_in_use_is_said(run: Run, command: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run(command, "--port", str(taken.getsockname()[1]))

    assert done.returncode == 64
    assert "RK405" in done.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RENKEI_DEBUG", "yes"),
        ("RENKEI_UPLOAD_MB", "many"),
        ("RENKEI_TIME_ZONE", "Asia/Edo"),
        ("DATABASE_URL", "mysql://x/y"),
        ("RENKEI_SECRET_KEY", "short"),
    ],
)
def test_a_setting_that_cannot_be_is_one_sentence(run: Run, name: str, value: str) -> None:
    done = run("user", "list", **{name: value})

    assert done.returncode == 64
    assert name in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_a_home_that_cannot_be_is_one_sentence(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("no directory")

    done = run("user", "list", RENKEI_HOME=str(file / "home"))

    assert (done.returncode, "RK403" in done.stderr) == (64, True)
    assert "Traceback" not in done.stderr


def test_a_database_that_does_not_answer_is_one_sentence(run: Run, tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]

    done = run(
        "user", "list",
        RENKEI_HOME=str(tmp_path / "home"),
        DATABASE_URL=f"postgres://x:y@127.0.0.1:{port}/z",
    )  # fmt: skip

    assert (done.returncode, "RK402" in done.stderr) == (64, True)
    assert "Traceback" not in done.stderr
