"""Acts of states and forces in running prose that are no gathering: notices, announcements,
incidents, and drills that are only planned.

They are rare, so the verbs join those of ``prose_events`` and the phrases are looked for only where a
date ends.
"""

from __future__ import annotations

import re

ACT_VERBS = (
    r"(?P<notice>通告(?:が|を)(?:あ(?:った|り)|行(?:った|われ|い、)|受け(?:た|、)))"
    r"|(?P<announcement>(?:見解|談話|寄港|訪問|派遣|展開)(?:など)?を(?:発表|公表)(?:し|され)(?!たこと))"
    r"|(?P<peacekeeping>(?:国連)?PKOに(?:初めて)?自衛隊(?:の部隊)?を派遣(?:し|され))"
    r"|(?P<students>留学生として(?:初めて)?受け入れ(?=た|、))"
)
_WHO_SPEAKS = re.compile(r"(?:政府|省|庁|軍|首相|大統領|大臣)(?:は|が)")
_OURS = r"(?=[^。]{0,60}?(?:わが国|自衛|海自|空自|陸自|日本))"
_INCIDENT = re.compile(
    rf"の{_OURS}(?P<by>[^、。]{{2,40}}?(?:政府|軍|艦|機|艇|当局|側)による"
    r"(?:[^、。()]|\([^()]{1,40}\)){2,60}?)"
    r"(?=以降|以来|を受け|に関し|、|が|を|は|など|に対)"
    rf"|、{_OURS}(?P<over>[^、。]{{4,60}}をめぐる[^、。]{{1,12}}側の対応)"
)
_PLAN = re.compile(
    r"の(?P<what>[^、。]{4,50}?(?:参加|実施|開催|派遣|訪問|寄港))(?:など)?(?:で|について)(?:一致|合意)"
)
DRILL = re.compile(
    r"中の(?P<who>[^、。]{2,60})[^。]{0,60}?の機会に、?(?P<what>(?:共同|親善)訓練)の実施(?:など)?に向け"
)


def announced(text: str, start: int) -> bool:
    """Whether a state or its forces are named as speaking before what is made public."""
    return _WHO_SPEAKS.search(text, 0, start) is not None


def incident_at(text: str, start: int, end: int) -> tuple[int, int] | None:
    """What was done, and by whom, to which the date that ends at ``start`` belongs."""
    found = _INCIDENT.match(text, start, end)
    return found.span(found.lastgroup or 0) if found else None


def plan_at(text: str, start: int, end: int) -> tuple[str, int, int, int] | None:
    """What is agreed upon for that date as (kind, start, end, end of the verb)."""
    plan = _PLAN.match(text, start, end)
    if plan is not None:
        return ("plan", *plan.span("what"), plan.end())
    drill = DRILL.match(text, start, end)
    if drill is not None:
        return ("planned_drill", *drill.span("what"), drill.end())
    return None
