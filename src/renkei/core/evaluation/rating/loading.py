"""Schemes from their files: those of the house by name, others by path or text."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from renkei.core.errors import UsageError
from renkei.core.errors.message import Message
from renkei.core.evaluation.rating.scheme import (
    Condition,
    Grade,
    IndicatorRule,
    PolicyRule,
    Scheme,
    Step,
)
from renkei.core.evaluation.rating.soundness import faults

_FOLDER = files("renkei.core.evaluation.rating") / "schemes"


@cache
def shipped() -> Mapping[str, Scheme]:
    """The schemes of the house by id, in the order of their names."""
    return {name: parse(_text(name), f"{name}.yml") for name in _names()}


def scheme(name: str) -> Scheme:
    """The scheme of the house called ``name``. Raises UsageError RK731."""
    if name not in shipped():
        raise UsageError("RK731", name=name, allowed=", ".join(shipped()))
    return shipped()[name]


def parse(text: str, name: str) -> Scheme:
    """The scheme written in ``text``. Raises UsageError RK732 telling what is wrong with it."""
    try:
        data = yaml.safe_load(text)
        if not isinstance(data, dict):
            raise ValueError("id, version, title, source, indicator")
        return _scheme(_based(data))
    except (
        AttributeError,
        yaml.YAMLError,
        KeyError,
        TypeError,
        ValueError,
        ZeroDivisionError,
    ) as error:
        detail = " ".join(str(error).split())[:120]
        raise UsageError("RK732", name=name, reason=f"{type(error).__name__}: {detail}") from error


def _names() -> list[str]:
    return sorted(
        path.name.removesuffix(".yml") for path in _FOLDER.iterdir() if path.name.endswith(".yml")
    )


def _text(name: str) -> str:
    return (_FOLDER / f"{name}.yml").read_text(encoding="utf-8")


def _based(data: dict[str, Any]) -> dict[str, Any]:
    """With what it takes from another scheme: its rules under other marks and letters."""
    base = data.pop("based_on", None)
    if base is None:
        return data
    if base not in _names():
        raise ValueError(f"based_on: {base}")
    inherited: dict[str, Any] = yaml.safe_load(_text(base))
    grades = inherited["indicator"]["grades"]
    marks = data.pop("marks", [grade["mark"] for grade in grades])
    new = dict(zip([grade["mark"] for grade in grades], marks, strict=True))
    for grade in grades:
        grade["mark"] = new[grade["mark"]]
    steps = inherited["policy"]["steps"]
    for step, letter in zip(steps, data.pop("letters", [""] * len(steps)), strict=True):
        step["letter"] = letter
        for condition in step.get("when", ()):
            condition["at_least"] = new[condition["at_least"]]
    return {**inherited, **data}


def _scheme(data: dict[str, Any]) -> Scheme:
    made = Scheme(
        id=data["id"],
        version=data["version"],
        title=Message(**data["title"]),
        source=data["source"],
        thresholds_from=data["thresholds_from"],
        indicator=_indicator(data["indicator"]),
        policy=_policy(data["policy"]) if "policy" in data else None,
    )
    found = next(faults(made), None)
    if found is not None:
        raise ValueError(found)
    return made


def _indicator(data: dict[str, Any]) -> IndicatorRule:
    return IndicatorRule(
        method=_one_of(data["method"], "rate", "line"),
        period=_one_of(data["period"], "total", "last"),
        grades=tuple(_grade(grade) for grade in data["grades"]),
        unchanged=Fraction(data.get("unchanged", "0")),
    )


def _grade(data: dict[str, Any]) -> Grade:
    return Grade(
        mark=_mark(data["mark"]),
        at_least=_fraction(data.get("at_least")),
        above=_fraction(data.get("above")),
        within_places=data.get("within_places"),
        better_than_baseline=data.get("better_than_baseline", False),
        named=data.get("is", ""),
    )


def _mark(word: Any) -> str:
    if not isinstance(word, str) or not word:
        raise ValueError(f"mark: {word} is no text; put it in quotation marks")
    return word


def _policy(data: dict[str, Any]) -> PolicyRule:
    return PolicyRule(
        method=_one_of(data["method"], "steps", "points"),
        steps=tuple(_step(step) for step in data["steps"]),
        points=data.get("points", {}),
    )


def _step(data: dict[str, Any]) -> Step:
    return Step(
        value=data["value"],
        label=Message(**data["label"]),
        letter=data.get("letter", ""),
        when=tuple(
            Condition(
                of=_one_of(each["of"], "all", "primary"),
                at_least=each["at_least"],
                share=Fraction(each["share"]),
            )
            for each in data.get("when", ())
        ),
    )


def _fraction(text: str | None) -> Fraction | None:
    return None if text is None else Fraction(text)


def _one_of(word: Any, *allowed: str) -> Any:
    if word not in allowed:
        raise ValueError(f"{word}: {' / '.join(allowed)}")
    return word
