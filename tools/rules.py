"""Write docs/rules from the rules themselves: an index, and a page each with its examples.

``python -m tools.rules`` writes them; ``--check`` only says which are stale and exits with 1.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

from renkei.core.checks import Rule, all_rules
from renkei.core.checks.registry import rule_module

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "rules"
MADE = "<!-- Written by `python -m tools.rules`; change the rule, not this page. -->"
ABOUT = """\
What `renkei check` looks for. A rule fails, passes, or is not applied with the reason. Errors are
wrong on their face, warnings very likely, notes a matter of style."""
KINDS = (("bad", "Fails on"), ("good", "Passes"), ("not_relevant", "Does not apply to"))


def pages() -> dict[str, str]:
    """Every page by its file name."""
    rules = all_rules()
    return {"README.md": _index(rules)} | {f"{rule.id}.md": _page(rule) for rule in rules}


def _index(rules: tuple[Rule, ...]) -> str:
    rows = [
        f"| [{rule.id}]({rule.id}.md) | {rule.severity} | {rule.title.ja} | {rule.title.en} |"
        for rule in rules
    ]
    head = ["| Rule | Severity | 題名 | Title |", "| --- | --- | --- | --- |"]
    return "\n".join(["# Rules", "", MADE, "", ABOUT, "", *head, *rows]) + "\n"


def _page(rule: Rule) -> str:
    doc = inspect.cleandoc(import_module(rule_module(rule)).__doc__ or "")
    parts = [
        f"# {rule.id}",
        "",
        MADE,
        "",
        f"**{rule.title.ja}** · {rule.title.en} · {rule.severity} · version {rule.version}",
        "",
        rule.explanation.ja,
        "",
        rule.explanation.en,
        "",
        "## Conditions",
        "",
        doc,
        "",
        *_examples(rule),
    ]
    return "\n".join(parts).rstrip() + "\n"


def _examples(rule: Rule) -> Iterator[str]:
    for kind, heading in KINDS:
        yield f"## {heading}"
        yield ""
        for text in getattr(rule.examples, kind):
            yield from _quoted(text)
    if rule.examples.beside:
        yield "## Compared with"
        yield ""
        yield from _quoted(rule.examples.beside)


def _quoted(text: str) -> tuple[str, ...]:
    return "```text", text.rstrip("\n").replace("\t", "⇥"), "```", ""


def main() -> int:
    """Write or check; the exit code."""
    wanted = pages()
    FOLDER.mkdir(parents=True, exist_ok=True)
    there = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.md")}
    stale = sorted(
        {name for name in wanted if there.get(name) != wanted[name]}
        | (there.keys() - wanted.keys())
    )
    if "--check" in sys.argv[1:]:
        for name in stale:
            print(f"docs/rules/{name} is stale")
        return 1 if stale else 0
    for name in stale:
        if name in wanted:
            (FOLDER / name).write_text(wanted[name], encoding="utf-8")
        else:
            (FOLDER / name).unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main())
