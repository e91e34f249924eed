"""Paths and templates of a layout, followed through a sheet, and checked before they are used."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, get_args, get_type_hints

from renkei.apps.publications.layout import views
from renkei.apps.publications.sheet import Sheet

Scope = Mapping[str, Any]
_PATH = re.compile(r"\{([^{}]*)\}")


def at(scope: Scope, path: str) -> Any:
    """The value a path names; None for an empty path."""
    name, _, rest = path.partition(".")
    value = scope.get(name)
    for step in rest.split(".") if rest else ():
        value = _step(value, step)
    return value


def _step(value: Any, step: str) -> Any:
    view = views.VIEWS.get((type(value), step))
    if view is not None:
        return view(value)
    return None if value is None else getattr(value, step)


def filled(scope: Scope, template: str) -> str:
    """The template with its paths replaced, without blanks at its end."""
    return _PATH.sub(lambda found: _words(at(scope, found[1])), template).rstrip()


def _words(value: Any) -> str:
    if isinstance(value, tuple):
        return "\n".join(map(str, value))
    return "" if value is None else str(value)


def paths(template: str) -> Iterator[str]:
    """The paths in a template."""
    return (found[1] for found in _PATH.finditer(template))


def type_of(kinds: Mapping[str, Any], path: str) -> Any:
    """The type of what a path names, where names have the types ``kinds``.

    Raises ValueError for a name or a step that is not there.
    """
    name, _, rest = path.partition(".")
    if name not in kinds:
        raise ValueError(f"{path}: {name} ({', '.join(kinds)})")
    kind = kinds[name]
    for step in rest.split(".") if rest else ():
        kind = _step_type(kind, step, path)
    return kind


def _step_type(kind: Any, step: str, path: str) -> Any:
    whole = next((part for part in (*get_args(kind), kind) if isinstance(part, type)), kind)
    view: Callable[[Any], Any] | None = views.VIEWS.get((whole, step))
    if view is not None:
        return get_type_hints(view)["return"]
    hints = get_type_hints(whole)
    if step not in hints:
        raise ValueError(f"{path}: {step} ({whole.__name__})")
    return hints[step]


def item_type(kind: Any) -> Any:
    """The type of the items of a tuple type. Raises ValueError for any other."""
    items = get_args(kind)
    if not items:
        raise ValueError(f"{kind}: no list")
    return items[0]


ROOT: Mapping[str, Any] = {"sheet": Sheet}
