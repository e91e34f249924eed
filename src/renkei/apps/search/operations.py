"""Migration operations that make the index of one searched table on either database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import migrations

# string_to_array(s, NULL) splits into characters in one pass; substr() would be quadratic in UTF-8
_PG_FUNCTION = """
CREATE OR REPLACE FUNCTION renkei_bigrams(s text) RETURNS text[]
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT coalesce(array_agg(DISTINCT gram), '{}') FROM (
    SELECT c AS gram FROM unnest(string_to_array(s, NULL)) AS c
    UNION ALL
    SELECT c || lead(c) OVER (ORDER BY place)
    FROM unnest(string_to_array(s, NULL)) WITH ORDINALITY AS t(c, place)
  ) AS grams WHERE gram IS NOT NULL
$$
"""
_PG = (
    _PG_FUNCTION,
    "CREATE INDEX {table}_bigrams ON {table} USING gin (renkei_bigrams(search_text))",
)
_PG_BACK = ("DROP INDEX {table}_bigrams",)
# Contentless: the text itself is in the table, the index keeps only bigrams. An entry is taken
# out by repeating what was put in, so bigrams() may never change without rebuilding the index.
_TABLE = (
    "CREATE VIRTUAL TABLE {table}_fts USING fts5(grams, content='', columnsize=0, tokenize=ascii)"
)
_FILL = "INSERT INTO {table}_fts(rowid, grams) SELECT id, renkei_bigrams(search_text) FROM {table}"
_ON_INSERT = """
CREATE TRIGGER {table}_fts_insert AFTER INSERT ON {table} BEGIN
  INSERT INTO {table}_fts(rowid, grams) VALUES (new.id, renkei_bigrams(new.search_text));
END
"""
_ON_DELETE = """
CREATE TRIGGER {table}_fts_delete AFTER DELETE ON {table} BEGIN
  INSERT INTO {table}_fts({table}_fts, rowid, grams)
  VALUES ('delete', old.id, renkei_bigrams(old.search_text));
END
"""
_ON_UPDATE = """
CREATE TRIGGER {table}_fts_update AFTER UPDATE OF search_text ON {table} BEGIN
  INSERT INTO {table}_fts({table}_fts, rowid, grams)
  VALUES ('delete', old.id, renkei_bigrams(old.search_text));
  INSERT INTO {table}_fts(rowid, grams) VALUES (new.id, renkei_bigrams(new.search_text));
END
"""
_SQLITE = (_TABLE, _FILL, _ON_INSERT, _ON_DELETE, _ON_UPDATE)
_SQLITE_BACK = (
    "DROP TRIGGER {table}_fts_update",
    "DROP TRIGGER {table}_fts_delete",
    "DROP TRIGGER {table}_fts_insert",
    "DROP TABLE {table}_fts",
)


def _run(schema_editor: Any, table: str, sqlite: tuple[str, ...], pg: tuple[str, ...]) -> None:
    for statement in sqlite if schema_editor.connection.vendor == "sqlite" else pg:
        schema_editor.execute(statement.replace("{table}", table), params=None)


def search_index(table: str) -> migrations.RunPython:
    """The bigram index of ``table``.search_text, kept by the database itself.

    A migration that rebuilds the table on SQLite (AddField with a default, AlterField) drops its
    triggers: put it between ``no_search_index(table)`` and ``search_index(table)``.
    """
    return migrations.RunPython(_maker(table), _dropper(table))


def no_search_index(table: str) -> migrations.RunPython:
    """Take the index of ``table`` away, to be made again after the table was rebuilt."""
    return migrations.RunPython(_dropper(table), _maker(table))


def _maker(table: str) -> Callable[[Any, Any], None]:

    def make(_apps: Any, schema_editor: Any) -> None:
        _run(schema_editor, table, _SQLITE, _PG)

    return make


def _dropper(table: str) -> Callable[[Any, Any], None]:
    def drop(_apps: Any, schema_editor: Any) -> None:
        _run(schema_editor, table, _SQLITE_BACK, _PG_BACK)

    return drop
