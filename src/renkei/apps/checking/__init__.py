"""Findings of documents: what the checker says, and what people did about it."""
