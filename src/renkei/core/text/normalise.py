"""Normalisation steps. Each takes a mapped text and returns one; none touches the original."""

from __future__ import annotations

import re
import unicodedata

from renkei.core.text.mapped import MappedText, Replacement
from renkei.core.values.numerals import parse_int

# One character for one character, so that the offset map stays as it is. What is folded: full
# width ASCII, look-alike dashes, spaces, half-width punctuation. ー (long vowel) is a letter
# and stays; ～ and 〜 become ～ because ranges are printed with either.
_FOLD: dict[int, int] = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FOLD.update(
    {
        ord(a): ord(b)
        for a, b in {
            "\u3000": " ",
            "\u00a0": " ",
            "～": "～",
            "〜": "～",
            "~": "～",
            "−": "-",
            "‐": "-",
            "‑": "-",
            "–": "-",
            "—": "-",
            "―": "-",
            "─": "-",
            "，": "、",
            "､": "、",
            "｡": "。",
            "｢": "「",
            "｣": "」",
            "･": "・",
            "〈": "<",
            "〉": ">",
            "≪": "《",
            "≫": "》",
            "\f": "\n",  # a new page, column or line is a new line
            "\v": "\n",
            "\x85": "\n",
            "\u2028": "\n",
            "\u2029": "\n",
        }.items()
    }
)
_PAIRS = {chr(wide): chr(plain) for wide, plain in _FOLD.items() if wide != plain}
# Documents have nearly all of these, and few of the others: what there is of those is looked for.
_USUAL = frozenset("（）０１２３４５６７８９：－，\u3000")
_CARRIAGE = re.compile(r"\r\n?")
# The comma comes first, which the engine skips to; a look-behind would be tried at every character.
_THOUSANDS = re.compile("，(?<=[0-9０-９]，)(?=[0-9０-９]{3}(?![0-9０-９]))")

# Rare in most documents and many in a few, so looked for first, in one pass with what is seldom:
# half-width katakana, marks printed apart from their kana, radicals that PDF text layers give for
# the characters they are drawn like, and eras in one square.
_RARE = frozenset(
    map(chr, (*range(0xFF66, 0xFFA0), 0x3099, 0x309A, *range(0x2E80, 0x2FD6), 0x32FF))
) | frozenset("㍻㍼㍽㍾")
_SELDOM = re.compile("[" + re.escape("".join(sorted((_RARE | _PAIRS.keys()) - _USUAL))) + "]")
_PIECE = 1 << 16
_SQUARES = {"㋿": "令和", "㍻": "平成", "㍼": "昭和", "㍽": "大正", "㍾": "明治"}
_MARKED = re.compile("[ｦ-ﾝうか-ほゝウ-ヲヽ][ﾞﾟ\u3099\u309a]|[㋿㍻-㍾]")
_ONE_FOR_ONE = {
    code: folded
    for code in (*range(0xFF66, 0xFFA0), *range(0x2F00, 0x2FD6))
    if len(folded := unicodedata.normalize("NFKC", chr(code))) == 1
}
_ONE_FOR_ONE.update(
    # Marks that no kana takes stand by themselves: a combining one would join a kana next time.
    {ord("ﾞ"): "゛", ord("ﾟ"): "゜", 0x3099: "゛", 0x309A: "゜"}
    | {
        ord(a): b
        for a, b in zip("⺠⻁⻄⻆⻑⻘⻝⻤⻩⻫⻭⻯⻲", "民虎西角長青食鬼黄斉歯竜亀", strict=True)
    }
)


