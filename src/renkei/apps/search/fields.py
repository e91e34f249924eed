"""The column that is searched, and its lookup ``search_text__words="防衛 会談"``."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models.lookups import Lookup

from renkei.apps.search.text import is_plain, phrase, words


class SearchField(models.TextField):  # type: ignore[type-arg]
    """Normalised text (see ``renkei.apps.search.text.normalise``), never shown.

    Its model needs ``search_index(table)`` in a migration.
    """


def _like(word: str) -> str:
    escaped = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%"


@SearchField.register_lookup
class Words(Lookup):
    """True where every word of the query occurs; an empty query is true everywhere."""

    lookup_name = "words"
    prepare_rhs = False

    def get_db_prep_lookup(self, value: Any, connection: Any) -> Any:
        """The value is turned into parameters below, by database."""
        return "%s", [value]

    def as_sqlite(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[str]]:
        """FTS5 phrases; LIKE only where the tokenizer drops a character of the word."""
        column, _params = self.process_lhs(compiler, connection)
        asked = words(str(self.rhs))
        parts: list[str] = []
        params: list[str] = []
        phrases = [found for found in map(phrase, asked) if found is not None]
        if phrases:
            field: Any = self.lhs
            table = field.target.model._meta.db_table
            key = f'{compiler.quote_name_unless_alias(field.alias)}."id"'
            index = connection.ops.quote_name(f"{table}_fts")
            # names of our own tables only; the query itself is a parameter
            parts.append(f"{key} IN (SELECT rowid FROM {index} WHERE {index} MATCH %s)")  # noqa: S608
            params.append(" AND ".join(phrases))
        for word in asked:
            if not is_plain(word):
                parts.append(f"{column} LIKE %s ESCAPE '\\'")
                params.append(_like(word))
        return f"({' AND '.join(parts) or '1 = 1'})", params

    def as_postgresql(self, compiler: Any, connection: Any, **_: Any) -> tuple[str, list[Any]]:
        """A GIN index over the bigrams narrows, LIKE decides."""
        column, _params = self.process_lhs(compiler, connection)
        asked = words(str(self.rhs))
        if not asked:
            return "(1 = 1)", []
        grams = {word[i : i + 2] for word in asked for i in range(max(1, len(word) - 1))}
        parts = [f"renkei_bigrams({column}) @> %s::text[]"]
        params: list[Any] = [sorted(grams)]
        for word in asked:
            parts.append(f"{column} LIKE %s")
            params.append(_like(word))
        return f"({' AND '.join(parts)})", params
