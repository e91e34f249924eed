"""Patterns that meet text from outside take time in proportion to its length, whatever the text.

Every compiled pattern of the core and the readers is found by walking their modules, and tried in
the way its module uses it. What takes a moment on hostile text is tried on text four times as
long: linear work then takes about four times as long, quadratic work sixteen. Only processor time
of this process counts, the shortest of several runs, so that a loaded machine changes nothing.
"""

import ast
import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

import renkei.core
import renkei.readers
from renkei.core.text import MappedText, join_wrapped, normalise, strip_html, strip_markup
from tests.property.limits import growth, processor_seconds

WORDS = (
    "< <a <p> <!-- &#1 &a &lt; 1 1, 1. 11 ( ) （ <1> 月 1月 1月、 1日 ～ 、 ・ 年"
    " 令和 令和2年 20 2020年 第 第1 第1回 ① ア ｱ ｶﾞ 漢 a A- - △ ・・ 日米 及び 会談 訪問 「 」"
    ' を 。 " \\ [ [$-4 # #, 0 ; _ 万 億 千 円 施策 目標'
)
UNITS = (" ", "\t", "\t ", "\n", "\n ", "\r", "\u3000", "\x1b$B", *WORDS.split())
ANCHORED = frozenset({"match", "fullmatch"})
METHODS = ANCHORED | {"search", "finditer", "findall", "sub", "subn", "split"}
Pattern = re.Pattern[Any]


def _modules() -> Iterator[ModuleType]:
    for package in (renkei.core, renkei.readers):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            yield importlib.import_module(module.name)


def _patterns_in(value: object, name: str) -> Iterator[tuple[str, Pattern]]:
    """The patterns of a value, also in tables of patterns."""
    if isinstance(value, re.Pattern):
        yield name, value
    elif isinstance(value, (tuple, list)):
        for index, item in enumerate(value):
            yield from _patterns_in(item, f"{name}[{index}]")
    elif isinstance(value, dict) and not name.endswith("__"):
        for key, item in value.items():
            yield from _patterns_in(item, f"{name}[{key!r}]")


def _uses(module: ModuleType) -> Iterator[tuple[Pattern, str]]:
    """The patterns that a module calls by name, each with the method it calls."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            value = vars(module).get(node.value.id)
            if isinstance(value, re.Pattern) and node.attr in METHODS:
                yield value, node.attr


MODULES = list(_modules())
PATTERNS = {
    pattern: name
    for module in MODULES
    for variable, value in vars(module).items()
    for name, pattern in _patterns_in(value, f"{module.__name__}.{variable}")
}
USES: dict[Pattern, set[str]] = {pattern: set() for pattern in PATTERNS}
for _module in MODULES:
    for _pattern, _method in _uses(_module):
        USES[_pattern].add(_method)


def _try(pattern: Pattern, uses: set[str], text: Any) -> None:
    """Ask as the modules ask; where that cannot be told, for every match of the text."""
    if uses and uses <= ANCHORED:
        for method in uses:
            getattr(pattern, method)(text)
    elif uses == {"search"}:
        pattern.search(text)
    else:
        for _ in pattern.finditer(text):
            pass


def _hostile(pattern: Pattern, unit: str) -> Callable[[int], Any]:
    def text(length: int) -> Any:
        words = unit * (length // len(unit))
        return words if isinstance(pattern.pattern, str) else words.encode()

    return text


def test_the_walk_finds_the_patterns_of_every_part() -> None:
    parts = {name.split(".")[2] for name in PATTERNS.values()}
    assert {"text", "grammar", "extract", "vocabulary", "checks", "values", "encoding"} <= parts
    assert len(PATTERNS) > 400


def test_growth_tells_quadratic_work_from_linear() -> None:
    quadratic = re.compile(r"a+b")
    assert growth(lambda size: _try(quadratic, set(), "a" * size)) > 8
    assert growth(lambda size: _try(re.compile("a"), set(), "a" * size)) < 8


@pytest.mark.parametrize("pattern", PATTERNS, ids=PATTERNS.__getitem__)
def test_pattern_is_linear(pattern: Pattern) -> None:
    with processor_seconds(60.0):
        for unit in UNITS:
            text = _hostile(pattern, unit)
            times = growth(lambda size, text=text: _try(pattern, USES[pattern], text(size)))  # type: ignore[misc]
            assert times < 8, (unit, times)


@pytest.mark.parametrize("step", [strip_markup, strip_html, normalise, join_wrapped])
@pytest.mark.parametrize("unit", [*UNITS, "<!-- -->", "<script>", "<td>", "あ\n", "ｶﾞ\n", "&amp;"])
def test_steps_are_linear(step: Callable[[MappedText], MappedText], unit: str) -> None:
    with processor_seconds(60.0):
        times = growth(lambda size: step(MappedText.of(unit * (size // len(unit)))))
        assert times < 8, times
