"""The rules, one small module each, in a folder per family."""
