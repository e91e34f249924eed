"""The families that are run over every document, in order, and the form each of them reads."""

from __future__ import annotations

from renkei.core.extract.activity_lists import read_activity_lists
from renkei.core.extract.agreements import put_together
from renkei.core.extract.base import Family, Together
from renkei.core.extract.directive import read_directive
from renkei.core.extract.narrative import read_narrative, read_progress
from renkei.core.extract.report import read_report
from renkei.core.extract.research_exchange import read_research_exchange
from renkei.core.extract.sheets import sheets
from renkei.core.extract.standard_sheet import read_standard_sheet
from renkei.core.extract.student_exchange import read_student_exchange

READERS: tuple[tuple[Family, str], ...] = (
    (read_activity_lists, "evaluation_sheet"),
    (read_student_exchange, "evaluation_sheet"),
    (read_research_exchange, "evaluation_sheet"),
    (sheets, "numbered_sheet"),
    (read_standard_sheet, "evaluation_sheet"),
    (read_narrative, "white_paper"),
    (read_report, "white_paper"),
    (read_directive, "directive"),
)
"""Family and code of the form (glossary group ``form_kind``) whose documents it reads."""

IN_PROSE: tuple[tuple[Family, str], ...] = ((read_progress, "numbered_sheet"),)
"""Families that read the prose of a form and not its places: they cost several times as much."""

TOGETHER: tuple[Together, ...] = (put_together,)
"""What is put together from the records of all families, in order."""
