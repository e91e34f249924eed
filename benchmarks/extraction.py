"""How fast extraction is, beside the tokeniser others would begin with, and how it grows.

    python -m benchmarks.extraction [FILE] [--copies 64]

One core, start-up off: vocabulary and patterns are loaded before, SudachiPy's dictionary too.
Extraction is all of it: bytes to text, text to records, records to JSON Lines. SudachiPy tokenises
the same text line by line in mode C and is asked for surface, part of speech and normalized form.
One pass of an Aho-Corasick automaton with all names of the vocabulary is the limit from below.
Both are timed by processor time in turns, in one process; medians are printed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from itertools import chain
from pathlib import Path

from renkei.cli.output import to_line
from renkei.core.pipeline import Reading, read, read_whole
from renkei.core.records.encode import to_json_all
from renkei.core.text import Document
from renkei.core.vocabulary import Vocabulary, load
from renkei.readers.registry import read_bytes
from tools.shared import shared

DOCUMENT = shared() / "corpus/mofa-evaluation-ii-1-fy2021.txt"
ROUNDS = 5


def extract(
    name: str, data: bytes, reader: Callable[[Document, Vocabulary], Reading] = read
) -> int:
    """Bytes to JSON Lines; the number of records."""
    reading = reader(read_bytes(name, data), load())
    return sum(1 for shape in to_json_all(reading.records) if to_line(shape))


def tokeniser() -> Callable[[str], int]:
    """SudachiPy with its core dictionary, ready; gives the number of morphemes of a text."""
    from sudachipy import Dictionary, SplitMode  # noqa: PLC0415 - only the comparison needs it

    tokens = Dictionary(dict="core").tokenizer(mode=SplitMode.C)

    def run(text: str) -> int:
        count = 0
        for line in text.splitlines():
            for morpheme in tokens.tokenize(line):
                morpheme.surface()
                morpheme.part_of_speech()
                morpheme.normalized_form()
                count += 1
        return count

    return run


def seconds(work: Callable[[], object]) -> float:
    """Processor time of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def compare(path: Path) -> None:
    """Both on the same text, in turns."""
    data = path.read_bytes()
    text = data.decode("utf-8")
    tokenise = tokeniser()
    records = extract(path.name, data)  # the first run compiles what is compiled on first use
    tokenise(text[:1000])
    extract(path.name, data, read_whole)
    ours, whole, theirs = [], [], []
    for _ in range(ROUNDS):
        whole.append(seconds(lambda: extract(path.name, data, read_whole)))
        ours.append(seconds(lambda: extract(path.name, data)))
        theirs.append(seconds(lambda: tokenise(text)))
    mine, other = statistics.median(ours), statistics.median(theirs)
    megabytes = len(data) / 1e6
    print(f"document        {path.name}, {len(data):,} bytes, {len(text):,} characters")
    print(f"extraction      {mine * 1000:8.1f} ms  {megabytes / mine:6.2f} MB/s  {records} records")
    print(f"SudachiPy       {other * 1000:8.1f} ms  {megabytes / other:6.2f} MB/s")
    print(f"times as fast   {other / mine:8.1f}")
    told = statistics.median(whole)
    print(f"with progress   {told * 1000:8.1f} ms  {other / told:.1f} times as fast")
    limit = automaton(text)
    print(
        f"Aho-Corasick    {limit * 1000:8.1f} ms  one pass, {mine / limit:.1f} times as fast as we"
    )


def automaton(text: str) -> float:
    """Processor time of one pass that finds every name of the vocabulary: the limit from below."""
    import ahocorasick  # noqa: PLC0415 - only the comparison needs it

    names = ahocorasick.Automaton()
    words = load()
    named = chain(
        (partner.names for partner in words.partners.values()),
        (framework.names for framework in words.frameworks.values()),
        (organisation.names for organisation in words.organisations.values()),
        (entry.names for entry in (*words.offices, *words.units)),
        (wording.names for wording in words.wording),
    )
    for name in chain.from_iterable(named):
        names.add_word(name, len(names))
    names.make_automaton()
    return statistics.median(seconds(lambda: list(names.iter(text))) for _ in range(ROUNDS))


def grow(path: Path, most: int) -> None:
    """Time per copy of documents of 1, 2, 4 … copies; a constant means linear growth."""
    data = path.read_bytes()
    extract(path.name, data)
    copies, first = 1, 0.0
    while copies <= most:
        many = data * copies
        took = statistics.median(
            seconds(lambda many=many: extract(path.name, many))  # type: ignore[misc]
            for _ in range(3 if copies < 8 else 1)
        )
        first = first or took
        each = took / copies / first
        found = extract(path.name, many)
        print(f"{copies:4d} copies  {took:8.3f} s  {each:5.2f} x per copy  {found} records")
        copies *= 2


def memory(path: Path, copies: int) -> None:
    """Peak of a fresh process that extracts the document, as the operating system counts it."""
    program = (
        "import sys, resource\n"
        "from pathlib import Path\n"
        "from benchmarks.extraction import extract\n"
        "path = Path(sys.argv[1])\n"
        "extract(path.name, path.read_bytes() * int(sys.argv[2]))\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)\n"
    )
    command = [sys.executable, "-c", program, str(path), str(copies)]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    size = path.stat().st_size * copies / 1e6
    print(f"peak memory     {int(done.stdout) / 1024:8.0f} MB  for {size:.1f} MB of text")


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("file", nargs="?", type=Path, default=DOCUMENT)
    parser.add_argument("--copies", type=int, default=64)
    options = parser.parse_args()
    if not options.file.exists():
        sys.exit(f"{options.file} is not there; name a document to measure with")
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    # First: a process begins with the peak of the one it is made from.
    memory(options.file, 1)
    memory(options.file, max(1, round(10e6 / options.file.stat().st_size)))
    compare(options.file)
    grow(options.file, options.copies)


if __name__ == "__main__":
    main()
