"""Pages of the committee on defence exchange."""
