"""Long hostile inputs: reading stays linear in their length."""

from time import process_time

import pytest

from tests.core.extract.sheets.sheet_samples import extract

HEAD = "測定指標 1-1 名\n"
CITED = HEAD + "【測定指標1-1 名】\n"
TABLE = HEAD + "令和2年度 実績値\n"
MEANS = "達成手段\n\t令和2年度\t令和3年度\n"
STREAM = "達成手段\n(単位:円) 令和2年度 3年度\n①名 "
REQUEST = "政策評価調書\n(千円)\n3年度当初予算額\n4年度概算要求額\n"
INPUTS = {
    "figures of a means": (STREAM, "5 "),
    "brackets after figures": (STREAM, "5 ("),
    "blanks after a figure": (STREAM + "5", "\n"),
    "one long word": (STREAM, "5"),
    "entries of means": (STREAM, "\n②名 5 (3) 6"),
    "headings in brackets": ("個別分野1 名\n", "【測定指標1-1 名\n"),
    "budget items": (REQUEST, "協力費\n港に\n"),
    "budget rows": (REQUEST, "一般 本省 1,000 2,000\n協力費 港に必要な経費\n"),
    "broken notes": (HEAD, "(注)名\n"),
    "units": (HEAD, "(単位:"),
    "headings": ("", HEAD),
    "open brackets in a name": ("測定指標 1-1 ", "("),
    "year lists": (CITED + "(令和", "2・"),
    "unclosed citations": (CITED, "(令和2年度:"),
    "nested brackets": (CITED + "(令和2年度:", "("),
    "mentions": (CITED, "達成手段①"),
    "broken header words": (HEAD, "年 度 目 "),
    "blanks after a circle": (TABLE + "①名", " "),
    "values": (TABLE, "10 "),
    "values on lines": (TABLE, "10\n"),
    "cells": (HEAD, "\t令和2年度\t目標値"),
    "numbered items": (HEAD + "中期目標\n令和2年度目標\n", "1 行\n"),
    "means": (MEANS, "①名\t1-1\n\t5 (3)\t6\n"),
    "brackets in a means": (MEANS + "①名(", "施策"),
    "budget labels": ("政策評価調書\n(千円)", "3年度当初予算額 "),
    "line breaks": (HEAD, "\n"),
    "blanks": (HEAD, " "),
}
SIZE = 12_000


@pytest.mark.parametrize(("start", "unit"), INPUTS.values(), ids=INPUTS.keys())
def test_four_times_the_length_takes_about_four_times_as_long(start: str, unit: str) -> None:
    def seconds(factor: int) -> float:
        text = start + unit * (factor * SIZE // len(unit))
        begin = process_time()
        extract(text)
        return process_time() - begin

    # quadratic time would be 16-fold every time; a busy core is slow now and then
    pairs = ((seconds(1), seconds(4)) for _ in range(6))
    assert any(long < 9 * max(short, 0.02) for short, long in pairs)
