"""The sentences of reasons, in both languages."""

from __future__ import annotations

from renkei.core.errors.message import Message

REASONS: dict[str, Message] = {
    "year": Message(
        "{year}年度：目標 {target}、実績 {actual}、達成率 {rate}",
        "Fiscal {year}: target {target}, actual {actual}, rate {rate}",
    ),
    "year_met": Message(
        "{year}年度：目標 {target} に対し実績 {actual}。目標に届いた",
        "Fiscal {year}: actual {actual} against a target of {target}: met",
    ),
    "year_not_met": Message(
        "{year}年度：目標 {target} に対し実績 {actual}。目標に届かない",
        "Fiscal {year}: actual {actual} against a target of {target}: not met",
    ),
    "total": Message(
        "期間の合計：目標 {target}、実績 {actual}、達成率 {rate}",
        "Over the years: target {target}, actual {actual}, rate {rate}",
    ),
    "last_year_stands": Message(
        "期間の合計は作れないので、{year}年度で判断する：{why}",
        "There is no total over the years, so fiscal {year} is judged: {why}",
    ),
    "threshold_met": Message("{mark} の条件「{rule}」を満たす", "Meets {mark}: {rule}"),
    "threshold_missed": Message(
        "{mark} の条件「{rule}」を満たさない", "Does not meet {mark}: {rule}"
    ),
    "threshold_open": Message(
        "{mark} の条件「{rule}」は判断できない：{why}", "{mark}, {rule}, cannot be judged: {why}"
    ),
    "rest": Message("上のどれにも当たらなければ {mark}", "{mark} where none of these is met"),
    "in_words": Message(
        "目標が文章なので、数値からは判断できない。人の判断が要る",
        "The target is in words: figures do not tell, a person has to judge",
    ),
    "two_figures": Message(
        "{year}年度の{role}が {first} と {second} の二つある",
        "There are two figures for the {role} of {year}: {first} and {second}",
    ),
    "no_target": Message("目標値がない", "There is no target figure"),
    "no_actual": Message(
        "目標のある年度の実績値がない", "There is no actual of a year with a target"
    ),
    "no_figures": Message("数値がない", "There are no figures"),
    "not_measured_yet": Message(
        "{year}年度は目標 {target} だけで、実績はまだない",
        "Fiscal {year} has a target of {target} and no actual yet",
    ),
    "absent": Message(
        "{year}年度の{role}は値がない（{absence}）。0 とはみなさない",
        "Fiscal {year} has no {role} ({absence}); that is not zero",
    ),
    "unit_differs": Message(
        "目標（{target}）と実績（{actual}）の単位が違う",
        "Target ({target}) and actual ({actual}) are in different units",
    ),
    "provisional": Message(
        "確定値でない数値を含む（{precision}）", "Figures are not final ({precision})"
    ),
    "improvement_assumed": Message(
        "増えるほどよい指標とみなした（どこにも書かれていない）",
        "Taken as better the higher it is; nothing says so",
    ),
    "component": Message("{component}：{marks}", "{component}: {marks}"),
    "worst_component": Message("内訳のうち最も低いものによる", "The lowest component decides"),
    "decided": Message("与えられた評定 {mark} による", "The mark {mark} was given"),
    "house_thresholds": Message(
        "「{scheme}」の数値の境目は出典になく、この方式の版 {version} が定めたもの",
        "The source of “{scheme}” gives no figures; the thresholds are those of its version {version}",
    ),
    "line": Message(
        "基準 {baseline}（{base_year}年度）、目標 {target}（{end_year}年度）、実績 {actual}（{year}年度）",
        "Baseline {baseline} ({base_year}), target {target} ({end_year}), actual {actual} ({year})",
    ),
    "line_missing": Message(
        "基準値、目標値、実績値のどれかがなく、線を引けない",
        "The baseline, the target or the actual is missing, so there is no line",
    ),
    "line_finding": Message("判定は {mark}", "The finding is {mark}"),
    "would_follow": Message(
        "印刷された {mark} は、{of} の境目が {rate} {side}なら数値から導かれる",
        "The printed {mark} would follow if the threshold of {of} were {side} {rate}",
    ),
    "condition_met": Message(
        "{label}：{scope}の {share} 以上が {mark} 以上 — {count}/{total}、満たす",
        "{label}: at least {share} of {scope} at {mark} or better: {count} of {total}, met",
    ),
    "condition_missed": Message(
        "{label}：{scope}の {share} 以上が {mark} 以上 — 多くて {count}/{total}、満たさない",
        "{label}: at least {share} of {scope} at {mark} or better: at most {count} of {total}, not met",
    ),
    "condition_open": Message(
        "{label}：{scope}の {share} 以上が {mark} 以上 — {sure} から {count}/{total}、判断できない",
        "{label}: at least {share} of {scope} at {mark} or better: {sure} to {count} of {total}, open",
    ),
    "grades": Message("施策の区分", "Grade of the policy"),
    "no_primary": Message(
        "主要な指標の表示がないので、全ての指標で判断する",
        "No indicator is marked as primary, so all of them count",
    ),
    "no_condition": Message("{label}：どの条件にも当たらないとき", "{label}: where no other holds"),
    "points": Message(
        "点の平均 {low} から {high}（{count} 指標、除いたもの {left_out}）",
        "Mean of points {low} to {high} ({count} indicators, {left_out} left out)",
    ),
    "no_indicators": Message("評定する指標がない", "There is no indicator to rate"),
    "no_policy_rule": Message(
        "「{scheme}」は指標だけの方式で、施策の評定を定めない",
        "“{scheme}” rates indicators only, not policies",
    ),
}

SCOPES = {
    "all": Message("全ての指標", "all indicators"),
    "primary": Message("主要な指標", "primary indicators"),
}

RULES = {
    "rate_at_least": Message("達成率 {rate} 以上", "rate of at least {rate}"),
    "rate_above": Message("達成率 {rate} 超", "rate above {rate}"),
    "better_than_baseline": Message("基準値より良い", "better than the baseline"),
}

SIDES = {
    "at_most": Message("以下", "at most"),
    "above": Message("より高いもの", "above"),
}

WHY = {
    "rank": Message("順位には達成率がない", "a rank has no rate of achievement"),
    "no_baseline": Message("基準値がない", "there is no baseline"),
    "holes": Message("実績のない年度がある", "some years have a target and no actual"),
    "no_rate": Message(
        "0 又は負の数なので達成率を計算できない", "zero or a negative figure gives no rate"
    ),
}

PRECISIONS = {
    "rounded": Message("概数", "rounded"),
    "forecast": Message("見込み", "forecast"),
    "compiling": Message("集計中", "being compiled"),
}

ROLES = {"actual": Message("実績値", "actual"), "target": Message("目標値", "target")}
