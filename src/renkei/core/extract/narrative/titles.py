"""Titles of activities told in prose, composed of printed words."""

from __future__ import annotations

import re

from renkei.core.extract.narrative.people import People
from renkei.core.vocabulary import Vocabulary

_ATOM = (
    r"(?:[^\sぁ-ん、。「」()]|(?<=\d)か(?=国)|\([^()]{1,30}\)|「[^「」]{1,40}」"
    r"|(?<=[A-Za-z])\s(?=[A-Za-z])|招へい|受入れ|取決め|[我わ]が国(?=主催))"
)
_PHRASE = re.compile(
    rf"(?:初の|{_ATOM}{{1,60}}(?<=[目級国間次」)])の)?{_ATOM}{{0,60}}(?:(?<=[A-Za-z])\s)?\Z"
)
_QUALIFIED = re.compile(
    r"(?P<about>[^、。がはを]{2,40}?(?:に関する|における|にかかる|に係る|のための|に対する|などの))\Z"
)
_OF = re.compile(
    r"(?:^|[、。がはをのに]|対する|おける)(?P<about>(?!対する|おける)[^、。がはをのに]{2,12}の)\Z"
)
# 「準備グループの第2回会合」: what has only a number is named by whose it is
_WHOSE = re.compile(r"(?:^|[、。がはをに])(?P<about>[^\sぁ-ん、。「」()]{4,40}の)\Z")
_NUMBERED = re.compile(r"第\d+回(?:会合|会議|協議|対話)")
_BEHIND = re.compile(r"(?:等|など)?(?:「[^「」]{1,40}」|\([^()]{1,30}\))|等(?=[をが「])")
_GAP = re.compile(r"\s+")
_PREFIX = re.compile(r"^(?:同国の|同(?!国)|当該|両国間で|日本側|わが国(?!主催))")
LEADING = re.compile(r"^(?:には|では|にも|から|より|以降|に|は|も|を|が|の|、|計\d+回)+")
_CONTINUED = re.compile(
    r"^(?:.*(?:している|した|により|として|いての?)|(?:には|では|にも|から|に|は|の|て)+)"
)
_COMMON = "米英仏独伊露豪加印中韓"
_AGREEMENT = (
    r"(?:協定|条約|議定書|覚書|ACSA|GSOMIA|共同宣言|取決め|取極|意図表明文書|文書|共同ビジョン"
    r"|協力計画|宣言|指針)"
)
_OBJECT = re.compile(
    rf"(?P<object>(?:「[^」]{{4,90}}」|[^、。「」]{{0,60}}?{_AGREEMENT}(?:\([^()]{{1,20}}\))?)(?:」)?)"
    rf"(?:\([^()]{{1,40}}\))?(?:への?|の|に|が|を)?(?:(?!{_AGREEMENT})[^、。]){{0,24}}\Z"
)
_OBJECT_BEHIND = re.compile(rf"(?:され)?た(?P<object>[^、。]{{2,50}}?{_AGREEMENT})")
_NAMED = re.compile(rf"[^\sぁ-ん、。「」()]{{1,30}}{_AGREEMENT}(?:\([A-Z]{{2,6}}\))?")
_BOUND = re.compile(
    r"(?:最初に|初めて|間で|際して|際し|において|とともに|との間の|当局間で|次いで|それぞれ|会談で"
    r"|された|した|[^ぁ-ん]は|[^ぁ-ん]が|を|し、|する|に、)"
)
_SHIP = re.compile(
    r"(?P<ship>(?:[ァ-ヺーA-Za-z0-9一-龥・-]{0,24})(?:護衛艦|輸送艦|補給艦|潜水艦|練習艦|駆逐艦|フリゲート艦?|艦艇|哨戒機|輸送機|部隊)(?:「[^」]{1,12}」)?)"
)
_BOARDED = re.compile(
    r"(?P<ship>(?:護衛艦|輸送艦|艦艇)(?:「[^」]{1,12}」)?)に(?P<who>[^、。がに]{2,16})が乗艦"
)
_EQUIPMENT = re.compile(
    r"[A-Z]{1,4}-?\d{1,3}[A-Z]{0,2}[一-龥ァ-ヺー]{0,12}(?:機|艇|車|ヘリコプター|レーダー)"
    r"|[一-龥]{2,8}(?:レーダー|練習機|輸送機|装備品)|[一-龥]{0,8}巡視[船艇]"
)
_SENT = re.compile(
    r"(?P<what>(?:[^\sぁ-ん、。「」()]|の|や|など|及び){2,30}?)(?:など|等)?を[^、。を]{0,20}派遣"
)
_PORT = re.compile(
    r"(?P<port>[^、。がはもをにやと]{2,14})(?:に|への)(?:初めて|共同|相次いで)?(?:寄[港航]|入港)"
)


