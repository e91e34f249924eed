"""Review data in the register: taken in whole, replaced by the next file, linked by people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from renkei.apps.audit.models import Event
from renkei.apps.documents import files
from renkei.apps.evaluation.models import Means, Policy
from renkei.apps.projects import selectors, services
from renkei.apps.projects.export import export
from renkei.apps.projects.intake import take_in
from renkei.apps.projects.models import DataFile, Project, ProjectAmount
from renkei.core.errors import DeniedError, InputError, RenkeiError
from renkei.core.review_sheets.budgets import ProjectYear, budget_rows, read_budgets
from renkei.core.review_sheets.goals import Goal, goal_rows, read_goals
from renkei.core.review_sheets.layouts import BUDGETS, GOALS
from renkei.core.review_sheets.table import read_table, write_table
from tests.register import People

YEAR = ProjectYear(
    project_id="7001",
    project_name="訓練の交流",
    ministry="見本省",
    review_year=2025,
    budget_year=2024,
    initial=1_000_000,
    total=1_200_000,
    executed=900_400,
)


def budgets(*years: ProjectYear) -> bytes:
    return write_table(BUDGETS, budget_rows(years))


@pytest.fixture
def means(people: People) -> Means:
    policy = Policy.objects.create(
        name="見本の施策", fiscal_year=2025, marking=0, organisation=people.ours
    )
    row = Means.objects.create(policy=policy, number=1, name="訓練の交流", review_number="0017")
    row.amounts.create(
        fiscal_year=2024, budget_yen=1_200_000, executed_yen=900_000, printed_unit="千円"
    )
    row.amounts.create(fiscal_year=2025, budget_yen=1_100_000, printed_unit="千円")
    return row


def test_a_file_is_taken_in_once_and_its_original_kept(people: People) -> None:
    data = budgets(YEAR, replace(YEAR, project_id="7002", budget_year=2023))
    first = take_in(by=people.evaluator, name="2-1.csv", data=data)
    again = take_in(by=people.evaluator, name="2-1.csv", data=data)
    assert (first.is_new, first.projects, again.is_new) == (True, 2, False)
    assert again.file == first.file
    assert files.read(first.file.sha256) == data
    assert [project.number for project in selectors.projects("見本省")] == ["7001", "7002"]
    assert [project.number for project in selectors.projects("7002")] == ["7002"]
    assert Event.objects.filter(action="take_in_review_data").count() == 1


def test_the_next_file_of_the_year_holds_and_the_first_stays_as_history(people: People) -> None:
    take_in(by=people.evaluator, name="old.csv", data=budgets(YEAR))
    take_in(by=people.planner, name="new.csv", data=budgets(replace(YEAR, executed=1)))
    assert [file.name for file in selectors.held_files()] == ["new.csv"]
    (amount,) = selectors.amounts(Project.objects.get())
    assert (amount.executed, amount.line) == (1, 2)
    assert ProjectAmount.objects.count() == 2


def test_the_latest_review_year_tells_the_amounts_and_all_are_shown(people: People) -> None:
    take_in(by=people.evaluator, name="a", data=budgets(YEAR))
    take_in(by=people.evaluator, name="b", data=budgets(replace(YEAR, review_year=2026, total=5)))
    project = Project.objects.get()
    assert [amount.total for amount in selectors.amounts(project)] == [5]
    assert [amount.total for amount in selectors.told_amounts(project)] == [5, 1_200_000]


def test_bad_lines_are_told_and_the_others_kept(people: People) -> None:
    data = budgets(YEAR, replace(YEAR, budget_year=2023)).replace(b",1000000,", b",n/a,", 1)
    done = take_in(by=people.evaluator, name="2-1.csv", data=data)
    assert [fault.code for fault in done.faults] == ["RK605"]
    assert done.file.faults[0]["params"]["line"] == "2"
    assert [amount.budget_year for amount in ProjectAmount.objects.all()] == [2023]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"no,such,file\r\n", "RK601"),
        (budgets(), "RK609"),
        (budgets(YEAR, replace(YEAR, review_year=2024)), "RK609"),
    ],
)
def test_nothing_is_stored_of_a_file_that_is_none(people: People, data: bytes, code: str) -> None:
    with pytest.raises(InputError) as raised:
        take_in(by=people.evaluator, name="x.csv", data=data)
    assert raised.value.code == code
    assert not DataFile.objects.exists()
    assert not Project.objects.exists()


def test_goals_keep_zero_and_dash_apart(people: People) -> None:
    goal = Goal(
        project_id="7001",
        project_name="訓練の交流",
        review_year="2025",
        number="1",
        level="アウトプット",
        indicator="回数",
        actuals={2023: "0", 2024: "-"},
    )
    take_in(by=people.evaluator, name="3-1", data=write_table(GOALS, goal_rows([goal])))
    (told,) = selectors.goals(Project.objects.get())
    assert told.series["actuals"] == {"2023": "0", "2024": "-"}


@pytest.mark.parametrize(
    ("name", "takes", "links"),
    [
        ("evaluator", True, True),
        ("other_evaluator", True, False),
        ("planner", True, False),
        ("owner", False, False),
        ("colleague", False, False),
        ("outsider", False, False),
        ("attache", False, False),
        ("administrator", True, True),
    ],
)
def test_who_may(people: People, means: Means, name: str, takes: bool, links: bool) -> None:
    person = getattr(people, name)
    project = Project.objects.create(number="1", name="x")
    assert _goes(lambda: take_in(by=person, name="f", data=budgets(YEAR))) is takes
    assert (
        _goes(lambda: services.link(by=person, means=means, project=project, reason="r")) is links
    )


def _goes(act: object) -> bool:
    assert callable(act)
    try:
        act()
    except DeniedError:
        return False
    return True


def test_a_link_needs_a_reason_holds_once_and_is_taken_back(people: People, means: Means) -> None:
    take_in(by=people.evaluator, name="f", data=budgets(YEAR))
    project = Project.objects.get()
    assert selectors.proposed_means(people.evaluator, project) == [means]
    for reason, code in (("", "RK504"), ("同じ事業", ""), ("同じ事業", "RK611")):
        assert _code_of(people, means, project, reason) == code
    assert selectors.proposed_means(people.evaluator, project) == []
    (link,) = selectors.links(people.outsider, project)
    services.unlink(by=people.evaluator, link=link, reason="別の事業")
    assert not selectors.links(people.evaluator, project).exists()
    assert Event.objects.filter(action__in=["link_project", "unlink_project"]).count() == 2


def _code_of(people: People, means: Means, project: Project, reason: str) -> str:
    try:
        services.link(by=people.evaluator, means=means, project=project, reason=reason)
    except RenkeiError as error:
        return error.code
    return ""


def test_links_to_a_policy_one_may_not_see_are_not_shown(people: People, means: Means) -> None:
    project = Project.objects.create(number="1", name="訓練の交流")
    services.link(by=people.evaluator, means=means, project=project, reason="r")
    Policy.objects.update(marking=1)
    assert selectors.links(people.evaluator, project).count() == 1
    assert not selectors.links(people.outsider, project).exists()
    assert selectors.proposed_means(people.outsider, project) == []


def test_sheet_and_data_stand_side_by_side(people: People, means: Means) -> None:
    take_in(
        by=people.evaluator,
        name="f",
        data=budgets(YEAR, replace(YEAR, budget_year=2025, initial=7, total=7, executed=None)),
    )
    rows = selectors.beside(means, Project.objects.get())
    assert [(row.fiscal_year, row.differs) for row in rows] == [(2024, False), (2025, True)]


def test_a_policy_goes_out_in_the_published_layouts(people: People, means: Means) -> None:
    project = Project.objects.create(number="7001", name="訓練の交流")
    services.link(by=people.evaluator, means=means, project=project, reason="r")
    indicator = means.policy.indicators.create(number="1-1", name="回数", measure="quantitative")
    indicator.values.create(kind="target", fiscal_year=2024, value="5", unit="回")
    indicator.values.create(kind="actual", fiscal_year=2024, absence="dash")
    years, faults = read_budgets(read_table(export(people.evaluator, means.policy, "2-1"), "2-1"))
    assert faults == ()
    assert [(year.project_id, year.initial, year.total, year.executed) for year in years] == [
        ("7001", None, 1_200_000, 900_000),
        ("7001", 1_100_000, None, None),
    ]
    (goal,) = read_goals(read_table(export(people.evaluator, means.policy, "3-1"), "3-1"))
    assert (goal.measure, dict(goal.targets), dict(goal.actuals)) == (
        "定量的",
        {2024: "5"},
        {2024: "-"},
    )