# Dates in kanji numerals become digits, so that one grammar reads both. A month alone (十月) counts
# only between marks that part a list, since 一月 is also a length of time.
_ERA = "(?:明治|大正|昭和|平成|令和)"
_KANJI = "[〇零一二三四五六七八九十]"
_KANJI_NUMBER = re.compile(f"{_KANJI}+")
# The literal comes first, which the engine skips to.
_HAS_KANJI_DATE = (re.compile(f"年(?<={_KANJI}年)"), re.compile(f"月(?<={_KANJI}月)"))
_KANJI_MONTH = "(?:十[一二]?|[一二三四五六七八九])月"
_KANJI_DAY = "(?:[一二]?十[一二三四五六七八九]?|三十一?|[一二三四五六七八九])日"
_KANJI_DATE = re.compile(
    rf"(?:(?:{_ERA}|同){_KANJI}{{1,3}}年度?|[一二][〇零九]{_KANJI}{{2}}年度?"
    rf"|{_KANJI}{{1,3}}年(?={_KANJI_MONTH}))(?:{_KANJI_MONTH})?(?:{_KANJI_DAY})?"
    rf"|(?<=[(（、，・～〜年び月\s]){_KANJI_MONTH}(?:{_KANJI_DAY})?"
    rf"(?=[)）、，・～〜及並にかで上中下初末頃])"
    rf"|(?<=[らびと、，・～〜])(?:{_KANJI_MONTH})?{_KANJI_DAY}(?=[)）まに、，・～〜及])"
)


def fold(text: str) -> str:
    """Fold widths and look-alikes, one character for one; ``len`` is unchanged."""
    return _fold(text, _seldom(text))


def _seldom(text: str) -> set[str]:
    """The characters of ``text`` that few documents have. By pieces, which bounds the memory."""
    pieces = (text[at : at + _PIECE] for at in range(0, len(text), _PIECE))
    return {character for piece in pieces for character in _SELDOM.findall(piece)}


def _fold(text: str, seldom: set[str]) -> str:
    if "，" in text:  # a list comma, except where it parts thousands
        text = _THOUSANDS.sub(",", text)
    # Replacing is three times as fast as str.translate on Japanese text.
    for wide in (*_USUAL, *(seldom - _RARE)):
        text = text.replace(wide, _PAIRS[wide])
    return text


def normalise(mapped: MappedText) -> MappedText:
    """Fold widths, look-alikes, line ends, half-width katakana, squared eras, kanji dates.

    ①, ㈱ and other compatibility characters stay: their meaning is in their form.
    """
    if "\r" in mapped.text:
        mapped = mapped.replace(
            Replacement(found.start(), found.end(), "\n")
            for found in _CARRIAGE.finditer(mapped.text)
        )
    seldom = _seldom(mapped.text)
    if seldom & _RARE:
        composed = mapped.replace(
            Replacement(found.start(), found.end(), _composed(found[0]))
            for found in _MARKED.finditer(mapped.text)
        )
        mapped = composed.with_text(composed.text.translate(_ONE_FOR_ONE))
    if any(sign.search(mapped.text) for sign in _HAS_KANJI_DATE):
        mapped = mapped.replace(
            Replacement(number.start(), number.end(), str(parse_int(number[0])))
            for found in _KANJI_DATE.finditer(mapped.text)
            for number in _KANJI_NUMBER.finditer(mapped.text, *found.span())
        )
    return mapped.with_text(_fold(mapped.text, seldom))


def _composed(printed: str) -> str:
    """A kana with its mark as one character where there is one, or an era's name."""
    return _SQUARES.get(printed) or unicodedata.normalize("NFKC", printed)


# The look-behind lets a run of spaces be tried only from its first: long runs stay linear.
_WRAP = re.compile(r"(?<![ \t\u3000])[ \t\u3000]*+(?:(?:\r\n?|\n)[ \t\u3000]*+)+")


def join_wrapped(mapped: MappedText) -> MappedText:
    """Join all lines of one paragraph: breaks vanish, or become a space between two Latin words.

    The caller decides what a paragraph is; this only removes the breaks inside it.
    """
    edits = []
    for found in _WRAP.finditer(mapped.text):
        before = mapped.text[found.start() - 1 : found.start()]
        after = mapped.text[found.end() : found.end() + 1]
        latin = before.isascii() and before.isalnum() and after.isascii() and after.isalnum()
        edits.append(Replacement(found.start(), found.end(), " " if latin else ""))
    return mapped.replace(edits)
