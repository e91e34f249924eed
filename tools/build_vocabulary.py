"""Build the packaged tables and the glossary page from ``vocabulary/*.yml``.

``python tools/build_vocabulary.py`` writes them; ``--check`` only says whether they are current
and exits with 1 if they are not.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import yaml

from renkei.core.text.normalise import fold

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "vocabulary"
TABLES = ROOT / "src" / "renkei" / "core" / "vocabulary" / "tables.json"
GLOSSARY = ROOT / "docs" / "glossary.md"
_RULE_DEFAULTS = ("source",)


class VocabularyError(ValueError):
    """The YAML contradicts itself; the message names file, entry and fault."""


def read(name: str) -> dict[str, Any]:
    """One file of ``vocabulary/``."""
    data = yaml.safe_load((SOURCES / f"{name}.yml").read_text(encoding="utf-8"))
    if not isinstance(data, dict):
        raise VocabularyError(f"{name}.yml: a mapping is expected at the top")
    return data


def build() -> dict[str, Any]:
    """The tables as ``renkei.core.vocabulary.from_tables`` reads them; names are folded."""
    guards: dict[str, Any] = {}
    office_guards: dict[str, Any] = {}
    partners = _partners(guards)
    offices = read("offices")
    wording = read("wording")
    units = read("units")
    matching = read("matching")
    return {
        "partners": partners,
        "guards": guards,
        "rules": _folded({k: v for k, v in matching.items() if k not in _RULE_DEFAULTS}),
        "frameworks": [_folded(row) for row in read("frameworks")["frameworks"]],
        "offices": [
            *(_office(row, "ours", "level", office_guards) for row in offices["ours"]),
            *(_office(row, "title", "level", office_guards) for row in offices["level_words"]),
            *(
                _office(row, "counterpart", "rank", office_guards)
                for row in offices["counterparts"]
            ),
        ],
        "office_guards": office_guards,
        "organisations": [_folded(row) for row in read("organisations")["organisations"]],
        "wording": [
            {"field": field, **_folded(row)}
            for field, rows in wording.items()
            if field != "sources"
            for row in rows
        ],
        "eras": read("eras")["eras"],
        "units": [_folded(row) for row in units["units"]],
        "multipliers": {row["ja"]: row["factor"] for row in units["multipliers"]},
        "terms": _terms(),
    }


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return fold(value)
    if not isinstance(value, list | dict):
        raise VocabularyError(f"{value!r} is read as {type(value).__name__}; quote it")
    if isinstance(value, list):
        folded = [_folded(each) for each in value]
        return list(dict.fromkeys(folded)) if all(isinstance(e, str) for e in folded) else folded
    return {_folded(key): _folded(each) for key, each in value.items()}


def _office(row: dict[str, Any], side: str, key: str, guards: dict[str, Any]) -> dict[str, Any]:
    """One office; its guards are moved to ``guards``."""
    office: dict[str, Any] = _folded({"side": side, "code": row[key], "en": "", **row})
    _take_guards(office, guards)
    for dropped in (key, "ja"):
        office.pop(dropped, None)
    return office


def _take_guards(row: dict[str, Any], guards: dict[str, Any]) -> None:
    for name, guard in row.pop("guards", {}).items():
        if name not in row["names"]:
            raise VocabularyError(f"guard for {name}, which is no name of {row['code']}")
        guards[name] = {
            "before": guard.get("not_preceded_by", []),
            "behind": guard.get("not_followed_by", []),
        }


def _partners(guards: dict[str, Any]) -> list[dict[str, Any]]:
    """All partners; their guards are moved to ``guards``."""
    partners = read("partners")
    kinds = {
        "country": read("countries")["countries"],
        "organisation": partners["organisations"],
        "region": partners["regions"],
    }
    rows: list[dict[str, Any]] = []
    for kind, entries in kinds.items():
        for entry in entries:
            row = _folded({"kind": kind, **entry})
            _take_guards(row, guards)
            rows.append(row)
    _refuse_shared_names(rows)
    return rows


def _refuse_shared_names(rows: list[dict[str, Any]]) -> None:
    owners: dict[str, str] = {}
    for row in rows:
        former = [each["name"] for each in row.get("former", [])]
        for name in [*row["names"], *row.get("compound", []), *former]:
            if owners.setdefault(name, row["code"]) != row["code"]:
                raise VocabularyError(f"{name} names both {owners[name]} and {row['code']}")


def _terms() -> list[dict[str, str]]:
    return [
        {
            "group": group,
            "code": str(row["code"]),
            "ja": row["ja"],
            "en": row["en"],
            "definition_ja": row["def_ja"],
            "definition_en": row["def_en"],
        }
        for group, section in read("glossary")["groups"].items()
        for row in section["terms"]
    ]


def glossary_page() -> str:
    """``docs/glossary.md``: one table per group, in the order of the YAML."""
    lines = [
        "# Glossary / 用語集",
        "",
        "<!-- Generated by tools/build_vocabulary.py from vocabulary/glossary.yml. -->",
        "",
    ]
    for group, section in read("glossary")["groups"].items():
        lines += [f"## {section['en']} / {section['ja']}", "", f"`{group}`", ""]
        lines += ["| Code | 日本語 | English | 意味 | Meaning |", "| --- | --- | --- | --- | --- |"]
        lines += [
            f"| `{row['code']}` | {row['ja']} | {row['en']} | {row['def_ja']} | {row['def_en']} |"
            for row in section["terms"]
        ]
        lines.append("")
    return "\n".join(lines)


def outputs() -> dict[Path, str]:
    """Every generated file with what it should hold."""
    tables = json.dumps(build(), ensure_ascii=False, indent=0, sort_keys=True)
    return {TABLES: tables + "\n", GLOSSARY: glossary_page()}


def stale() -> list[Path]:
    """Generated files that are missing or differ from the YAML."""
    return [
        path
        for path, content in outputs().items()
        if not path.exists() or path.read_text(encoding="utf-8") != content
    ]


def main(arguments: list[str]) -> int:
    """Write the generated files, or with ``--check`` only report the stale ones."""
    if arguments == ["--check"]:
        behind = stale()
        for path in behind:
            print(f"stale: {path.relative_to(ROOT)}; run python tools/build_vocabulary.py")
        return 1 if behind else 0
    for path, content in outputs().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
