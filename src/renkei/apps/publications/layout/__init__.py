"""The forms of sheets as data, and what writes them on a canvas."""
