"""What click says of a wrong call, as one sentence of ours in the language of the user."""

from __future__ import annotations

from collections.abc import Sequence

import click

from renkei.core.errors import UsageError


def usage_error(error: click.ClickException) -> UsageError:
    """The error of ours that says the same as ``error``."""
    path = error.ctx.command_path if isinstance(error, click.UsageError) and error.ctx else "renkei"
    if isinstance(error, click.NoSuchCommand):
        near = _near(error.possibilities)
        return UsageError("RK431", found=error.command_name, near=near, command=path)
    if isinstance(error, click.NoSuchOption):
        near = _near(error.possibilities)
        return UsageError("RK432", found=error.option_name, near=near, command=path)
    if isinstance(error, click.MissingParameter):
        return UsageError("RK433", name=_name(error), command=path)
    if isinstance(error, click.BadParameter):
        return UsageError("RK434", name=_name(error), allowed=_allowed(error), command=path)
    return UsageError("RK435", detail=error.format_message(), command=path)


def _near(possibilities: Sequence[str] | None) -> str:
    return f" ({' / '.join(possibilities)}?)" if possibilities else ""


def _name(error: click.BadParameter) -> str:
    if isinstance(error.param, click.Argument):
        return error.param.human_readable_name
    if error.param is not None:
        return error.param.opts[0]
    return str(error.param_hint or "?")


def _allowed(error: click.BadParameter) -> str:
    kind = error.param.type if error.param is not None else None
    if isinstance(kind, click.Choice):
        return f" ({' / '.join(map(str, kind.choices))})"
    if isinstance(kind, click.IntRange):
        return (
            f" ({kind.min if kind.min is not None else ''}-{'' if kind.max is None else kind.max})"
        )
    return ""
