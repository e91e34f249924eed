"""Write docs/records.schema.json from the record types: `python -m tools.schema`."""

from __future__ import annotations

import json
from pathlib import Path

from renkei.core.records.schema import record_schema

PATH = Path(__file__).resolve().parents[1] / "docs" / "records.schema.json"


def text() -> str:
    """The schema as it is published."""
    return json.dumps(record_schema(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    PATH.write_text(text(), "utf-8")
