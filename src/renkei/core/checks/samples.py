"""Little sheets of our own, with blanks to fill in: what the examples of rules are made of.

They have the layouts that ministries print; every fact in them is made up. ¶ stands for the blank
that ends a paragraph in a converted document.
"""

from __future__ import annotations

_EVALUATION = """\
施策名（※） 北方の国々との協力¶
評
価
結
果¶
個別分野１ 砕氷船の運航に関する協力¶
{summary}
個別分野１ 砕氷船の運航に関する協力¶
施策の概要¶
１ 砕氷船の共同運航を準備する。¶
{indicator}
評価結果(個別分野{field})¶
施策の分析¶
{analysis}
"""
_MARKED = "＊１－１ 協議の回数 ｂ¶"
_INDICATOR = "測定指標１－１ 協議の回数＊ "
_TABLE = """\
測定指標１－１ 協議の回数＊¶
中期目
標値¶
令和３年度 令和４年度¶
令和３・
４年度目標
の達成状況¶
年度目
標値¶
実績値¶
年度目
標値¶
実績値¶
"""
_ANALYSIS = """\
【測定指標１－１ 協議の回数 ＊】¶
協議を重ねた。¶"""


def evaluation(
    *,
    summary: str = _MARKED,
    values: str = "－ ５回 ５回 ６回 ５回 ｂ",
    analysis: str = _ANALYSIS,
    field: str = "１",
) -> str:
    """An evaluation of one field and one indicator, each printed line followed by an empty one."""
    text = _EVALUATION.format(
        summary=summary, indicator=f"{_TABLE}{values}¶", analysis=analysis, field=field
    )
    return text.replace("¶", " ").replace("\n", "\n\n")


def lists(*years: str, grounds: str = "派遣が進んだため。", analysis: str = "●概ね達した。") -> str:
    """A standard sheet with the activities of ``years``, each a heading with its lines."""
    return _STANDARD.format(years="\n".join(years), grounds=grounds, analysis=analysis)


_STANDARD = """\
令和3年度から令和4年度までの実施施策に係る政策評価書

(国土省R4-7)

施策名\t往来の促進\t\t
達成すべき目標\t往来の定着\t
測定指標\t往来\t
\t施策の進捗状況(実績)\t目標\t達成

{years}

往来の定着\t③

評価結果\t目標達成度合いの測定結果\t(各行政機関共通区分) ③相当程度進展あり

(判断根拠)

{grounds}

評価結果\t施策の分析\t{analysis}
担当部局名\t国際局\t政策評価実施時期\t令和5年8月
"""


def budget(*, total: str = "19", executed: str = "8") -> str:
    """A sheet with the budget of one year: 12, 10 and △3 million yen."""
    return _BUDGET.format(total=total, executed=executed)


_BUDGET = """\
令和5年度実施施策に係る政策評価書

(海洋省R5-3)

施策名\t島嶼国との協力\t\t
達成すべき目標\t協力の定着\t
施策の予算額・執行額等\t区分\t令和3年度\t4年度\t
\t予算の状況(百万円)\t当初予算(a)\t12\t13
\t\t補正予算(b)\t10\t-
\t\t繰越し等(c)\t△3\t
\t\t合計(a+b+c)\t{total}\t
\t執行額(百万円)\t{executed}\t

担当部局名\t島嶼局\t政策評価実施時期\t令和6年8月
"""


def sources(*titles: str) -> str:
    """An evaluation that lists these sources."""
    listed = "".join(f"・{title}¶\n" for title in titles)
    return evaluation(analysis=f"{_ANALYSIS}\n{_SOURCES}{listed}")


_SOURCES = """\
次期目標等への反映の方向性¶
【測定指標】¶
１－１ 協議の回数 ＊¶
回数を保つ。¶
作成にあたって使用した資料その他の情報¶
"""


def reference_values(name: str, first: str, second: str, analysis: str) -> str:
    """An evaluation with a reference indicator of two years, told of in the analysis."""
    values = f"－ ５回 ５回 ６回 ５回 ｂ¶\n{_REFERENCE.format(name=name)}{first} {second}"
    return evaluation(values=values, analysis=f"【測定指標１－１ 協議の回数 ＊】¶\n{analysis}¶")


_REFERENCE = """\
参考指標：{name}¶
実 績 値¶
令和３年度 令和４年度¶
"""


def appropriations(first: str = "1,200", subtotal: str = "1,500", total: str = "1,500") -> str:
    """A sheet with two rows of one account (the second 300), their subtotal and the total."""
    return _APPROPRIATIONS.format(first=first, subtotal=subtotal, total=total)


_APPROPRIATIONS = """\
政策評価調書（個別票）

【政策ごとの予算額】

政策名\t島嶼国との協力\t\t\t番号\t③\t\t\t
予算科目\t\t\t\t\t\t予算額\t\t\t
\t会計\t組織／勘定\t項\t事項\t他に記載のある 個別票の番号\t5年度 当初予算額\t\t6年度 概算要求額\t
\t政策評価の対象と なっているもの\t一般\t本省\t協力費\t\t島嶼国協力に必要な経費\t\t{first}\t1,400
一般\t\t地方支分部局\t協力費\t島嶼国協力に必要な経費\t\t300\t\t410\t
\t小 計\t\t\t\t一般会計\t{subtotal}\t\t1,810\t
合 計\t\t\t\t\t一般会計\t{total}\t\t1,810\t

(千円)

令和5年度事前分析表（モニタリング）

（海洋省5-Ⅱ-3）

施策名（※）\t島嶼国との協力\t\t\t\t

個別分野 1 港湾の整備

施策の概要

- 1 港湾の技術者を招く。
"""


def two_budgets(initial: str) -> str:
    """A sheet whose account table gives 25,100 thousand yen, and its yearly table ``initial``."""
    table = appropriations("24,000", "25,100", "25,100").replace("\t300\t", "\t1,100\t")
    return table.replace("\n個別分野 1", _YEARLY.format(initial=initial) + "\n個別分野 1")


_YEARLY = """\
施策の予算額・執行額等（分担金・拠出金除く）\t区分\t令和3年度\t令和4年度\t令和5年度
予算の状況\t当初予算(a)\t12\t13\t{initial}
(百万円)\t補正予算(b)\t0\t2\t/
繰越し等(c)\t繰越し等(c)\t△3\t-\t/
(百万円)\t合計(a+b+c)\t9\t15\t/
(百万円)\t執行額(百万円)\t8\t14\t/
"""


def progress(first: str, second: str, analysis: str) -> str:
    """An evaluation that tells what was done in two years, and the analysis of it."""
    text = _EVALUATION.format(
        summary=_MARKED,
        indicator=_QUALITATIVE.format(first=first, second=second),
        analysis=f"【測定指標１－１ 協議の回数 ＊】¶\n{analysis}¶",
        field="１",
    )
    return text.replace("¶", " ").replace("\n", "\n\n")


_QUALITATIVE = """\
測定指標１－１ 協議の回数 ＊¶
中期目標（--年度）¶
協議を定着させる。¶
令和３年度目標¶
１ 提案をまとめる。¶
施策の進捗状況・実績¶
１ {first}¶
令和４年度目標¶
１ 提案をまとめる。¶
施策の進捗状況・実績¶
１ {second}¶
令和３・４年度目標の達成状況：ｂ¶
"""
