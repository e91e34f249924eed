"""What the corpus gave before it gives now, or the loss was accepted (docs/how-to)."""

from collections.abc import Callable
from pathlib import Path

import pytest

from renkei.readers.registry import read_file
from tools.corpus import FROZEN, compare, frozen_items, items_of, report

NAMES = sorted(path.stem for path in FROZEN.glob("*.tsv"))


@pytest.mark.parametrize("stem", NAMES)
def test_nothing_is_lost(stem: str, corpus_path: Callable[[str], Path]) -> None:
    path = corpus_path(f"{stem}.txt")
    document = read_file(path)
    losses = [each for each in compare(frozen_items(path.name), items_of(document)) if each.is_loss]
    told = "\n".join(report(document, losses))
    assert not losses, f"{len(losses)} losses; accept them by tools.corpus --accept or fix:\n{told}"


def test_every_document_is_frozen(shared_path: Callable[[str], Path]) -> None:
    assert sorted(path.stem for path in shared_path("corpus").glob("*.txt")) == NAMES


@pytest.mark.parametrize("stem", NAMES)
def test_the_frozen_report_holds_no_words(stem: str) -> None:
    assert (FROZEN / f"{stem}.tsv").read_bytes().isascii()
