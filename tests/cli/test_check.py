"""`renkei check` as a person, a pipeline and an editor meet it."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

RENKEI = [sys.executable, "-m", "renkei.config.console"]
WRONG = "海図等などを配布した（令和４年度：海図経費（達成手段②）。\n"
DOUBTFUL = "海図等などを配布した。\n"
CLEAN = "海図等を配布した。\n"


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*RENKEI, "check", *arguments],
        input=stdin,
        capture_output=True,
        check=False,
        env={"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"},
    )


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "海図.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


@pytest.mark.parametrize(("text", "code"), [(WRONG, 2), (DOUBTFUL, 1), (CLEAN, 0)])
def test_the_exit_code_tells_the_weight(text: str, code: int) -> None:
    assert run("-", stdin=text.encode()).returncode == code


def test_the_text_names_place_weight_words_and_rule(wrong: Path) -> None:
    told = run(str(wrong)).stdout.decode()
    assert "海図.txt:1  誤り  括弧の対応 [layout.brackets_unbalanced]" in told
    assert "注意  語や助詞の重なり [layout.words_doubled]" in told
    assert "知っている様式ではないため" in told
    english = run(str(wrong), "--lang", "en").stdout.decode()
    assert "error  Brackets that do not pair" in english


def test_json_lines_hold_what_passed_and_what_did_not_apply(wrong: Path) -> None:
    shapes = [json.loads(line) for line in run(str(wrong), "--format", "jsonl").stdout.splitlines()]
    outcomes = {shape["outcome"] for shape in shapes}
    assert outcomes == {"fail", "pass", "not_applied"}
    for shape in shapes:
        for place in shape["evidence"]:
            assert WRONG[place["start"] : place["end"]] == place["text"]
        assert ("reason" in shape) == (shape["outcome"] == "not_applied")


def test_rules_and_severity_choose(wrong: Path) -> None:
    only = run(str(wrong), "--rules", "layout.words_doubled")
    assert only.returncode == 1
    assert b"brackets" not in only.stdout
    assert b"words_doubled" not in run(str(wrong), "--severity", "error").stdout
    assert b"[RK442]" in run(str(wrong), "--rules", "layuot").stderr


def test_a_house_style_is_data(wrong: Path, tmp_path: Path) -> None:
    style = tmp_path / "style.yml"
    style.write_text("skip: [layout.brackets_unbalanced]\n", encoding="utf-8")
    assert run(str(wrong), "--style", str(style)).returncode == 1
    style.write_text("skpi: [layout]\n", encoding="utf-8")
    assert b"[RK441]" in run(str(wrong), "--style", str(style)).stderr
    assert b"[RK443]" in run(str(wrong), "--style", str(tmp_path / "none.yml")).stderr


def test_sarif_points_at_characters(wrong: Path) -> None:
    log = json.loads(run(str(wrong), "--format", "sarif").stdout)
    [run_] = log["runs"]
    result = run_["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    start = region["charOffset"]
    assert WRONG[start : start + region["charLength"]] == region["snippet"]["text"]
    assert run_["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]


def test_html_stands_alone_and_is_safe(tmp_path: Path) -> None:
    path = tmp_path / "x.txt"
    path.write_text("<script>alert(1)</script>等などを（配布した。\n", encoding="utf-8")
    page = run(str(path), "--format", "html").stdout.decode()
    assert "<script>" not in page
    assert "http" not in page
    assert '<article class="error">' in page


def test_a_bad_file_gets_its_sentence_and_the_others_are_checked(wrong: Path) -> None:
    done = run(str(wrong.parent / "none.txt"), str(wrong))
    assert done.returncode == 65
    assert b"[RK101]" in done.stderr
    assert "括弧の対応".encode() in done.stdout
