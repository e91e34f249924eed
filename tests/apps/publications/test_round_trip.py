"""What is printed is read back: indicators with their marks, and the values of each year."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from renkei.apps.documents import services
from renkei.apps.evaluation.models import Policy
from renkei.apps.publications.builders import BUILDERS
from renkei.apps.publications.selectors import get_sheet
from renkei.core.pipeline import read
from renkei.core.records import Indicator
from renkei.core.records.types import IndicatorValue, ReferenceIndicator
from renkei.readers.registry import read_bytes
from tests.register import People

SAMPLE = Path(__file__).parents[3] / "src/renkei/config/sample/documents/mihon-jizen-bunseki.txt"
Facts = Counter[tuple[object, ...]]


def facts(name: str, data: bytes) -> tuple[Facts, Facts]:
    """Indicators, and the yearly values of these."""
    records = read(read_bytes(name, data)).records
    heads = (r for r in records if isinstance(r, (Indicator, ReferenceIndicator)))
    values = (r for r in records if isinstance(r, IndicatorValue) and r.kind != "mid_term_target")
    return (
        Counter((r.number, r.name, r.primary, r.mark) for r in heads),
        Counter((r.number, r.component, r.fiscal_year, r.kind, r.value, r.unit) for r in values),
    )


@pytest.mark.parametrize("form", ["docx", "xlsx", "pdf"])
def test_indicators_and_yearly_values_read_back_equal(people: People, form: str) -> None:
    data = SAMPLE.read_bytes()
    services.ingest(
        name="a.txt", data=data, by=people.administrator, organisation=people.ours, marking=0
    )
    printed = BUILDERS[form](get_sheet(people.outsider, Policy.objects.get().pk), None)
    assert facts(f"a.{form}", printed) == facts("a.txt", data)
