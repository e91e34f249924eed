"""The same thing in nearly the same name: indicators, bodies, abbreviations."""
