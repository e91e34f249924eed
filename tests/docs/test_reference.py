"""The docs name what there is: commands, settings, decisions, pages that links point at."""

import doctest
import re
import subprocess
import sys
from pathlib import Path

import pytest

from renkei.config.console import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("*/README.md")])
LINK = re.compile(r"\]\((?!\w+:)([^)#\s]+)")


@pytest.mark.parametrize("tool", ["tools.reference", "tools.rules"])
def test_reference_pages_are_current(tool: str) -> None:
    """A command, setting or rule that changed is told in the docs in the same commit."""
    check = [sys.executable, "-m", tool, "--check"]
    done = subprocess.run(check, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"run python -m {tool}\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_reference(command: str) -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert f"## `renkei {command}" in page


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    missing = [target for target in targets if not (page.parent / target).exists()]
    assert missing == []


def test_every_decision_is_in_the_list() -> None:
    listed = (ROOT / "docs" / "adr" / "README.md").read_text(encoding="utf-8")
    pages = {path.name for path in (ROOT / "docs" / "adr").glob("[0-9]*.md")}
    assert pages == set(re.findall(r"\((\d{4}-[^)]+\.md)\)", listed))


def test_both_readmes_have_the_same_parts() -> None:
    """The Japanese README is kept in step: same headings, commands, links and pictures."""
    english, japanese = (
        (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.ja.md")
    )
    for pattern in (r"^(#+) ", r"^(\.venv/bin/renkei \w+|make \w+)", r"\]\((docs/[^)]+)\)"):
        assert re.findall(pattern, english, re.M) == re.findall(pattern, japanese, re.M), pattern


@pytest.mark.parametrize("page", ["indicators.md"])
def test_examples_of_the_page_give_what_it_prints(page: str) -> None:
    tried = doctest.testfile(str(ROOT / "docs" / page), module_relative=False)
    assert tried.attempted > 0
    assert tried.failed == 0
