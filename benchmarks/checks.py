"""How long all rules take over a document beyond its extraction, and how that grows.

    python -m benchmarks.checks [FILE] [--copies 8]

One core, processor time, medians. The document is read before; what is timed is everything the
rules ask for: passages, counts, comparisons. The slowest rules are named.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.extraction import DOCUMENT, ROUNDS, seconds
from renkei.core.checks import Rule, Subject, all_rules, check
from renkei.core.pipeline import read
from renkei.core.vocabulary import load
from renkei.readers.registry import read_bytes

LIMIT_SECONDS = 2.0
SLOWEST = 5


def subject(path: Path, copies: int) -> Subject:
    """The document, ``copies`` times over, as the rules see it; nothing is made yet."""
    reading = read(read_bytes(path.name, path.read_bytes() * copies), load())
    return Subject(reading.document, reading.records, load(), reading.form)


def took(path: Path, copies: int, rules: Sequence[Rule] | None = None) -> float:
    """Median seconds of all ``rules`` over ``copies`` copies."""
    rounds = ROUNDS if copies == 1 else 1
    fresh = [subject(path, copies) for _ in range(rounds)]
    return statistics.median(seconds(lambda one=one: check(one, rules)) for one in fresh)  # type: ignore[misc]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path, default=DOCUMENT)
    parser.add_argument("--copies", type=int, default=8)
    options = parser.parse_args()
    if not options.file.exists():
        sys.exit(f"{options.file} is not there; name a document to measure with")
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    whole = took(options.file, 1)
    print(f"document        {options.file.name}, {len(all_rules())} rules")
    print(f"all rules       {whole:8.3f} s  (limit {LIMIT_SECONDS} s)")
    each = sorted(((took(options.file, 1, [rule]), rule.id) for rule in all_rules()), reverse=True)
    for slow, name in each[:SLOWEST]:
        print(f"  {slow * 1000:8.1f} ms  {name}")
    copies = 2
    while copies <= options.copies:
        many = took(options.file, copies)
        print(f"{copies:4d} copies  {many:8.3f} s  {many / copies / whole:5.2f} x per copy")
        copies *= 2


if __name__ == "__main__":
    main()
