"""Cases: an activity from idea to lesson, agreed between bureaus before it is held."""
