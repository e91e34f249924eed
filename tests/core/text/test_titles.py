"""Documents are listed under the name that they give themselves."""

from __future__ import annotations

import pytest

from renkei.core.text.titles import document_title


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["", "  諸国との協力", "本文"], "諸国との協力"),
        (
            ["見 防 第 1 2 号", "", "各 局 長", "部隊間交流の要領について（通達）"],
            "部隊間交流の要領について（通達）",
        ),
        (["見 防 第 1 2 号", "本文"], "見防第12号"),
        (["Pacific partners and us"], "Pacific partners and us"),
        (["", "  "], ""),
        (["本文"] * 60 + ["後の文書について（通知）"], "本文"),
    ],
)
def test_the_line_that_names_the_document(lines: list[str], title: str) -> None:
    assert document_title(lines) == title
