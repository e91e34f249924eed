"""`renkei sheet` as it is typed: lists, writes whole files, and says what to do."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from renkei.apps.evaluation.models import Policy
from renkei.config.commands.sheet import sheet
from renkei.core.errors import UsageError
from tests import records
from tests.register import People

Run = Callable[..., Result]


@pytest.fixture
def run(people: People, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in an empty directory, on a register with one policy."""
    source = records.Source()
    source.ingest(records.sheet(source), people.administrator)
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> Result:
        return CliRunner().invoke(sheet, arguments, catch_exceptions=False)

    return call


def test_without_a_policy_it_lists_them_and_says_how_to_go_on(run: Run) -> None:
    result = run()
    assert "二国間協力の強化" in result.output
    assert str(Policy.objects.get().pk) in result.output
    assert "renkei sheet" in result.output


def test_the_file_is_named_after_the_policy_or_as_asked(run: Run, tmp_path: Path) -> None:
    assert "二国間協力の強化.pdf" in run("二国間").output
    assert (tmp_path / "二国間協力の強化.pdf").read_bytes().startswith(b"%PDF-")
    run("二国間", "--format", "xlsx")
    run("二国間", "-o", "甲.xlsx")
    assert (tmp_path / "二国間協力の強化.xlsx").read_bytes().startswith(b"PK")
    assert (tmp_path / "甲.xlsx").read_bytes().startswith(b"PK")
    assert sorted(path.name for path in tmp_path.glob("tmp*")) == []


def test_a_dash_is_standard_output(run: Run, tmp_path: Path) -> None:
    assert run("二国間", "-o", "-").stdout_bytes.startswith(b"%PDF-")
    assert not list(tmp_path.glob("*.pdf"))


def test_names_that_no_file_may_have_are_made_fit(run: Run, tmp_path: Path) -> None:
    Policy.objects.update(name="..甲/乙:" + "丙" * 200)
    for field in Policy.objects.get().sheet_fields.all():
        field.delete()
    run("甲")
    (path,) = tmp_path.glob("*.pdf")
    assert path.name.startswith("甲_乙_丙")


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("宇宙",), "RK414"),
        (("二国間", "-o", "甲.odt"), "RK418"),
        (("二国間", "-o", "無い/甲.pdf"), "RK424"),
        (("二国間", "-o", "."), "RK424"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_written(
    run: Run, tmp_path: Path, arguments: tuple[str, ...], code: str
) -> None:
    before = set(tmp_path.rglob("*"))
    with pytest.raises(UsageError, match=code):
        run(*arguments)
    assert set(tmp_path.rglob("*")) == before


def test_an_empty_register_says_what_to_do_first(people: People) -> None:
    with pytest.raises(UsageError, match="RK415"):
        CliRunner().invoke(sheet, [], catch_exceptions=False)
