"""What was done for an indicator, told from the register in the words of the official lists.

    <オーストラリア>
    防衛相会談(6月及び11月)、空軍本部長訪日(9月)及び防衛相電話会談(10月(2回)、12月)

Activities stand under the indicator and the heading under which the policy's own document prints
them, whatever other documents tell of them; those above the viewer's clearance are not told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from renkei.apps.accounts.selectors import Viewer, highest_marking
from renkei.apps.evaluation.models import Policy
from renkei.apps.publications.sheet import YearTarget
from renkei.apps.publications.words import YearNames, era_year, named
from renkei.apps.register.models import Activity, ActivitySource, StudentExchange
from renkei.apps.register.selectors import visible_activities
from renkei.core.records.types import LISTED
from renkei.core.values import PartialDate

STUDENTS = "留学生"
OF_STUDENTS = {"inbound": "留学生の受入れ", "outbound": "諸外国への留学"}
_OURS = {
    "chief_joint": "統幕長",
    "chief_ground": "陸幕長",
    "chief_maritime": "海幕長",
    "chief_air": "空幕長",
}
_REMOTE = ("電話", "テレビ", "VTC", "オンライン")
_REMOTE_WORD = {"video": "VTC", "phone": "電話"}


def by_indicator(
    viewer: Viewer, policy: Policy, years: YearNames
) -> Mapping[str, tuple[YearTarget, ...]]:
    """Progress of each indicator by its number, year by year, from the policy's own document."""
    if policy.document_id is None:
        return {}
    sources = (
        ActivitySource.objects.filter(
            record__document=policy.document_id,
            record__rule__startswith=LISTED,  # what prose tells is printed as that prose
            activity__in=visible_activities(viewer),
        )
        .select_related("activity", "record")
        .defer("activity__search_text")
        .order_by("activity__fiscal_year", "record__start", "pk")
    )
    told = sorted((row for row in sources if _section(row)), key=_section)  # keeps the order within
    return {
        section: tuple(
            YearTarget(year=named(years, year), progress=tuple(_lines(list(of_year), year)))
            for year, of_year in groupby(of_section, key=lambda row: row.activity.fiscal_year)
        )
        for section, of_section in groupby(told, key=_section)
    }


def _section(source: ActivitySource) -> str:
    return str(source.record.payload.get("section", ""))


def _heading(source: ActivitySource) -> str:
    return str(source.record.payload.get("listed_under", ""))


def of_students(viewer: Viewer, policy: Policy, years: YearNames) -> tuple[YearTarget, ...]:
    """Students received and sent, year by year, with the printed total."""
    rows = (
        StudentExchange.objects.filter(
            record__document=policy.document_id, marking__lte=highest_marking(viewer)
        )
        .select_related("partner")
        .order_by("fiscal_year", "direction", "-count", "pk")
    )
    return tuple(
        YearTarget(year=named(years, year), progress=tuple(_student_lines(of_year)))
        for year, of_year in groupby(rows, key=lambda row: row.fiscal_year)
    )


def _student_lines(rows: Iterable[StudentExchange]) -> Iterable[str]:
    for direction, of_direction in groupby(rows, key=lambda row: row.direction):
        told = list(of_direction)
        total = [f"合計{row.count}名" for row in told if row.partner is None]
        parts = [f"{row.partner.name_ja}{row.count}名" for row in told if row.partner]
        yield f"・{OF_STUDENTS[direction]}：{''.join(total)}({_listed(parts)})"


def _lines(sources: Sequence[ActivitySource], year: int | None) -> Iterable[str]:
    for heading, rows in groupby(sources, key=_heading):
        entries = _entries([row.activity for row in rows], year)
        if heading:
            yield f"<{heading}>"
            yield _listed(entries)
        else:
            yield from (f"・{entry}" for entry in entries)


def _entries(activities: Sequence[Activity], year: int | None) -> list[str]:
    """One entry for neighbours of one title: 防衛相会談(6月及び11月)."""
    entries = []
    for title, rows in groupby(activities, key=_title):
        dates = _dates(list(rows), year)
        entries.append(f"{title}({dates})" if dates else title)
    return entries


def _title(activity: Activity) -> str:
    """The title with what its brackets told besides the month: place, mode, our side."""
    title = activity.title
    brackets = [activity.place] if activity.place and activity.place not in title else []
    if activity.mode in _REMOTE_WORD and not any(word in title for word in _REMOTE):
        brackets.append(_REMOTE_WORD[activity.mode])
    ours = _OURS.get(activity.level, "")
    if ours and activity.kind == "forum" and ours not in title:
        brackets.append(ours)
    return title + "".join(f"({bracket})" for bracket in brackets)


def _dates(rows: Sequence[Activity], year: int | None) -> str:
    """6月及び11月; a month of the next calendar year names it once: 令和2年1月及び2月."""
    told: list[str] = []
    named_year = year
    for (start, end), times in _times(rows).items():
        first = PartialDate.parse(start)
        words = _month(first, named_year)
        named_year = first.year
        if end:
            words += f"～{_month(PartialDate.parse(end), first.year)}"
        told.append(words + (f"({times}回)" if times > 1 else ""))
    return _listed(told)


def _times(rows: Sequence[Activity]) -> Mapping[tuple[str, str], int]:
    """How often each date is told. 署名・発効 is two activities of two kinds, told once."""
    counted = Counter((row.start, row.end, row.kind) for row in rows if "-" in row.start)
    times: dict[tuple[str, str], int] = {}
    for (start, end, _), number in counted.items():
        times[start, end] = max(number, times.get((start, end), 0))
    return times


def _month(date: PartialDate, known_year: int | None) -> str:
    day = f"{date.day}日" if date.day else ""
    if date.year == known_year:
        return f"{date.month}月{day}"
    return f"{era_year(date.first_day)}年{date.month}月{day}"


def _listed(words: Sequence[str]) -> str:
    """甲, 甲及び乙, 甲、乙及び丙."""
    if len(words) < 2:
        return "".join(words)
    return f"{'、'.join(words[:-1])}及び{words[-1]}"
