"""Text with a way back: every step returns text and a map to the offsets it came from."""

from renkei.core.text.document import Document, Line
from renkei.core.text.mapped import MappedText, Replacement
from renkei.core.text.markup import strip_html, strip_markup
from renkei.core.text.normalise import join_wrapped, normalise

__all__ = [
    "Document",
    "Line",
    "MappedText",
    "Replacement",
    "join_wrapped",
    "normalise",
    "strip_html",
    "strip_markup",
]
