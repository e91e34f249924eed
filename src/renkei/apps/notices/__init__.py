"""Notices to people: in the system at once, by mail at once or as a digest, never twice, never lost."""
