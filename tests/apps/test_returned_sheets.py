"""Sheets that come back edited: proposed changes, conflicts, refusals in one sentence."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest

from renkei.apps.accounts.models import User
from renkei.apps.audit.models import Event
from renkei.apps.documents.services import ingest
from renkei.apps.evaluation import services as evaluation
from renkei.apps.evaluation.models import IndicatorValue, Policy, QualitativeTarget
from renkei.apps.publications.selectors import get_sheet
from renkei.apps.returned import deciding, selectors, services
from renkei.apps.returned.models import ReturnedSheet
from renkei.core.errors import ConflictError, DeniedError, InputError, RenkeiError, UsageError
from tests.register import People

SAMPLE = Path(__file__).parents[2] / "src/renkei/config/sample/documents/mihon-jizen-bunseki.txt"
Edit = Callable[[Any], None]


@pytest.fixture
def policy(people: People) -> Policy:
    ingest(
        name="a.txt", data=SAMPLE.read_bytes(), by=people.administrator, organisation=people.ours
    )
    return Policy.objects.get()


def sent(by: User, policy: Policy, ending: str) -> bytes:
    return services.send_out(by=by, policy=policy, sheet=get_sheet(by, policy.pk), ending=ending)


def in_excel(data: bytes, edit: Edit) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    edit(book)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def in_word(data: bytes, edit: Edit) -> bytes:
    document = docx.Document(io.BytesIO(data))
    edit(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def cells(book: Any) -> Any:
    return (cell for sheet in book for row in sheet.iter_rows() for cell in row)


def put(find: object, value: object) -> Edit:
    """Every cell of a workbook that holds ``find`` gets ``value``."""

    def edit(book: Any) -> None:
        found = [cell for cell in cells(book) if cell.value == find]
        assert found, find
        for cell in found:
            cell.value = value

    return edit


def replace_words(find: str, value: str) -> Edit:
    """Words in the runs of the tables of a Word document."""

    def edit(document: Any) -> None:
        runs = [
            run
            for table in document.tables
            for cell in dict.fromkeys(table._cells)
            for paragraph in cell.paragraphs
            for run in paragraph.runs
            if find in run.text
        ]
        assert runs, find
        for run in runs:
            run.text = run.text.replace(find, value)

    return edit


def back(by: User, policy: Policy, data: bytes, name: str) -> ReturnedSheet:
    return services.take_back(by=by, policy=policy, name=name, data=data)


def seen(by: User, returned: ReturnedSheet) -> dict[int, str]:
    shown = selectors.changes(by, returned)
    return {each.change.pk: each.seen for each in shown if each.can_accept}


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_an_untouched_file_proposes_nothing(people: People, policy: Policy, ending: str) -> None:
    data = sent(people.administrator, policy, ending)
    with pytest.raises(InputError, match="RK818"):
        back(people.administrator, policy, data, f"a.{ending}")
    assert not ReturnedSheet.objects.exists()


def value_of(number: str, kind: str, year: int, component: str = "") -> IndicatorValue:
    return IndicatorValue.objects.get(
        indicator__number=number, kind=kind, fiscal_year=year, component=component
    )


def only(by: User, returned: ReturnedSheet) -> Any:
    (shown,) = selectors.changes(by, returned)
    return shown


def test_a_figure_in_excel_is_proposed_with_its_cell_and_changes_nothing(
    people: People, policy: Policy
) -> None:
    edited = in_excel(sent(people.owner, policy, "xlsx"), put(14, 15))
    returned = back(people.owner, policy, edited, "調書.xlsx")
    shown = only(people.owner, returned)
    change = shown.change
    assert (change.kind, change.key, change.field) == (
        "indicator_value", ["1-2", "target", 2023, ""], "value",
    )  # fmt: skip
    assert (change.printed["value"], change.held["value"], change.value["value"]) == (
        "14", "14", "15",
    )  # fmt: skip
    sheet, _, cell = change.place.partition("!")
    assert openpyxl.load_workbook(io.BytesIO(edited))[sheet][cell].value == 15
    assert shown.can_accept
    assert not shown.conflict
    assert value_of("1-2", "target", 2023).value == 14
    assert back(people.owner, policy, edited, "調書.xlsx") == returned


def test_an_accepted_change_is_written_with_history_and_audit(
    people: People, policy: Policy
) -> None:
    edited = in_excel(sent(people.owner, policy, "xlsx"), put(14, 15))
    returned = back(people.owner, policy, edited, "a.xlsx")
    chosen = seen(people.owner, returned)
    deciding.accept(by=people.owner, returned=returned, chosen=chosen, reason="係員の確認")
    row = value_of("1-2", "target", 2023)
    assert row.value == 15
    assert (row.touched, row.version) == (True, 2)
    latest = row.history.first()
    assert latest is not None
    assert latest.history_user == people.owner
    event = Event.objects.filter(action="accept_change").get()
    assert event.actor == "owner"
    assert only(people.owner, returned).change.state == "accepted"
    with pytest.raises(ConflictError, match="RK816"):
        deciding.accept(by=people.owner, returned=returned, chosen=chosen)


def test_words_of_a_target_in_word(people: People, policy: Policy) -> None:
    edit = replace_words("噴火の影響のため翌年度に改めた", "噴火のため三月に改めた")
    returned = back(
        people.owner, policy, in_word(sent(people.owner, policy, "docx"), edit), "a.docx"
    )
    shown = only(people.owner, returned)
    assert (shown.change.kind, shown.change.field) == ("target", "progress")
    deciding.accept(by=people.owner, returned=returned, chosen=seen(people.owner, returned))
    target = QualitativeTarget.objects.get(indicator__number="1-1", fiscal_year=2022)
    assert "噴火のため三月に改めた" in target.progress[-1]
    assert [item.text for item in target.progress_items.all()] == target.progress


def test_where_the_register_went_on_three_values_are_shown_and_bulk_leaves_it(
    people: People, policy: Policy
) -> None:
    data = sent(people.owner, policy, "xlsx")
    row = value_of("1-2", "target", 2023)
    evaluation.correct(
        by=people.administrator, row=row, version=1,
        values={"value": 16, "text": "16"}, reason="訂正",
    )  # fmt: skip
    returned = back(people.owner, policy, in_excel(data, put(14, 15)), "a.xlsx")
    shown = only(people.owner, returned)
    told = (shown.change.printed["value"], shown.now["value"], shown.change.value["value"])
    assert told == ("14", "16", "15")
    assert shown.conflict


def test_what_the_register_says_already_is_no_change(people: People, policy: Policy) -> None:
    data = sent(people.owner, policy, "xlsx")
    row = value_of("1-2", "target", 2023)
    evaluation.correct(
        by=people.administrator, row=row, version=1,
        values={"value": 15, "text": "15"}, reason="訂正",
    )  # fmt: skip
    with pytest.raises(InputError, match="RK818"):
        back(people.owner, policy, in_excel(data, put(14, 15)), "a.xlsx")


def test_a_change_after_looking_is_told_and_nothing_is_written(
    people: People, policy: Policy
) -> None:
    data = sent(people.owner, policy, "xlsx")
    returned = back(people.owner, policy, in_excel(data, put(14, 15)), "a.xlsx")
    chosen = seen(people.owner, returned)
    evaluation.correct(
        by=people.administrator, row=value_of("1-2", "target", 2023), version=1,
        values={"value": 16, "text": "16"}, reason="訂正",
    )  # fmt: skip
    with pytest.raises(ConflictError, match="RK815"):
        deciding.accept(by=people.owner, returned=returned, chosen=chosen)
    assert value_of("1-2", "target", 2023).value == 16
    shown = only(people.owner, returned)
    assert shown.conflict
    assert shown.change.state == "open"
    deciding.accept(by=people.owner, returned=returned, chosen={shown.change.pk: shown.seen})
    assert value_of("1-2", "target", 2023).value == 15


def test_all_or_nothing_and_a_rejected_change_stays_in_the_list(
    people: People, policy: Policy
) -> None:
    def edit(book: Any) -> None:
        put(14, 15)(book)
        put(12, 13)(book)

    returned = back(
        people.owner, policy, in_excel(sent(people.owner, policy, "xlsx"), edit), "a.xlsx"
    )
    chosen = {each.change.pk: each.seen for each in selectors.changes(people.owner, returned)}
    past = returned.changes.get(key=["1-2", "target", 2022, ""])
    with pytest.raises(UsageError, match="RK819") as told:
        deciding.accept(by=people.owner, returned=returned, chosen=chosen)
    assert past.place in str(told.value)
    assert "RK753" in str(told.value)
    assert value_of("1-2", "target", 2023).value == 14
    deciding.reject(by=people.owner, returned=returned, chosen=[past.pk], reason="過年度")
    states = {c.pk: c.state for c in returned.changes.all()}
    assert states.pop(past.pk) == "rejected"
    assert set(states.values()) == {"open"}


def swap_columns(book: Any) -> None:
    """The page of field 2 gets the headings of target and actual exchanged."""
    named = [cell for cell in cells(book) if cell.value == "年度目標値"]
    actual = [cell for cell in cells(book) if cell.value == "実績値"]
    named[0].value, actual[0].value = actual[0].value, named[0].value


def drop_heading(book: Any) -> None:
    next(cell for cell in cells(book) if cell.value == "年度目標値").value = None


@pytest.mark.parametrize(("edit", "code"), [(swap_columns, "RK814"), (drop_heading, "RK813")])
def test_moved_and_missing_headings_are_told_with_their_cell(
    people: People, policy: Policy, edit: Edit, code: str
) -> None:
    edited = in_excel(sent(people.owner, policy, "xlsx"), edit)
    with pytest.raises(InputError, match=code) as told:
        back(people.owner, policy, edited, "a.xlsx")
    assert "!" in str(told.value)
    assert not ReturnedSheet.objects.exists()


def test_another_file_another_policy_and_no_mark(people: People, policy: Policy) -> None:
    data = sent(people.owner, policy, "xlsx")
    other = Policy.objects.create(name="別の施策", fiscal_year=2023, organisation=people.ours)

    def code(policy: Policy, data: bytes, name: str) -> str:
        with pytest.raises(RenkeiError) as told:
            back(people.owner, policy, data, name)
        return told.value.code

    assert code(other, data, "a.xlsx") == "RK812"
    assert code(policy, b"%PDF-1.7", "a.pdf") == "RK810"
    book = openpyxl.Workbook()
    book.create_sheet()["A1"] = "測定指標 1-2"
    target = io.BytesIO()
    book.save(target)
    assert code(policy, target.getvalue(), "a.xlsx") == "RK811"
    assert code(policy, data[:200], "a.xlsx") == "RK117"
    assert not ReturnedSheet.objects.exists()


def test_a_decided_policy_takes_nothing(people: People, policy: Policy) -> None:
    data = sent(people.owner, policy, "xlsx")
    edited = in_excel(data, put(14, 15))
    returned = back(people.owner, policy, edited, "a.xlsx")
    chosen = seen(people.owner, returned)
    Policy.objects.update(locked=True)
    with pytest.raises(UsageError, match="RK752"):
        deciding.accept(by=people.owner, returned=returned, chosen=chosen)
    with pytest.raises(UsageError, match="RK752"):
        back(people.owner, policy, in_excel(data, put(14, 17)), "b.xlsx")
    assert value_of("1-2", "target", 2023).value == 14


@pytest.mark.parametrize("who", ["colleague", "outsider", "attache", "decider"])
def test_who_may_not_enter_may_not_return(people: People, policy: Policy, who: str) -> None:
    stranger = getattr(people, who)
    edited = in_excel(sent(people.owner, policy, "xlsx"), put(14, 15))
    with pytest.raises(DeniedError):
        back(stranger, policy, edited, "a.xlsx")
    returned = back(people.owner, policy, edited, "a.xlsx")
    with pytest.raises(DeniedError):
        deciding.accept(by=stranger, returned=returned, chosen=seen(people.owner, returned))
    assert value_of("1-2", "target", 2023).value == 14


def test_a_share_without_its_parts_and_beyond_the_whole(people: People, policy: Policy) -> None:
    def edit(book: Any) -> None:
        for old, new in ((0.92, 1.2), (0.945, 0.95), (92, 120), (94.5, 95)):
            for cell in [cell for cell in cells(book) if cell.value == old]:
                cell.value = new

    returned = back(
        people.owner, policy, in_excel(sent(people.owner, policy, "xlsx"), edit), "a.xlsx"
    )
    told = {tuple(s.change.key[:3]): s.refusal for s in selectors.changes(people.owner, returned)}
    codes = {key: error and error.code for key, error in told.items()}
    assert codes == {("2-1", "target", 2023): "RK755", ("2-1", "actual", 2022): "RK754"}


def test_words_where_nothing_is_read_are_shown_and_cannot_be_taken_over(
    people: People, policy: Policy
) -> None:
    def edit(book: Any) -> None:
        book.worksheets[-1].cell(300, 1).value = "欄の外のメモ"

    returned = back(
        people.owner, policy, in_excel(sent(people.owner, policy, "xlsx"), edit), "a.xlsx"
    )
    shown = only(people.owner, returned)
    assert (shown.change.kind, shown.change.obstacle) == ("text", "unread")
    assert shown.change.value == "欄の外のメモ"
    assert shown.change.place.endswith("!A300")
    with pytest.raises(UsageError, match="RK817"):
        deciding.accept(by=people.owner, returned=returned, chosen={shown.change.pk: shown.seen})
