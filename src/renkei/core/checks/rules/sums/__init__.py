"""Sums and units: parts against totals."""