def phrase(text: str, lowest: int, start: int, end: int) -> tuple[int, int]:
    """The noun phrase around the event word ``start``-``end``, not before ``lowest``.

    A bare noun (セミナー, 教育) takes what it is about (…に関する) with it.
    """
    opened = text.rfind("「", max(lowest, start - 60), start)
    if opened >= 0 and "」" not in text[opened:start]:
        closed = text.find("」", end, end + 40)
        return opened + 1, closed if closed >= 0 else end
    low = max(lowest, start - 70)
    before = _PHRASE.search(text[low:start])
    begin = start - (len(before[0]) if before else 0)
    if end - begin <= 6 or begin == start:
        about = _QUALIFIED.search(text[low:begin])
        if about is None and "支援" in text[start:end]:
            about = _OF.search(text[low:begin])
        if about is None and _NUMBERED.fullmatch(text, begin, end):
            about = _WHOSE.search(text[low:begin])
        if about is not None:
            begin -= len(about["about"])
            begin += len(about["about"]) - len(_CONTINUED.sub("", about["about"]))
    behind = _BEHIND.match(text, end)
    return begin, behind.end() if behind else end


def clean(words: str) -> str:
    """A phrase without words that only point back (同)."""
    return _PREFIX.sub("", _GAP.sub(" ", words).strip("・、 "))


def pair(codes: tuple[str, ...], vocabulary: Vocabulary) -> str:
    """日豪, 日米豪, 日インドネシア: the name of a relation as these documents print it."""
    shown = []
    for code in codes[:4]:
        partner = vocabulary.partners[code]
        short = next((form for form in partner.compound if form in _COMMON), None)
        shown.append(short or partner.ja)
    return "日" + "".join(shown) if shown else ""


def talk_title(
    words: str, people: People, codes: tuple[str, ...], level: str | None, vocabulary: Vocabulary
) -> str:
    """「日豪防衛相電話会談」, 「統幕長・X国軍司令官電話会談」."""
    words = words.removeprefix("初の")
    if "日" in words[:4]:
        return words
    if any(
        m.start == 0 and m.entry.kind == "organisation" for m in vocabulary.find_partners(words)
    ):
        return words  # APEC首脳会議 is no talk with the country it is held in
    if vocabulary.find_offices(words, "title"):
        return pair(codes, vocabulary) + words
    unlike = people.rank == "other_minister"
    if level in ("minister", "summit") and not unlike and not re.search("防衛|首脳|大臣", words):
        return f"{pair(codes, vocabulary)}{'防衛相' if level == 'minister' else '首脳'}{words}"
    if level in ("minister", "summit") and not unlike:
        return pair(codes, vocabulary) + words
    names = [name for name in (people.office, people.theirs) if name]
    return ("・".join(names) or pair(codes, vocabulary)) + words


def actor(text: str, start: int, end: int) -> str:
    """Who does what stands at ``end``: the words before the が or は next before it."""
    words = text[start:end]
    guest = re.search(r"(?P<who>[^、。はがをに]{2,30})の\Z", words)
    if guest is not None:
        return LEADING.sub("", guest["who"])
    for mark in ("が", "は"):
        at = words.rfind(mark)
        while at > 0 and words[at - 1 : at + 2] in ("わが国", "には、", "では、"):
            at = words.rfind(mark, 0, at)
        if at > 0:
            who = re.split(r"[、。]|を団長とする|であ?る|した|する|された", words[:at])[-1]
            who = re.sub(r"\([^()]{1,20}\)", "", LEADING.sub("", who))
            if 2 <= len(who) <= 40:
                return who
    return ""


def visit_title(verb: str, who: str, codes: tuple[str, ...], vocabulary: Vocabulary) -> str:
    """「河野防衛大臣中国訪問」, 「海幕長訪中」, 「X海軍司令官訪日」."""
    short = re.search(r"訪[日中印米豪韓露英仏独伊加比越泰](?!問)|来日", verb)
    if short:
        return who + short[0]
    country = vocabulary.partners[codes[0]].ja if codes else ""
    return f"{who}{country}訪問"


