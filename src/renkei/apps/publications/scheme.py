"""The five common categories of 目標管理型の政策評価, as every sheet prints them.

Source: 目標管理型の政策評価の実施に関するガイドライン (2013-12-20), 各行政機関共通区分; the labels
as printed under the sheets of the ministries.
"""

from __future__ import annotations

from renkei.apps.publications.sheet import Rating

NAME = "各行政機関共通区分"
LABELS = (
    "目標超過達成",
    "目標達成",
    "相当程度進展あり",
    "進展が大きくない",
    "目標に向かっていない",
)
CIRCLED = "①②③④⑤"


def scheme_text() -> str:
    """The footnote: ①目標超過達成、②目標達成、…"""
    return "、".join(f"{mark}{label}" for mark, label in zip(CIRCLED, LABELS, strict=True))


def scheme_line(rating: Rating) -> str:
    """The result as printed: ③相当程度進展あり（Ｂ）."""
    mark, label = "", rating.label
    if rating.scale_value is not None:
        mark = CIRCLED[rating.scale_value - 1]
        label = label or LABELS[rating.scale_value - 1]
    letter = f"（{rating.letter}）" if rating.letter else ""
    return f"{mark}{label}{letter}"
