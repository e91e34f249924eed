"""Renkei (連携): security co-operation and its policy evaluation in one register."""

__version__ = "0.1.0"
