"""What an indicator measures, told from its unit and the words of its name, with the grounds.

A sheet does not say whether its numbers are counts, levels or shares. Where words tell it, the
ground is a code ("unit_of_rank"); where none does, the kind is unknown and nothing is added up.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from renkei.core.evaluation.indicators.indicator import Definition
from renkei.core.evaluation.indicators.kinds import Improvement, Kind, Precision, Series

_SURVEY = re.compile(r"世論調査|意識調査|アンケート|回答(?:の|した|者の)割合")
_RATIO = re.compile(r"(?:率|割合|比率|倍率)(?:$|[(（])")
_CUMULATIVE = re.compile(r"累計|累積|通算")
_STATE = re.compile(
    r"現在(?:$|[)）の])|残高|保有|在籍|加盟国数|締約国数|職員数"
    r"|(?:して|れて|って)いる[^、。]{0,30}数(?:$|[(（])"
)
_COUNTED = re.compile(r"(?:数|実績)(?:$|[(（])")
_DOWN_NAME = re.compile(r"削減|縮減|減少|短縮|発生件数|未達")
_DOWN_TARGET = re.compile(r"以下|以内|未満")
_FORECAST = re.compile(r"見込|予定|推計")
_COMPILING = re.compile(r"集計中|調査中|精査中|速報|暫定")
_ROUNDED = re.compile(r"約|およそ|概ね|おおむね|程度|[万億兆]|前後|余")
_OF_UNIT = {
    **dict.fromkeys(("件", "回", "人", "名", "部", "社", "校"), Kind.COUNT),
    **dict.fromkeys(("隻", "機", "本", "冊", "か所", "箇所"), Kind.COUNT),
    **dict.fromkeys(("円", "千円", "百万円", "億円", "ドル", "t", "トン", "kg"), Kind.FLOW),
    **dict.fromkeys(("%", "％", "倍", "ポイント"), Kind.RATIO),
    **dict.fromkeys(("か国", "カ国", "ヶ国", "国", "国・地域"), Kind.DISTINCT),
    "位": Kind.RANK,
}


def infer_definition(
    name: str, units: Iterable[str], targets: Iterable[str] = (), *, qualitative: bool = False
) -> tuple[Definition, tuple[str, ...]]:
    """The definition and its grounds. ``targets`` are target figures as printed (８位以内)."""
    if qualitative:
        return Definition(kind=Kind.QUALITATIVE), ("printed_as_qualitative",)
    kind, ground = _kind(name, {unit for unit in units if unit})
    series: Series = "cumulative" if _CUMULATIVE.search(name) else "per_year"
    improvement, why = _improvement(kind, name, targets)
    grounds = [ground, why]
    if kind in (Kind.COUNT, Kind.FLOW):
        grounds.insert(1, "cumulative_in_name" if series == "cumulative" else "per_year_assumed")
    return Definition(kind=kind, series=series, improvement=improvement), tuple(grounds)


def _kind(name: str, units: set[str]) -> tuple[Kind, str]:
    kinds = {_OF_UNIT.get(unit, Kind.UNKNOWN) for unit in units}
    if kinds == {Kind.RANK} or name.endswith("順位"):
        return Kind.RANK, "unit_of_rank" if units else "rank_in_name"
    if kinds <= {Kind.RATIO} and _SURVEY.search(name):
        return Kind.SURVEY_SHARE, "survey_in_name"
    if kinds == {Kind.RATIO}:
        return Kind.RATIO, "unit_of_ratio"
    if not units and _RATIO.search(name):
        return Kind.RATIO, "ratio_in_name"
    if kinds <= {Kind.COUNT} and _STATE.search(name) and not _CUMULATIVE.search(name):
        return Kind.LEVEL, "state_in_name"
    if len(kinds) == 1 and Kind.UNKNOWN not in kinds:
        return next(iter(kinds)), "unit_tells_the_kind"
    if not units and _COUNTED.search(name):
        return Kind.COUNT, "number_in_name"
    return Kind.UNKNOWN, "nothing_tells_the_kind"


def _improvement(kind: Kind, name: str, targets: Iterable[str]) -> tuple[Improvement, str]:
    if any(_DOWN_TARGET.search(text) for text in targets):
        return "down", "target_is_a_ceiling"
    if kind is Kind.RANK:
        return "down", "first_rank_is_best"
    if _DOWN_NAME.search(name):
        return "down", "decrease_in_name"
    return "up", "increase_assumed"


def precision_of(text: str) -> Precision:
    """How exact the printed figure calls itself."""
    for pattern, precision in (
        (_COMPILING, Precision.COMPILING),
        (_FORECAST, Precision.FORECAST),
        (_ROUNDED, Precision.ROUNDED),
    ):
        if pattern.search(text):
            return precision
    return Precision.EXACT
