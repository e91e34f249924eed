"""The five categories that all ministries share, ① to ⑤.

Source: 目標管理型の政策評価の実施に関するガイドライン, 2013.
"""

from __future__ import annotations

SCHEME = "各行政機関共通区分"
SCALE = (
    "目標超過達成",
    "目標達成",
    "相当程度進展あり",
    "進展が大きくない",
    "目標に向かっていない",
)
