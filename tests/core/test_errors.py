"""Every sentence exists in both languages and is filled from the same facts."""

from string import Formatter

import pytest

from renkei.core.errors import InputError, RenkeiError
from renkei.core.errors.messages import MESSAGES, Message


def _facts(template: str) -> set[str]:
    """Placeholders, without the language of their value."""
    names = {name for _, name, _, _ in Formatter().parse(template) if name}
    return {name.removesuffix("_ja").removesuffix("_en") for name in names}


@pytest.mark.parametrize(("code", "message"), MESSAGES.items())
def test_both_languages_tell_the_same_facts(code: str, message: Message) -> None:
    assert code[:2] == "RK"
    assert code[2:].isdigit()
    assert message.ja
    assert message.en
    assert not message.ja.isascii()
    assert _facts(message.ja) == _facts(message.en)


def test_an_error_ends_in_its_code_and_is_english_as_an_exception() -> None:
    error = InputError("RK101", name="表.txt")
    assert error.message("ja") == "表.txt が見つかりません。パスを確かめてください。 [RK101]"
    assert str(error) == error.message("en")
    assert error.exit_code == 65


def test_an_unknown_code_or_missing_fact_fails_at_once() -> None:
    with pytest.raises(KeyError):
        RenkeiError("RK000")
    with pytest.raises(KeyError):
        RenkeiError("RK101")
