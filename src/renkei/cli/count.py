"""`renkei count`: how many activities of the files a question means, and which."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import click

from renkei.cli.extract import STANDARD, open_document
from renkei.cli.language import chosen_language, language_option, say, words
from renkei.cli.output import complain, write_lines
from renkei.core.errors import InputError, UsageError
from renkei.core.errors.messages import Language

if TYPE_CHECKING:
    from renkei.core.evaluation.counting import Count, Event, NotCounted, Subject

_SHOWN_NEAR = 20


@click.command(help=words("count"))
@click.argument("question", metavar="QUESTION")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "jsonl"]),
    default="text",
    show_default=True,
    help=words("check.format"),
)
@click.option(
    "--published", type=click.IntRange(1868, 2200), metavar="YEAR", help=words("option.published")
)
@language_option
@click.pass_context
def count(
    context: click.Context,
    question: str,
    files: tuple[str, ...],
    form: str,
    published: int | None,
    lang: str | None,
) -> None:
    """Exit code: 0, or 65 when a file cannot be read (the others are counted)."""
    from renkei.core.evaluation.counting import Question  # noqa: PLC0415
    from renkei.core.evaluation.counting import count as answer  # noqa: PLC0415

    language = chosen_language(lang)
    if files.count(STANDARD) > 1:
        raise UsageError("RK423")
    asked = Question.parse(question)
    failure = 0
    subjects: list[Subject] = []
    for file in files:
        try:
            subjects += _subjects(file, published)
        except InputError as error:
            complain(error, language)
            failure = failure or error.exit_code
    told = answer(asked, subjects)
    if form == "jsonl":
        write_lines(sys.stdout.buffer, _shapes(told))
    else:
        records = {subject.key: subject.payload for subject in subjects}
        for line in _lines(told, records, language):
            click.echo(line)
    context.exit(failure)


def _subjects(file: str, published: int | None) -> Iterator[Subject]:
    from renkei.core.evaluation.counting import Subject  # noqa: PLC0415
    from renkei.core.pipeline import read_whole  # noqa: PLC0415
    from renkei.core.records.encode import record_ids, to_json  # noqa: PLC0415

    document = open_document(file, published)
    records = read_whole(document).records
    for key, record in zip(record_ids(records), records, strict=True):
        if record.type == "activity":
            payload = to_json(record, key)
            yield Subject(key=key, document=document.ref.sha256, payload=payload)


def _shapes(told: Count) -> Iterator[dict[str, Any]]:
    """The number, then each event with what became of it."""
    yield {
        "type": "count",
        "question": str(told.question),
        "number": told.number,
        "at_least": told.at_least,
        "at_most": told.at_most,
        "notes": list(told.notes),
        "maybe_same": [[list(event.keys) for event in pair] for pair in told.maybe_same],
    }
    for event in told.counted:
        yield _shape(event, "counted")
    for outcome, group in (("doubtful", told.doubtful), ("left_out", told.left_out)):
        for each in group:
            yield _shape(each.event, outcome) | {
                "failed": list(each.failed),
                "open": list(each.open),
            }


def _shape(event: Event, outcome: str) -> dict[str, Any]:
    own = {name: value for name, value in event.payload.items() if name not in ("type", "id")}
    return {"type": "event", "outcome": outcome, "records": list(event.keys), **own}


def _lines(
    told: Count, records: Mapping[str, Mapping[str, Any]], language: Language
) -> Iterator[str]:
    number = say("count.number", language, number=told.number)
    if told.at_least != told.at_most:
        number += say("count.range", language, low=told.at_least, high=told.at_most)
    yield str(told.question)
    yield click.style(number, bold=True)
    for note in told.notes:
        yield say(f"count.{note}", language)
    yield from (_event(event, records) for event in told.counted)
    yield from _group("count.doubtful", told.doubtful, records, language)
    yield from _group("count.near", told.near, records, language)
    if told.maybe_same:
        yield say("count.maybe_same", language, count=len(told.maybe_same))
        for one, other in told.maybe_same:
            yield _event(one, records)
            yield "  =" + _event(other, records)[3:]
    others = len(told.left_out) - len(told.near)
    if others:
        yield say("count.others", language, count=others)


def _group(
    key: str,
    group: Sequence[NotCounted],
    records: Mapping[str, Mapping[str, Any]],
    language: Language,
) -> Iterator[str]:
    if group:
        yield say(key, language, count=len(group))
    for each in group[:_SHOWN_NEAR]:
        yield f"{_event(each.event, records)} [{', '.join(each.failed + each.open)}]"
    if len(group) > _SHOWN_NEAR:
        yield "   " + say("count.more", language, count=len(group) - _SHOWN_NEAR)


def _event(event: Event, records: Mapping[str, Mapping[str, Any]]) -> str:
    payload = event.payload
    places = ", ".join(
        f"{records[key]['evidence']['document']['name']}:{records[key]['evidence']['line']}"
        for key in event.keys
    )
    return f"   {payload.get('start') or '—':<10}  {payload['title']}  ({places})"
