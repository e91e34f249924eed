"""The closed code lists of the record format. Terms and definitions are in the glossary."""

from __future__ import annotations

from typing import Literal

from renkei.core.values import Absence

__all__ = [
    "Absence",
    "ActivityKind",
    "Agreement",
    "AgreementStage",
    "Category",
    "Direction",
    "FoipGroup",
    "Level",
    "Measure",
    "Mode",
    "ProfileAspect",
    "ProvisionRole",
    "Status",
    "ValueKind",
]

ActivityKind = Literal[
    "meeting",
    "two_plus_two",
    "visit",
    "consultation",
    "forum",
    "exercise",
    "port_call",
    "signing",
    "entry_into_force",
    "statement",
    "capacity_building",
    "equipment_transfer",
    "equipment_cooperation",
    "personnel_exchange",
    "research_exchange",
    "other",
]
Category = Literal[
    "high_level",
    "working_level",
    "unit",
    "education_research",
    "information",
    "equipment_technology",
    "capacity_building",
    "framework",
]
Mode = Literal["in_person", "phone", "video", "phone_or_video"]
Level = Literal[
    "summit",
    "foreign_minister",
    "minister",
    "state_minister",
    "parliamentary_vice_minister",
    "administrative_vice_minister",
    "vice_minister_international",
    "chief_joint",
    "chief_ground",
    "chief_maritime",
    "chief_air",
    "working",
    "unit",
]
Direction = Literal["outbound", "inbound"]
Status = Literal["held", "planned", "postponed", "cancelled"]
Agreement = Literal[
    "ACSA",
    "情報保護協定",
    "防衛装備品・技術移転協定",
    "円滑化協定",
    "覚書",
    "共同宣言",
    "取決め",
    "その他",
]
AgreementStage = Literal["negotiating", "agreed_in_principle", "signed", "in_force"]
ProfileAspect = Literal["relationship", "foip_group"]
FoipGroup = Literal["stronger_co_operation", "working_together", "mutual_understanding"]
Measure = Literal["quantitative", "qualitative"]
ProvisionRole = Literal[
    "issued", "amended", "article", "purpose", "means", "consideration", "factor"
]
ValueKind = Literal["target", "actual", "mid_term_target"]
