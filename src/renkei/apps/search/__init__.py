"""Japanese full-text search by bigrams, the same answers on SQLite and PostgreSQL."""
