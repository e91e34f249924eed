"""Every rule does what its own examples say, and says so in both languages."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from renkei.core.checks import Finding, Rule, Subject, all_rules, check
from renkei.core.checks.registry import rule_module
from tests.core.checks.conftest import SubjectOf

RULES = {rule.id: rule for rule in all_rules()}


def _examples(kind: str) -> list[object]:
    return [
        pytest.param(rule, text, id=f"{rule.id}-{number}")
        for rule in RULES.values()
        for number, text in enumerate(getattr(rule.examples, kind), 1)
    ]


def _said(rule: Rule, subject: Subject) -> list[Finding]:
    return list(check(subject, rules=[rule]))


def _subject(rule: Rule, text: str, subject_of: SubjectOf) -> Subject:
    """The example, beside the document it is compared with."""
    beside = rule.examples.beside
    return subject_of(text, others=(subject_of(beside, name="別.txt"),) if beside else ())


def _corrected(text: str, said: list[Finding]) -> str:
    corrections = [each for finding in said for each in finding.corrections]
    for each in sorted(corrections, key=lambda each: each.span, reverse=True):
        text = text[: each.span.start] + each.text + text[each.span.end :]
    return text


@pytest.mark.parametrize(("rule", "text"), _examples("bad"))
def test_a_bad_example_fails(rule: Rule, text: str, subject_of: SubjectOf) -> None:
    subject = _subject(rule, text, subject_of)
    said = _said(rule, subject)
    assert {finding.outcome for finding in said} == {"fail"}
    for finding in said:
        assert finding.message
        assert finding.message.ja
        assert finding.message.en
        assert finding.places, "a finding names its place"
        for place in finding.places:
            document = next(
                each.document
                for each in (subject, *subject.others)
                if each.document.ref == place.document
            )
            assert document.text[place.start : place.end] == place.text
    if all(finding.corrections for finding in said):  # certain of them: nothing is left to find
        assert "fail" not in {
            each.outcome for each in _said(rule, _subject(rule, _corrected(text, said), subject_of))
        }


@pytest.mark.parametrize(("rule", "text"), _examples("good"))
def test_a_good_example_passes(rule: Rule, text: str, subject_of: SubjectOf) -> None:
    said = _said(rule, _subject(rule, text, subject_of))
    assert [finding.outcome for finding in said] == ["pass"], [f.found for f in said]
    assert said[0].applied > 0


@pytest.mark.parametrize(("rule", "text"), _examples("not_relevant"))
def test_the_rest_is_not_applied_with_a_reason(
    rule: Rule, text: str, subject_of: SubjectOf
) -> None:
    [finding] = _said(rule, _subject(rule, text, subject_of))
    assert finding.outcome == "not_applied"
    assert finding.message
    assert finding.message.ja
    assert finding.message.en


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_is_complete(rule: Rule) -> None:
    """Id and folder agree, conditions are numbered, each kind of example is there."""
    module = import_module(rule_module(rule))
    folder, _, name = rule.id.partition(".")
    assert module.__name__.endswith(f".rules.{folder}.{name}")
    assert re.search(r"^1\. ", module.__doc__ or "", re.M), "the docstring numbers the conditions"
    assert rule.examples.bad
    assert rule.examples.good
    assert rule.examples.not_relevant
    for message in (rule.title, rule.explanation):
        assert message.ja
        assert message.en
