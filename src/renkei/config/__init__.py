"""Settings, addresses, start-up checks and the commands that need the database."""
