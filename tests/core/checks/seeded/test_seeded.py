"""A thousand clean documents, one error in each: what is found, and whether what is told is right."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from renkei.core.checks import Subject, check
from tests.core.checks.conftest import SubjectOf
from tests.core.checks.seeded.errors import SEEDS

DOCUMENTS = 1000
LEAST = 0.98


def _told(subject: Subject) -> list[str]:
    return [finding.rule.id for finding in check(subject) if finding.outcome in ("fail", "crashed")]


@pytest.mark.slow
def test_errors_put_into_clean_documents_are_found_and_nothing_else(subject_of: SubjectOf) -> None:
    false_alarms: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    right = told = 0
    for number in range(DOCUMENTS):
        seed = SEEDS[number % len(SEEDS)]
        document = seed.make(Random(number))
        false_alarms.update(_told(subject_of(document.text())))
        findings = _told(subject_of(seed.spoil(Random(-number - 1), document)))
        told += len(findings)
        right += sum(rule in seed.rules for rule in findings)
        missed[seed.rules[0]] += not set(findings) & set(seed.rules)
        false_alarms.update(rule for rule in findings if rule not in seed.rules)
    found = 1 - missed.total() / DOCUMENTS
    assert found >= LEAST, missed
    assert right / told >= LEAST, false_alarms
    assert not false_alarms, false_alarms


def test_every_family_has_an_error_of_its_own() -> None:
    families = {rule.partition(".")[0] for seed in SEEDS for rule in seed.rules}
    assert families >= {"layout", "dates", "marks", "names", "references", "sums"}
