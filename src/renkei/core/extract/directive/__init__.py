"""Articles, items and amendments of a directive (通達, 基本方針)."""

from renkei.core.extract.directive.family import read_directive

__all__ = ["read_directive"]
