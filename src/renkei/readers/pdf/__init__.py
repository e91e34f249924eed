"""PDF with a text layer: printed lines by PDFium, ruled tables by their lines."""