def call_title(
    text: str, start: int, end: int, codes: tuple[str, ...], vocabulary: Vocabulary
) -> str:
    """「護衛艦「…」…港寄港」: the ship and the port, where they are printed."""
    words = text[start:end]
    ship = _SHIP.search(words) or _SHIP.match(text, end)
    port = _PORT.search(words)
    verb = next(
        (
            name
            for name in ("共同寄港", "寄港", "寄航", "入港", "訪中", "訪日", "訪問")
            if name in words
        ),
        "寄港",
    )
    named = ship["ship"] if ship else ""
    named += re.sub(r"^.*ため", "", port["port"]) if port else ""
    return (named or pair(codes, vocabulary)) + verb


def statement_title(words: str, codes: tuple[str, ...], vocabulary: Vocabulary) -> str:
    """The quoted name of a statement, or what it is called."""
    quoted = re.findall(r"「([^「」]{2,60})」?", words)
    if quoted:
        return str(quoted[-1])
    found = re.search(r"[^\sぁ-ん、。]{0,20}(?:共同)?(?:宣言|声明|文書|発表)", words)
    name = found[0] if found else words
    return name if "日" in name else pair(codes, vocabulary) + name


def boarding_title(text: str, start: int, end: int) -> str:
    """「X大統領の護衛艦「…」乗艦」: who, where it is printed, and which ship."""
    found = _BOARDED.search(text, start, end)
    return f"{found['who']}の{found['ship']}乗艦" if found else told_title(text, start, end)


def told_title(text: str, start: int, end: int) -> str:
    """The words of a clause up to its verb, without the particle they begin with."""
    words = LEADING.sub("", text[start:end].rpartition("、")[2] or text[start:end])
    words = re.sub(r"(?:(?<!渡)し|され|する|を行|を開始|を完了)$", "", words)
    words = re.sub(r"^同[社国]製", "", words)
    return re.sub(r"が(成立)$", r"の\1", words)[-46:]


def sending_title(text: str, start: int, end: int) -> str:
    """「X軍の哨戒機派遣」: the sender before が or は, if not we ourselves, and what is sent."""
    sent = _SENT.search(text, start, end)
    what = sent["what"] if sent else ""
    stop = sent.start() if sent else end
    who = actor(text, start, stop) or actor(text, 0, stop)
    return f"{who}の{what}派遣" if who and who != "わが国" else f"{what}派遣"


def transfer_title(before: str, words: str) -> str:
    """「TC-90練習機2機の引渡し」: what is handed over, named before or here."""
    things = _EQUIPMENT.findall(before + words)
    count = re.search(r"\d+[機隻両台門基]", words)
    if "引" not in words or not things:
        return told_title(words, 0, len(words))
    thing = things[-1] + (count[0] if count else "の部品など" if "部品" in words else "")
    return f"{thing}の引渡し"


def invitation_title(text: str, start: int, end: int) -> str:
    """「…軍関係者8名招へい」: whom, then 招へい."""
    whom = re.search(r"(?P<whom>[^、。]{2,60})を[^を、。]{0,40}招", text[start:end])
    name = whom["whom"] if whom else ""
    name = re.sub(r"^.*(?:として|おいて|には|に)(?=.{4})", "", LEADING.sub("", name))
    return name[-40:] + "招へい"


def agreement_object(text: str, start: int, end: int, verb_end: int) -> str:
    """The agreement that is signed or enters into force: before the verb, or 「署名された…覚書」."""
    words = text[start:end].rstrip("、")
    found = _OBJECT.search(words)
    if found is not None and len(found["object"]) > 1:
        name = found["object"]
        if name.startswith("「"):
            return name.strip("「」")
        bounds = [b.end() for b in _BOUND.finditer(name) if len(name) - b.end() >= 4]
        name = name[bounds[-1] :] if bounds else name
        return LEADING.sub("", name)
    behind = _OBJECT_BEHIND.match(text, verb_end - 2) or _OBJECT_BEHIND.match(text, verb_end)
    return LEADING.sub("", behind["object"]) if behind else ""


def last_agreement(text: str) -> str:
    """The agreement named last in ``text``, for 同協定, 新たな協定."""
    named = [found[0] for found in _NAMED.finditer(text)]
    named = [name for name in named if not name.startswith(("同", "本", "新"))]
    return named[-1] if named else ""
