"""Who did what and when, kept without foreign keys so that nothing deletes it."""
