"""Weights as data: how degrees of interest, concern and influence make an order (article 4(1)(イ)).

Each file is one set of weights with a version and a source; the code knows none of them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any, Literal, get_args

import yaml

from renkei.core.errors import UsageError
from renkei.core.errors.message import Message

Method = Literal["larger", "mean"]
METHODS: tuple[Method, ...] = get_args(Method)
NEEDS = ("interest", "concern")
INFLUENCES = ("political", "economic", "military", "geopolitical")
FACTORS = (*NEEDS, *INFLUENCES)
HOUSE = "house"
_FOLDER = files("renkei.core.planning") / "weights"


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """``of`` has a weight for every factor; ``misfit`` is the share at either end of an order."""

    id: str
    version: str
    title: Message
    source: str
    method: Method
    of: Mapping[str, Fraction]
    misfit: Fraction

    def changed(self, method: str, of: Mapping[str, Fraction]) -> Weights:
        """The same with other weights, for a what-if. Raises UsageError RK881."""
        made = replace(self, method=_method(method), of={**self.of, **of})
        return _sound(made, self.id)


@cache
def shipped() -> Mapping[str, Weights]:
    """The sets of the house by id, the usual one first."""
    names = sorted(
        path.name.removesuffix(".yml") for path in _FOLDER.iterdir() if path.name.endswith(".yml")
    )
    order = sorted(names, key=lambda name: name != HOUSE)
    texts = {name: (_FOLDER / f"{name}.yml").read_text(encoding="utf-8") for name in order}
    return {name: parse(text, f"{name}.yml") for name, text in texts.items()}


def parse(text: str, name: str) -> Weights:
    """The weights written in ``text``. Raises UsageError RK881 telling what is wrong with them."""
    try:
        data: dict[str, Any] = yaml.safe_load(text)
        weights = {**data["need"]["weights"], **data["influence"]}
        made = Weights(
            id=data["id"],
            version=data["version"],
            title=Message(**data["title"]),
            source=data["source"],
            method=_method(data["need"]["method"]),
            of={factor: Fraction(weight) for factor, weight in weights.items()},
            misfit=Fraction(data["misfit"]),
        )
    except (
        AttributeError,
        KeyError,
        TypeError,
        ValueError,
        yaml.YAMLError,
        ZeroDivisionError,
    ) as error:
        detail = " ".join(str(error).split())[:120]
        raise UsageError("RK881", name=name, reason=f"{type(error).__name__}: {detail}") from error
    return _sound(made, name)


def _method(word: str) -> Method:
    for method in METHODS:
        if method == word:
            return method
    raise UsageError("RK881", name=word, reason=" / ".join(METHODS))


def _sound(weights: Weights, name: str) -> Weights:
    """Raises UsageError RK881 for weights by which no order can be made."""
    for reason in _faults(weights):
        raise UsageError("RK881", name=name, reason=reason)
    return weights


def _faults(weights: Weights) -> list[str]:
    found = []
    if set(weights.of) != set(FACTORS):
        found.append(f"weights: {', '.join(sorted(set(weights.of) ^ set(FACTORS)))}")
    found += [f"{name}: {weight}" for name, weight in weights.of.items() if weight < 0]
    for group in (NEEDS, INFLUENCES):
        if not any(weights.of.get(name) for name in group):
            found.append(f"{' + '.join(group)} = 0")
    if not 0 < weights.misfit <= Fraction(1, 2):
        found.append(f"misfit: {weights.misfit}")
    return found
