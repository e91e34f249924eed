"""The committee on defence exchange and its section (article 11): members, sessions, follow-up."""
