"""What a report tells beside dated activities: partners, agreements' names, references, numbers.

「両国は「包括的パートナー」である」, 「資料12（…の実績）」, 「計5回」: each fact where it is printed.
"""

from renkei.core.extract.report.family import read_report

__all__ = ["read_report"]
