"""The packaged tables are current, and the data is complete and consistent."""

from __future__ import annotations

import importlib.util
import re
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import get_args

import pytest
import yaml

from renkei.core.records import Record, codes
from renkei.core.vocabulary import load

ROOT = Path(__file__).resolve().parents[3]
SOURCES = sorted((ROOT / "vocabulary").glob("*.yml"))
VOCABULARY = load()


def test_generated_files_are_current() -> None:
    check = [sys.executable, str(ROOT / "tools" / "build_vocabulary.py"), "--check"]
    done = subprocess.run(check, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_word_that_yaml_does_not_read_as_text_is_refused() -> None:
    path = ROOT / "tools" / "build_vocabulary.py"
    spec = importlib.util.spec_from_file_location("build_vocabulary", path)
    assert spec is not None
    assert spec.loader is not None
    builder = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(builder)
    with pytest.raises(builder.VocabularyError, match="quote it"):
        builder._folded(["名", yaml.safe_load("+3")])
    rows = [{"code": "AAA", "names": ["同名"]}, {"code": "BBB", "names": ["同名"]}]
    with pytest.raises(builder.VocabularyError, match="同名 names both AAA and BBB"):
        builder._refuse_shared_names(rows)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_every_entry_names_a_source_that_the_file_explains(path: Path) -> None:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert "source" in data or "sources" in data
    if "sources" not in data or path.stem == "glossary":
        return
    entries = [entry for key, rows in data.items() if key != "sources" for entry in rows]
    assert entries
    for entry in entries:
        assert entry["source"], entry
        assert set(entry["source"]) <= set(data["sources"]), entry


def test_all_of_iso_3166_is_there_with_codes_of_the_right_shape() -> None:
    iso = [entry for entry in VOCABULARY.countries if entry.code != "XKX"]
    assert len(iso) == 249
    assert len({entry.alpha2 for entry in iso}) == len({entry.numeric for entry in iso}) == 249
    for entry in iso:
        assert re.fullmatch("[A-Z]{3}", entry.code)
        assert re.fullmatch("[A-Z]{2}", entry.alpha2)
        assert re.fullmatch(r"\d{3}", entry.numeric)
        assert ("region", entry.region) in VOCABULARY.terms
    for entry in iso:
        assert not entry.territory_of or entry.territory_of in VOCABULARY.partners


def test_states_carry_their_published_numbers() -> None:
    published = {
        "JPN": "392", "USA": "840", "GBR": "826", "FRA": "250", "DEU": "276", "ITA": "380",
        "CAN": "124", "CHN": "156", "IND": "356", "BRA": "076", "RUS": "643", "ZAF": "710",
        "KOR": "410", "AUS": "036", "MEX": "484", "IDN": "360", "SAU": "682", "TUR": "792",
        "ARG": "032", "ETH": "231", "SDN": "729", "YEM": "887",
    }  # fmt: skip
    assert {code: VOCABULARY.partners[code].numeric for code in published} == published


def test_organisations_and_regions_cannot_be_taken_for_countries() -> None:
    countries = {entry.code for entry in VOCABULARY.countries}
    for entry in VOCABULARY.partners.values():
        if entry.kind == "region":
            assert entry.code not in countries
            assert not re.fullmatch("[A-Z]{2,3}", entry.code)


def test_days_and_periods_are_dates_in_order() -> None:
    first_days = [date.fromisoformat(era.first_day) for era in VOCABULARY.eras]
    assert first_days == sorted(first_days)
    assert VOCABULARY.eras[-1].first_day == "2019-05-01"
    for partner in VOCABULARY.partners.values():
        assert all(date.fromisoformat(former.until) for former in partner.former)
    for organisation in VOCABULARY.organisations.values():
        for day in (organisation.since, organisation.until):
            assert not day or date.fromisoformat(day)
        assert not organisation.parent or organisation.parent in VOCABULARY.organisations


def test_bodies_of_frameworks_have_a_parent_that_exists() -> None:
    for framework in VOCABULARY.frameworks.values():
        if framework.parent:
            assert framework.parent in VOCABULARY.frameworks
        assert set(framework.loose) <= set(framework.names)
        if framework.host:
            assert framework.host in VOCABULARY.partners or framework.host == "IISS"


def _record_types(kind: type[Record]) -> set[str]:
    return {kind.type, *(name for each in kind.__subclasses__() for name in _record_types(each))}


def test_every_record_type_has_a_term() -> None:
    held = {term.code for term in VOCABULARY.terms.values() if term.group == "record_type"}
    assert _record_types(Record) - {""} <= held


CODES = {
    "kind": get_args(codes.ActivityKind),
    "category": get_args(codes.Category),
    "mode": get_args(codes.Mode),
    "level": get_args(codes.Level),
    "direction": get_args(codes.Direction),
    "status": get_args(codes.Status),
    "agreement": get_args(codes.Agreement),
    "measure": get_args(codes.Measure),
    "value_kind": get_args(codes.ValueKind),
    "absence": tuple(str(kind) for kind in codes.Absence),
}


@pytest.mark.parametrize("group", CODES)
def test_the_glossary_holds_exactly_the_codes_of_the_format(group: str) -> None:
    held = {term.code for term in VOCABULARY.terms.values() if term.group == group}
    assert held == set(CODES[group])


def test_every_term_has_words_in_both_languages() -> None:
    for term in VOCABULARY.terms.values():
        assert all((term.ja, term.en, term.definition_ja, term.definition_en)), term
        assert re.search("[ぁ-んァ-ヺ一-龥]", term.definition_ja), term
        assert not re.search("[ぁ-んァ-ヺ一-龥]", term.en + term.definition_en), term


def test_words_and_offices_tell_codes_of_the_format() -> None:
    for field in ("mode", "kind", "category", "direction", "status", "agreement", "absence"):
        assert set(VOCABULARY.words(field).values()) <= set(CODES[field])
    levels = {office.code for office in VOCABULARY.offices if office.side != "counterpart"}
    assert levels == set(CODES["level"])
