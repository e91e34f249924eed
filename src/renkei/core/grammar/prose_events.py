"""Words for events in running prose, and whether the sentence says that they took place.

「電話会談を行い」 tells an event; 「2+2を開催することで一致」, 「協議の推進」 do not. An event is a
noun with a verb that realises it, a verb of its own (訪問し, 寄港した), or a noun that a date
stands before (2017年12月の第8回協議). All patterns have bounded repetition and are linear.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from renkei.core.grammar.prose_acts import ACT_VERBS

_TWO = r"(?:外務・防衛(?:担当|関係)?閣僚(?:級)?(?:会合|協議|会議)(?:「2\+2」|\(2\+2\))?|「?2\+2」?(?!」?(?:対話|次官)))"
_TALK = (
    r"(?:(?:電話|テレビ|TV|ビデオ|オンライン)会談(?:(?:又は|または|や|及び|・)テレビ会談)?|会談"
    r"|参謀(?:総)?長級?会[談議](?!\()|首脳(?:電話|テレビ)?(?:会議|会合|協議)|首脳ワーキング・?ランチ|懇談|面会|高官級テレビ会議)"
)
_CONSULTATION = (
    r"(?:次官級「2\+2」対話|(?<!マナーマ)(?<!・)対話(?!国|を|が|や|し|の枠|・)|対話(?=が開|を開|を実施)|協議(?!会)"
    r"|年次会合(?:・専門会合)?|専門会合|ワーキング・?グループ|作業部会|幕僚会[議同]|安全保障・防衛協力会合"
    r"|(?:次官級|局長級)(?:の全体)?会合|全体会合|準備会合|実務者会合)"
)
_FORUM = (
    r"(?:委員会(?:\([^()]{1,12}\))?年次会合|フォーラム|シンポジウム|サミット|セミナー|ワークショップ|(?:ADMM|ADSOM)プラス(?:創設\d+周年式典)?|式典|エアショー"
    r"|マナーマ対話|シャングリラ・?(?:会合|ダイアログ)|観艦式|軍楽祭|会期間会合|EWG"
    r"|多国間テレビ会議|(?<!テレビ)(?<!首脳)会議(?!場|形式|体|員)|(?:(?<!閣僚)|(?<=[A-Za-z]閣僚))会合(?!し)|プログラム)"
)
_EXERCISE = (
    r"(?:(?:訓練|演習)(?:「[^」]{1,30}」)?"
    r"(?!部隊|隊|艦|機|施設|空域|海域|場|用|教官|に関)|競技会)"
)
_PORT_CALL = r"(?:寄港|寄航|入港)"
_CAPACITY = (
    r"(?:(?:能力(?:構築|強化|向上)|環境整備|育成)支援(?:事業)?|分野における事業"
    r"|教育(?!研究|交流|訓練)|研修(?!団)|実技教育|講義)"
)
_PERSONNEL = (
    r"(?:(?:佐官級|将官級|専門家|人的|幹部|士官)交流(?:プログラム)?"
    r"|連絡(?:将校|官)の(?:受入れ|受け入れ|派遣|交換))"
)
_COOPERATION = r"(?:共同研究|共同開発)"
_NO_EVENT = (
    r"(?<!会議)(?<!会合)(?<!フォーラム)(?<!対話)(?<!訓練)(?<!演習)(?<!セミナー)(?<!プログラム)"
)
_NOUNS = (
    ("two_plus_two", _TWO),
    ("consultation", _CONSULTATION),
    ("meeting", _TALK),
    ("personnel_exchange", _PERSONNEL),
    ("forum", _FORUM),
    ("exercise", _EXERCISE),
    ("port_call", _PORT_CALL),
    ("capacity_building", _CAPACITY),
    ("equipment_cooperation", _COOPERATION),
    (
        "named",
        rf"「[^」]{{3,30}}{_NO_EVENT}」(?=等?(?:を(?:実施|行|共催)|に(?:参加|共同参加|初参加)))",
    ),
)
_NOUN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _NOUNS))

_STEM = r"(?:し(?!く|よう|たい|得)|され|する(?=など|とともに|ほか|中))"
_DONE = (
    rf"(?:(?:実施|開催|共催|主催|参加|出席|再開|開始|展開){_STEM}|(?:実施|開催|参加|出席)(?=。)|継続(?:し|され)|参加を得|行(?:い|っ|われ|うとともに|うなど)"
    r"|(?:開か|持た|重ね|始ま|設けら)れ|重ねて|終え|果たし)"
)
# what may stand behind a noun before its verb
_AFTER = r"(?:[」』]|「[^」]{1,30}」|\([^()]{1,40}\)|等|など){0,4}"
_REALISED = re.compile(
    rf"{_AFTER}(?:に(?:も|おいて|て)?|で|へ(?:も)?|を|が|は|も)(?:わが国|(?!わが国)[^。をが]){{0,45}}?(?P<verb>{_DONE})"
    rf"|{_AFTER}(?P<suru>し(?:、|た|て(?!い[くけ])|$)|する(?=とともに|など|ほか))"
    rf"|{_AFTER}(?:への?)?出席のため|{_AFTER}に(?:出席|参加)するため"
    rf"|{_AFTER}には、[^。]{{0,40}}?(?:出席|参加){_STEM}"
    rf"|{_AFTER}として、[^。]{{0,90}}?(?:招へい|実施){_STEM}"
    rf"|{_AFTER}や[^、。を]{{2,40}}を表敬"
    rf"|{_AFTER}に[^。をが、]{{2,30}}を参加させ"
    rf"|{_AFTER}への?(?:初)?参加を(?:[^。をが]{{0,20}}?)(?:果たし|得)"
)
_UNREALISED = re.compile(
    r"について|に関(?:し|する)|に向け|に係る|にかかる|の(?:重要性|推進|早期|開始|定期|機会|拡充|ため)|に基づ|することで|ことなど|ことを|を含|を通じ|などで一致|に際し|の際|に合わせ|にあわせ"
)
_SHARED = re.compile(rf"{_AFTER}(?:を|が|に|へ)、?\Z")
_JOINED = re.compile(
    r"(?:[」』])?(?:「[^」]{1,30}」)?(?:\([^()]{1,40}\))?(?:等|など)?(?:及び|並びに|や|、|と)"
)
_BACKGROUND = re.compile(
    rf"{_AFTER}(?:において|にお(?:い|け)|では|でも|で(?=[^あ]|\Z)|に際し|の際|後|を経|以降|以来|を踏まえ|を受け|までに|"
    r"などで|に出席|の場(?:において|で)|の共同発表|を始め(?=、|と)|に加え、|や、?\Z|(?<=など)、|、\Z|\Z)"
)
_SETTING = re.compile(
    rf"{_AFTER}(?:に際し|の際|に合わせ|にあわせ|に伴|の機会|(?:において|で)(?:行わ|実施|開催))"
)
_MEANS = re.compile(rf"{_AFTER}を通じ")
_ATTENDED = re.compile(r"(?:出席|参加)した[一-龥ァ-ヺ]")
_AS = re.compile(rf"{_AFTER}として、?")
_AT_TALKS = re.compile(r"(?:において|では|で、)")
_NUMBERED = re.compile(r"第\d+回[^、。]{0,40}\Z")
_WHERE = re.compile(rf"{_AFTER}(?:において(?:は|も)?|では)、")
_HELD_BEFORE = re.compile(
    r"(?:行われた|開催された|実施(?:し|され)た|開かれた|開催した)(?P<np>[^。、]{0,60})\Z"
)
_BY_DATE = re.compile(r"の、?(?P<np>[^。]{0,70})\Z|、[^、。]{0,70}\Z")

_VERBS = re.compile(
    r"(?P<visit>(?:を|へ|に)?(?:初めて|公式に|初)?(?:(?:訪問|来訪)(?:し|され|の際|に際|する(?=など|とともに|ほか))|(?:訪日|来日|訪[中印米豪韓露英仏独伊加比越泰](?![ァ-ヺ問]))(?:し|の際|に際|時|する(?=など|とともに|ほか))|訪問時))"
    r"|(?P<meeting>(?:を|へ|に)?表敬(?:し|する|を受|訪問し))"
    r"|(?P<signing>署名(?:し|され|する(?=など|とともに|ほか)|が(?:[^。、が]{0,16}で)?行われ|を行|した|(?=、(?:即日)?発効)|(?=・発効に続))|調印(?:し|され)|締結(?:し|され)|取り交わ(?:し|され))"
    r"|(?P<entry_into_force>発効(?:し(?!て)|する(?=など|とともに|ほか)|に至|(?=に続))|効力を生じ|運用が開始され|運用を開始し)"
    r"|(?P<equipment_transfer>引き?渡(?:し(?:(?=た|、)|を(?:開始|完了|行))|され)|移転が完了|契約が成立|(?:納入|供与|贈与|譲渡)(?:し|され)(?=、|た。|たほか)|無償譲渡(?:を|し|され)(?!確認))"
    r"|(?P<statement>(?:共同(?:宣言|声明|文書|発表)|宣言|声明|「[^」]{2,60}」)(?:」)?(?:など)?(?:を|が)、?(?:[^。、をが]{0,20})(?:発表(?:し|され)|発出(?:し|され)|採択(?:し|され))"
    r"|(?:発表|発出|採択|表明)(?:し|され)た(?:共同(?:宣言|声明)(?![^」、。]{0,4}に基づ)|「[^」]{2,40}(?:宣言|声明|ビジョン|アウトルック|イニシアティブ|イニシアチブ)」)"
    r"|「[^」]{2,60}」(?:\([^()]{1,20}\))?の考え方を(?:発表|表明|提唱)し)"
    r"|(?P<approval>国会承認|国会(?:で|の|において)承認(?:され|を得))"
    r"|(?P<negotiation>(?:交渉|協議)(?:が|を)(?:正式に)?開始(?:し|され)|(?:交渉|協議)の開始(?=で|に|が|を))"
    r"|(?P<revision>(?:改定|改訂)(?:し|され|\)|\Z))"
    r"|(?P<posting>(?:連絡官|連絡将校|自衛官|職員|要員|隊員)(?:\d+名)?(?:を|の)(?:[^。、]{0,30})(?:派遣(?:し|され|する(?=など|とともに|ほか)|を(?=行|開始))|受け?入れ(?=、|た|て|を(?:行|開始))))"
    r"|(?P<deed>(?:急患(?:救助|輸送|搬送)|(?:救助|救難)活動)を(?:行|実施))"
    r"|(?P<ceremony>(?:供与|寄贈|贈呈)式を(?:行|実施|開催))"
    r"|(?P<deployment>(?:哨戒機|輸送機|航空機|艦艇|フリゲート艦?|護衛艦|部隊)(?:など|等)?を[^。、を]{0,20}派遣(?:し(?!た[ぁ-ん一-龥])|する(?=など|とともに|ほか)))"
    r"|(?P<invitation>招(?:へい|聘|待)し)"
    r"|(?P<other_call>寄(?:港|航)(?:し|した|中の(?=(?:護衛|輸送|補給|練習|潜水)艦|艦艇)))"
    r"|(?P<boarding>(?:護衛艦|輸送艦|艦艇)(?:「[^」]{1,12}」)?(?:に|への)[^、。]{0,16}(?:乗艦(?=し|に続き)))"
    r"|(?P<opening>(?:代表部|事務所|センター|拠点)が開設され)"
    r"|(?P<planned_call>(?:寄港|寄航)する予定)|(?P<planned_visit>(?:訪問|訪日|来日)する予定)"
    rf"|{ACT_VERBS}"
)


@dataclass(frozen=True, slots=True)
class Event:
    """An event of ``kind``: its words ``start``-``end``, the verb's end ``done``.

    ``how`` is "done" (a verb says so), "verb", "shared" (the verb stands behind a later date),
    "as" (what the act is meant as),
    "background" (told as the occasion of something) or "setting" (only when or where something
    else took place).
    """

    kind: str
    start: int
    end: int
    done: int
    how: str


def find_nouns(text: str, start: int, end: int) -> list[tuple[str, int, int]]:
    """Event nouns between ``start`` and ``end`` as (kind, start, end)."""
    return [
        (found.lastgroup or "", found.start(), found.end())
        for found in _NOUN.finditer(text, start, end)
    ]


def find_events(text: str, start: int, end: int, *, at_date: bool) -> list[Event]:
    """Events told between ``start`` and ``end``, which is what one date governs, in order.

    ``at_date``: a date ends at ``start``, so that a noun with の before it is dated by it.
    """
    events: list[Event] = []
    nouns = find_nouns(text, start, end)
    for index, noun in enumerate(nouns):
        event = _noun_event(text, noun, start, end, at_date)
        if event is None and index + 1 < len(nouns):
            event = _joined(text, nouns, index, start, end, at_date)
        if event is not None:
            events.append(event)
    for found in _VERBS.finditer(text, start, end):
        events.append(Event(found.lastgroup or "", found.start(), found.end(), found.end(), "verb"))
    return sorted(events, key=lambda event: event.start)


def _noun_event(
    text: str, noun: tuple[str, int, int], start: int, end: int, at_date: bool
) -> Event | None:
    kind, begin, stop = noun
    window = text[stop : min(end, stop + 90)]
    held = _HELD_BEFORE.search(text, max(start, begin - 90), begin)
    dated = at_date and begin - start < 80 and _BY_DATE.match(text, start, begin) is not None
    if text[max(start, begin - 3) : begin] == "などの":
        return None
    if (held or dated) and _SETTING.match(window):
        return Event(kind, begin, stop, stop, "setting")
    realised = _REALISED.match(window)
    if realised and kind == "forum" and _ATTENDED.search(window[: realised.end() + 2]):
        return Event(kind, begin, stop, stop, "setting")  # 「…に出席した大臣は」
    if realised and (
        realised[0].endswith("ため") or not _UNREALISED.search(window[: realised.end()])
    ):
        how = "as" if kind == "capacity_building" and _AS.match(window) else "done"
        return Event(kind, begin, stop, stop + realised.end(), how)
    if stop + len(window) == end and _SHARED.match(window):
        return Event(kind, begin, stop, stop, "shared")
    named = text[start : start + 1] != "、" or not window.startswith("における")
    dated = dated and named and "、" not in text[start + 1 : begin]
    if (held or dated) and _BACKGROUND.match(window):
        return Event(kind, begin, stop, stop, "background")
    if (
        at_date
        and kind == "forum"
        and _NUMBERED.search(text, start, begin)
        and _WHERE.match(window)
    ):
        return Event(kind, begin, stop, stop, "background")
    if held and _MEANS.match(window):
        return Event(kind, begin, stop, stop, "background")
    if kind == "meeting" and text[begin - 2 : begin] == "との" and _AT_TALKS.match(window):
        return Event(kind, begin, stop, stop, "background")
    return Event(kind, begin, stop, stop, "setting") if _SETTING.match(window) else None


def _joined(
    text: str,
    nouns: list[tuple[str, int, int]],
    index: int,
    start: int,
    end: int,
    at_date: bool,
) -> Event | None:
    """「防衛相会談及び第4回「2+2」が開催され」: the first is held as the last of them is."""
    kind, begin, stop = nouns[index]
    at = stop
    for following in nouns[index + 1 : index + 5]:
        between = text[at : following[1]]
        if len(between) > 30 or not _JOINED.match(between) or "。" in between:
            return None
        other = _noun_event(text, following, start, end, at_date)
        if other is not None:
            told = other.how in ("done", "background")
            return Event(kind, begin, stop, other.done, other.how) if told else None
        at = following[2]
    return None
