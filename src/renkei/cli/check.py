"""`renkei check`: the errors of documents, found before they are printed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from renkei.cli.extract import STANDARD, open_document
from renkei.cli.findings import FORMATS
from renkei.cli.language import chosen_language, language_option, words
from renkei.cli.output import complain
from renkei.core.errors import InputError, UsageError
from renkei.core.errors.messages import Language

if TYPE_CHECKING:
    from renkei.core.checks import Finding, Rule, Style, Subject

RegisterSubject = Callable[["Style", Language], "Subject"]
SEVERITIES = ("error", "warning", "info")
EXIT_WARNINGS = 1
EXIT_ERRORS = 2


@click.command(help=words("check"))
@click.argument("files", nargs=-1, metavar="[FILE...]")
@click.option("--register", is_flag=True, help=words("check.register"))
@click.option(
    "--format",
    "form",
    type=click.Choice(list(FORMATS)),
    default="text",
    show_default=True,
    help=words("check.format"),
)
@click.option("--rules", metavar="ID,...", help=words("check.rules"))
@click.option(
    "--severity",
    type=click.Choice(SEVERITIES),
    default="info",
    show_default=True,
    help=words("check.severity"),
)
@click.option("--style", metavar="FILE", help=words("check.style"))
@click.option(
    "--published", type=click.IntRange(1868, 2200), metavar="YEAR", help=words("option.published")
)
@language_option
@click.pass_context
def check(
    context: click.Context,
    files: tuple[str, ...],
    register: bool,
    form: str,
    rules: str | None,
    severity: str,
    style: str | None,
    published: int | None,
    lang: str | None,
) -> None:
    """Exit code: 2 with an error, 1 with a warning, 0 with neither; 65 when a file cannot be read."""
    language = chosen_language(lang)
    if files.count(STANDARD) > 1:
        raise UsageError("RK423")
    if not files and not register:
        raise UsageError("RK444")
    chosen = _chosen(rules)
    house = _style(style)
    failure = 0
    subjects = [_of_register(context, house, language)] if register else []
    for name in files:
        try:
            subjects.append(_subject(name, published, house))
        except InputError as error:
            complain(error, language)
            failure = failure or error.exit_code
    reports = [(subject, _shown(found, severity)) for subject, found in _check(subjects, chosen)]
    FORMATS[form](reports, language)
    context.exit(failure or _exit_code([finding for _, found in reports for finding in found]))


def _of_register(context: click.Context, style: Style, language: Language) -> Subject:
    """The register as the program that holds it gives it; this module knows no database."""
    if context.obj is None:
        raise UsageError("RK445")
    make: RegisterSubject = context.obj
    return make(style, language)


def _subject(name: str, published: int | None, style: Style) -> Subject:
    # Loaded here so that a bad file gets its sentence at once and --help starts fast.
    from renkei.core.checks import Subject  # noqa: PLC0415
    from renkei.core.pipeline import read  # noqa: PLC0415
    from renkei.core.vocabulary import load  # noqa: PLC0415

    vocabulary = load()
    reading = read(open_document(name, published), vocabulary)
    return Subject(reading.document, reading.records, vocabulary, reading.form, style=style)


def _check(
    subjects: Sequence[Subject], rules: Sequence[Rule]
) -> list[tuple[Subject, tuple[Finding, ...]]]:
    """Each subject is looked at beside the others of the same call."""
    from renkei.core.checks import check  # noqa: PLC0415

    for subject in subjects:
        subject.others = tuple(other for other in subjects if other is not subject)
    return [(subject, check(subject, rules)) for subject in subjects]


def _chosen(rules: str | None) -> tuple[Rule, ...]:
    """The rules of the ids or families in ``rules``; all of them for None. Raises UsageError."""
    from renkei.core.checks import all_rules  # noqa: PLC0415

    every = all_rules()
    if rules is None:
        return every
    wanted = [part.strip() for part in rules.split(",") if part.strip()]
    for part in wanted:
        if not any(part in (rule.id, rule.family) for rule in every):
            raise UsageError(
                "RK442", name=part, allowed=", ".join(sorted({r.family for r in every}))
            )
    return tuple(rule for rule in every if rule.id in wanted or rule.family in wanted)


def _style(path: str | None) -> Style:
    from renkei.core.checks import HOUSE, all_rules, style_of  # noqa: PLC0415

    if path is None:
        return HOUSE
    import yaml  # noqa: PLC0415

    try:
        data = yaml.safe_load(Path(path).read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        reason = getattr(error, "strerror", None) or "YAML"
        raise UsageError("RK443", name=path, reason=reason) from error
    known = frozenset(name for rule in all_rules() for name in (rule.id, rule.family))
    return style_of(data, path, known)


def _shown(found: Sequence[Finding], severity: str) -> tuple[Finding, ...]:
    """All but failures lighter than ``severity``."""
    least = SEVERITIES.index(severity)
    return tuple(
        finding
        for finding in found
        if finding.outcome != "fail" or SEVERITIES.index(finding.severity) <= least
    )


def _exit_code(found: Sequence[Finding]) -> int:
    graves = {f.severity for f in found if f.outcome in ("fail", "crashed")}
    if "error" in graves:
        return EXIT_ERRORS
    return EXIT_WARNINGS if "warning" in graves else 0
