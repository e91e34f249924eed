"""Codes of policy evaluation, as in the interchange format. Their terms are in the glossary."""

from __future__ import annotations

from renkei.core.values.absence import Absence

MEASURES = ("quantitative", "qualitative")
VALUE_KINDS = ("target", "actual", "mid_term_target")
ABSENCES = tuple(str(kind) for kind in Absence)
