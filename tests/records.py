"""Readings made by hand: records in the format of the core, without any extraction."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from decimal import Decimal

from renkei.apps.accounts.models import Organisation, User
from renkei.apps.documents import services
from renkei.apps.documents.models import StoredDocument
from renkei.core.pipeline import Reading
from renkei.core.records import (
    Activity,
    Amount,
    BudgetLine,
    Indicator,
    IndicatorValue,
    Leftover,
    Means,
    MeansReference,
    Opinion,
    Rating,
    Record,
    SheetField,
    StudentExchange,
    Target,
)
from renkei.core.source import DocumentRef, Evidence, Span
from renkei.core.text import Document
from renkei.core.values import Absence, FiscalYear, PartialDate

TEXT = "\n".join(
    [
        "施策名　二国間協力の強化",
        "（ニュージーランド）国防相会談（5月）、次官級協議（2017年6月7日）",
        "次官級協議（2017年6月7日）",
        "1-1　要人往来の回数　目標 12回　実績 0回　（年度未定は—）",
        "意見　一層の努力を期待する。",
    ]
)
Maker = Callable[["Source"], Sequence[Record]]


class Source:
    """A document whose words can be quoted."""

    def __init__(self, text: str = TEXT, name: str = "sheet.txt") -> None:
        self.data = text.encode()
        ref = DocumentRef(name, hashlib.sha256(self.data).hexdigest())
        self.document = Document(ref=ref, text=text)

    def quote(self, words: str, occurrence: int = 0) -> Evidence:
        """Evidence of ``words``; the first time they occur unless another is asked for."""
        start = -1
        for _ in range(occurrence + 1):
            start = self.document.text.index(words, start + 1)
        return self.document.evidence(Span(start, start + len(words)))

    def ingest(
        self,
        records: Sequence[Record],
        by: User,
        *,
        leftovers: Sequence[Leftover] = (),
        organisation: Organisation | None = None,
        marking: int = 0,
    ) -> services.Ingested:
        """Store ``records`` as the reading of this document."""
        return services.store(
            reading=Reading(self.document, tuple(records), tuple(leftovers)),
            data=self.data,
            draft=StoredDocument(organisation=organisation, marking=marking),
            by=by,
        )


def talks(source: Source, **other: object) -> Activity:
    """Talks of ministers in a month of 2018."""
    fields: dict[str, object] = {
        "title": "国防相会談",
        "kind": "meeting",
        "category": "high_level",
        "partners": ("NZL",),
        "start": PartialDate(2018, 5),
        "mode": "in_person",
        "level": "minister",
        "section": "1",
    }
    return Activity(
        evidence=source.quote("国防相会談（5月"),
        rule="test.talks",
        **(fields | other),  # type: ignore[arg-type]
    )


def consultation(source: Source, occurrence: int = 0) -> Activity:
    """A consultation dated to the day, which the text tells twice."""
    return Activity(
        evidence=source.quote("次官級協議（2017年6月7日", occurrence),
        rule="test.consultation",
        title="次官級協議",
        kind="consultation",
        partners=("NZL", "AUS"),
        start=PartialDate(2017, 6, 7),
    )


def students(source: Source) -> list[Record]:
    """Students of one partner, and a printed total."""
    quote, year = source.quote("12回"), FiscalYear(2017)
    return [
        StudentExchange(
            evidence=quote, rule="test.students", fiscal_year=year, direction="inbound",
            partner="NZL", count=3,
        ),
        StudentExchange(
            evidence=quote, rule="test.students", fiscal_year=year, direction="inbound",
            partner="TOTAL", count=0,
        ),
    ]  # fmt: skip


def sheet(source: Source) -> list[Record]:
    """One record of every type that an evaluation sheet gives."""
    year, rule = FiscalYear(2018), "test.sheet"
    name, number = source.quote("施策名　二国間協力の強化"), source.quote("1-1")
    return [
        SheetField(evidence=name, rule=rule, key="施策名", value="二国間協力の強化"),
        Indicator(
            evidence=number, rule=rule, field_no=1, field_name="要人往来", number="1-1",
            name="要人往来の回数", primary=True, measure="quantitative", mark="a",
        ),
        IndicatorValue(
            evidence=source.quote("12回"), rule=rule, number="1-1", fiscal_year=year,
            kind="target", value=Decimal(12), unit="回", text="12回",
        ),
        IndicatorValue(
            evidence=source.quote("0回"), rule=rule, number="1-1", fiscal_year=year,
            kind="actual", value=Decimal(0), unit="回", text="0回",
        ),
        IndicatorValue(
            evidence=source.quote("—"), rule=rule, number="1-1", kind="mid_term_target",
            text="—", absence=Absence.DASH,
        ),
        Target(evidence=number, rule=rule, number="1-1", fiscal_year=year, items=("往来の継続",)),
        Means(
            evidence=number, rule=rule, field_no=1, number=1, name="往来経費",
            start_fiscal_year=year, indicators=("1-1",),
            amounts=(Amount(fiscal_year=year, budget_yen=7_000_000, printed_unit="百万円"),),
        ),
        MeansReference(evidence=number, rule=rule, indicator="1-1", means_name="往来経費"),
        BudgetLine(
            evidence=number, rule=rule, table="予算", printed="7,000", printed_unit="千円",
            amount_yen=7_000_000, fiscal_year=year,
        ),
        Rating(evidence=number, rule=rule, scheme="共通区分", scale_value=2, label="目標達成"),
        Opinion(evidence=source.quote("一層の努力"), rule=rule, value="一層の努力を期待する。"),
    ]  # fmt: skip
