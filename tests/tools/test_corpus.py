"""The report of gains and losses tells each of them, and only words of ../shared."""

import hashlib
from pathlib import Path

from renkei.core.source import DocumentRef
from renkei.core.text import Document
from tools.corpus import Item, compare, freeze, frozen_items, items_of, report
from tools.shared import shared

TEXT = "●令和3年度の交流実績\n<チリ>\n防衛相会談(6月及び11月)、空幕長訪問(7月)\n"
VISIT = Item(10, 20, "activity", ("kind=visit", "start=2021-07"))
REST = Item(30, 40, "leftover", ("reason=month_unreadable",))


def _document(text: str = TEXT) -> Document:
    data = text.encode()
    return Document(DocumentRef("a.txt", hashlib.sha256(data).hexdigest()), text)


def test_items_keep_codes_and_hide_words() -> None:
    items = items_of(_document())
    starts = [field for item in items for field in item.fields if field.startswith("start=")]
    assert starts == ["start=2021-06", "start=2021-11", "start=2021-07"]
    assert all(str(item).isascii() for item in items)


def test_a_frozen_report_is_read_back(tmp_path: Path) -> None:
    items = items_of(_document())
    freeze("a.txt", reversed(items), tmp_path)
    assert frozen_items("a.txt", tmp_path) == items
    assert frozen_items("b.txt", tmp_path) == []


def test_the_same_differs_in_nothing() -> None:
    assert compare([VISIT, VISIT, REST], [REST, VISIT, VISIT]) == []


def test_one_of_two_equal_records_lost_is_a_loss() -> None:
    [lost] = compare([VISIT, VISIT], [VISIT])
    assert (lost.old, lost.new, lost.is_loss) == (VISIT, None, True)


def test_a_new_record_and_a_new_value_are_gains() -> None:
    more = Item(10, 20, "activity", ("kind=visit", "mode=video", "start=2021-07"))
    assert [each.is_loss for each in compare([], [VISIT])] == [False]
    assert [each.is_loss for each in compare([VISIT], [more])] == [False]


def test_another_value_and_other_words_are_losses() -> None:
    later = Item(10, 20, "activity", ("kind=visit", "start=2021-08"))
    wider = Item(8, 20, "activity", VISIT.fields)
    for changed in (later, wider):
        [each] = compare([VISIT], [changed])
        assert (each.old, each.new, each.is_loss) == (VISIT, changed, True)


def test_words_next_to_each_other_are_two_items() -> None:
    after = Item(20, 25, "activity", VISIT.fields)
    assert [(each.old, each.new) for each in compare([VISIT], [after])] == [
        (VISIT, None),
        (None, after),
    ]


def test_a_new_leftover_is_a_loss_and_one_less_is_none() -> None:
    assert [each.is_loss for each in compare([], [REST])] == [True]
    assert [each.is_loss for each in compare([REST], [])] == [False]


def test_the_report_prints_the_words_and_what_changed() -> None:
    document = _document()
    old = items_of(document)
    new = items_of(_document(TEXT.replace("7月", "8月")))
    [line] = report(document, compare(old, new))
    assert line.startswith("~ 3: activity 「空幕長訪問(7月)」")
    assert line.endswith("start=2021-07 -> 2021-08")


def test_the_corpus_of_a_further_work_tree_lies_beside_the_first(tmp_path: Path) -> None:
    house, other = tmp_path / "house", tmp_path / "trees" / "other"
    (house / ".git/worktrees/other").mkdir(parents=True)
    other.mkdir(parents=True)
    assert shared(house) == tmp_path / "shared"
    (other / ".git").write_text(f"gitdir: {house}/.git/worktrees/other\n")
    assert shared(other) == tmp_path / "shared"
    (tmp_path / "trees/shared").mkdir()
    assert shared(other) == tmp_path / "trees/shared"
