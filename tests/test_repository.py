"""Rules of the house that no linter knows."""

import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from tools import sizes

ROOT = Path(__file__).resolve().parents[1]
CORPUS_DOCUMENTS = (
    "defense-exchange-basic-policy.txt",
    "defense-white-paper-2021-iii-3-1.txt",
    "mod-evaluation-fy2019-2021.txt",
    "mofa-evaluation-ii-1-fy2021.txt",
    "mofa-monitoring-i-2-fy2021.txt",
)
LONGEST_FILE = 400
LONGEST_COPY = 40
FEWEST_HIRAGANA = 8  # of the 40; names and titles have fewer
# path under src/renkei: why the file is one piece although it is long
LONG_FILES: dict[str, str] = {
    "core/errors/messages.py": "the registry of messages",
}
# path under src/renkei: the edges of the process, where everything is caught once and reported
# The runner tells a rule that breaks off as a finding of its own, as its issue asks.
PROCESS_EDGES = {"config/console.py", "core/checks/runner.py"}


@cache
def tracked_files() -> tuple[Path, ...]:
    names = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    ).stdout.decode()
    if not names:
        pytest.skip("this is not a git checkout: the files that are ours cannot be listed")
    return tuple(path for name in names.split("\0") if name and (path := ROOT / name).is_file())


def text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        return ""


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(r"--(?:extra-)?index-url", id="index option"),
        pytest.param(r'"resolved"\s*:\s*"', id="address in an npm lock"),
        pytest.param(r"^[\w.\[\]-]+ @ \w+://", id="requirement by address"),
    ],
)
def test_no_file_says_where_packages_are_downloaded_from(pattern: str) -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in tracked_files()
        if re.search(pattern, text_of(path), re.MULTILINE)
    ]
    assert found == []


def test_constraints_are_names_and_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    strange = [
        line for line in lines if not re.fullmatch(r"#.*|[A-Za-z0-9._-]+==[A-Za-z0-9.+!]+", line)
    ]
    assert strange == []


def test_no_file_is_too_long() -> None:
    lines = sizes.measure(sizes.python_files(sizes.SOURCE)).lines
    too_long = {
        name: count
        for path, count in lines.items()
        if count > LONGEST_FILE and (name := str(path.relative_to(sizes.SOURCE))) not in LONG_FILES
    }
    assert too_long == {}


def test_no_function_is_too_long() -> None:
    functions = sizes.measure(sizes.python_files(sizes.SOURCE)).functions
    too_long = [
        f"{item.path.relative_to(ROOT)}: {item.name}, {item.lines} lines"
        for item in functions
        if item.lines > sizes.LONG_FUNCTION
    ]
    assert too_long == []


def test_everything_is_caught_only_at_the_edge_of_the_process() -> None:
    broad = sizes.measure(sizes.python_files(sizes.SOURCE)).broad
    elsewhere = [
        f"{path.relative_to(ROOT)}:{line}"
        for path, line in broad
        if str(path.relative_to(sizes.SOURCE)) not in PROCESS_EDGES
    ]
    assert elsewhere == []


def test_no_group_is_repeated_possessively() -> None:
    """`(...)*+` and `(?>...)` match wrongly before Python 3.11.5 when the group can backtrack.

    Debian 12 has 3.11.2 (CPython issue 106052). One character, such as `[ ]*+`, is safe.
    """
    possessive = re.compile(r"\)(?:[*+?]|\{[0-9,]+\})\+|\(\?>")
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sizes.python_files(sizes.SOURCE)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if possessive.search(line)
    ]
    assert found == []


@pytest.mark.parametrize("folder", ["web", "api", "cli"])
def test_pages_ask_selectors_and_services_never_the_tables(folder: str) -> None:
    """Models may be named as types; rows come and go through the apps only."""
    asks = re.compile(r"\.objects\b|\._default_manager\b|\.save\(|connection\.cursor")
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sizes.python_files(sizes.SOURCE / folder)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        if asks.search(line)
    ]
    assert found == []


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _sentences(text: str) -> Iterator[str]:
    """Sentences that end in 。, wrapped lines joined also over the blank lines of some layouts.

    Lines with a bullet or a number begin anew, so names, headings and table cells stay out.
    """
    for part in re.split(r"\n(?=\s*[○●・◎①-⑳(（<＜\d])", text):
        yield from re.findall(r"[^。]+。", _squeezed(part))


def _windows(text: str) -> Iterator[str]:
    for start in range(len(text) - LONGEST_COPY + 1):
        yield text[start : start + LONGEST_COPY]


def test_no_sentence_of_the_corpus_is_copied(corpus_text: Callable[[str], str]) -> None:
    """A run of 40 characters of a printed sentence, wherever it is wrapped, is a copy."""
    printed = {
        window
        for name in CORPUS_DOCUMENTS
        for sentence in _sentences(corpus_text(name))
        for window in _windows(sentence)
        if len(re.findall("[ぁ-ん]", window)) >= FEWEST_HIRAGANA
    }
    copied = []
    for path in tracked_files():
        text = _squeezed(text_of(path))
        found = next((window for window in _windows(text) if window in printed), None)
        if found:
            copied.append(f"{path.relative_to(ROOT)}: {found}")
    assert copied == []
