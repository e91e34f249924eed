"""The typed API over the selectors; the committed description is openapi.json."""
