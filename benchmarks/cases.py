"""Cases: pages of a list of 100,000, and the warnings of a new proposal against 250,000 activities.

    python -m benchmarks.cases [--rows 100000] [--activities 250000] [--keep DIR]

Prints median and 95th percentile in milliseconds per filter and over all, and the same for the
warnings. Aims: 150 ms for a page, 200 ms for the warnings, both at the 95th percentile.
"""

from __future__ import annotations

import argparse
import os
import random
import statistics
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.list_page import WORDS, _fill

ROWS, ACTIVITIES, ROUNDS = 100_000, 250_000, 5
PAGE_MS, WARNINGS_MS = 150, 200
UNITS = [f"第{number}見本隊" for number in range(1, 200)]
PRINCIPALS = [f"見本部長{number}" for number in range(1, 60)]


def main() -> None:
    """Make both tables, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--activities", type=int, default=ACTIVITIES)
    parser.add_argument("--keep", type=Path, help="keep the register here and use it again")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="renkei-bench-") as passing:
        os.environ["RENKEI_HOME"] = str(chosen.keep or passing)
        from renkei.config.database import prepare  # noqa: PLC0415 - after the home is named

        prepare()
        _fill(chosen.activities)
        _fill_cases(chosen.rows)
        _pages()
        _warnings()


def _fill_cases(rows: int) -> None:
    from renkei.apps.accounts.models import Organisation  # noqa: PLC0415
    from renkei.apps.accounts.services import command_line_user  # noqa: PLC0415
    from renkei.apps.coordination.models import Case  # noqa: PLC0415
    from renkei.apps.register.models import Partner  # noqa: PLC0415

    chance = random.Random(6)
    codes = list(Partner.objects.filter(kind="country").values_list("code", flat=True))
    weights = [1 / (rank + 1) for rank in range(len(codes))]
    owners = list(Organisation.objects.values_list("pk", flat=True)[:12])
    names = dict(Partner.objects.values_list("code", "name_ja"))
    by, link = command_line_user(), Case.partners.through
    started, there = time.perf_counter(), Case.objects.count()
    for _ in range(there, rows, 10_000):
        batch = [_case(chance, codes, weights, owners, names, by) for _ in range(10_000)]
        Case.objects.bulk_create(batch)
        link.objects.bulk_create(
            link(case_id=row.pk, partner_id=code) for row in batch for code in row.codes
        )
    print(f"made {max(0, rows - there)} cases in {time.perf_counter() - started:.0f} s")


def _case(
    chance: random.Random,
    codes: list[str],
    weights: list[float],
    owners: list[int],
    names: Any,
    by: Any,
) -> Any:
    from renkei.apps.coordination.choices import PURPOSES, STATES  # noqa: PLC0415
    from renkei.apps.coordination.models import Case  # noqa: PLC0415
    from renkei.apps.register import choices  # noqa: PLC0415
    from renkei.apps.search.text import normalise  # noqa: PLC0415

    chosen = sorted(set(chance.choices(codes, weights, k=chance.choice((1, 1, 2)))))
    day = date(2012, 4, 1) + timedelta(days=chance.randrange(16 * 365))
    title = f"第{chance.randrange(1, 40)}回{chance.choice(WORDS)}{chance.choice(WORDS)}"
    return Case(
        title=title,
        kind=chance.choice(choices.KINDS),
        category=chance.choice(choices.CATEGORIES),
        purpose=chance.choice(PURPOSES),
        partner_codes=";".join(chosen),
        start=str(day),
        start_day=day,
        end_day=day + timedelta(days=chance.randrange(5)),
        sort_day=day,
        unit=chance.choice(UNITS),
        principal=chance.choice(PRINCIPALS),
        organisation_id=chance.choice(owners),
        marking=chance.choices((0, 1, 2), (10, 80, 10))[0],
        state=chance.choices(STATES, (2, 3, 2, 2, 2, 80, 3, 6))[0],
        proposed_on=day - timedelta(days=60),
        proposed_by=by,
        search_text=normalise(title, *(names[code] for code in chosen)),
    )


def _filters() -> Iterator[dict[str, str]]:
    yield {}
    yield from (
        {"state": "open"}, {"state": "closed"}, {"state": "approved"}, {"partner": "AUS"}, {"partner": "FJI"},
        {"means": "unit"}, {"purpose": "co_operation"}, {"since": "2020-04-01", "until": "2020-06-30"},
        {"text": "訓練"}, {"text": "第39回視察"}, {"text": "無い語"}, {"organisation": "MOD_POLICY"},
        {"partner": "AUS", "state": "open", "means": "unit"}, {"text": "訓練", "state": "open"},
    )  # fmt: skip
    for column in ("date", "title", "partner", "means", "state", "changed"):
        yield {"sort": column}
        yield {"sort": f"-{column}", "state": "closed"}


def _pages() -> None:
    from renkei.apps.accounts.models import User  # noqa: PLC0415 - after prepare()
    from renkei.apps.coordination.listing import CaseFilter, page  # noqa: PLC0415

    viewer = User(username="officer", role="desk_officer", clearance=1)
    every: list[float] = []
    for wanted in _filters():
        times: list[float] = []
        for number in (1, 1, 40, 1, 40)[:ROUNDS]:
            started = time.perf_counter()
            found = page(viewer, CaseFilter(**wanted), number)
            times.append((time.perf_counter() - started) * 1000)
        every += times
        label = " ".join(f"{key}={value}" for key, value in wanted.items()) or "(all)"
        print(f"{label:44} {found.total:7} {statistics.median(times):7.1f} {max(times):7.1f} ms")
    _print("pages", every, PAGE_MS)


def _warnings() -> None:
    from renkei.apps.accounts.models import Organisation, User  # noqa: PLC0415 - after prepare()
    from renkei.apps.coordination.models import Case  # noqa: PLC0415
    from renkei.apps.coordination.surroundings import warned  # noqa: PLC0415

    viewer = User(username="officer", role="desk_officer", clearance=1)
    owner, chance = Organisation.objects.first(), random.Random(7)
    every: list[float] = []
    found = 0
    for number in range(60):
        day = date(2022, 1, 1) + timedelta(days=chance.randrange(1400))
        case = Case(
            title="第9回共同訓練視察",
            kind=("port_call", "exercise", "meeting")[number % 3],
            category="unit",
            purpose="co_operation",
            partner_codes=("CHN", "KOR", "AUS;USA", "FJI")[number % 4],
            start=str(day),
            start_day=day,
            end_day=day + timedelta(days=3),
            unit=chance.choice(UNITS),
            principal=chance.choice(PRINCIPALS),
            participants=250,
            organisation=owner,
        )
        started = time.perf_counter()
        found += len(warned(viewer, case))
        every.append((time.perf_counter() - started) * 1000)
    print(f"warnings per proposal: {found / 60:.1f}")
    _print("warnings", every, WARNINGS_MS)


def _print(name: str, times: list[float], limit: int) -> None:
    times.sort()
    high = times[int(len(times) * 0.95)]
    verdict = "kept" if high <= limit else "MISSED"
    print(f"{name}: median {statistics.median(times):.1f} ms, 95th percentile {high:.1f} ms")
    print(f"  aim {limit} ms: {verdict}; slowest {times[-1]:.1f} ms")


if __name__ == "__main__":
    main()
