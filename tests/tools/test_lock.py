"""constraints.txt is what `make lock` would write: complete, and the same as the pins."""

import importlib.metadata
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]


def _constraints() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    pairs = (line.split("==") for line in lines if not line.startswith("#"))
    return {canonicalize_name(name): version for name, version in pairs}


def _pins() -> list[Requirement]:
    groups = [PROJECT["dependencies"], *PROJECT["optional-dependencies"].values()]
    return [Requirement(text) for group in groups for text in group]


def _installed_below(requirement: Requirement, seen: set[str]) -> Iterator[tuple[str, str]]:
    """Every installed package that a requirement brings, with its version."""
    name = canonicalize_name(requirement.name)
    if name in seen:
        return
    seen.add(name)
    try:
        package = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return  # an extra that this environment does not have, such as bench
    yield name, package.version
    extras = requirement.extras or {""}
    for text in package.requires or []:
        below = Requirement(text)
        if not below.marker or any(below.marker.evaluate({"extra": extra}) for extra in extras):
            yield from _installed_below(below, seen)


def test_every_pin_is_exact_and_has_its_constraint() -> None:
    constraints = _constraints()
    for pin in _pins():
        (specifier,) = pin.specifier
        assert specifier.operator == "==", f"{pin}: pin one version"
        assert constraints.get(canonicalize_name(pin.name)) == specifier.version, (
            f"{pin}: make lock"
        )


def test_every_installed_dependency_is_constrained_to_its_version() -> None:
    constraints = _constraints()
    seen: set[str] = set()
    installed = dict(pair for pin in _pins() for pair in _installed_below(pin, seen))
    wrong = {
        name: (version, constraints.get(name))
        for name, version in installed.items()
        if constraints.get(name) != version
    }
    assert wrong == {}


def test_every_dependency_says_what_it_is_for() -> None:
    """Test tools whose name says it all (pytest) may go without."""
    text = (ROOT / "pyproject.toml").read_text()
    silent = [
        line.strip()
        for line in text.splitlines()
        if re.match(r'\s+"[\w.\[\]-]+==', line) and "#" not in line and "pytest" not in line
    ]
    assert silent == []
