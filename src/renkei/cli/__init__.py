"""Commands on files, without a database and without Django."""
