"""Places the text refers to: 資料12（…の実績）, 図表Ⅱ-1-2（…）, 本節3項（…）p.120."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from renkei.core.grammar.outline import Chapter, named_partners, partners_of
from renkei.core.records import Record, Reference
from renkei.core.text.blocks import close_up
from renkei.core.text.prepared import Prepared
from renkei.core.vocabulary import Vocabulary

_ROMAN = "ⅠⅡⅢⅣⅤIV"
_LABEL = (
    rf"(?:資料[ ]?\d{{1,3}}|(?:図[ ]?表|図|表|別表)[ ]?[{_ROMAN}\d][{_ROMAN}\d-]{{0,11}}"
    rf"|本[章節](?:\d{{1,2}}[節項]){{1,2}}|[{_ROMAN}]+部(?:\d{{1,2}}[章節項]){{1,3}})"
)
_INNER = r"[^()]{0,120}"
_TITLE = rf"\((?P<title>{_INNER}(?:\({_INNER}(?:\({_INNER}\){_INNER})?\){_INNER}){{0,3}})\)"
_REFERENCE = re.compile(
    rf"^[ \t]*(?P<label>{_LABEL}){_TITLE}(?:[ \t]*\n?[ \t]*p\.[ ]?(?P<page>\d{{1,4}}))?",
    re.MULTILINE,
)
_INLINE = re.compile(rf"\((?P<label>{_LABEL})(?:を)?参照\)")
_LONGEST = 6  # lines


def read_references(
    source: Prepared, headings: Sequence[tuple[Chapter, ...]], vocabulary: Vocabulary
) -> Iterator[Record]:
    """Every reference with the chapter it stands in; ``headings`` are paths in order."""
    starts = [path[-1].at for path in headings]
    for pattern in (_REFERENCE, _INLINE):
        for found in pattern.finditer(source.text):
            if found[0].count("\n") > _LONGEST:
                continue
            at = bisect_right(starts, source.plain.origin(found.start("label"))) - 1
            yield _record(source, found, headings[at] if at >= 0 else (), vocabulary)


def _record(
    source: Prepared,
    found: re.Match[str],
    path: tuple[Chapter, ...],
    vocabulary: Vocabulary,
) -> Reference:
    named = found.groupdict()
    title = _joined(named["title"]) if named.get("title") else None
    partners = named_partners(title, vocabulary) if title else ()
    notes: tuple[str, ...] = ()
    if not partners and (partners := partners_of(path)):
        notes = ("partner_from_heading",)
    return Reference(
        evidence=source.evidence(found.start("label"), found.end()),
        rule="report.reference",
        notes=notes,
        label=_joined(found["label"]).replace(" ", ""),
        title=title,
        page=named.get("page"),
        partners=partners,
        listed_under=path[-1].name if path else None,
    )


def _joined(words: str) -> str:
    """One line without the blanks of justification."""
    lines = [line.strip() for line in words.split("\n")]
    return close_up("".join(lines)).strip()
