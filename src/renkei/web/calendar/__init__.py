"""Pages of the calendar and its feeds."""
