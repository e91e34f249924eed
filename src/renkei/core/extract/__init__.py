"""One family of records per module; families do not import one another."""
