"""Organisations, people, roles and clearances."""
