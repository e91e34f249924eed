"""A column that SQLite must not look up in an index.

SQLite keeps no statistics here and takes any index that fits a condition, also where walking along
the order of the list is a hundred times shorter. Unary plus forbids it and changes nothing else.
"""

from __future__ import annotations

from typing import Any

from django.db.models import Func


class Unindexed(Func):
    """The value of its one expression, on SQLite without an index; elsewhere just the value."""

    template = "%(expressions)s"
    arity = 1

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Any:
        """``+column``."""
        return super().as_sql(compiler, connection, template="+%(expressions)s", **context)
