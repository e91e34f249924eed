"""`renkei extract` and `renkei explain` as a person at a terminal meets them."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

RENKEI = [sys.executable, "-m", "renkei.config.console"]
SAMPLES = Path(__file__).parents[2] / "src/renkei/config/sample/documents"
SHEET = (
    "令和4年度政策評価書\n\n施策名\tハイレベル交流の推進\n"
    "●令和4年度の交流実績\n<オマーン>\n防衛相会談(6月)\n"
)


def run(
    *arguments: str, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*RENKEI, *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **environment},
    )


def test_a_bad_file_gets_its_sentence_and_the_others_are_printed(
    tmp_path: Path, corpus_path: Callable[[str], Path]
) -> None:
    good = corpus_path("mod-evaluation-fy2019-2021.txt")
    empty = tmp_path / "空.txt"
    empty.touch()
    done = run("extract", str(empty), str(good), str(tmp_path / "ない.txt"))
    assert done.returncode == 65
    errors = done.stderr.decode().splitlines()
    assert [line[-7:] for line in errors] == ["[RK103]", "[RK101]"]
    records = [json.loads(line) for line in done.stdout.decode().splitlines()]
    text = good.read_text("utf-8")
    for record in records:
        at = record["evidence"]
        assert text[at["start"] : at["end"]] == at["text"]


@pytest.mark.parametrize(
    ("environment", "arguments", "word"),
    [
        ({}, [], "見つかりません"),
        ({"RENKEI_LANG": "en"}, [], "was not found"),
        ({"RENKEI_LANG": "en"}, ["--lang", "ja"], "見つかりません"),
        ({}, ["--lang", "en"], "was not found"),
    ],
)
def test_language(environment: dict[str, str], arguments: list[str], word: str) -> None:
    done = run("extract", *arguments, "no-such-file", **environment)
    assert word in done.stderr.decode()
    assert done.returncode == 65


def test_a_language_that_is_none_is_said() -> None:
    done = run("extract", "x", RENKEI_LANG="fr")
    assert done.returncode == 64
    assert "[RK421]" in done.stderr.decode()


def test_standard_input_and_no_traceback_for_noise() -> None:
    assert run("extract", "-", stdin=SHEET.encode("cp932")).returncode == 0
    done = run("extract", "-", stdin=bytes(range(256)) * 9)
    assert done.returncode == 65
    assert done.stderr.decode().endswith("[RK109]\n")
    assert done.stdout == b""
    assert run("extract", "-", "-").returncode == 64


def test_text_of_no_known_form_says_so_and_keeps_the_other_records(tmp_path: Path) -> None:
    """Also a line of a million characters: it is read through, and said to hold nothing."""
    sheet, letter = tmp_path / "sheet.txt", tmp_path / "letter.exe"
    sheet.write_text(SHEET, "utf-8")
    letter.write_text("拝啓" * 500_000, "utf-8")
    done = run("extract", str(letter), str(sheet))
    assert done.returncode == 65
    assert done.stderr.decode().endswith("[RK121]\n")
    assert done.stderr.decode().count("\n") == 1
    assert json.loads(done.stdout.splitlines()[0])["type"] == "activity"


def test_a_closed_pipe_ends_quietly(corpus_path: Callable[[str], Path]) -> None:
    path = str(corpus_path("mofa-evaluation-ii-1-fy2021.txt"))
    command = [*RENKEI, "extract", path, path, path]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()  # the reader goes away
        errors = process.stderr.read()
    assert errors == b""


def test_leftovers_go_to_a_file_and_replace_older_ones(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(f"{SHEET}防衛相会談(13月)\n", "utf-8")
    left = tmp_path / "left.jsonl"
    for old in ("", '{"type": "leftover", "reason": "old"}\n'):
        left.write_text(old, "utf-8")
        assert run("extract", "--leftovers", str(left), str(source)).returncode == 0
        found = [json.loads(line) for line in left.read_text("utf-8").splitlines()]
        assert [item["reason"] for item in found] == ["date_not_understood"]
    done = run("extract", "--leftovers", str(tmp_path / "no" / "dir"), str(source))
    assert (done.returncode, done.stdout) == (64, b"")
    assert done.stderr.decode().endswith("[RK424]\n")


@pytest.mark.parametrize("held", [SHEET, '{"type": "activity"}\n', '{"type": "leftover"}\nx\n'])
def test_leftovers_never_overwrite_another_file(tmp_path: Path, held: str) -> None:
    """A forgotten name makes the first document the file for leftovers."""
    first, second = tmp_path / "a.txt", tmp_path / "b.txt"
    first.write_text(held, "utf-8")
    second.write_text(SHEET, "utf-8")
    done = run("extract", "--leftovers", str(first), str(second))
    assert (done.returncode, done.stdout) == (64, b"")
    assert done.stderr.decode().endswith("[RK426]\n")
    assert first.read_text("utf-8") == held


def test_leftovers_are_not_written_when_the_call_fails(tmp_path: Path) -> None:
    left = tmp_path / "left.jsonl"
    assert run("extract", "--leftovers", str(left), "-", "-").returncode == 64
    assert not left.exists()


def test_explain_says_what_was_read_and_what_was_inferred() -> None:
    sheet = SAMPLES / "mihon-seisaku-hyoka.txt"
    records = [json.loads(line) for line in run("extract", str(sheet)).stdout.splitlines()]
    record = next(r for r in records if r["type"] == "activity" and "year_inferred" in r["notes"])
    line = str(record["evidence"]["line"])
    for language, term in (("ja", "交流案件"), ("en", "Activity")):
        shown = run("explain", str(sheet), "--line", line, "--lang", language).stdout.decode()
        assert f"{term} (activity)" in shown
        assert f"({record['kind']})" in shown
        assert record["rule"] in shown
        assert record["title"] in shown
        assert "(year_inferred)" in shown
        for code in record["partners"]:
            assert f"({code})" in shown


def test_explain_takes_a_record_by_the_beginning_of_its_id() -> None:
    sheet = SAMPLES / "mihon-seisaku-hyoka.txt"
    records = [json.loads(line) for line in run("extract", str(sheet)).stdout.splitlines()]
    record = next(r for r in records if "partner_from_heading" in r["notes"])
    shown = run(
        "explain", str(sheet), "--record", record["id"][:18], "--lang", "en"
    ).stdout.decode()
    assert record["id"] in shown
    assert "matched" in shown
    assert "(partner_from_heading) ← line " in shown
    for wrong, code in (("activity", "RK428"), ("none-such", "RK428")):
        done = run("explain", str(sheet), "--record", wrong)
        assert (done.returncode, code in done.stderr.decode()) == (64, True)
    both = run("explain", str(sheet), "--line", "1", "--record", "activity")
    assert "RK427" in both.stderr.decode()


def test_explain_shows_the_line_and_refuses_one_that_is_not_there(tmp_path: Path) -> None:
    source = tmp_path / "表.txt"
    source.write_text(SHEET, "utf-8")
    done = run("explain", str(source), "--line", "3")
    assert done.returncode == 0
    assert "表.txt　3 行目" in done.stdout.decode()
    assert "ハイレベル交流の推進" in done.stdout.decode()
    done = run("explain", str(source), "--line", "99", "--lang", "en")
    assert done.returncode == 64
    assert (
        done.stderr.decode() == "表.txt has 7 lines and no line 99. Name one from 1 to 7. [RK425]\n"
    )


def test_files_are_read_without_django_or_the_libraries_of_other_formats() -> None:
    program = (
        "import sys\n"
        "from renkei.cli.extract import extract\n"
        "from renkei.cli.explain import explain\n"
        "import renkei.core.pipeline\n"
        "from renkei.readers.registry import read_bytes\n"
        "read_bytes('a.txt', 'あ'.encode())\n"
        "heavy = {'django', 'pydantic', 'openpyxl', 'docx', 'pypdfium2', 'pdfplumber', 'lxml'}\n"
        "print(sorted(heavy & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stdout.decode().strip() == "[]"
