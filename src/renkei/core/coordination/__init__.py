"""One activity from idea to lesson: its states, the answers of other bureaus, warnings."""
