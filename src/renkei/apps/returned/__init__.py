"""Sheets that went out as Word or Excel and come back edited, as changes for a person to decide."""
