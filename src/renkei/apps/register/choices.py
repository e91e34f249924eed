"""Codes of the register: those of the interchange format. Their terms are in the glossary."""

from __future__ import annotations

from typing import get_args

from renkei.core.records import codes

KINDS: tuple[str, ...] = get_args(codes.ActivityKind)
CATEGORIES: tuple[str, ...] = get_args(codes.Category)
MODES: tuple[str, ...] = get_args(codes.Mode)
LEVELS: tuple[str, ...] = get_args(codes.Level)
DIRECTIONS: tuple[str, ...] = get_args(codes.Direction)
STATUSES: tuple[str, ...] = get_args(codes.Status)
AGREEMENTS: tuple[str, ...] = get_args(codes.Agreement)
ORIGINS = ("read", "entered")
PARTNER_KINDS = ("country", "organisation", "region")
