"""Records: the facts read from documents, in the interchange format of docs/records.md."""

from renkei.core.records.base import Leftover, Record
from renkei.core.records.codes import Absence
from renkei.core.records.encode import record_ids, to_json
from renkei.core.records.types import (
    RECORD_TYPES,
    Activity,
    Amount,
    BudgetLine,
    CapacityBuilding,
    Framework,
    Indicator,
    IndicatorValue,
    Means,
    MeansReference,
    Member,
    Opinion,
    Provision,
    Rating,
    ReferenceIndicator,
    ResearchExchange,
    SheetField,
    StudentExchange,
    Target,
)

__all__ = [
    "RECORD_TYPES",
    "Absence",
    "Activity",
    "Amount",
    "BudgetLine",
    "CapacityBuilding",
    "Framework",
    "Indicator",
    "IndicatorValue",
    "Leftover",
    "Means",
    "MeansReference",
    "Member",
    "Opinion",
    "Provision",
    "Rating",
    "Record",
    "ReferenceIndicator",
    "ResearchExchange",
    "SheetField",
    "StudentExchange",
    "Target",
    "record_ids",
    "to_json",
]
