"""Dates: months, eras, ordinals and weekdays."""
