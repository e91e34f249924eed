"""What the Content-Security-Policy would block is not written at all."""

import re
from pathlib import Path

import pytest

from tools.messages import SOURCE

TEMPLATES = sorted((SOURCE / "web" / "templates").rglob("*.html"))
STYLES = sorted((SOURCE / "web" / "static" / "web").glob("*.css"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_templates_hold_no_inline_style_or_script(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son\w+=|javascript:", text)
    assert all("src=" in tag for tag in re.findall(r"<script\b[^>]*>", text))


@pytest.mark.parametrize("path", STYLES, ids=lambda path: path.name)
def test_styles_ask_no_other_host(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "//" not in re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    assert "@import" not in text
