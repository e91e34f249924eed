"""The audit trail as a page, for administrators."""
