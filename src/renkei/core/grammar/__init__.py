"""Named atoms and composed patterns of official Japanese that yield readings with spans."""
