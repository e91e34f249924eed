"""Patterns that meet text from outside take time in proportion to its length, whatever the text.

Not a timed test: each pattern gets hostile text for which quadratic work would take minutes, and
seconds of processor time where milliseconds suffice.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

import renkei.core
import renkei.readers
from renkei.core.text import MappedText, join_wrapped, normalise, strip_html, strip_markup
from tests.property.limits import processor_seconds

LENGTH = 60_000
SECONDS = 10.0
WORDS = (
    "< <a <p> <!-- &#1 &a &lt; 1 1, 1. 11 ( ) （ <1> 月 1月 1月、 1日 ～ 、 ・ 年"
    " 令和 令和2年 20 2020年 第 第1 第1回 ① ア ｱ ｶﾞ 漢 a A- - △ ・・ 日米 及び 会談 訪問 「 」"
    ' を 。 " \\ [ [$-4 # #, 0 ; _ 万 億 千 円 施策 目標'
)
UNITS = (" ", "\t", "\n", "\n ", "\r", "\u3000", "\x1b$B", *WORDS.split())
COVERED = ("core.text", "core.values", "core.errors", "core.vocabulary", "readers")


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    for package in (renkei.core, renkei.readers):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not module.name.removeprefix("renkei.").startswith(COVERED):
                continue
            loaded = importlib.import_module(module.name)
            for name, value in vars(loaded).items():
                if isinstance(value, re.Pattern):
                    yield f"{module.name.removeprefix('renkei.')}.{name}", value


PATTERNS = dict(_patterns())


@pytest.fixture(autouse=True)
def _processor_limit() -> Iterator[None]:
    with processor_seconds(SECONDS):
        yield


@pytest.mark.parametrize("name", PATTERNS)
def test_pattern_is_linear(name: str) -> None:
    pattern = PATTERNS[name]
    for unit in UNITS:
        hostile = unit * (LENGTH // len(unit))
        text = hostile if isinstance(pattern.pattern, str) else hostile.encode()
        for _ in pattern.finditer(text):  # type: ignore[arg-type]
            pass


@pytest.mark.parametrize("step", [strip_markup, strip_html, normalise, join_wrapped])
@pytest.mark.parametrize("unit", [*UNITS, "<!-- -->", "<script>", "<td>", "あ\n", "ｶﾞ\n", "&amp;"])
def test_steps_are_linear(step: object, unit: str) -> None:
    assert callable(step)
    step(MappedText.of(unit * (LENGTH // len(unit))))
