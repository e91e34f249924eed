"""Brackets, widths, doubled words, page numbers, markup: how the text is set."""
