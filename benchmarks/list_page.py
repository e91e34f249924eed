"""The list of activities with 250,000 of them: time and queries of a page with any filter.

    python -m benchmarks.list_page [--rows 250000] [--keep DIR]

Prints, per filter and order, the median and the 95th percentile in milliseconds; then the same over
everything, beside it the processor time of this process (on a busy machine the clock tells of the
others too), and the number of queries. Aim: 150 ms at the 95th percentile, a constant number.
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

ROWS = 250_000
ROUNDS = 5
LIMIT_MS = 150
WORDS = ("会談", "協議", "共同訓練", "セミナー", "寄港", "部隊間交流", "懇談", "研究会", "視察")
PLACES = ("東京", "キャンベラ", "ワシントン", "ハノイ", "横須賀", "呉", "", "")


def main() -> None:
    """Make the register, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--keep", type=Path, help="keep the register here and use it again")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="renkei-bench-") as passing:
        os.environ["RENKEI_HOME"] = str(chosen.keep or passing)
        from renkei.config.database import prepare  # noqa: PLC0415 - after the home is named

        prepare()
        _fill(chosen.rows)
        _measure()


def _fill(rows: int) -> None:
    from renkei.apps.register.models import Activity, Partner  # noqa: PLC0415

    there = Activity.objects.count()
    if there >= rows:
        return
    chance = random.Random(20)
    codes = list(Partner.objects.filter(kind="country").values_list("code", flat=True))
    weights = [1 / (rank + 1) for rank in range(len(codes))]
    names = dict(Partner.objects.values_list("code", "name_ja"))
    link = Activity.partners.through
    started = time.perf_counter()
    for first in range(there, rows, 10_000):
        batch = [_activity(chance, codes, weights, names) for _ in range(min(10_000, rows - first))]
        Activity.objects.bulk_create(batch)
        link.objects.bulk_create(
            link(activity_id=row.pk, partner_id=code)
            for row in batch
            for code in row.partner_codes.split(";")
        )
    print(f"made {rows - there} activities in {time.perf_counter() - started:.0f} s")


def _activity(chance: random.Random, codes: list[str], weights: list[float], names: Any) -> Any:
    from renkei.apps.register import choices  # noqa: PLC0415 - after prepare()
    from renkei.apps.register.models import Activity  # noqa: PLC0415
    from renkei.apps.search.text import normalise  # noqa: PLC0415

    chosen = sorted(set(chance.choices(codes, weights, k=chance.choice((1, 1, 1, 2, 3)))))
    day = date(1996, 4, 1) + timedelta(days=chance.randrange(30 * 365))
    title = f"第{chance.randrange(1, 40)}回{chance.choice(WORDS)}{chance.choice(WORDS)}"
    place = chance.choice(PLACES)
    return Activity(
        title=title,
        kind=chance.choice(choices.KINDS),
        category=chance.choice(choices.CATEGORIES),
        partner_codes=";".join(chosen),
        start=f"{day:%Y-%m}",
        start_day=day.replace(day=1),
        end_day=day,
        sort_day=day.replace(day=1),
        sort_year=day.year - (day.month < 4),
        fiscal_year=day.year - (day.month < 4),
        mode=chance.choice(("", "in_person", "in_person", "video", "phone")),
        level=chance.choice(("", "", *choices.LEVELS)),
        place=place,
        marking=chance.choices((0, 1, 2), (80, 15, 5))[0],
        search_text=normalise(title, place, *(names[code] for code in chosen)),
    )


def _filters() -> Iterator[dict[str, Any]]:
    """Nothing, every filter alone, every order alone, and what people combine."""
    from renkei.apps.register.listing import COLUMNS  # noqa: PLC0415 - after prepare()

    alone: list[dict[str, Any]] = [
        {"partner": "AUS"}, {"partner": "FJI"}, {"means": "unit"}, {"kind": "exercise"},
        {"level": "minister"}, {"mode": "video"}, {"mode": "in_person"}, {"status": "held"},
        {"status": "planned"}, {"year": 2019}, {"since": "2018-04-01", "until": "2018-09-30"},
        {"text": "訓"}, {"text": "訓練"}, {"text": "共同訓練"}, {"text": "第39回視察"},
        {"text": "会談 東京"}, {"text": "無い語"},
    ]  # fmt: skip
    yield {}
    yield from alone
    for column in COLUMNS:
        yield {"sort": column}
        yield {"sort": f"-{column}"}
    for wanted in alone:
        for sort in ("title", "-year", "partner", "level"):
            yield {**wanted, "sort": sort}
    yield {"partner": "AUS", "year": 2019, "kind": "exercise"}
    yield {"means": "unit", "kind": "exercise", "mode": "video", "sort": "place"}
    yield {"text": "訓練", "partner": "AUS", "level": "minister"}


def _measure() -> None:
    from django.db import connection  # noqa: PLC0415 - after prepare()
    from django.test.utils import CaptureQueriesContext  # noqa: PLC0415

    from renkei.apps.accounts.models import User  # noqa: PLC0415
    from renkei.apps.register.listing import ActivityFilter, page  # noqa: PLC0415

    viewers = {
        "officer": User(username="officer", role="desk_officer", clearance=1),
        "attache": _attache(),
    }
    every: list[float] = []
    worked: list[float] = []
    counts: set[int] = set()
    for name, viewer in viewers.items():
        for wanted in _filters():
            asked = ActivityFilter(**wanted)
            times: list[float] = []
            for round_number in range(ROUNDS):
                number = 1 if round_number % 3 else 40
                with CaptureQueriesContext(connection) as queries:
                    started, begun = time.perf_counter(), time.process_time()
                    found = page(viewer, asked, number)
                    times.append((time.perf_counter() - started) * 1000)
                    worked.append((time.process_time() - begun) * 1000)
                if found.total:
                    counts.add(len(queries))
            every += times
            worst = sorted(times)[int(len(times) * 0.95)]
            mark = "  <-- slow" if worst > LIMIT_MS else ""
            label = " ".join(f"{key}={value}" for key, value in wanted.items()) or "(all)"
            middle = statistics.median(times)
            print(f"{name:8} {label:44} {found.total:7} {middle:7.1f} {worst:7.1f} ms{mark}")
    every.sort()
    worked.sort()
    print(f"95th percentile over all: {every[int(len(every) * 0.95)]:.1f} ms")
    print(f"of which this process worked: {worked[int(len(worked) * 0.95)]:.1f} ms")
    print(f"slowest: {every[-1]:.1f} ms; queries per page: {sorted(counts)}")


def _attache() -> Any:
    from renkei.apps.accounts.models import AccreditedPartner, User  # noqa: PLC0415

    made, _ = User.objects.get_or_create(
        username="bench-attache", defaults={"role": "attache", "clearance": 1}
    )
    AccreditedPartner.objects.get_or_create(user=made, partner_code="AUS")
    return made


if __name__ == "__main__":
    main()
