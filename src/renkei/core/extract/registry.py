"""The families that are run over every document, in order."""

from __future__ import annotations

from renkei.core.extract.activity_lists import read_activity_lists
from renkei.core.extract.base import Family
from renkei.core.extract.directive import read_directive
from renkei.core.extract.narrative import read_narrative
from renkei.core.extract.research_exchange import read_research_exchange
from renkei.core.extract.sheets import sheets
from renkei.core.extract.standard_sheet import read_standard_sheet
from renkei.core.extract.student_exchange import read_student_exchange

FAMILIES: tuple[Family, ...] = (
    read_activity_lists,
    read_student_exchange,
    read_research_exchange,
    sheets,
    read_standard_sheet,
    read_narrative,
    read_directive,
)
