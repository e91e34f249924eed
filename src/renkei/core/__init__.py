"""The pure core: no Django, no network, no clock. Functions from documents to records."""
