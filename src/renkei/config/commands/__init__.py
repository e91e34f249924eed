"""Commands that need the database; each module is loaded only when its command is called."""
