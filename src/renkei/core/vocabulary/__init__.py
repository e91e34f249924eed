"""Names, offices, frameworks, words and terms: what the documents' language is made of.

The reviewed data is ``vocabulary/*.yml``; ``tables.json`` here is generated from it by
``tools/build_vocabulary.py`` and a test fails when it is stale. Text given to the finders is
normalised text (`renkei.core.text`).

    vocabulary = load()                                  # 10 ms, cached
    vocabulary.partner("豪州").code                       # "AUS"
    [p.code for p in vocabulary.split_compound("日米豪印")]  # ["USA", "AUS", "IND"] or None
    for match in vocabulary.find_partners("統幕長と豪国防軍司令官との電話会談"):
        match.span, match.text, match.entry.code, match.form  # (4, 5), "豪", "AUS", "force"
    vocabulary.find_frameworks("日米印豪共同訓練「マラバール2020」")[0].entry.code  # "Malabar"
    vocabulary.find_offices("海幕長とインド海軍参謀長", "ours")[0].entry.code  # "chief_maritime"
    vocabulary.level("防衛審議官")                         # "vice_minister_international"
    vocabulary.find_wording("防衛相テレビ会談", "mode")[0].entry.code  # "video"
    vocabulary.label("port_call", "ja")                  # 寄港
"""

from renkei.core.vocabulary.entries import (
    Era,
    FormerName,
    Framework,
    Match,
    Office,
    Organisation,
    Partner,
    Term,
    Unit,
    Wording,
)
from renkei.core.vocabulary.vocabulary import Vocabulary, from_tables, load

__all__ = [
    "Era",
    "FormerName",
    "Framework",
    "Match",
    "Office",
    "Organisation",
    "Partner",
    "Term",
    "Unit",
    "Vocabulary",
    "Wording",
    "from_tables",
    "load",
]
