"""What a proposal can begin from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Template:
    """A frequent activity: its name in both languages and the fields it fills in."""

    code: str
    ja: str
    en: str
    values: Mapping[str, Any]


@lru_cache(maxsize=1)
def templates() -> dict[str, Template]:
    """All templates by code, in the order offered."""
    text = files("renkei.core.coordination").joinpath("templates.yml").read_text("utf-8")
    return {entry["code"]: Template(**entry) for entry in yaml.safe_load(text)}
