"""The calendar: what stands in it for whom, and feeds of it."""
