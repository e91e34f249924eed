"""Writes openapi.json, the committed description of the API: ``python -m renkei.api.describe``."""

from __future__ import annotations

import json
import os
from pathlib import Path

import django

PATH = Path(__file__).with_name("openapi.json")


def main() -> None:
    """Write the description of the API as it is now."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "renkei.config.settings")
    django.setup()
    from renkei.api.urls import api  # noqa: PLC0415 - models exist only now

    text = json.dumps(api.get_openapi_schema(), ensure_ascii=False, indent=1)
    PATH.write_text(f"{text}\n", "utf-8")


if __name__ == "__main__":
    main()
