"""Pages of the government's review data and what they are linked to."""
