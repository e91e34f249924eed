"""What the corpus gives, beside what it gave: `python -m tools.corpus [--accept] [DOCUMENT...]`.

Prints every record and leftover gained (+), lost (-) and changed (~) against the frozen report in
`tests/golden/corpus`, with the words they were read from. The frozen report holds none of these
words: it keeps offsets, codes, numbers and hashes, and the words are looked up in ../shared. A loss
is a record that is gone, a value that is gone or another, or a new leftover; the exit code is 1 while
there is one. `--accept` freezes what the present tree gives.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from renkei.core.pipeline import read_whole
from renkei.core.records.encode import leftover_json, to_json_all
from renkei.core.text import Document
from renkei.readers.registry import read_file
from tools.shared import ROOT, shared

FROZEN = ROOT / "tests" / "golden" / "corpus"
# Codes, dates, numbers and years are kept as they are; everything else is words.
_CODE = re.compile(r"[A-Za-z0-9_.:+-]{1,40}")
_SHOWN = 60
_NOT_COMPARED = {"type", "id", "rule", "evidence"}


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """A record or leftover without its words; fields are ``name=value``, sorted by name."""

    start: int
    end: int
    type: str
    fields: tuple[str, ...]

    @classmethod
    def of(cls, shape: dict[str, Any]) -> Item:
        """From the JSON of a record or leftover."""
        at = shape["evidence"]
        told = {name: _code(value) for name, value in shape.items() if name not in _NOT_COMPARED}
        fields = tuple(f"{name}={value}" for name, value in sorted(told.items()) if value)
        return cls(at["start"], at["end"], shape["type"], fields)

    @classmethod
    def parse(cls, line: str) -> Item:
        """From a line of the frozen report."""
        start, end, kind, *fields = line.split("\t")
        return cls(int(start), int(end), kind, tuple(fields))

    def __str__(self) -> str:
        return "\t".join((str(self.start), str(self.end), self.type, *self.fields))


@dataclass(frozen=True, slots=True)
class Difference:
    """An item as it was and as it is; None where there is none."""

    old: Item | None
    new: Item | None

    @property
    def place(self) -> Item:
        """Where it is told: at the item as it is, or as it was."""
        item = self.new or self.old
        assert item is not None, "a difference is between two items or of one"
        return item

    @property
    def is_loss(self) -> bool:
        """Whether something is gone, or more is left over."""
        if self.old is None:
            return self.new is not None and self.new.type == "leftover"
        if self.new is None:
            return self.old.type != "leftover"
        moved = (self.old.start, self.old.end) != (self.new.start, self.new.end)
        return moved or not set(self.old.fields) <= set(self.new.fields)


def items_of(document: Document) -> list[Item]:
    """What ``document`` gives now, sorted."""
    reading = read_whole(document)
    shapes = [*to_json_all(reading.records), *map(leftover_json, reading.leftovers)]
    return sorted(map(Item.of, shapes))


def frozen_items(name: str, folder: Path = FROZEN) -> list[Item]:
    """What document ``name`` gave when it was frozen; nothing when it never was."""
    path = _frozen_path(name, folder)
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    return sorted(map(Item.parse, lines))


def freeze(name: str, items: Iterable[Item], folder: Path = FROZEN) -> None:
    """Write the frozen report of one document: sorted lines, so that branches merge."""
    folder.mkdir(parents=True, exist_ok=True)
    _frozen_path(name, folder).write_text("".join(f"{item}\n" for item in sorted(items)), "utf-8")


def compare(old: Sequence[Item], new: Sequence[Item]) -> list[Difference]:
    """What differs, item by item, in order; an item whose words overlap is the same, changed."""
    before, after = Counter(old), Counter(new)
    gone, come = list((before - after).elements()), list((after - before).elements())
    differences = []
    for item in gone:
        likest = max(come, key=lambda other: _likeness(item, other), default=None)
        if likest is not None and _likeness(item, likest):
            come.remove(likest)
            differences.append(Difference(item, likest))
        else:
            differences.append(Difference(item, None))
    differences += [Difference(None, item) for item in come]
    return sorted(differences, key=lambda each: each.place)


def report(document: Document, differences: Sequence[Difference]) -> Iterator[str]:
    """One line for each difference, with the printed words."""
    for each in differences:
        item = each.place
        sign = "-" if each.new is None else "+" if each.old is None else "~"
        words = " ".join(document.text[item.start : item.end].split())
        quoted = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
        line = document.line_at(item.start)
        yield f"{sign} {line}: {item.type} 「{quoted}」 {' '.join(_told(each))}"


def _told(each: Difference) -> Iterator[str]:
    """The fields of an item, or of a changed one what is other than it was."""
    if each.old is None or each.new is None:
        yield from each.place.fields
        return
    if (each.old.start, each.old.end) != (each.new.start, each.new.end):
        yield f"[{each.old.start}-{each.old.end} -> {each.new.start}-{each.new.end}]"
    old, new = (dict(field.split("=", 1) for field in item.fields) for item in (each.old, each.new))
    for name in sorted(old.keys() | new.keys()):
        if old.get(name) != new.get(name):
            yield f"{name}={old.get(name, '')} -> {new.get(name, '')}"


def _likeness(one: Item, other: Item) -> tuple[int, ...]:
    """How surely two items are one that changed; empty when they are not."""
    apart = one.end <= other.start or other.end <= one.start
    if one.type != other.type or (apart and (one.start, one.end) != (other.start, other.end)):
        return ()
    shared_fields = len(set(one.fields) & set(other.fields))
    return (one.start == other.start) + (one.end == other.end), shared_fields


def _code(value: Any) -> str:
    """A value without words: codes, dates and numbers as they are, a hash for the rest."""
    if isinstance(value, list):
        return ",".join(map(_code, value))
    if isinstance(value, dict):
        return "/".join(f"{name}:{_code(part)}" for name, part in value.items())
    if isinstance(value, bool):
        return "yes" if value else ""
    text = str(value)
    if _CODE.fullmatch(text):
        return text
    return "#" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]


def _frozen_path(name: str, folder: Path) -> Path:
    return folder / f"{Path(name).stem}.tsv"


def _documents(names: Sequence[str]) -> list[Path]:
    """The documents of the corpus, or those of them whose names contain one of ``names``."""
    paths = sorted((shared() / "corpus").glob("*.txt"))
    return [path for path in paths if not names or any(name in path.name for name in names)]


def main() -> int:
    """0 when nothing is lost or everything is accepted; 1 for a loss."""
    parser = argparse.ArgumentParser(prog="tools.corpus", description=__doc__)
    parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help="part of a file name")
    parser.add_argument("--accept", action="store_true", help="freeze what the tree gives now")
    options = parser.parse_args()
    paths = _documents(options.documents)
    if not paths:
        print(f"no such document in {shared() / 'corpus'}: nothing was compared")
        return 0
    losses = 0
    for path in paths:
        document = read_file(path)
        items = items_of(document)
        differences = compare(frozen_items(path.name), items)
        lost = sum(each.is_loss for each in differences)
        losses += lost
        print(f"{path.name}: {len(items)} items, {len(differences)} differ, {lost} of them losses")
        print("".join(f"  {line}\n" for line in report(document, differences)), end="")
        if options.accept:
            freeze(path.name, items)
    return 1 if losses and not options.accept else 0


if __name__ == "__main__":
    sys.exit(main())
