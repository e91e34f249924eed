"""Files in, documents out: the only place that knows about file formats and their libraries."""
