"""Write docs/commands.md and docs/settings.md from the commands and settings themselves.

``python -m tools.reference`` writes them; ``--check`` only says which are stale and exits with 1.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

os.environ["RENKEI_LANG"] = "en"  # help texts are made when the commands are imported

import click

from renkei.config.console import renkei
from renkei.config.env import SETTINGS

ROOT = Path(__file__).resolve().parents[1]
MADE = "<!-- Written by `python -m tools.reference`; change the source, not this page. -->"
ABOUT_COMMANDS = """\
Every command takes `--help`. Messages are in Japanese unless `--lang en` or `RENKEI_LANG=en` says
otherwise. Exit codes: 0 done, 1 not all done, 64 the call is wrong, 65 the input cannot be read, 75
somebody else changed the same thing first."""
ABOUT_SETTINGS = """\
Settings come from the environment. A wrong value is refused at the start with a sentence that says
what is expected."""


def commands_page() -> str:
    """Every command with its arguments and options, in the order of `renkei --help`."""
    parts = [
        "# Commands",
        "",
        MADE,
        "",
        ABOUT_COMMANDS,
        "",
    ]
    for path, command in _commands(renkei, "renkei"):
        parts += _command(path, command)
    return "\n".join(parts).rstrip() + "\n"


def _commands(group: click.Group, path: str) -> Iterator[tuple[str, click.Command]]:
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        if isinstance(command, click.Group):
            yield from _commands(command, f"{path} {name}")
        else:
            yield f"{path} {name}", command


def _command(path: str, command: click.Command) -> list[str]:
    context = click.Context(command, info_name=path)
    usage = " ".join(command.collect_usage_pieces(context))
    lines = [f"## `{path}`", "", command.get_short_help_str(1000), "", f"    {path} {usage}", ""]
    options = [item for item in command.params if isinstance(item, click.Option)]
    rows = [record for item in options if (record := item.get_help_record(context))]
    if rows:
        lines += ["| Option | Meaning |", "| --- | --- |"]
        lines += [f"| `{_cell(name)}` | {_cell(meaning)} |" for name, meaning in rows]
        lines.append("")
    return lines


def settings_page() -> str:
    """Every setting with its default and meaning."""
    parts = [
        "# Settings",
        "",
        MADE,
        "",
        ABOUT_SETTINGS,
        "",
        "| Name | Default | Meaning |",
        "| --- | --- | --- |",
    ]
    parts += [
        f"| `{item.name}` | {f'`{item.default}`' if item.default else ''} | {_cell(item.meaning)} |"
        for item in SETTINGS
    ]
    return "\n".join(parts) + "\n"


def _cell(text: str) -> str:
    return " ".join(text.replace("|", "\\|").split())


PAGES = {"docs/commands.md": commands_page, "docs/settings.md": settings_page}


def main(arguments: list[str]) -> int:
    """Write the pages, or with ``--check`` name the stale ones."""
    stale = []
    for name, page in PAGES.items():
        path, text = ROOT / name, page()
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            stale.append(name)
            if arguments != ["--check"]:
                path.write_text(text, encoding="utf-8")
    for name in stale:
        print(f"{name}: {'stale' if arguments == ['--check'] else 'written'}")
    return 1 if stale and arguments == ["--check"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
