"""Rules over records and structure; filled by the checker issue."""
