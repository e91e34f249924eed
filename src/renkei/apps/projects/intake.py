"""Taking in a file of the review data: whole or not at all, and the same file once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from renkei.apps.accounts.models import User
from renkei.apps.accounts.rights import require
from renkei.apps.audit import services as audit
from renkei.apps.documents import files
from renkei.apps.projects.models import DataFile, Project, ProjectAmount, ProjectGoal
from renkei.core.errors import ConflictError, InputError, RenkeiError
from renkei.core.review_sheets.budgets import ProjectYear, read_budgets
from renkei.core.review_sheets.goals import Goal, read_goals
from renkei.core.review_sheets.layouts import BUDGETS
from renkei.core.review_sheets.table import Table, read_table

BATCH = 1000
AMOUNTS = (
    "initial", "supplementary", "carried_in", "reserve",
    "total", "executed", "carried_out", "requested",
)  # fmt: skip
_SERIES = ("target_years", "targets", "actuals", "rates")
_TEXTS = ("period", "measure", "source", "why_qualitative", "result")


Told = tuple[ProjectYear, ...] | tuple[Goal, ...]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """``file`` holds now. ``is_new`` is false when this very file held before: nothing was done."""

    file: DataFile
    is_new: bool
    projects: int
    faults: tuple[RenkeiError, ...]


def take_in(*, by: User, name: str, data: bytes) -> TakenIn:
    """Read ``data`` and let it hold for its review year in place of the file before.

    Raises DeniedError, and InputError as :func:`~renkei.core.review_sheets.table.read_table`,
    RK609 when the rows are of several review years or there are none; ConflictError RK612 when
    somebody else takes in a file of the year at the same time.
    """
    require(by, "projects.take_in")
    sha256 = hashlib.sha256(data).hexdigest()
    held = DataFile.objects.filter(sha256=sha256, ended_at=None).first()
    if held is not None:
        return TakenIn(held, False, 0, ())
    table = read_table(data, name)
    year = _review_year(table)
    told, faults = _told(table)
    files.keep(sha256, data)
    try:
        file = _store(by, table, sha256, year, told, faults)
    except IntegrityError as error:  # the constraint that one file holds for each year
        raise ConflictError("RK612", year=year) from error
    return TakenIn(file, True, len({each.project_id for each in told}), faults)


@transaction.atomic
def _store(
    by: User, table: Table, sha256: str, year: int, told: Told, faults: Sequence[RenkeiError]
) -> DataFile:
    file = _file(by, table, sha256, year, faults)
    _rows(file, told, _projects(told))
    audit.record(
        actor=by.username,
        action="take_in_review_data",
        object_type="datafile",
        object_id=file.pk,
        name=table.name,
        sha256=sha256,
        rows=len(told),
    )
    return file


def _review_year(table: Table) -> int:
    years = {row["事業年度"] for row in table.rows}
    year = years.pop() if len(years) == 1 else ""
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        raise InputError("RK609", name=table.name, found=", ".join(sorted({*years, year} - {""})))
    return int(year)


def _told(table: Table) -> tuple[Told, tuple[RenkeiError, ...]]:
    if table.layout is BUDGETS:
        years, faults = read_budgets(table)
        return years, (*table.faults, *faults)
    return read_goals(table), table.faults


def _file(
    by: User, table: Table, sha256: str, year: int, faults: Iterable[RenkeiError]
) -> DataFile:
    held = DataFile.objects.select_for_update().filter(
        layout=table.layout.code, review_year=year, ended_at=None
    )
    held.update(ended_at=timezone.now())
    return DataFile.objects.create(
        name=table.name,
        sha256=sha256,
        layout=table.layout.code,
        review_year=year,
        drifts=[asdict(drift) for drift in table.drifts],
        faults=[{"code": fault.code, "params": _plain(fault.params)} for fault in faults],
        rows=len(table.rows),
        actor=by,
    )


def _plain(params: dict[str, object]) -> dict[str, str]:
    return {name: str(value) for name, value in params.items()}


def _projects(told: Told) -> dict[str, int]:
    """Key of each project by its number, made or brought to the latest name."""
    named = {each.project_id: each for each in told}
    Project.objects.bulk_create(
        (
            Project(number=number, name=each.project_name, ministry=getattr(each, "ministry", ""))
            for number, each in named.items()
        ),
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["number"],
        update_fields=["name", "ministry"] if told and hasattr(told[0], "ministry") else ["name"],
    )
    return dict(Project.objects.values_list("number", "pk"))


def _rows(file: DataFile, told: Told, numbers: dict[str, int]) -> None:
    amounts = (each for each in told if isinstance(each, ProjectYear))
    goals = (each for each in told if isinstance(each, Goal))
    ProjectAmount.objects.bulk_create(_amounts(file, amounts, numbers), batch_size=BATCH)
    ProjectGoal.objects.bulk_create(_goals(file, goals, numbers), batch_size=BATCH)


def _amounts(
    file: DataFile, years: Iterable[ProjectYear], numbers: dict[str, int]
) -> Iterator[ProjectAmount]:
    for year in years:
        yield ProjectAmount(
            file=file,
            project_id=numbers[year.project_id],
            line=year.line,
            budget_year=year.budget_year,
            **{name: getattr(year, name) for name in AMOUNTS},
        )


def _goals(file: DataFile, goals: Iterable[Goal], numbers: dict[str, int]) -> Iterator[ProjectGoal]:
    for goal in goals:
        yield ProjectGoal(
            file=file,
            project_id=numbers[goal.project_id],
            line=goal.lines[0],
            number=goal.number,
            level=goal.level,
            goal=goal.goal,
            indicator=goal.indicator,
            unit=goal.unit,
            direction=goal.direction,
            texts={name: getattr(goal, name) for name in _TEXTS},
            series={name: dict(getattr(goal, name)) for name in _SERIES},
        )
