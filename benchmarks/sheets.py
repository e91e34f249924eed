"""How long a sheet takes in each format, and how that grows with its fields.

    python -m benchmarks.sheets [FILE]

FILE is read into a new register; without it the MOFA evaluation of ../shared/corpus (eleven fields,
39 indicators), or where that is not there the evaluation of the sample set. First the command as a
person types it, start-up and all; then, in one process, the same sheet with its fields printed
once, twice and four times over (a sheet of fewer than eleven fields is filled up to eleven before).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import fields, is_dataclass, replace
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from benchmarks.extraction import DOCUMENT
from benchmarks.ingest import RENKEI
from tools.shared import ROOT

if TYPE_CHECKING:
    from renkei.apps.publications.sheet import Sheet

SAMPLE = ROOT / "src/renkei/config/sample/documents/mihon-seisaku-hyoka.txt"
FORMATS = ("pdf", "docx", "xlsx", "html")
LIMIT_SECONDS = 5.0
RUNS = 3
FIELDS = 11
TIMES = (1, 2, 4)


def main() -> None:
    """Make the register, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    fallback = DOCUMENT if DOCUMENT.exists() else SAMPLE
    parser.add_argument("file", nargs="?", type=Path, default=fallback)
    path = parser.parse_args().file
    with tempfile.TemporaryDirectory(prefix="renkei-bench-") as home:
        os.environ["RENKEI_HOME"] = home
        os.environ.pop("DATABASE_URL", None)
        _run("ingest", str(path))
        sheet = _sheet()
        indicators = sum(len(field.indicators) for field in sheet.fields)
        print(f"document  {path.name}, {len(sheet.fields)} fields, {indicators} indicators")
        for kind in FORMATS:
            took = statistics.median(_command(kind, home) for _ in range(RUNS))
            mark = "" if took < LIMIT_SECONDS else "  <-- over the limit"
            print(f"{kind:5} command  {took:6.2f} s  (limit {LIMIT_SECONDS} s){mark}")
        _growth(sheet)


def _run(*arguments: str) -> None:
    subprocess.run([RENKEI, *arguments], stdout=subprocess.DEVNULL, check=True)


def _sheet() -> Sheet:
    from renkei.config.database import prepare  # noqa: PLC0415 - after the home is named

    prepare()
    from renkei.apps.accounts.services import command_line_user  # noqa: PLC0415
    from renkei.apps.evaluation.models import Policy  # noqa: PLC0415
    from renkei.apps.publications.selectors import get_sheet  # noqa: PLC0415

    policy = Policy.objects.first()
    if policy is None:
        sys.exit("no policy was read from the file; name an evaluation")
    return get_sheet(command_line_user(), policy.pk)


def _command(kind: str, home: str) -> float:
    """Seconds on the clock of `renkei sheet`."""
    started = time.perf_counter()
    _run("sheet", "1", "--format", kind, "--out", str(Path(home) / f"sheet.{kind}"))
    return time.perf_counter() - started


def _filled(sheet: Sheet, turn: int, times: int) -> Sheet:
    """The sheet with its fields ``times`` over, the words of every copy others than before.

    typst keeps what it has set once, so equal words would be measured only the first time.
    """
    wanted = max(FIELDS, len(sheet.fields)) * times
    fields = islice(cycle(sheet.fields), wanted)
    return replace(
        sheet, fields=tuple(_turned(field, turn * wanted + n) for n, field in enumerate(fields))
    )


def _turned(value: Any, by: int) -> Any:
    """``value`` with each of its texts begun ``by`` characters later."""
    match value:
        case str() if value and type(value) is str:  # not the code of a kind
            by %= len(value)
            return value[by:] + value[:by]
        case tuple():
            return tuple(_turned(part, by) for part in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return replace(
                value, **{f.name: _turned(getattr(value, f.name), by) for f in fields(value)}
            )
        case _:
            return value


def _growth(sheet: Sheet) -> None:
    from renkei.apps.publications.builders import BUILDERS  # noqa: PLC0415 - after prepare()

    for kind in FORMATS:
        BUILDERS[kind](
            replace(sheet, fields=()), None
        )  # fonts and libraries are loaded on first use
        whole = 0.0
        for times in TIMES:
            took = statistics.median(
                _built(kind, sheet, turn, times) for turn in range(1, RUNS + 1)
            )
            whole = whole or took
            size = max(FIELDS, len(sheet.fields)) * times
            print(
                f"{kind:5} {size:3d} fields  {took:6.2f} s  {took / times / whole:5.2f} x per field"
            )


def _built(kind: str, sheet: Sheet, turn: int, times: int) -> float:
    """Seconds on the clock: typst works on every core."""
    from renkei.apps.publications.builders import BUILDERS  # noqa: PLC0415 - after prepare()

    larger = _filled(sheet, turn * 7 + times, times)
    started = time.perf_counter()
    BUILDERS[kind](larger, None)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
