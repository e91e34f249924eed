"""Talks with several partners told in one breath that were talks with each of them.

「A、B及びCの各国防大臣とそれぞれ会談」 and 「A、B等との二国間会談」 are one talk with each; a talk of
three sides is printed with the name of their relation (日米豪3か国防衛相会談).
"""

from __future__ import annotations

from dataclasses import replace

from renkei.core.extract.narrative.telling import Told
from renkei.core.extract.narrative.titles import pair
from renkei.core.vocabulary import Vocabulary

_EACH = ("それぞれ", "二国間", "二か国間", "個別に")
_MANY = 3


def one_by_one(told: Told, vocabulary: Vocabulary) -> list[Told]:
    """``told`` once for each partner if it was held with each; else as it is."""
    relation = pair(told.partners, vocabulary)
    if (
        told.kind != "meeting"
        or len(told.partners) < 2
        or not told.title.startswith(relation)
        or relation in told.phrase
    ):
        return [told]
    words = told.window + told.phrase
    if len(told.partners) < _MANY and not any(sign in words for sign in _EACH):
        return [told]
    rest = told.title.removeprefix(relation)
    each = told.people.theirs.startswith("各")
    theirs = told.people.theirs.lstrip("各") if each else ""
    return [
        replace(
            told,
            title=pair((code,), vocabulary) + rest,
            partners=(code,),
            people=replace(told.people, theirs=theirs),
        )
        for code in told.partners
    ]
