"""Evaluation sheets in the standard form with one list per indicator (実施施策に係る政策評価書).

The form with numbered fields and indicators is read by ``sheets``; a document is one or the other.
"""

from renkei.core.extract.standard_sheet.family import read_standard_sheet

__all__ = ["read_standard_sheet"]
