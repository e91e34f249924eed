"""One set of fields for an event that several records tell of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_EMPTY: tuple[object, ...] = (None, "", [])
_VAGUE = "phone_or_video"
_REMOTE = ("phone", "video")
_INFERRED = "mode_inferred"


def merged(payloads: Sequence[Mapping[str, Any]], fields: Sequence[str]) -> dict[str, Any]:
    """The fields of one activity: of the record that tells most, completed from the others.

    Where they disagree the first stands until a person decides; ``payloads`` in an order that
    does not depend on when they were read. A date and a mode are as precise as any source is, and
    a printed mode goes before one that was only inferred.
    """
    ranked = sorted(payloads, key=lambda payload: _told(payload, fields), reverse=True)
    result = {
        name: next((p[name] for p in ranked if p.get(name) not in _EMPTY), None) for name in fields
    }
    for name in ("start", "end"):
        printed = result.get(name)
        if printed:
            result[name] = _finest(printed, [p.get(name) for p in ranked])
    if result.get("mode"):
        result["mode"] = _mode(ranked)
    return {name: value for name, value in result.items() if value is not None}


def _told(payload: Mapping[str, Any], fields: Sequence[str]) -> tuple[int, int]:
    return sum(payload.get(name) not in _EMPTY for name in fields), len(payload["title"])


def _mode(ranked: Sequence[Mapping[str, Any]]) -> str:
    told = [payload for payload in ranked if payload.get("mode")]
    printed = [payload for payload in told if _INFERRED not in payload.get("notes", ())]
    modes: list[str] = [payload["mode"] for payload in printed or told]
    if modes[0] != _VAGUE:
        return modes[0]
    return next((mode for mode in modes if mode in _REMOTE), _VAGUE)


def _finest(printed: str, others: Sequence[str | None]) -> str:
    return max((o for o in others if o and o.startswith(printed)), key=len, default=printed)
