"""Facts of the register that do not agree with one another or with the calendar."""
