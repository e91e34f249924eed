"""Marks and values of indicators: what the figures say against what the mark says."""
