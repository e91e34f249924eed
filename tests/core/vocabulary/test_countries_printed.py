"""Every member of the United Nations, and who else is met, by the names ministries print.

Source of the names: 外務省 国・地域 (略称 and 正式名称).
"""

from pathlib import Path

import pytest

from renkei.core.vocabulary import load

TABLE = Path(__file__).with_name("countries_printed.tsv")
VOCABULARY = load()
PRINTED = [line.split("\t") for line in TABLE.read_text("utf-8").splitlines()]
NOT_STATES = {"EU", "NATO", "ASEAN", "UN", "AU", "GCC", "OSCE", "PIF"}
OTHERS = {"TWN", "PSE", "XKX", "COK", "NIU", "VAT"}
MEMBERS_BUT_JAPAN = 192


@pytest.mark.parametrize(
    ("code", "name"), [(code, name) for code, *names in PRINTED for name in names]
)
def test_a_printed_name_is_its_partner(code: str, name: str) -> None:
    partner = VOCABULARY.partner(name)
    assert partner is not None
    assert partner.code == code
    found = VOCABULARY.find_partners(f"防衛大臣が{name}を訪問した。")
    assert [match.entry.code for match in found] == [code]


def test_no_member_is_left_out() -> None:
    states = {code for code, *_ in PRINTED} - NOT_STATES - OTHERS
    assert len(states) == MEMBERS_BUT_JAPAN
