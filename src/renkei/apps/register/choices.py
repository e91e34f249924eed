"""Codes of the register, as in the interchange format. Their terms are in the glossary."""

from __future__ import annotations

KINDS = (
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
)
CATEGORIES = (
    "high_level",
    "working_level",
    "unit",
    "education_research",
    "information",
    "equipment_technology",
    "capacity_building",
    "framework",
)
MODES = ("in_person", "phone", "video", "phone_or_video")
LEVELS = (
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
)
DIRECTIONS = ("outbound", "inbound")
STATUSES = ("held", "planned", "postponed", "cancelled")
AGREEMENTS = (
    "ACSA",
    "情報保護協定",
    "防衛装備品・技術移転協定",
    "円滑化協定",
    "覚書",
    "共同宣言",
    "取決め",
    "その他",
)
ORIGINS = ("read", "entered")
PARTNER_KINDS = ("country", "organisation", "region")
STUDENT_DIRECTIONS = DIRECTIONS
