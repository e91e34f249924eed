"""Two sources that disagree are both shown."""

from typing import Any

from django.utils import translation

from renkei.apps.documents.models import SourceRecord
from renkei.apps.register.models import Partner
from renkei.web.activities.disagreements import disagreements

CHILE = {"CHL": Partner(code="CHL", name_ja="チリ", name_en="Chile")}


def record(**payload: Any) -> SourceRecord:
    evidence = {"document": {"name": "a.txt"}, "line": 1}
    return SourceRecord(payload={"evidence": evidence, **payload})


def test_every_value_is_told_in_words() -> None:
    records = [record(mode="phone", partners=["CHL"]), record(mode="video", partners=["CHL"])]
    with translation.override("ja"):
        (found,) = disagreements(records, CHILE)
        assert found.name == "形式"
        assert [words for words, _ in found.told] == ["電話", "テレビ会議"]


def test_partners_are_told_by_name_and_silence_is_no_disagreement() -> None:
    records = [record(partners=["CHL"], mode=None), record(partners=["CHL", "KEN"], mode="phone")]
    with translation.override("ja"):
        (found,) = disagreements(records, CHILE)
        assert [words for words, _ in found.told] == ["チリ", "チリ、KEN"]
