"""Errors that are put into clean documents: each names the rule that has to find it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from tests.core.checks.seeded import clean


@dataclass(frozen=True)
class Seed:
    """``make`` a clean document, ``spoil`` it; ``rules`` are those that may tell of it."""

    rules: tuple[str, ...]
    make: Callable[[Random], Any]
    spoil: Callable[[Random, Any], str]


def _paragraph(change: Callable[[Random, str], str]) -> Callable[[Random, clean.Prose], str]:
    def spoil(random: Random, document: clean.Prose) -> str:
        index = random.randint(1, 3)
        return document.with_paragraph(index, change(random, document.paragraphs[index])).text()

    return spoil


def _prose(rule: str, change: Callable[[Random, str], str]) -> Seed:
    return Seed((rule,), clean.prose, _paragraph(change))


def _double(random: Random, words: str) -> str:
    place = words.partition("の")[0]
    return words.replace(f"{place}の", f"{place}の{place}の", 1)


def _page(random: Random, document: clean.Prose) -> str:
    cut = document.paragraphs[2]
    at = random.randint(4, len(cut) - 4)
    broken = f"{cut[:at]}\n\n\n\n{random.randint(2, 99)}\n\n{cut[at:]}"
    return document.with_paragraph(2, broken).text()


def _comma(random: Random, document: clean.Prose) -> str:
    return document.with_paragraph(1, document.paragraphs[1].replace("、", "､", 1)).text()


def _without_months(random: Random, document: clean.Listed) -> str:
    uncited = [entry for entry in document.entries if entry.country not in document.grounds]
    spoiled = random.choice(uncited)
    return document.text().replace(
        str(spoiled),
        f"<{spoiled.country}>\n第{random.randint(2, 9)}回{spoiled.country}防衛当局間協議",
    )


def _backwards(random: Random, document: clean.Listed) -> str:
    spoiled = random.choice(document.entries)
    wrong = replace(spoiled, months=("11月", "6月"))
    return document.text().replace(str(spoiled), str(wrong))


def _outside(random: Random, document: clean.Listed) -> str:
    spoiled = random.choice(document.entries)
    wrong = replace(spoiled, months=(f"令和3年{random.randint(1, 3)}月",))
    return document.text().replace(str(spoiled), str(wrong))


def _absent(random: Random, document: clean.Listed) -> str:
    there = {entry.country for entry in document.entries}
    missing = random.choice([name for name in clean.COUNTRIES if name not in there])
    what = document.entries[0].what
    return replace(document, grounds=f"●{missing}等の諸外国と{what}を実施した。").text()


def _met(random: Random, document: clean.Evaluated) -> str:
    return replace(document, actuals=document.targets).text()


def _two_numbers(random: Random, document: clean.Evaluated) -> str:
    return replace(document, numbers=("①", random.choice("②③④"))).text()


def _named(random: Random, document: clean.Prose) -> tuple[clean.Prose, str, str]:
    """A made-up body, told once in the document, with its short name."""
    body = "".join(random.sample(_PARTS, 3)) + random.choice(_BODIES)
    short = "".join(random.sample("BCDGJKNQSVXZ", 4))
    told = f"{document.paragraphs[1]}翌年、{body}（{short}）を訪れた。"
    return document.with_paragraph(1, told), body, short


def _two_names(random: Random, document: clean.Prose) -> str:
    named, body, short = _named(random, document)
    other = f"{body[:4]}{random.choice(('総合', '共同', '特別'))}{body[4:]}"
    told = f"{named.paragraphs[2]}その後、{other}（{short}）と協議した。"
    return named.with_paragraph(2, told).text()


def _swapped(random: Random, document: clean.Prose) -> str:
    named, body, _ = _named(random, document)
    at = random.choice([i for i in range(len(body) - 1) if body[i] != body[i + 1]])
    wrong = f"{body[:at]}{body[at + 1]}{body[at]}{body[at + 2 :]}"
    told = f"{named.paragraphs[2]}その後、{wrong}と協議した。"
    return named.with_paragraph(2, told).text()


def _renamed(random: Random, document: clean.Evaluated) -> str:
    name = random.choice(("協議の頻度", "協議への出席", "協議の回数と日数"))
    return document.text().replace("【測定指標１－１ 協議の回数", f"【測定指標１－１ {name}")


def _left_over(random: Random, words: str) -> str:
    word = random.choice(("整備", "調査", "訓練"))
    return f"{words}続いて{word}を{random.choice(('更に', 'より', '一層'))}{word}を進めた。"


_PARTS = ("北洋", "航路", "海図", "沿岸", "漁場", "気象", "救難", "港湾")
_BODIES = ("調整会議", "監督機構", "研究財団")

SEEDS: tuple[Seed, ...] = (
    Seed(
        ("names.abbreviation_two_names", "names.abbreviation_introduced"), clean.prose, _two_names
    ),
    Seed(("names.letters_swapped",), clean.prose, _swapped),
    Seed(("names.indicator_differs",), clean.evaluated, _renamed),
    _prose("layout.words_repeated", _left_over),
    _prose("layout.brackets_unbalanced", lambda _, words: words.replace("）", "", 1)),
    _prose("layout.brackets_unbalanced", lambda _, words: words.replace("（", "", 1)),
    _prose("layout.brackets_mixed_width", lambda _, words: words.replace("）", ")", 1)),
    _prose("layout.words_doubled", _double),
    _prose("layout.words_doubled", lambda _, words: words.replace("を", "をを", 1)),
    _prose("layout.words_doubled", lambda _, words: words.replace("、", "、、", 1)),
    _prose("layout.markup_left", lambda _, words: f"{words}<br>"),
    Seed(("layout.page_number_left",), clean.prose, _page),
    Seed(("layout.characters_minority",), clean.prose, _comma),
    Seed(("dates.entry_without_month",), clean.listed, _without_months),
    Seed(("dates.months_out_of_order",), clean.listed, _backwards),
    Seed(("dates.outside_fiscal_year",), clean.listed, _outside),
    Seed(("references.cited_activity_absent",), clean.listed, _absent),
    Seed(("marks.met_but_marked_lower",), clean.evaluated, _met),
    Seed(
        ("marks.mark_differs",),
        clean.evaluated,
        lambda _, document: replace(document, summary_mark="ａ").text(),
    ),
    Seed(
        ("marks.primary_differs",),
        clean.evaluated,
        lambda _, document: replace(document, primary="").text(),
    ),
    Seed(("references.means_two_numbers",), clean.evaluated, _two_numbers),
    Seed(
        ("references.heading_field_number",),
        clean.evaluated,
        lambda random, document: replace(document, field_no=random.choice("２３４")).text(),
    ),
    Seed(
        ("sums.budget_total",),
        clean.budgeted,
        lambda random, document: replace(document, total=random.randint(30, 90)).text(),
    ),
    Seed(
        ("sums.executed_over_budget",),
        clean.budgeted,
        lambda random, document: replace(document, executed=random.randint(30, 90)).text(),
    ),
    Seed(
        ("sums.students_total",),
        clean.students,
        lambda random, document: replace(document, off_by=random.randint(1, 9)).text(),
    ),
)
