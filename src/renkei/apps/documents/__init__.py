"""Stored originals, their readings, and every record read from them."""
