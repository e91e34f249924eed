"""Which language a command speaks: --lang, else RENKEI_LANG, else Japanese."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any, TypeVar, cast

import click

from renkei.core.errors import UsageError
from renkei.core.errors.messages import Language

LANGUAGES = ("ja", "en")
_VARIABLE = "RENKEI_LANG"
_Command = TypeVar("_Command", bound=Callable[..., Any])


def chosen_language(option: str | None = None) -> Language:
    """The language of messages. Raises UsageError for a setting that is none."""
    code = option or os.environ.get(_VARIABLE) or "ja"
    if code not in LANGUAGES:
        raise UsageError("RK421", setting=_VARIABLE, value=code, allowed=", ".join(LANGUAGES))
    return cast(Language, code)


def language_option(command: _Command) -> _Command:
    """Adds ``--lang`` to a command."""
    add = click.option(
        "--lang", type=click.Choice(LANGUAGES), help=words("option.lang"), expose_value=True
    )
    return add(command)


def words(key: str) -> str:
    """The words of the command line in the language of the environment (help is made early)."""
    english = os.environ.get(_VARIABLE) == "en"
    japanese, other = WORDS[key]
    return other if english else japanese


def say(key: str, language: Language, **values: object) -> str:
    """The words ``key`` in ``language`` with their values filled in."""
    japanese, english = WORDS[key]
    return (japanese if language == "ja" else english).format(**values)


WORDS: dict[str, tuple[str, str]] = {
    "renkei": (
        "連携：安全保障協力とその政策評価の台帳。",
        "Renkei: the register of security co-operation and its policy evaluation.",
    ),
    "option.lang": (
        "メッセージの言語（既定は RENKEI_LANG、なければ ja）。",
        "Language of messages (default: RENKEI_LANG, else ja).",
    ),
    "option.published": (
        "文書の公表年（西暦）。「昨年12月」「本年2月」などを読むために使います。",
        "Western year of publication, to read 昨年12月, 本年2月 and the like.",
    ),
    "option.leftovers": (
        "記録らしいのに読めなかった箇所を JSON Lines でこのファイルに書きます（- は標準エラー）。",
        "Write what was not understood to this file as JSON Lines (- is standard error).",
    ),
    "option.progress": (
        "評価書・事前分析表の「進捗状況・実績」の文に書かれた活動も読みます（時間は4倍ほど）。",
        "Also read the activities that the progress of evaluation sheets tells (four times as long).",
    ),
    "option.line": ("見たい行（1から数えます）。", "The line to look at, counted from 1."),
    "option.record": (
        "見たい記録の ID（extract の id。先頭だけでもかまいません）。",
        "The id of the record to look at, or the beginning of it.",
    ),
    "extract": (
        "ファイルから記録を読み、JSON Lines で標準出力に書きます。- は標準入力です。",
        "Read records from files and print them as JSON Lines. - is standard input.",
    ),
    "explain": (
        "ある行又は記録について、どの規則と語で読み、何をどこから推定し、何を読み残したかを示します。",
        "Show how a line or a record was read: rule, words, what was inferred, what was left over.",
    ),
    "vocabulary": (
        "語彙の項目を一覧にします。TEXT を与えると、その中に見つかる語を示します。",
        "List the entries of the vocabulary; with TEXT show what is found in it.",
    ),
    "option.kind": ("この種類だけを示します。", "Only this kind of entry."),
    "vocabulary.nothing": (
        "語彙にある語は見つかりませんでした。",
        "No word of the vocabulary was found.",
    ),
    "heading": ("{name}　{line} 行目", "{name}, line {line}"),
    "records": ("読み取った記録：{count} 件", "Records read: {count}"),
    "leftovers": ("読み残し：{count} 件", "Left over: {count}"),
    "nothing": (
        "この行から読み取った記録はありません。",
        "No record was read from this line.",
    ),
    "no-form": (
        "この文書は、知っている様式のどれでもありません。",
        "This document is none of the known forms.",
    ),
    "rule": ("規則", "rule"),
    "printed": ("印刷された語", "printed words"),
    "where": ("場所", "place"),
    "where.value": ("{line} 行目、{start}–{end} 文字目", "line {line}, characters {start}–{end}"),
    "inferred": ("推定", "inferred"),
    "atom": ("一致した語", "matched"),
    "from.line": ("　← {line} 行目「{words}」", " ← line {line}: {words}"),
    "reason": ("理由", "reason"),
    "cut": ("…（全 {count} 字）", "… ({count} characters)"),
    "check": (
        "文書の誤りを探し、場所と理由を示します。終了コードは、誤りがあれば 2、注意があれば 1 です。",
        "Find the errors of documents, with place and reason. Exit code 2 with errors, 1 with warnings.",
    ),
    "check.format": ("結果の形式。", "Form of the result."),
    "check.register": (
        "台帳に登録された案件を点検します。",
        "Check the activities of the register.",
    ),
    "check.rules": (
        "この規則又は系統だけを使います（コンマ区切り）。",
        "Only these rules or families, parted by commas.",
    ),
    "check.severity": ("これより軽い指摘は示しません。", "Leave out findings lighter than this."),
    "check.style": (
        "書き方の設定（YAML）。使わない規則、重さ、優先する文字を決めます。",
        "House style (YAML): rules not used, weights, preferred characters.",
    ),
    "check.expected": ("正しくは：{words}", "expected: {words}"),
    "check.more": ("ほか {count} か所", "and {count} more places"),
    "check.page": ("文書の点検結果", "Findings"),
    "check.nothing": ("指摘はありません。", "Nothing was found."),
    "check.no-form": (
        "知っている様式ではないため、文字と体裁だけを点検しました。",
        "The document is none of the known forms: only text and layout were checked.",
    ),
    "check.summary": (
        (
            "{name}：誤り {error}、注意 {warning}、参考 {info}。規則のうち合格 {pass}、"
            "対象なし {not_applied}、中断 {crashed}。"
        ),
        (
            "{name}: {error} errors, {warning} warnings, {info} notes. Of the rules {pass} passed, "
            "{not_applied} did not apply, {crashed} crashed."
        ),
    ),
    "rate": (
        "評価書の評定が、印刷された数値から導かれるかを示します。何があれば変わるかも示します。",
        "Show where the marks of evaluations follow from their figures, and what would change them.",
    ),
    "rate.scheme": (
        "評定の方式の名前、又は YAML ファイル（既定は印刷された評定に合うもの）。",
        "Name of a rating scheme, or a YAML file (default: the one the printed marks belong to).",
    ),
    "rate.by": ("方式：{title}（版 {version}）", "Scheme: {title} (version {version})"),
    "rate.assumed": (
        "方式：{title}（版 {version}）。評定が印刷されていないため、これによるものとした",
        "Scheme: {title} (version {version}), assumed since no marks are printed",
    ),
    "rate.mark": (
        "印刷 {printed}、数値から {given}：{outcome}",
        "printed {printed}, figures give {given}: {outcome}",
    ),
    "rate.lines": ("（{lines} 行目）", " (line {lines})"),
    "rate.worded": (
        "文章による目標 {count} 件は、数値からは判断できない：{marks}",
        "{count} targets in words, which figures do not tell: {marks}",
    ),
    "rate.bare": (
        "数値のない指標 {count} 件：{marks}",
        "{count} indicators without figures: {marks}",
    ),
    "rate.foreign": (
        "この方式にない評定 {count} 件：{marks}",
        "{count} marks that are none of this scheme: {marks}",
    ),
    "rate.grade": ("施策の評定：印刷 {printed}", "Grade of the policy: printed {printed}"),
    "rate.from_marks": (
        "印刷された指標の評定から {given}：{outcome}",
        "the printed marks give {given}: {outcome}",
    ),
    "rate.from_figures": ("数値だけから {given}", "figures alone give {given}"),
    "rate.change": (
        "{number}：{condition} {mark} となり、施策は {grade}",
        "{number}: {condition} {mark}, and the policy {grade}",
    ),
    "rate.change_mark": (
        "{number}：{condition} {mark} となる（施策は {grade} のまま）",
        "{number}: {condition} {mark} (the policy stays {grade})",
    ),
    "rate.at_least": (
        "実績が {needed} 以上なら",
        "with an actual of at least {needed},",
    ),
    "rate.at_most": ("実績が {needed} 以下なら", "with an actual of at most {needed},"),
    "rate.change_given": (
        "{number} のどれか一つが {mark} とされれば、施策は {grade}",
        "were one of {number} marked {mark}, the policy would be {grade}",
    ),
    "rate.change_one": (
        "{number} が {mark} とされれば、施策は {grade}",
        "were {number} marked {mark}, the policy would be {grade}",
    ),
    "rate.source": ("出典：{source}", "Source: {source}"),
    "rate.summary": ("指標 {count} 件：{told}", "{count} indicators: {told}"),
    "count": (
        (
            "QUESTION に当たる交流案件を数え、数えたもの、疑わしいもの、外れたものを理由と共に示します。"
            "例：'kind=meeting; partners=only:米国; fiscal_year=2020'"
        ),
        (
            "Count the activities that QUESTION means and show which, which may be, and which were "
            "left out and why. Example: 'kind=meeting; partners=only:USA; fiscal_year=2020'"
        ),
    ),
    "count.number": ("{number} 件", "{number} counted"),
    "count.range": ("（{low} から {high} 件）", " (from {low} to {high})"),
    "count.period_empty": (
        "この期間の案件は一件も記録がない。0 件とは言えない",
        "Nothing at all is recorded of these years, so this is no zero",
    ),
    "count.doubtful": (
        "記録からは決められないもの {count} 件（決まらない条件）：",
        "{count} that their records do not decide (the open condition):",
    ),
    "count.near": (
        "一つの条件だけで外れたもの {count} 件：",
        "{count} left out by one condition only:",
    ),
    "count.maybe_same": (
        "同じ案件かもしれない組 {count}：",
        "{count} pairs that may be one event:",
    ),
    "count.others": ("ほかに外れたもの {count} 件", "{count} others left out"),
    "count.more": ("ほか {count} 件", "and {count} more"),
    "outcome.follows": ("数値から導かれる", "follows"),
    "outcome.between": (
        "この方式では導かれないが、年度ごとの評定の間にある",
        "not by this scheme, yet between the marks of single years",
    ),
    "outcome.departs": ("数値と合わない", "departs from the figures"),
    "outcome.open": ("数値だけでは判断できない", "figures do not tell"),
    "outcome.not_in_scheme": (
        "この方式にない評定なので比べられない",
        "not a mark of this scheme, so it cannot be compared",
    ),
    "outcome.not_printed": ("評定の印刷なし", "no mark printed"),
    "severity.error": ("誤り", "error"),
    "severity.warning": ("注意", "warning"),
    "severity.info": ("参考", "note"),
}
